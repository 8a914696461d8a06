import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seriesOfResults, type SentResult } from '../../testing/readSeriesFixture.ts';
import { DAY_MS } from '../time/durations.ts';
import { pressurePairsOf } from './pairs/pressurePairs.ts';
import { distinctPairs } from './pairs/repeatedPressures.ts';
import { distinctResults, resultCount } from './resultCount.ts';
import type { Series } from './series.ts';

const side = (code: string, value: number | undefined) => ({
  code: { coding: [{ system: 'http://loinc.org', code }] },
  ...(value !== undefined && { valueQuantity: { value, unit: 'mmHg' } }),
});

type Sides = readonly [systolic: number | undefined, diastolic: number | undefined];

const pressure = (day: number, [systolic, diastolic]: Sides): SentResult => ({
  at: day,
  value: 0,
  more: {
    valueQuantity: undefined,
    code: { coding: [{ system: 'http://loinc.org', code: '85354-9' }] },
    component: [side('8480-6', systolic), side('8462-4', diastolic)],
  },
});

const start = Date.UTC(2026, 0, 1);
const day = (n: number): number => start + n * DAY_MS;

function pairOf(sent: readonly SentResult[]): readonly [Series, Series | undefined] {
  const found = seriesOfResults(sent);
  const systolic = found.find(({ id }) => id === 'bp-sys');
  const diastolic = found.find(({ id }) => id === 'bp-dia');
  const first = systolic ?? diastolic;
  if (first === undefined) throw new Error('no pressure');
  return [first, systolic && diastolic];
}

describe('one result is one count, whatever it is made of', () => {
  test('both sides of a blood pressure are one, and a diastolic alone is one too', () => {
    const pair = pairOf([
      pressure(1, [120, 80]),
      pressure(2, [undefined, 70]),
      pressure(3, [130, undefined]),
      pressure(4, [140, 90]),
    ]);
    expect(resultCount(...pair, day(0), day(9))).toEqual({ inside: 4, older: 0, newer: 0 });
    expect(resultCount(...pair, day(2), day(3))).toEqual({ inside: 2, older: 1, newer: 1 });
    expect(resultCount(...pair, day(5), day(9))).toEqual({ inside: 0, older: 4, newer: 0 });
  });

  test('a series without a partner counts its points', () => {
    const [k] = seriesOfResults([1, 2, 3].map((at) => ({ at, value: 4 })));
    if (k === undefined) throw new Error('no series');
    expect(resultCount(k, undefined, day(2), day(3))).toEqual({ inside: 2, older: 1, newer: 0 });
  });

  const lone = (at: number, code: string, value: number): SentResult => ({
    at,
    value: 0,
    more: side(code, value),
  });

  test('rule 23: a pressure sent as a panel and as two results is one, and so is a result under two ids', () => {
    const sent = [
      pressure(1, [120, 80]),
      pressure(2, [104, 58]),
      lone(2, '8480-6', 104),
      lone(2, '8462-4', 58),
    ];
    for (const all of [sent, sent.toReversed()])
      expect(resultCount(...pairOf(all), day(2), day(9))).toEqual({ inside: 1, older: 1, newer: 0 });
    const potassium = [1, 2, 2, 2, 3].map((at) => ({ at, value: 4 }));
    const [k] = seriesOfResults(potassium);
    expect(resultCount(k!, undefined, day(2), day(2))).toEqual({ inside: 1, older: 1, newer: 1 });
  });

  test.each([
    ['a', 'b', 'c'],
    ['b', 'a', 'c'],
    ['c', 'b', 'a'],
  ])('rule 23: a copy that names no method joins one of two methods, whatever the ids are', (...ids) => {
    const sent = ['', 'ISE', 'Flame'].map((text, i) => ({
      id: ids[i]!,
      at: 2,
      value: 5,
      more: text === '' ? {} : { method: { text } },
    }));
    expect(resultCount(seriesOfResults(sent)[0]!, undefined, day(1), day(3)).inside).toBe(2);
  });

  test('rule 23: one side that was sent once more adds nothing, another value of it is a result of its own', () => {
    const twice = pairOf([pressure(2, [104, 58]), lone(2, '8462-4', 58)]);
    expect(resultCount(...twice, day(1), day(3)).inside).toBe(1);
    const other = pairOf([pressure(2, [104, 58]), lone(2, '8462-4', 66)]);
    expect(resultCount(...other, day(1), day(3)).inside).toBe(2);
  });

  test('rules 23 and 44: a result of a day counts once from the start of that day in any zone', () => {
    const at = '2026-01-03';
    const halfPastDay = day(2) + DAY_MS / 2;
    const potassium = [
      { at: 1, value: 4 },
      { at, value: 5 },
      { at, value: 5 },
      { at: 6, value: 4 },
    ];
    const [k] = seriesOfResults(potassium);
    expect(resultCount(k!, undefined, halfPastDay, day(9))).toEqual({ inside: 2, older: 1, newer: 0 });
    expect(distinctResults(k!).rows.map(({ value }) => value)).toEqual([4, 5, 4]);
    const pressures = [
      pressure(1, [120, 80]),
      { ...pressure(1, [130, 85]), at },
      { ...pressure(1, [130, 85]), at },
      { ...lone(1, '8462-4', 70), at },
      pressure(6, [140, 90]),
    ];
    expect(resultCount(...pairOf(pressures), halfPastDay, day(9))).toEqual({ inside: 3, older: 1, newer: 0 });
    expect(resultCount(...pairOf(pressures), day(3), day(9))).toEqual({ inside: 1, older: 3, newer: 0 });
  });

  test('rule 23: a copy of any pressure changes no count', () => {
    const value = fc.integer({ min: 60, max: 62 });
    const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), value, value), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(some, fc.nat(), fc.integer({ min: 1, max: 4 }), (all, turn, at) => {
        const sent = all.map(([on, ...sides]) => pressure(on, sides));
        const cut = turn % sent.length;
        const count = (results: readonly SentResult[]) =>
          resultCount(...pairOf(results), day(at), day(at + 1));
        expect(count([...sent.slice(cut), ...sent])).toEqual(count(sent));
      }),
    );
  });

  test('before, in and after a window are together what the chart and its reading count', () => {
    const value = fc.option(fc.integer({ min: 40, max: 200 }), { nil: undefined });
    const sent = fc.tuple(fc.integer({ min: 1, max: 60 }), value, value);
    fc.assert(
      fc.property(
        fc.array(sent, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 61 }),
        fc.nat({ max: 61 }),
        (all, from, length) => {
          const usable = all.filter(([, systolic, diastolic]) => systolic ?? diastolic);
          fc.pre(usable.length > 0);
          const pair = pairOf(usable.map(([at, ...sides]) => pressure(at, sides)));
          const times = distinctPairs(pressurePairsOf(...pair)).map(
            ([{ systolic, diastolic }]) => (systolic ?? diastolic)!.timeMs,
          );
          const [startMs, endMs] = [day(from), day(from + length)];
          const { inside, older, newer } = resultCount(...pair, startMs, endMs);
          expect(inside + older + newer).toBe(times.length);
          expect(inside).toBe(times.filter((timeMs) => timeMs >= startMs && timeMs <= endMs).length);
        },
      ),
    );
  });
});
