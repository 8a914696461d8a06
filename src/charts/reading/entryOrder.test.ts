import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seriesOfResults, type SentResult } from '../../testing/readSeriesFixture.ts';
import { isCertainlyBefore } from '../../clinical/series/newest/certainOrder.ts';
import { chartEntriesOf, drawnRows, type ChartEntry } from './chartEntries.ts';
import { entriesNotBefore, isEntryBefore, tiedEntries } from './entryOrder.ts';

const drawnOf = (results: readonly SentResult[]): readonly ChartEntry[] => {
  const [series] = seriesOfResults(results);
  return series ? chartEntriesOf(series).drawn : [];
};
const timesOf = (entries: readonly ChartEntry[]) => entries.map(({ rows }) => rows[0].effective);

/** This is a time of two years as a server may send it: a moment, a day, a month or a year. */
const SENT_TIME = fc
  .tuple(
    fc.date({ min: new Date('2023-11-01'), max: new Date('2025-11-01'), noInvalidDate: true }),
    fc.constantFrom(4, 7, 10, 24),
  )
  .map(([date, length]) => date.toISOString().slice(0, length));

/** These are moments that are close to one another and to midnight. */
const NEAR_TIME = fc
  .tuple(fc.integer({ min: -40, max: 40 }), fc.constantFrom(10, 24))
  .map(([hours, length]) =>
    new Date(Date.parse('2025-03-01T00:00:00Z') + hours * 3_600_000).toISOString().slice(0, length),
  );

test('what may be as new as a result is the same as when every result is looked at', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(SENT_TIME, NEAR_TIME), { maxLength: 25 }), (times) => {
      const drawn = drawnOf(times.map((at, i) => ({ at, value: 4 + i / 10 })));
      for (const entry of drawn) {
        const isBefore = (a: ChartEntry, b: ChartEntry) =>
          drawnRows(a).every((row) => drawnRows(b).every((other) => isCertainlyBefore(row, other)));
        const tied = drawn.filter((one) => one !== entry && !isBefore(one, entry) && !isBefore(entry, one));
        expect(timesOf(tiedEntries(drawn, entry))).toEqual(timesOf(tied));
        const notBefore = drawn.filter((one) => !isBefore(one, entry));
        expect(timesOf(entriesNotBefore(drawn, entry))).toEqual(timesOf(notBefore));
      }
    }),
  );
});

/** Returns the results of a chart, and how many of them were looked at so far. */
function counted(drawn: readonly ChartEntry[]) {
  let count = 0;
  const entries = new Proxy(drawn, {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) count += 1;
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  return { entries, looks: () => count };
}

test.each([
  ['each hour of half a year', 3_600_000, 4_380],
  ['every 40 minutes of four months', 2_400_000, 4_320],
  ['each day of twelve years', 86_400_000, 4_380],
])('of %s, only the neighbours of a result are looked at', (_, stepMs, length) => {
  const startMs = Date.parse('2014-01-01T06:30:00Z');
  const results = Array.from({ length }, (_none, i) => ({
    at: new Date(startMs + i * stepMs).toISOString(),
    value: 4,
  }));
  const { entries, looks } = counted(drawnOf(results));
  // The first look notes the months and years among all of them.
  tiedEntries(entries, entries[0]!);
  const before = looks();
  for (let i = 1; i <= 3; i += 1) expect(tiedEntries(entries, entries[length - i]!)).toEqual([]);
  expect((looks() - before) / 3).toBeLessThan(400);
  expect(isEntryBefore(entries[0]!, entries[1]!)).toBe(true);
});
