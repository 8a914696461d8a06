import { describe, expect, test } from 'vitest';
import { pressurePairsOf } from './pressurePairs.ts';
import { yDomain } from '../yDomain.ts';
import { seriesOfResults, type SentResult } from '../../../testing/readSeriesFixture.ts';

const side = (code: string, value?: number) => ({
  code: { coding: [{ system: 'http://loinc.org', code }] },
  ...(value !== undefined && { valueQuantity: { value, unit: 'mmHg' } }),
});

const pressure = (day: number, systolic?: number, diastolic?: number): SentResult => ({
  at: day,
  value: 0,
  more: {
    valueQuantity: undefined,
    code: { coding: [{ system: 'http://loinc.org', code: '85354-9' }] },
    component: [side('8480-6', systolic), side('8462-4', diastolic)],
  },
});

describe('rule 7: pairs', () => {
  test('both sides of one Observation, a missing side missing', () => {
    const [systolic, diastolic] = seriesOfResults([
      pressure(3, 130, 85),
      pressure(1, 120, 80),
      pressure(2, 110),
      pressure(4, undefined, 70),
    ]);
    if (systolic === undefined) throw new Error('no systolic series');
    expect(
      pressurePairsOf(systolic, diastolic).map((pair) => [pair.systolic?.value, pair.diastolic?.value]),
    ).toEqual([
      [120, 80],
      [110, undefined],
      [130, 85],
      [undefined, 70],
    ]);
    expect(yDomain(systolic, diastolic)).toEqual({ low: 40, high: 180, isExtended: false });
  });

  test('5: systolic and diastolic sent as two Observations of two times are not joined', () => {
    const [systolic, diastolic] = seriesOfResults([
      { at: 1, value: 0, more: side('8480-6', 120) },
      { at: 1.01, value: 0, more: side('8462-4', 80) },
    ]);
    if (systolic === undefined) throw new Error('no systolic series');
    expect(pressurePairsOf(systolic, diastolic)).toHaveLength(2);
  });
});
