// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { shortcutsTexts } from './shortcuts.messages.ts';
import {
  goesTo,
  shortcutList,
  type ScreenName,
  SHORTCUTS_OFF_KEY,
  openShortcutHelp,
  pressKey,
  PRINTABLE,
  SCREENS,
  showShortcuts,
  showWithShortcuts,
  singleKeysIn,
  setUpShortcuts,
} from './shortcutFixture.tsx';

setUpShortcuts();

test.each(Object.keys(SCREENS) as ScreenName[])(
  'on %s the list holds every single key that does something, and no other',
  async (name) => {
    vi.stubGlobal('print', vi.fn<() => void>());
    await showWithShortcuts(name);
    const listed = singleKeysIn(await openShortcutHelp());
    pressKey('Escape');
    const initialHash = location.hash;
    const handledKeys = new Set<string>();
    const back = async () => {
      pressKey('Escape');
      if (location.hash !== initialHash) {
        location.hash = initialHash;
        await SCREENS[name][1]();
      }
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    };
    for (const key of PRINTABLE) {
      // This key is one of a test that has the focus.
      if (key === 'x') document.querySelector<HTMLElement>('main a[data-series]')?.focus();
      if (pressKey(key)) handledKeys.add(key);
      await back();
    }
    for (const two of listed.filter((keys) => keys.length > 1)) {
      pressKey(two[0]!);
      if (pressKey(two[2]!)) handledKeys.add(two);
      await back();
    }
    expect(listed.length).toBeGreaterThan(5);
    const firsts = listed.map((keys) => keys[0]!);
    expect([...handledKeys].toSorted()).toEqual([...new Set([...listed, ...firsts])].toSorted());
  },
);

const SIGNS: Readonly<Record<string, string>> = {
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  'Page Up': 'PageUp',
  'Page Down': 'PageDown',
  Space: ' ',
};
const WALKING = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'];

/** Each entry has a place where arrow keys, Home, End and the page keys are pressed, and the rows about that place. */
const PLACES = [
  ['overview', 'the page', 'body', /in all charts/],
  ['compare', 'a strip', '[role="slider"][data-walks="k"]', /On a chart/],
  ['compare', 'the time axis', '[role="slider"][data-walks=""]', /or the time axis/],
  [
    'results',
    'a cell',
    '[role="gridcell"][tabindex="0"], [role="rowheader"][tabindex="0"]',
    /In Results by date/,
  ],
  ['series', 'the chart', '[role="slider"]', /the chart/],
  ['series', 'an end of the period', '[data-held="start"]', /bar of the whole record/],
  ['series', 'the table', '[data-twin]', /(?:In the|or) table/],
] as const;

test.each(PLACES)(
  'on %s the list holds every other key that %s takes, and no other',
  async (name, _, selector, isAbout) => {
    await showWithShortcuts(name);
    const listed = [...(await openShortcutHelp()).querySelectorAll<HTMLElement>('[data-keys]')]
      .filter(({ textContent }) => isAbout.test(textContent))
      .flatMap(({ dataset }) => (dataset['keys'] ?? '').split(', '))
      .map((key) => SIGNS[key] ?? key);
    pressKey('Escape');
    const initialHash = location.hash;
    const focusTarget = () => document.querySelector<HTMLElement>(selector)!;
    const handledKeys: string[] = [];
    for (const key of WALKING) {
      focusTarget().focus();
      if (pressKey(key, {}, focusTarget())) handledKeys.push(key);
      // A key of the chart may lead to another result.
      if (location.hash === initialHash) continue;
      location.hash = initialHash;
      await SCREENS[name][1]();
    }
    expect(listed.filter((key) => WALKING.includes(key)).toSorted()).toEqual(handledKeys.toSorted());
    expect(handledKeys.length).toBeGreaterThan(3);
  },
);

test('Escape leads back to the overview from every other screen, and Enter opens a source where the list says so', async () => {
  for (const name of Object.keys(SCREENS) as ScreenName[]) {
    const view = await showWithShortcuts(name);
    const words = (await openShortcutHelp()).textContent;
    expect(words).toContain(`Esc${shortcutsTexts('closeOrBack')}`);
    expect(words.includes('source of the result')).toBe(name === 'results' || name === 'series');
    pressKey('Escape');
    pressKey('Escape', {}, document.body);
    await goesTo('');
    view.unmount();
  }
});

test('the list is opened from the menu too, names the keys of its screen, and Escape closes it alone', async () => {
  await showWithShortcuts('series');
  fireEvent.click(await screen.findByText('Keyboard shortcuts', { selector: 'button' }));
  const dialog = await screen.findByRole('dialog', { name: shortcutsTexts('keys') });
  const words = (name: RegExp) => within(dialog).queryByRole('row', { name })?.textContent;
  expect(words(/^t /)).toBe(`t${shortcutsTexts('chartAndTable')}`);
  expect(words(/^g then r/)).toBe(`g then r${shortcutsTexts('goToResults')}`);
  expect(words(/^\+ or =/)).toBe(`+ or =${shortcutsTexts('zoomIn')}`);
  expect(words(/^Esc/)).toBe(`Esc${shortcutsTexts('closeOrBack')}`);
  expect(words(/^f /)).toBeUndefined();
  pressKey('Escape');
  expect(shortcutList()).toBeNull();
  expect(location.hash).toBe('#series=glucose');
});

test('another screen closes the list', async () => {
  await showWithShortcuts('series');
  await openShortcutHelp();
  location.hash = '#results';
  await waitFor(() => expect(shortcutList()).toBeNull());
});

const singleSwitchIn = (dialog: HTMLElement) =>
  within(dialog).getByRole('checkbox', { name: shortcutsTexts('singleKeysOn') });

test('WCAG 2.1.4: switched off no letter, digit or sign does anything, and this browser remembers it for the site', async () => {
  const view = await showWithShortcuts('compare');
  fireEvent.click(singleSwitchIn(await openShortcutHelp()));
  expect(localStorage.getItem(SHORTCUTS_OFF_KEY)).toBe('off');
  pressKey('Escape');
  for (const key of PRINTABLE) expect(pressKey(key)).toBe(false);
  expect(screen.queryByRole('table')).toBeNull();
  view.unmount();

  // On the next opening the shortcuts are off from the start, and no control claims a key.
  await showShortcuts('overview');
  await screen.findByRole('button', { name: 'Earlier' });
  for (const key of PRINTABLE) expect(pressKey(key)).toBe(false);
  expect(document.querySelector('[aria-keyshortcuts]')).toBeNull();
  expect(screen.getByRole('button', { name: 'Earlier' }).dataset['tooltip']).toBe('Earlier');
});

test('WCAG 2.1.4: arrow keys and Escape stay, the list says what is off, and the menu leads to the switch', async () => {
  localStorage.setItem(SHORTCUTS_OFF_KEY, 'off');
  await showShortcuts('series');
  const slider = screen.getByRole('slider', { name: /result/ });
  expect(pressKey('ArrowLeft', {}, slider)).toBe(true);
  fireEvent.click(await screen.findByText('Keyboard shortcuts', { selector: 'button' }));
  const dialog = await screen.findByRole('dialog', { name: shortcutsTexts('keys') });
  expect(within(dialog).getByRole('row', { name: /^p / }).textContent).toBe(
    `p${shortcutsTexts('goToPrint')} (off)`,
  );
  expect(within(dialog).getByRole('row', { name: /^Esc/ }).textContent).not.toContain('(off)');
  fireEvent.click(singleSwitchIn(dialog));
  expect(localStorage.getItem(SHORTCUTS_OFF_KEY)).toBeNull();
  pressKey('Escape');
  pressKey('p');
  await goesTo('#print');
  pressKey('Escape');
  await goesTo('');
});
