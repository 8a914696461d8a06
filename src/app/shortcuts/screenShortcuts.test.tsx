// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import {
  goesTo,
  PINS_KEY,
  pressKey,
  SCREENS,
  type ScreenName,
  showWithShortcuts,
  setUpShortcuts,
} from './shortcutFixture.tsx';

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
