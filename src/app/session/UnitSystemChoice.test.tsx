// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { drawnText } from '../../testing/spokenAndDrawn.ts';
import { shortcutsTexts } from '../shortcuts/shortcuts.messages.ts';
import { sessionMenuTexts } from './sessionMenu.messages.ts';
import {
  openShortcutHelp,
  pressKey,
  setUpShortcuts,
  showWithShortcuts,
} from '../shortcuts/shortcutFixture.tsx';

setUpShortcuts();

const KEPT = 'longview.choice.general.units';
const choice = () => screen.getByLabelText<HTMLSelectElement>('Units');
/** The menu is loaded while the browser is idle. */
const menuChoice = () => screen.findByLabelText<HTMLSelectElement>('Units');
const tile = (id: string) => drawnText(document.querySelector(`main a[data-series="${id}"]`));
const announcement = () => [...document.querySelectorAll('span > output')].at(-1)?.textContent;

test('rule 16: SI in the menu converts what is known in both, each marked with what was sent, and says who calculated it', async () => {
  await showWithShortcuts('overview');
  expect((await menuChoice()).value).toBe('reported');
  fireEvent.change(choice(), { target: { value: 'si' } });
  await waitFor(() => expect(tile('glucose')).toContain('mmol/L'));
  expect(tile('glucose')).toContain('from 104 mg/dL');
  // There is no conversion factor, and none is needed.
  expect(tile('k')).toContain('5.4 mmol/L');
  expect(tile('k')).not.toContain('from');
  const note = document.getElementById(choice().getAttribute('aria-describedby') ?? '');
  expect(note?.textContent).toContain(sessionMenuTexts('unitsNote'));
  fireEvent.change(choice(), { target: { value: 'reported' } });
  await waitFor(() => expect(tile('glucose')).toContain('104 mg/dL'));
  expect(localStorage.getItem(KEPT)).toBeNull();
});

test('the choice is kept for the site in this browser, by analyte and without anybody', async () => {
  const first = await showWithShortcuts('overview');
  fireEvent.change(await menuChoice(), { target: { value: 'si' } });
  expect(localStorage.getItem(KEPT)?.split('\n')).toContain('glucose=mmol/L');
  expect(localStorage.getItem(KEPT)).toMatch(/^(?:[a-z0-9~-]+=[\w/%[\]().]+\n?)+$/);
  first.unmount();
  await showWithShortcuts('overview');
  expect((await menuChoice()).value).toBe('si');
  await waitFor(() => expect(tile('glucose')).toContain('mmol/L'));
});

test('units chosen one by one are called so', async () => {
  localStorage.setItem(KEPT, 'glucose=mmol/L');
  await showWithShortcuts('overview');
  expect((await menuChoice()).selectedOptions[0]?.textContent).toBe(sessionMenuTexts('chosenOneByOne'));
});

test.each(['overview', 'results', 'compare'] as const)(
  'on %s u goes from as reported to SI, to conventional and back, says so, and is in the list of keys',
  async (name) => {
    await showWithShortcuts(name);
    for (const [value, words] of [
      ['si', /^Units: SI, .*Longview calculates the converted values\.$/],
      ['conventional', /^Units: conventional, /],
      ['reported', /^Units: as reported\.$/],
    ] as const) {
      expect(pressKey('u', {}, document.body)).toBe(true);
      await waitFor(() => expect(choice().value).toBe(value));
      expect(announcement()).toMatch(words);
    }
    expect((await openShortcutHelp()).textContent).toContain(shortcutsTexts('unitsOfAll'));
  },
);
