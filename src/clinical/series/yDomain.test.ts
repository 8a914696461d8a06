import { describe, expect, test } from 'vitest';
import { yDomain } from './yDomain.ts';
import { onlySeriesOf, type SentResult } from '../../testing/readSeriesFixture.ts';

const weight = (value: number, day: number): SentResult => ({
  at: day,
  value,
  more: {
    code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
    valueQuantity: { value, unit: 'kg' },
  },
});

describe('rule 4: the y range', () => {
  test('is fixed, and extended only so that no point is lost', () => {
    expect(yDomain(onlySeriesOf({ at: 1, value: 4 }, { at: 2, value: 4.1 }))).toEqual({
      low: 3,
      high: 6.5,
      isExtended: false,
    });
    const { low, high, isExtended } = yDomain(onlySeriesOf({ at: 1, value: 4 }, { at: 2, value: 9 }));
    expect([low, isExtended]).toEqual([3, true]);
    expect(high).toBeCloseTo(9 + 3.5 * 0.08);
  });

  test('without a fixed range noise does not fill the frame', () => {
    const { low, high } = yDomain(onlySeriesOf(weight(90, 1), weight(90.2, 2)));
    expect(high - low).toBeGreaterThan(9);
    expect(yDomain(onlySeriesOf(weight(1, 1), weight(90, 2))).low).toBe(0);
  });
});
