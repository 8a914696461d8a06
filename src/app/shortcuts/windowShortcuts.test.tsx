// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { choiceNow, pressKey, shownWindow, showWithShortcuts, setUpShortcuts } from './shortcutFixture.tsx';

import { parseWindowChoice } from '../../parts/timeWindow/windowChoice.ts';
import { shortcutsTexts } from './shortcuts.messages.ts';

setUpShortcuts();
test('rules 11 and 53: brackets shift the window, signs zoom, 0 goes back, and each says what is shown then', async () => {
  await showWithShortcuts('overview');
  await screen.findByRole('button', { name: 'Earlier' });
  const opened = shownWindow();
  const announcement = () => [...document.querySelectorAll('span > output')].at(-1)?.textContent;
  pressKey('+');
  await waitFor(() => expect(choiceNow()).toBe('1y'));
  expect(announcement()).toBe(document.querySelector('[data-window]')?.firstChild?.textContent);
  pressKey('[');
  await waitFor(() => expect(choiceNow()).toMatch(/^1y~18\d/));
  pressKey(']');
  await waitFor(() => expect(choiceNow()).toBe('1y'));
  pressKey(']');
  expect(choiceNow()).toBe('1y');
  expect(announcement()).toBe(shortcutsTexts('endsWithLast'));
  pressKey('-');
  await waitFor(() => expect(choiceNow()).toBe('2y'));
  pressKey('=');
  await waitFor(() => expect(choiceNow()).toBe('1y'));
  pressKey('0');
  await waitFor(() => expect(choiceNow()).toBeNull());
  expect(shownWindow()).toBe(opened);
  pressKey('0');
  expect(announcement()).toBe(shortcutsTexts('isOpeningWindow'));
});

test('rule 11: w shows the whole record, and says so where it does already', async () => {
  await showWithShortcuts('series', '#series=glucose&window=2y');
  pressKey('w');
  await waitFor(() => expect(choiceNow()).toBe('all'));
  pressKey('w');
  const announcement = [...document.querySelectorAll('span > output')].at(-1)?.textContent;
  expect(announcement).toBe(shortcutsTexts('showsAll'));
});

test('Home and End put the cursor of the overview on the first and the last moment of the window', async () => {
  await showWithShortcuts('overview', '#window=2y');
  const cursor = () => screen.getByText(/^At /).textContent;
  await waitFor(() => expect(pressKey('Home', {}, document.body)).toBe(true));
  expect(cursor()).toBe('At 1 Sep 2024');
  pressKey('End', {}, document.body);
  expect(cursor()).toBe('At 1 Sep 2026');
});

const PLACES = [
  ['overview', '', () => document.body],
  ['compare', '#compare=k', () => screen.getByRole('slider', { name: 'Time of all tests' })],
  ['series', '#series=glucose', () => screen.getByRole('slider', { name: /result/ })],
] as const;

test.each(PLACES)(
  'rule 53: on %s a zoom keeps the moment of the cursor where it is',
  async (name, fragment, focusTarget) => {
    await showWithShortcuts(name, `${fragment || '#'}&window=5y`);
    await screen.findByRole('button', { name: 'Zoom in' });
    const daysBack = () => parseWindowChoice(choiceNow() ?? '')?.backDays ?? Number.NaN;
    // The cursor goes from the first moment of the window back through the others: all but the newest are inside.
    await waitFor(() => expect(pressKey('End', {}, focusTarget())).toBe(true));
    for (let i = 0; i < 4; i++) pressKey('ArrowLeft', {}, focusTarget());
    pressKey('+');
    // The window now ends so long before the newest result that the cursor stays where it was.
    await waitFor(() => expect(choiceNow()).toMatch(/~/));
    const byKey = daysBack();
    expect(byKey).toBeGreaterThan(300);
    pressKey('-');
    await waitFor(() => expect(choiceNow()).toBe('5y'));
    fireEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
    await waitFor(() => expect(choiceNow()).toMatch(/~/));
    expect(daysBack()).toBeCloseTo(byKey, 3);
  },
);

test('a pointer that passed on its way to a button is no cursor to zoom around', async () => {
  await showWithShortcuts('series', '#series=glucose&window=5y');
  await screen.findByRole('button', { name: 'Zoom in' });
  fireEvent.pointerMove(screen.getByRole('slider', { name: /result/ }), { clientX: 200, clientY: 150 });
  fireEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
  await waitFor(() => expect(choiceNow()).not.toBe('5y'));
  expect(choiceNow()).not.toMatch(/~/);
  pressKey('-');
  await waitFor(() => expect(choiceNow()).toBe('5y'));
});

test('a window that shows everything goes neither out nor to a side', async () => {
  await showWithShortcuts('timeline', '#timeline&window=all');
  for (const key of ['[', ']', '-']) pressKey(key);
  expect(choiceNow()).toBe('all');
});
