import { describe, expect, test } from 'vitest';
import { changeSince } from '../../testing/changeFixture.ts';
import { madeRow, madeSeries } from '../../testing/seriesFixture.ts';
import type { Series } from '../series/series.ts';
import {
  byRank,
  causeOf,
  isBeyond,
  isShownWithoutDistance,
  rankOfChange,
  type SeriesChange,
} from './seriesChange.ts';

const first = { at: '2026-10-01T08:00:00Z', text: '4.5' };
const last = { at: '2026-11-10T08:00:00Z', text: '4.6' };
const critical = madeRow({ ...last, flag: 'HH' });
const rule = { reference: undefined, referenceValue: 4.5, quote: 'a rule' };

/** Changes of potassium that are as far from the baseline as `d` says. */
function changeAt(d: number | undefined, more: Partial<SeriesChange> = {}, series: Partial<Series> = {}) {
  const change = changeSince(madeSeries([first, last], series), '2026-11-01T00:00:00Z');
  const distance = d === undefined ? undefined : { ...change.distance!, d };
  return { ...change, distance, ...more };
}

describe('what is listed', () => {
  test('is beyond 2.576, up or down, and never at it', () => {
    expect([2.576, -2.576, 0, undefined].map((d) => isBeyond(changeAt(d)))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect([2.577, -2.577].map((d) => isBeyond(changeAt(d)))).toEqual([true, true]);
  });

  test.each(['mcv', 'mch', 'mchc'])('of the red-cell index %s is beyond 4', (analyteId) => {
    const isFar = (d: number) => isBeyond({ ...changeAt(d), series: { ...changeAt(d).series, analyteId } });
    expect([2.6, 4, -4, 4.01, -4.01].map(isFar)).toEqual([false, false, false, true, true]);
  });

  test('has the best rank that it meets', () => {
    expect(rankOfChange(changeAt(9, { critical, isNewlyOutside: true, rule }))).toBe(0);
    expect(rankOfChange(changeAt(9, { isNewlyOutside: true, rule }))).toBe(1);
    expect(rankOfChange(changeAt(9, { rule }))).toBe(2);
    expect(rankOfChange(changeAt(9))).toBe(3);
    expect(rankOfChange(changeAt(1))).toBeUndefined();
  });
});

describe('the order', () => {
  /** Sorts the changes as they stand, and from behind. */
  const sortedBothWays = (changes: readonly SeriesChange[]) =>
    [changes, changes.toReversed()].map((some) => some.toSorted(byRank));

  test('is by rank before anything else, and what is not listed comes last', () => {
    const ranks = [
      changeAt(0.1, { critical }),
      changeAt(1, { isNewlyOutside: true }),
      changeAt(2, { rule }),
      changeAt(3),
      changeAt(2.5),
      changeAt(undefined),
    ];
    expect(sortedBothWays(ranks)).toEqual([ranks, ranks]);
  });

  test('of one rank is by distance, whether it rose or fell', () => {
    const distances = [changeAt(-9), changeAt(8), changeAt(-7), changeAt(6)];
    expect(sortedBothWays(distances)).toEqual([distances, distances]);
    const rules = [changeAt(1, { rule }), changeAt(undefined, { rule })];
    expect(sortedBothWays(rules)).toEqual([rules, rules]);
  });

  test.each([5, undefined])('of the distance %s is the clinical one, and then that of the ids', (d) => {
    const measures = [
      changeAt(d, {}, { id: 'z', order: 10 }),
      changeAt(d && -d, {}, { id: 'a', order: 20 }),
      changeAt(d, {}, { id: 'b', order: 20 }),
    ];
    expect(sortedBothWays(measures)).toEqual([measures, measures]);
  });
});

describe('a cause', () => {
  const cause = (id: string, analyteId = id) => causeOf(madeSeries([], { id, analyteId }));

  test.each([
    ['hgb', 'hct', 'rbc', 'mcv', 'mch', 'mchc'],
    ['creat', 'egfr'],
    ['bp-sys', 'bp-dia'],
    ['weight', 'bmi'],
  ])('is shared by %s and %s', (...ids) => {
    expect(new Set(ids.map((id) => cause(id))).size).toBe(1);
    expect(cause('hgb~g/L', 'hgb')).toBe(cause('hct'));
  });

  test('is another one for each group, and every other series has its own', () => {
    const causes = ['hgb', 'creat', 'bp-sys', 'weight', 'k', 'na'].map((id) => cause(id));
    expect(new Set(causes).size).toBe(6);
    expect(cause('k~mg/dL', 'k')).toBe('k~mg/dL');
    expect(cause('http://loinc.org|1-8', '')).toBe('http://loinc.org|1-8');
  });
});

describe('a measure without a distance is shown with both values', () => {
  const { before, baseline } = changeAt(1);
  const isShown = (more: Partial<SeriesChange>) => isShownWithoutDistance(changeAt(undefined, more));

  test.each(['no variation', 'limit', 'not positive', 'fasting not known'] as const)(
    'where the reason is "%s" and an earlier result is known',
    (noDistanceReason) => {
      expect(isShown({ noDistanceReason, before, baseline })).toBe(true);
      expect(isShown({ noDistanceReason, before, baseline: undefined })).toBe(true);
      expect(isShown({ noDistanceReason, before: undefined, baseline })).toBe(true);
      expect(isShown({ noDistanceReason, before: undefined, baseline: undefined })).toBe(false);
    },
  );

  test.each(['', 'monitor', 'too few', 'method', 'growth', 'too old'] as const)(
    'and not where it is "%s"',
    (noDistanceReason) => {
      expect(isShown({ noDistanceReason, before, baseline })).toBe(false);
    },
  );
});
