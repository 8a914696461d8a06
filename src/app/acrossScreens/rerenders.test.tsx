// @vitest-environment happy-dom
import { QueryClientProvider, queryOptions } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { READ_ONCE } from '../../record/flowsheet/queries.ts';
import { queryClient } from '../../record/flowsheet/queryClient.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { courses, events } from '../../testing/madeEventsFixture.ts';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { openedSession } from '../../testing/openedSessionFixture.ts';
import { marlowe } from '../../testing/patientFixture.ts';
import { READ_AT_MS, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { RecordScreen } from '../RecordScreen.tsx';

const counter = await vi.hoisted(async () =>
  (await import('../../testing/renderCounter.ts')).createRenderCounter(),
);

const record = recordOf([
  ...[4.4, 4.6, 4.5, 5.8].map((value, i) =>
    resultInput('2823-3', value, 'mmol/L', `2026-0${i + 5}-12T14:10:00Z`),
  ),
  ...[139, 140, 138, 139].map((value, i) =>
    resultInput('2951-2', value, 'mmol/L', `2026-0${i + 5}-12T14:10:00Z`),
  ),
]);

const optionsOf = <T,>(name: string, read: () => Promise<T>) =>
  queryOptions({ ...READ_ONCE, queryKey: ['s', 'iss', 'p1', name], queryFn: read });

/** Opens the overview and waits until everything that comes after the first chart is there. */
async function open() {
  const openedEvents = {
    events: optionsOf('events', async () => eventsSnapshot({ courses, events })),
    retry: () => undefined,
    refresh: () => undefined,
  };
  const session = openedSession(
    {},
    { openEvents: () => Promise.resolve(openedEvents) },
    siteOf({ timeZone: 'America/Chicago' }),
  );
  const client = queryClient();
  const read = optionsOf('record', async (): Promise<RecordSnapshot> => record);
  render(
    <QueryClientProvider client={client}>
      <RecordScreen
        opened={session}
        patientOptions={optionsOf('patient', async () => marlowe)}
        recordOptions={read}
        onStop={() => undefined}
      />
    </QueryClientProvider>,
  );
  await screen.findByRole('region', { name: 'Events' });
  await screen.findByRole('combobox', { name: 'What changed since' });
  await screen.findByLabelText('Units');
  await screen.findByText('Share');
  // The last parts of the screen are drawn in tasks of their own.
  await settled();
  return { client, read };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: READ_AT_MS });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Lets React draw what was scheduled for the next frames and tasks. */
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 50)));

/** The curves of a search are drawn when no letter has followed for a moment. */
const handRests = () => act(() => new Promise((resolve) => setTimeout(resolve, 400)));

const drawnComponents = (): readonly string[] => [...counter.counts().keys()].toSorted();

test('a minute that passes draws anew only what tells an age or goes on with the clock', async () => {
  await open();
  counter.reset();
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  for (const name of ['Clock', 'WindowControl', 'EventRibbon']) expect(drawnComponents()).toContain(name);
  for (const name of [
    'RecordScreen',
    'ScreenRouter',
    'Overview',
    'Results',
    'ResultColumn',
    'Tile',
    'ChangesStrip',
  ])
    expect(drawnComponents()).not.toContain(name);
});

test('a mark for the patient or the whole record draws nothing anew', async () => {
  const frames: FrameRequestCallback[] = [];
  const waiting = vi.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((one) => frames.push(one));
  const names = ['longview:patient', 'longview:complete'];
  for (const name of names) performance.clearMarks(name);
  render(
    <QueryClientProvider client={queryClient()}>
      <RecordScreen
        opened={openedSession({}, {}, siteOf({ timeZone: 'America/Chicago' }))}
        patientOptions={optionsOf('patient', async () => marlowe)}
        recordOptions={optionsOf('record', async (): Promise<RecordSnapshot> => recordOf([]))}
        onStop={() => undefined}
      />
    </QueryClientProvider>,
  );
  await screen.findByText(/No results in/);
  await settled();
  waiting.mockRestore();
  counter.reset();
  for (const one of frames) one(0);
  await settled();
  for (const name of names) expect(performance.getEntriesByName(name)).toHaveLength(1);
  for (const name of ['RecordScreen', 'ScreenRouter', 'Overview'])
    expect(drawnComponents()).not.toContain(name);
});

test('a pointer that moves over the curves draws nothing but the cursor', async () => {
  await open();
  const plot = screen.getByRole('main').querySelector('[data-plot]')!;
  counter.reset();
  for (let x = 100; x < 200; x += 10) fireEvent.pointerMove(plot, { clientX: x, clientY: 60 });
  await settled();
  expect(drawnComponents()).toContain('OverviewCursor');
  for (const name of drawnComponents())
    expect(['OverviewCursor', 'CursorDate', 'RibbonReading', 'VisuallyHidden']).toContain(name);
});

test('a step of the window draws no menu, no field and no mark of a test anew', async () => {
  await open();
  fireEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
  await settled();
  counter.reset();
  fireEvent.click(screen.getByRole('button', { name: 'Earlier' }));
  await settled();
  expect(location.hash).not.toBe('');
  const drawn = new Set(drawnComponents());
  expect(drawn).toContain('Tile');
  const steady = ['ScreenTop', 'RecordHeader', 'ScreenTabs', 'SearchBox', 'SymbolsMenu', 'SessionMenu'];
  expect([...steady, 'SavedViewsMenu', 'CompareBar', 'TileMark'].filter((name) => drawn.has(name))).toEqual(
    [],
  );
});

test('a page that arrives draws no curve anew whose series it does not change', async () => {
  const { client, read } = await open();
  counter.reset();
  client.setQueryData(read.queryKey, { ...record, version: 2, series: [...record.series] });
  await settled();
  expect(drawnComponents()).toContain('AccountLine');
  for (const name of ['Tile', 'Sparkline', 'PairSparkline']) expect(drawnComponents()).not.toContain(name);
});

test.each([
  ['sod', ['sodi', 'sodiu', 'sodium']],
  ['pot', ['pota', 'potas', 'potass']],
  ['xyl', ['xylo', 'xylos', 'xylose']],
])(
  'further letters of a search (%s, %s) draw the results once, when the hand rests, and neither changes nor window',
  async (first, further) => {
    await open();
    const box = screen.getByRole('combobox', { name: /^Search/ });
    // The first letters that filter load the search.
    fireEvent.change(box, { target: { value: first } });
    await screen.findByText(/hidden by search/);
    await settled();
    counter.reset();
    for (const value of further) {
      fireEvent.change(box, { target: { value } });
      // oxlint-disable-next-line no-await-in-loop -- a hand types one letter after another
      await settled();
    }
    expect(drawnComponents()).not.toContain('Results');
    await handRests();
    expect(counter.counts().get('Results')).toBe(1);
    const drawn = new Set(drawnComponents());
    const besideField = ['Identity', 'Facts', 'ScreenTabs', 'SymbolsMenu', 'SessionMenu', 'AccountLine'];
    const steady = [...besideField, 'ChangesStrip', 'WindowControl', 'OverviewCursor'];
    expect(steady.filter((name) => drawn.has(name))).toEqual([]);
  },
);

test('a search that is given up shows all results at once', async () => {
  await open();
  const box = screen.getByRole('combobox', { name: /^Search/ });
  fireEvent.change(box, { target: { value: 'sodium' } });
  await screen.findByText(/hidden by search/);
  fireEvent.change(box, { target: { value: '' } });
  await settled();
  expect(screen.queryByText(/hidden by search/)).toBeNull();
});

test('a search that was given up is not shown again while the next one is typed', async () => {
  await open();
  const box = screen.getByRole('combobox', { name: /^Search/ });
  fireEvent.change(box, { target: { value: 'sodium' } });
  await screen.findByText(/hidden by search/);
  for (const value of ['', 'potassium']) {
    fireEvent.change(box, { target: { value } });
    // oxlint-disable-next-line no-await-in-loop -- a hand types one letter after another
    await settled();
  }
  expect(screen.queryByText(/hidden by search/)).toBeNull();
  await handRests();
  expect(screen.queryByText(/hidden by search/)).not.toBeNull();
});

test('each curve and the ribbon have the line of the cursor themselves, those too that come while it stands', async () => {
  await open();
  const main = screen.getByRole('main');
  const widths = () =>
    [...main.querySelectorAll<HTMLElement>('[data-plot]')].map(({ style }) =>
      style.getPropertyValue('--cursor-width'),
    );
  fireEvent.pointerMove(main.querySelector('[data-plot]')!, { clientX: 100, clientY: 60 });
  await settled();
  const count = widths().length;
  expect(new Set(widths())).toEqual(new Set(['var(--stroke-cursor)']));
  // On the whole screen it would be handed on to every element, and each move would style all of them.
  expect(main.style.getPropertyValue('--cursor-width')).toBe('');
  const box = screen.getByRole('combobox', { name: /^Search/ });
  fireEvent.change(box, { target: { value: 'sodium' } });
  await screen.findByText(/hidden by search/);
  await settled();
  expect(widths().length).toBeLessThan(count);
  fireEvent.change(box, { target: { value: '' } });
  await settled();
  expect(widths()).toHaveLength(count);
  expect(new Set(widths())).toEqual(new Set(['var(--stroke-cursor)']));
});
