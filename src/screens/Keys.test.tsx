// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { openSession } from '../smart/session.ts';
import { granted, siteOf } from '../smart/testSession.ts';
import { flag, recordOf, result } from './gridFixture.ts';
import { OpenScreen } from './OpenScreen.tsx';
import { SessionMenu } from './SessionMenu.tsx';
import type { OpenedSession } from './sessionParts.tsx';
import { useChosenUnits } from './useChosenUnits.ts';

// A lazily loaded part comes late on a busy machine, and is no less right.
configure({ asyncUtilTimeout: 20_000 });

const ZONE = 'America/Chicago';
const OFF = 'longview.choice.general.keys';
const PINS = 'longview.choice.general.pins';

// What is loaded when it is shown; here before, so that no test waits for it.
beforeAll(async () => {
  await Promise.all([
    import('./Keys.tsx'),
    import('./Detail.tsx'),
    import('./Grid.tsx'),
    import('./EventScreen.tsx'),
    import('./AccountScreen.tsx'),
    import('./WindowControl.tsx'),
    import('./TakeAlong.tsx'),
    import('../charts/TrendChart.tsx'),
  ]);
}, 60_000);

beforeEach(() => {
  // The layout of the tests has none.
  HTMLElement.prototype.hidePopover = () => {};
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  localStorage.clear();
  location.hash = '';
});

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];
const record = recordOf(
  YEARS.flatMap((year) => [
    result('2823-3', 4.6, 'mmol/L', `${year}-03-01T14:00:00Z`),
    result('2823-3', 5.4, 'mmol/L', `${year}-09-01T14:00:00Z`, flag('H')),
    result('2951-2', 139, 'mmol/L', `${year}-03-01T14:00:00Z`),
    result('2951-2', 140, 'mmol/L', `${year}-09-01T14:00:00Z`),
    result('2345-7', 99, 'mg/dL', `${year}-03-01T14:00:00Z`),
    result('2345-7', 104, 'mg/dL', `${year}-09-01T14:00:00Z`),
  ]),
);

const patient = {
  id: 'p1',
  name: 'MARLOWE, Edwin',
  born: '14 Mar 1959',
  age: '67 y',
  gender: 'Male',
  identifier: { label: 'MRN', value: '004 829 17' },
  deceased: '',
};

function openedOf(): OpenedSession {
  const session = openSession(siteOf(), granted('p1'));
  return {
    session,
    requests: [],
    user: async () => undefined,
    refresh: () => undefined,
    events: () => new Promise(() => undefined),
    source: () => Promise.reject(new Error('not asked')),
    onSignIn: () => undefined,
  };
}

function App({ of, read }: { readonly of: OpenedSession; readonly read: RecordSnapshot }) {
  const units = useChosenUnits(read, 'general');
  return (
    <OpenScreen
      {...{ of, units, patient }}
      record={units.record}
      reported={read}
      banner="full"
      isFirstChartDrawn
      timeZone={ZONE}
      nowMs={read.readAtMs}
      siteLabel="General Hospital"
      siteId="general"
      opened={undefined}
      menu={<SessionMenu opened={of} timeZone={ZONE} />}
      sessionNotices={undefined}
      onRetry={() => undefined}
      onExportCsv={() => undefined}
      onOpenSource={() => undefined}
    />
  );
}

/** What says that a screen is there, with everything on it. */
const SCREENS = {
  overview: ['', () => screen.findByRole('searchbox')],
  compare: ['#compare=k', () => screen.findByRole('heading', { name: 'Compare' })],
  results: ['#results', () => screen.findByRole('heading', { name: 'Results by date' })],
  timeline: ['#timeline', () => screen.findByRole('heading', { name: 'Timeline' })],
  series: ['#series=glucose', () => screen.findByRole('slider')],
  print: ['#print', () => screen.findByRole('button', { name: 'Print' })],
  account: ['#account=', () => screen.findByRole('heading', { name: 'Account of all results' })],
} as const;
type Name = keyof typeof SCREENS;

/** True when somebody took the key. */
const press = (key: string, more: KeyboardEventInit = {}, target: Element | null = document.activeElement) =>
  !fireEvent.keyDown(target ?? document.body, { key, ...more });

const list = () => screen.queryByRole('dialog', { name: 'Keys' });

async function openList(): Promise<HTMLElement> {
  await waitFor(() => expect(press('?')).toBe(true));
  return screen.findByRole('dialog', { name: 'Keys' });
}

async function show(name: Name, fragment: string = SCREENS[name][0]) {
  location.hash = fragment;
  const view = render(
    <QueryClientProvider client={new QueryClient()}>
      <App of={openedOf()} read={record} />
    </QueryClientProvider>,
  );
  await SCREENS[name][1]();
  return view;
}

/** As `show`, with the keys there. */
async function showWithKeys(name: Name, fragment?: string) {
  const view = await show(name, fragment);
  await openList();
  press('Escape');
  expect(list()).toBeNull();
  return view;
}

/** Letters, digits and signs of the list. */
const singleKeysIn = (dialog: HTMLElement) =>
  [...dialog.querySelectorAll<HTMLElement>('[data-keys]')]
    .flatMap(({ dataset }) => (dataset['keys'] ?? '').split(', '))
    .filter((keys) => /^[!-~]( [!-~])?$/.test(keys));

const PRINTABLE = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter(
  (key) => !/[A-Z]/.test(key),
);

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

const shownWindow = () => document.querySelector('[data-window]')?.textContent ?? '';
const choiceNow = () => new URLSearchParams(location.hash.slice(1)).get('window');
const goesTo = (fragment: string) => waitFor(() => expect(location.hash.split('&')[0]).toBe(fragment));

test('g and a second letter go to another screen; by itself neither does anything', async () => {
  await showWithKeys('series');
  for (const [second, fragment] of [
    ['t', '#compare'],
    ['r', '#results'],
    ['m', '#timeline'],
    ['o', ''],
  ] as const) {
    press('g');
    press(second);
    await goesTo(fragment);
  }
  press('o');
  press('m');
  expect(location.hash).toBe('');
});

test('the second letter must come within a second and a half, and another key ends the waiting', async () => {
  await showWithKeys('overview');
  vi.useFakeTimers({ toFake: ['performance'] });
  press('g');
  vi.advanceTimersByTime(1600);
  press('r');
  expect(location.hash).toBe('');
  press('g');
  press('x');
  press('r');
  expect(location.hash).toBe('');
  press('g');
  press('Shift');
  vi.advanceTimersByTime(1400);
  press('r');
  vi.useRealTimers();
  await goesTo('#results');
});

test('on Compare the second letter of a way to another screen is not the letter of the table', async () => {
  await showWithKeys('compare');
  press('g');
  press('t');
  expect(screen.queryByRole('table')).toBeNull();
  press('t');
  expect(await screen.findByRole('table')).toBeTruthy();
});

test('rules 11 and 53: brackets shift the window, signs zoom, 0 goes back, and each says what is shown then', async () => {
  await showWithKeys('overview');
  await screen.findByRole('button', { name: 'Earlier' });
  const opened = shownWindow();
  const said = () => [...document.querySelectorAll('span > output')].at(-1)?.textContent;
  press('+');
  await waitFor(() => expect(choiceNow()).toBe('1y'));
  expect(said()).toBe(document.querySelector('[data-window]')?.firstChild?.textContent);
  press('[');
  await waitFor(() => expect(choiceNow()).toMatch(/^1y~18\d/));
  press(']');
  await waitFor(() => expect(choiceNow()).toBe('1y'));
  press(']');
  expect(choiceNow()).toBe('1y');
  expect(said()).toBe('The window ends with the last result read.');
  press('-');
  await waitFor(() => expect(choiceNow()).toBe('2y'));
  press('=');
  await waitFor(() => expect(choiceNow()).toBe('1y'));
  press('0');
  await waitFor(() => expect(choiceNow()).toBeNull());
  expect(shownWindow()).toBe(opened);
  press('0');
  expect(said()).toBe('The window is the one that the record opens with.');
});

test('a window that shows everything goes neither out nor to a side', async () => {
  await showWithKeys('timeline', '#timeline&window=all');
  for (const key of ['[', ']', '-']) press(key);
  expect(choiceNow()).toBe('all');
});

test('p opens the page for print, there p prints it and Escape leads back', async () => {
  const print = vi.fn<() => void>();
  vi.stubGlobal('print', print);
  await showWithKeys('overview');
  press('p');
  await SCREENS.print[1]();
  expect(print).not.toHaveBeenCalled();
  press('p');
  expect(print).toHaveBeenCalledOnce();
  press('Escape');
  await goesTo('');
});

test('a digit opens the curve of that place on the overview', async () => {
  await showWithKeys('overview');
  const tiles = [...document.querySelectorAll<HTMLElement>('main a[data-series]')];
  const second = tiles[1]?.dataset['series'] ?? '';
  press('2');
  await goesTo(`#series=${second}`);
  expect(press('1')).toBe(false); // here no order is in sight
});

test('pins go before the order of the overview, on every screen, and keep their place where one has no result', async () => {
  localStorage.setItem(PINS, ' lactate,, k,glucose~mmol/L');
  await showWithKeys('results');
  press('2');
  await goesTo('#series=k');
  press('1');
  await goesTo('#series=lactate');
  // Not that very series, but one of its analyte: what the overview shows for the pin.
  press('3');
  await goesTo('#series=glucose');
  expect(press('4')).toBe(false);
});

test('slash goes to the search box, from a screen without one to that of the overview', async () => {
  await showWithKeys('results');
  press('/');
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  cleanup();
  await showWithKeys('timeline');
  press('/');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('searchbox')));
  expect(location.hash).toBe('');
});

test('rule 56: t goes from the chart of one result to its table and back', async () => {
  await showWithKeys('series');
  press('t');
  const table = screen.getByRole('group', { name: /^All results: Glucose/ });
  expect(document.activeElement).toBe(table);
  press('t');
  expect(document.activeElement).toBe(screen.getByRole('slider'));
});

test('u goes to the choice of unit, and where there is none it is no key', async () => {
  await showWithKeys('series');
  expect(press('u')).toBe(true);
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Unit' }));
  cleanup();
  await showWithKeys('series', '#series=k');
  expect(press('u')).toBe(false);
  expect(singleKeysIn(await openList())).not.toContain('u');
});

test('f turns the filter of abnormal results on and off', async () => {
  await showWithKeys('results');
  const filter = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Abnormal' });
  press('f');
  await waitFor(() => expect(filter.checked).toBe(true));
  filter.focus();
  press('f');
  await waitFor(() => expect(filter.checked).toBe(false));
});

test('c presses the button that leads to what can be taken along, where there is one', async () => {
  await showWithKeys('account');
  expect(press('c')).toBe(false);
  const button = document.createElement('button');
  button.dataset['takeAlong'] = '';
  const onClick = vi.fn<() => void>();
  button.addEventListener('click', onClick);
  document.body.append(button);
  expect(press('c')).toBe(true);
  expect(onClick).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(button);
  button.remove();
});

test('nothing happens while a text is typed, in a dialog, or with a key that makes a command of it', async () => {
  await showWithKeys('compare');
  const typing = screen.getByRole('combobox', { name: 'Add a result' });
  for (const key of ['p', 'a', 't', '/', '?', '1', '+']) expect(press(key, {}, typing)).toBe(false);
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
    expect(press('p', more, document.body)).toBe(false);
  expect(press('p', { repeat: true }, document.body)).toBe(false);
  const dialog = await openList();
  expect(press('p', {}, dialog)).toBe(false);
  expect(press('p', {}, document.body)).toBe(false);
  expect(location.hash.split('&')[0]).toBe('#compare=k');
});

test('a bracket that a layout types with AltGr is a bracket; the same keys with a letter are a command', async () => {
  await showWithKeys('overview', '#window=1y');
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
  await showWithKeys('overview');
  expect(press('G')).toBe(true);
  expect(press('R')).toBe(true);
  await goesTo('#results');
});

test('a key that somebody else has taken is theirs', async () => {
  await showWithKeys('overview');
  const take = (event: Event) => event.preventDefault();
  document.body.addEventListener('keydown', take);
  press('p', {}, document.body);
  document.body.removeEventListener('keydown', take);
  expect(location.hash).toBe('');
});

test('the list is opened from the menu too, names the keys of its screen, and Escape closes it alone', async () => {
  await showWithKeys('series');
  fireEvent.click(screen.getByText('Keys', { selector: 'button' }));
  const dialog = await screen.findByRole('dialog', { name: 'Keys' });
  const words = (name: RegExp) => within(dialog).queryByRole('row', { name })?.textContent;
  expect(words(/^t /)).toBe('tfrom the chart to the table of all results, and back');
  expect(words(/^g then r/)).toBe('g then rgo to the results by date');
  expect(words(/^\+ or =/)).toBe('+ or =zoom in');
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
