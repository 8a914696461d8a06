// @vitest-environment happy-dom
import { QueryClientProvider, queryOptions } from '@tanstack/react-query';
import { act, cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Series } from '../../clinical/series/series.ts';
import { READ_ONCE } from '../../record/flowsheet/queries.ts';
import { queryClient } from '../../record/flowsheet/queryClient.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { courses, events } from '../../testing/madeEventsFixture.ts';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { valuesHeldByReact } from '../../testing/valuesHeldByReact.ts';
import { openedSession } from '../../testing/openedSessionFixture.ts';
import { marlowe } from '../../testing/patientFixture.ts';
import { pressureWith, READ_AT_MS, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { RecordScreen } from '../RecordScreen.tsx';

// A part that is loaded late may need more than the usual second on a busy machine.
configure({ asyncUtilTimeout: 40_000 });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: READ_AT_MS });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const MONTHS = [4, 5, 6, 7, 8, 9, 10];
const at = (month: number): string => `2026-${String(month).padStart(2, '0')}-12T14:10:00Z`;

const twoYears = Array.from({ length: 2000 }, (_, i) =>
  resultInput('2951-2', 140, 'mmol/L', new Date(Date.UTC(2024, 0, 1, i * 8)).toISOString()),
);

/** Returns a long record as it was read up to a month, with curves, a blood pressure, and a result that is a line. */
const readUntil = (month: number, more: Partial<RecordSnapshot> = {}): RecordSnapshot => ({
  ...recordOf([
    ...twoYears,
    ...MONTHS.filter((one) => one <= month).flatMap((one) => [
      resultInput('2823-3', 4 + one / 10, 'mmol/L', at(one)),
      resultInput('2160-0', 0.8 + one / 10, 'mg/dL', at(one), {
        referenceRange: [{ low: { value: 0.6, unit: 'mg/dL' }, high: { value: 1.2, unit: 'mg/dL' } }],
      }),
      pressureWith([120 + one, 70 + one], [[90, 120], undefined], at(one)),
    ]),
    resultInput('1988-5', 12, 'mg/L', at(4)),
    resultInput('1988-5', 8 + month, 'mg/L', at(month)),
  ]),
  version: month,
  ...more,
});

const READING = { ended: false, complete: false } as const;

const optionsOf = <T,>(name: string, read: () => Promise<T>) =>
  queryOptions({ ...READ_ONCE, queryKey: ['s', 'iss', 'p1', name], queryFn: read });

/** Opens the overview on what has been read so far. The returned function brings what is read next. */
async function open(first: RecordSnapshot) {
  const openedEvents = {
    events: optionsOf('events', async () => eventsSnapshot({ courses, events })),
    retry: () => undefined,
    refresh: () => undefined,
  };
  const opened = openedSession(
    {},
    { openEvents: () => Promise.resolve(openedEvents) },
    siteOf({ timeZone: 'America/Chicago' }),
  );
  const client = queryClient();
  const options = optionsOf('record', async () => first);
  const { container } = render(
    <QueryClientProvider client={client}>
      <RecordScreen
        {...{ opened }}
        patientOptions={optionsOf('patient', async () => marlowe)}
        recordOptions={options}
        onStop={() => undefined}
      />
    </QueryClientProvider>,
  );
  await screen.findAllByText('Potassium');
  const bring = async (next: RecordSnapshot): Promise<void> => {
    await act(async () => void client.setQueryData(options.queryKey, next));
    if (next.ended) await screen.findByRole('region', { name: 'Events' });
  };
  return { container, bring };
}

const heldOf = (container: Element, { series }: RecordSnapshot): readonly Series[] => {
  const held = valuesHeldByReact(container);
  return series.filter((one) => held.has(one));
};

test.each([
  ['the last page brings results and ends the record', [readUntil(7, READING), readUntil(9)]],
  [
    'several pages come',
    [readUntil(5, READING), readUntil(7, READING), readUntil(8, READING), readUntil(10)],
  ],
  ['the end of a search is missing', [readUntil(8, READING), readUntil(10, { complete: false })]],
  ['a refresh brings further results', [readUntil(8), readUntil(9), readUntil(10)]],
])('the screen holds the series once, as they are now, after %s', async (_what, [first, ...later]) => {
  const { container, bring } = await open(first!);
  for (const next of later)
    // oxlint-disable-next-line no-await-in-loop -- the pages come one after the other
    await bring(next);
  const last = later.at(-1)!;
  await waitFor(() => {
    for (const before of [first!, ...later.slice(0, -1)]) expect(heldOf(container, before)).toEqual([]);
  });
  expect(heldOf(container, last)).toEqual(last.series);
});

test('the second drawing waits until the browser is idle, and changes nothing that is seen, heard or focused', async () => {
  const before = readUntil(8);
  const { container, bring } = await open(before);
  await screen.findByRole('combobox', { name: 'What changed since' });
  const waiting: (() => void)[] = [];
  vi.stubGlobal('requestIdleCallback', (one: () => void) => waiting.push(one));
  vi.stubGlobal('cancelIdleCallback', (id: number) => (waiting[id - 1] = () => undefined));
  await bring(readUntil(10));
  await screen.findAllByText(/Oct/);
  expect(heldOf(container, before)).not.toEqual([]);
  const tile = screen.getByRole('link', { name: /^Potassium/ });
  tile.focus();
  const html = container.innerHTML;
  await act(async () => {
    for (const one of waiting.splice(0)) one();
  });
  await waitFor(() => expect(heldOf(container, before)).toEqual([]));
  expect(container.innerHTML).toBe(html);
  expect(document.activeElement).toBe(tile);
});
