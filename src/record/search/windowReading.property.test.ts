import { SECOND_MS } from '../../clinical/time/durations.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  heldResult,
  readDateServer,
  type DateServer,
  type HeldResult,
} from '../../testing/dateServerFixture.ts';
import { recordOf } from '../../testing/recordFixture.ts';
import type { RecordSnapshot } from '../flowsheet/recordSnapshot.ts';
import { replaces } from '../rules/replacedResultsFixture.ts';
import { dividedWindow, windowFilter } from './dateWindows.ts';

const START_MS = Date.parse('2010-01-01T00:00:00Z');
const text = (timeMs: number): string => new Date(timeMs).toISOString();

/** A time in ten years; many share one hour, so that windows are of very different fullness. */
const moments = fc.oneof(
  fc.integer({ min: 0, max: 320_000_000 }).map((s) => START_MS + s * SECOND_MS),
  fc.integer({ min: 0, max: 3600 }).map((s) => START_MS + 160_000_000_000 + s * SECOND_MS),
  fc.constant(START_MS + 40_000_000_000),
);

/** This is an exact time, a day, month or year, a time without zone, a period, an open one, or none. */
const effective = fc.oneof(
  { weight: 12, arbitrary: moments.map(text) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(moments, fc.constantFrom(4, 7, 10, 19))
      .map(([at, length]) => text(at).slice(0, length)),
  },
  { weight: 1, arbitrary: fc.tuple(moments, fc.nat(9e9)).map(([at, ms]) => `${text(at)}/${text(at + ms)}`) },
  { weight: 1, arbitrary: moments.map((at) => `${text(at)}/`) },
  { weight: 1, arbitrary: fc.constant('') },
);

const results = fc
  .array(effective, { minLength: 1100, maxLength: 1800 })
  .map((times): HeldResult[] => times.map((time, i) => heldResult(`r${i}`, time)));

/** A server may be right, or lose results, count wrongly, ignore dates or send a page again. */
const fault = fc.constantFrom<((ids: ReadonlySet<string>) => DateServer['answer']) | undefined>(
  undefined,
  (lost) =>
    (query, { matches, total }) =>
      query.has('date') ? { matches: matches.filter(({ id }) => !lost.has(id)), total } : undefined,
  (lost) =>
    (query, { matches }) => {
      const left = query.has('date') ? matches.filter(({ id }) => !lost.has(id)) : matches;
      return { matches: left, total: left.length };
    },
  () =>
    (query, { matches, total }) => ({ matches, total: query.has('date') ? undefined : total }),
  () =>
    (_query, { matches }) => ({ matches, total: matches.length + 1 }),
  () =>
    (query, { matches, total }) =>
      query.has('date') ? { matches: matches.slice(0, 50), total } : undefined,
);

test('whatever the dates, pages and faults: every result is read exactly once, or the record is not complete', async () => {
  await fc.assert(
    fc.asyncProperty(
      results,
      fc.constantFrom(1000, 300, 97, 40),
      fc.boolean(),
      fault,
      fc.uniqueArray(fc.nat(1799), { maxLength: 20 }),
      async (held, cap, hasTotal, faulty, lost) => {
        const answer = faulty?.(new Set(lost.map((i) => `r${i}`)));
        const { record, ids } = await readDateServer({
          results: held,
          cap,
          hasTotal,
          ...(answer && { answer }),
        });
        expect(record.ended).toBe(true);
        expect(record.account.duplicate).toBe(0);
        const isWhole = ids.size === held.length && record.account.received === held.length;
        expect(isWhole || !record.complete).toBe(true);
        expect(record.complete || faulty !== undefined).toBe(true);
      },
    ),
    { numRuns: 10 },
  );
}, 60_000);

/** Some results replace others, which may be in the same window, in another one, or without a date; some are withdrawn or of two forms. */
const replacing = fc.tuple(
  results,
  fc.array(fc.tuple(fc.nat(1799), fc.nat(1799), fc.constantFrom('final', 'final', 'entered-in-error')), {
    maxLength: 400,
  }),
);

const linked = (
  held: readonly HeldResult[],
  links: readonly (readonly [from: number, to: number, status: string])[],
): readonly HeldResult[] => {
  const byFrom = new Map(links.map(([from, ...link]) => [from, link]));
  return held.map((one, i) => {
    const valueQuantity = { value: 3 + (i % 40) / 10, unit: 'mmol/L' };
    const [to, status] = byFrom.get(i) ?? [];
    return { ...one, valueQuantity, ...(to !== undefined && { status, ...replaces(`Observation/r${to}`) }) };
  });
};

/** Returns all that stands of each result, and how the record counts them. */
const standing = ({
  series,
  account,
  withdrawn,
}: Pick<RecordSnapshot, 'series' | 'account' | 'withdrawn'>) => ({
  account,
  withdrawn,
  rows: series.map(({ rows, listed }) =>
    [...rows, ...listed].map(({ id, kind, timeMs, value }) => [id, kind.reason, kind.drawing, timeMs, value]),
  ),
});

test('a record that is read by windows or next links is the one that is read at once, also where results replace others', async () => {
  await fc.assert(
    fc.asyncProperty(
      replacing,
      fc.constantFrom(1000, 300, 97),
      fc.boolean(),
      async ([held, links], cap, hasTotal) => {
        const sent = linked(held, links);
        const { record } = await readDateServer({ results: sent, cap, hasTotal });
        expect(record.complete).toBe(true);
        expect(standing(record)).toEqual(standing(recordOf(sent)));
      },
    ),
    { numRuns: 6, endOnFailure: true },
  );
}, 60_000);

test('the parts of a window touch each other, and cover it and nothing else', () => {
  fc.assert(
    fc.property(
      fc.option(fc.integer({ min: 0, max: 1e6 }), { nil: undefined }),
      fc.integer({ min: 1, max: 1e6 }),
      fc.integer({ min: 0, max: 1e5 }),
      fc.integer({ min: 1, max: 1000 }),
      (from, length, count, pageLength) => {
        const fromMs = from === undefined ? undefined : START_MS + from * SECOND_MS;
        const oldestMs = START_MS - 5000;
        const untilMs = (fromMs ?? oldestMs) + length * SECOND_MS;
        const parts = dividedWindow({ fromMs, untilMs }, oldestMs, count, pageLength);
        fc.pre(parts.length > 0);
        expect(parts[0]?.untilMs).toBe(untilMs);
        expect(parts.at(-1)?.fromMs).toBe(fromMs);
        for (const [i, part] of parts.slice(1).entries()) {
          expect(part.untilMs).toBe(parts[i]?.fromMs);
          expect(part.untilMs % SECOND_MS).toBe(0);
          expect(part.untilMs).toBeGreaterThan(part.fromMs ?? oldestMs - 1);
        }
      },
    ),
  );
});

test('a window is asked for in whole seconds of UTC, from its start and before its end', () => {
  expect(windowFilter({ fromMs: START_MS, untilMs: START_MS + 90_061_000 })).toBe(
    'date=ge2010-01-01T00:00:00Z&date=lt2010-01-02T01:01:01Z',
  );
  expect(windowFilter({ fromMs: undefined, untilMs: START_MS })).toBe('date=lt2010-01-01T00:00:00Z');
});
