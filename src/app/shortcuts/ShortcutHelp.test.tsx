// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import {
  goesTo,
  list,
  type Name,
  OFF,
  openList,
  press,
  PRINTABLE,
  SCREENS,
  show,
  showWithKeys,
  singleKeysIn,
  setUpKeys,
} from './shortcutFixture.tsx';

setUpKeys();

test.each(Object.keys(SCREENS) as Name[])(
  'on %s the list holds every single key that does something, and no other',
  async (name) => {
    vi.stubGlobal('print', vi.fn<() => void>());
    await showWithKeys(name);
    const listed = singleKeysIn(await openList());
    press('Escape');
    const here = location.hash;
    const taken = new Set<string>();
    const back = async () => {
      press('Escape');
      if (location.hash !== here) {
        location.hash = here;
        await SCREENS[name][1]();
      }
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    };
    for (const key of PRINTABLE) {
      if (press(key)) taken.add(key);
      await back();
    }
    for (const two of listed.filter((keys) => keys.length > 1)) {
      press(two[0]!);
      if (press(two[2]!)) taken.add(two);
      await back();
    }
    expect(listed.length).toBeGreaterThan(5);
    const firsts = listed.map((keys) => keys[0]!);
    expect([...taken].toSorted()).toEqual([...new Set([...listed, ...firsts])].toSorted());
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

/** Where arrow keys, Home, End and the page keys are pressed, and the words of the list that are about that place. */
const PLACES = [
  ['overview', 'the page', 'body', /in all curves/],
  ['compare', 'a strip', '[role="slider"][data-walks="k"]', /on a strip/],
  ['compare', 'the time axis', '[role="slider"][data-walks=""]', /or the time axis/],
  ['results', 'a cell', '[role="gridcell"][tabindex="0"], [role="rowheader"][tabindex="0"]', /in the grid/],
  ['series', 'the chart', '[role="slider"]', /the chart/],
  ['series', 'the table', '[data-twin]', /(?:in the|or) table/],
] as const;

test.each(PLACES)(
  'on %s the list holds every other key that %s takes, and no other',
  async (name, _, selector, isAbout) => {
    await showWithKeys(name);
    const listed = [...(await openList()).querySelectorAll<HTMLElement>('[data-keys]')]
      .filter(({ textContent }) => isAbout.test(textContent))
      .flatMap(({ dataset }) => (dataset['keys'] ?? '').split(', '))
      .map((key) => SIGNS[key] ?? key);
    press('Escape');
    const here = location.hash;
    const place = () => document.querySelector<HTMLElement>(selector)!;
    const taken: string[] = [];
    for (const key of WALKING) {
      place().focus();
      if (press(key, {}, place())) taken.push(key);
      // A key of the chart may lead to another result.
      if (location.hash === here) continue;
      location.hash = here;
      await SCREENS[name][1]();
    }
    expect(listed.filter((key) => WALKING.includes(key)).toSorted()).toEqual(taken.toSorted());
    expect(taken.length).toBeGreaterThan(3);
  },
);

test('Escape leads back to the overview from every other screen, and Enter opens a source where the list says so', async () => {
  for (const name of Object.keys(SCREENS) as Name[]) {
    const view = await showWithKeys(name);
    const words = (await openList()).textContent;
    expect(words).toContain('Escclose what is open, else back to the overview');
    expect(words.includes('the source of the result')).toBe(name === 'results' || name === 'series');
    press('Escape');
    press('Escape', {}, document.body);
    await goesTo('');
    view.unmount();
  }
});

test('the list is opened from the menu too, names the keys of its screen, and Escape closes it alone', async () => {
  await showWithKeys('series');
  fireEvent.click(screen.getByText('Keys', { selector: 'button' }));
  const dialog = await screen.findByRole('dialog', { name: 'Keys' });
  const words = (name: RegExp) => within(dialog).queryByRole('row', { name })?.textContent;
  expect(words(/^t /)).toBe('tfrom the chart to the table of its results, and back');
  expect(words(/^g then r/)).toBe('g then rgo to the results by date');
  expect(words(/^\+ or =/)).toBe('+ or =zoom in, around the cursor');
  expect(words(/^Esc/)).toBe('Escclose what is open, else back to the overview');
  expect(words(/^f /)).toBeUndefined();
  press('Escape');
  expect(list()).toBeNull();
  expect(location.hash).toBe('#series=glucose');
});

test('another screen closes the list', async () => {
  await showWithKeys('series');
  await openList();
  location.hash = '#results';
  await waitFor(() => expect(list()).toBeNull());
});

const singleSwitchIn = (dialog: HTMLElement) =>
  within(dialog).getByRole('checkbox', { name: 'Single keys on' });

test('WCAG 2.1.4: switched off no letter, digit or sign does anything, and this browser remembers it for the site', async () => {
  const view = await showWithKeys('compare');
  fireEvent.click(singleSwitchIn(await openList()));
  expect(localStorage.getItem(OFF)).toBe('off');
  press('Escape');
  for (const key of PRINTABLE) expect(press(key)).toBe(false);
  expect(screen.queryByRole('table')).toBeNull();
  view.unmount();

  // Another visit: off from the first moment on, and no control claims a key.
  await show('overview');
  await screen.findByRole('button', { name: 'Earlier' });
  for (const key of PRINTABLE) expect(press(key)).toBe(false);
  expect(document.querySelector('[aria-keyshortcuts]')).toBeNull();
  expect(screen.getByRole('button', { name: 'Earlier' }).title).toBe('Earlier');
});

test('WCAG 2.1.4: arrow keys and Escape stay, the list says what is off, and the menu leads to the switch', async () => {
  localStorage.setItem(OFF, 'off');
  await show('series');
  const slider = screen.getByRole('slider');
  expect(press('ArrowLeft', {}, slider)).toBe(true);
  fireEvent.click(await screen.findByText('Keys', { selector: 'button' }));
  const dialog = await screen.findByRole('dialog', { name: 'Keys' });
  expect(within(dialog).getByRole('row', { name: /^p / }).textContent).toBe(
    'pgo to the page for print (off)',
  );
  expect(within(dialog).getByRole('row', { name: /^Tab/ }).textContent).not.toContain('(off)');
  fireEvent.click(singleSwitchIn(dialog));
  expect(localStorage.getItem(OFF)).toBeNull();
  press('Escape');
  press('p');
  await goesTo('#print');
  press('Escape');
  await goesTo('');
});
