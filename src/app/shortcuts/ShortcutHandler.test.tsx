// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import {
  choiceNow,
  goesTo,
  openShortcutHelp,
  PINS_KEY,
  pressKey,
  SCREENS,
  type ScreenName,
  shownWindow,
  showWithShortcuts,
  singleKeysIn,
  setUpShortcuts,
} from './shortcutFixture.tsx';

import { parseWindowChoice } from '../../parts/timeWindow/windowChoice.ts';
import { shortcutsTexts } from './shortcuts.messages.ts';

setUpShortcuts();

test('g and a second letter go to another screen; by itself neither does anything', async () => {
  await showWithShortcuts('series');
  for (const [second, fragment] of [
    ['t', '#compare'],
    ['r', '#results'],
    ['m', '#timeline'],
    ['o', ''],
  ] as const) {
    pressKey('g');
    pressKey(second);
    await goesTo(fragment);
  }
  pressKey('o');
  pressKey('m');
  expect(location.hash).toBe('');
});

test('the second letter must come within a second and a half, and another key ends the waiting', async () => {
  await showWithShortcuts('overview');
  vi.useFakeTimers({ toFake: ['performance'] });
  pressKey('g');
  vi.advanceTimersByTime(1600);
  pressKey('r');
  expect(location.hash).toBe('');
  pressKey('g');
  pressKey('x');
  pressKey('r');
  expect(location.hash).toBe('');
  pressKey('g');
  pressKey('Shift');
  vi.advanceTimersByTime(1400);
  pressKey('r');
  vi.useRealTimers();
  await goesTo('#results');
});

test('on Compare the second letter of a way to another screen is not the letter of the table', async () => {
  await showWithShortcuts('compare');
  pressKey('g');
  pressKey('t');
  expect(screen.queryByRole('table')).toBeNull();
  pressKey('t');
  expect(await screen.findByRole('table')).toBeTruthy();
});

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

test('p opens the page for print, there p prints it and Escape leads back', async () => {
  const print = vi.fn<() => void>();
  vi.stubGlobal('print', print);
  await showWithShortcuts('overview');
  pressKey('p');
  await SCREENS.print[1]();
  expect(print).not.toHaveBeenCalled();
  pressKey('p');
  expect(print).toHaveBeenCalledOnce();
  pressKey('Escape');
  await goesTo('');
});

test('a digit opens the curve of that place on the overview', async () => {
  await showWithShortcuts('overview');
  const tiles = [...document.querySelectorAll<HTMLElement>('main a[data-series]')];
  const second = tiles[1]?.dataset['series'] ?? '';
  pressKey('2');
  await goesTo(`#series=${second}`);
  expect(pressKey('1')).toBe(false); // this screen shows no order of curves
});

test('pins go before the order of the overview, on every screen, and keep their place where one has no result', async () => {
  localStorage.setItem(PINS_KEY, ' lactate,, k,glucose~mmol/L');
  await showWithShortcuts('results');
  pressKey('2');
  await goesTo('#series=k');
  pressKey('1');
  await goesTo('#series=lactate');
  // The record lacks that series but has one of its analyte, which the overview shows for the pin.
  pressKey('3');
  await goesTo('#series=glucose');
  expect(pressKey('4')).toBe(false);
});

const searchField = () => screen.getByRole<HTMLInputElement>('combobox', { name: /^Search/ });

test.each(Object.keys(SCREENS) as ScreenName[])(
  'slash opens the search on the screen %s, and stays there',
  async (name) => {
    await showWithShortcuts(name);
    const before = location.hash;
    pressKey('/');
    await waitFor(() => expect(document.activeElement).toBe(searchField()));
    expect(await screen.findByRole('listbox', { name: 'Search results' })).toBeTruthy();
    expect(location.hash).toBe(before);
  },
);

test('what is typed on another screen than the overview stays there, with no letter lost', async () => {
  await showWithShortcuts('account');
  for (const letter of 'gl')
    fireEvent.change(searchField(), { target: { value: `${searchField().value}${letter}` } });
  expect(location.hash.split('&')[0]).toBe('#account=');
  expect(searchField().value).toBe('gl');
  expect(await screen.findByRole('option', { name: /^Glucose/ })).toBeTruthy();
});

test('rule 56: t goes from the chart of one result to its table and back', async () => {
  await showWithShortcuts('series');
  pressKey('t');
  const table = screen.getByRole('group', { name: /^Results in this period: Glucose/ });
  expect(document.activeElement).toBe(table);
  pressKey('t');
  expect(document.activeElement).toBe(screen.getByRole('slider', { name: /result/ }));
});

test('u goes to the choice of unit, and where there is none it is no key', async () => {
  await showWithShortcuts('series');
  expect(pressKey('u')).toBe(true);
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Unit' }));
  cleanup();
  await showWithShortcuts('series', '#series=k');
  expect(pressKey('u')).toBe(false);
  expect(singleKeysIn(await openShortcutHelp())).not.toContain('u');
});

test('f turns the filter of abnormal results on and off', async () => {
  await showWithShortcuts('results');
  const filter = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Abnormal' });
  pressKey('f');
  await waitFor(() => expect(filter.checked).toBe(true));
  // Without a focus, the reader goes on from the filter. With the focus in the table, it stays there.
  expect(document.activeElement).toBe(filter);
  const cell = screen.getByRole('grid').querySelector<HTMLElement>('[tabindex="0"]')!;
  cell.focus();
  pressKey('f');
  await waitFor(() => expect(filter.checked).toBe(false));
  expect(document.activeElement).toBe(cell);
});

test('c presses the button that leads to what can be taken along, where there is one', async () => {
  await showWithShortcuts('print');
  expect(pressKey('c')).toBe(false);
  cleanup();
  await showWithShortcuts('account');
  const button = await screen.findByRole('button', { name: 'Share' });
  const onClick = vi.fn<() => void>();
  button.addEventListener('click', onClick);
  expect(pressKey('c')).toBe(true);
  expect(onClick).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(button);
});

test('nothing happens while a text is typed, in a dialog, or with a key that makes a command of it', async () => {
  await showWithShortcuts('compare');
  const typing = screen.getByRole('combobox', { name: 'Add a test' });
  for (const key of ['p', 'a', 't', '/', '?', '1', '+']) expect(pressKey(key, {}, typing)).toBe(false);
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
    expect(pressKey('p', more, document.body)).toBe(false);
  expect(pressKey('p', { repeat: true }, document.body)).toBe(false);
  const dialog = await openShortcutHelp();
  expect(pressKey('p', {}, dialog)).toBe(false);
  expect(pressKey('p', {}, document.body)).toBe(false);
  expect(location.hash.split('&')[0]).toBe('#compare=k');
});

test('a bracket that a layout types with AltGr is a bracket; the same keys with a letter are a command', async () => {
  await showWithShortcuts('overview', '#window=1y');
  const altGr = (key: string) => {
    const event = new KeyboardEvent('keydown', {
      key,
      ctrlKey: true,
      altKey: true,
      cancelable: true,
      bubbles: true,
    });
    event.getModifierState = (name) => ['Control', 'Alt', 'AltGraph'].includes(name);
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(altGr('[')).toBe(true);
  await waitFor(() => expect(choiceNow()).toMatch(/^1y~/));
  expect(altGr('p')).toBe(false);
});

test('Caps Lock makes no other key of a letter', async () => {
  await showWithShortcuts('overview');
  expect(pressKey('G')).toBe(true);
  expect(pressKey('R')).toBe(true);
  await goesTo('#results');
});

test('a key that somebody else has taken is theirs', async () => {
  await showWithShortcuts('overview');
  const take = (event: Event) => event.preventDefault();
  document.body.addEventListener('keydown', take);
  pressKey('p', {}, document.body);
  document.body.removeEventListener('keydown', take);
  expect(location.hash).toBe('');
});
