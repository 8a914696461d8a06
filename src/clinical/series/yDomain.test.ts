import { describe, expect, test } from 'vitest';
import { yDomain } from './yDomain.ts';
import { onlySeriesOf, type SentResult } from '../../testing/readSeriesFixture.ts';
import { madeSeries } from '../../testing/seriesFixture.ts';
import type { Series } from './series.ts';

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

const bandOf = (low?: number, high?: number) => ({ band: { low, high, isFromText: false } });
const seriesOf = (
  texts: readonly string[],
  changes: Partial<Series> = {},
  band?: ReturnType<typeof bandOf>,
) =>
  madeSeries(
    texts.map((text, i) => ({ at: `2026-01-0${i + 1}T08:00:00Z`, text, ...band })),
    { axis: [10, 20], ...changes },
  );

describe('rule 4: a fixed range', () => {
  test.each<[string, Series, { low: number; high: number; isExtended: boolean }]>([
    ['holds values at both of its ends', seriesOf(['10', '20']), { low: 10, high: 20, isExtended: false }],
    ['is extended below by 8 %', seriesOf(['9', '15']), { low: 8.2, high: 20, isExtended: true }],
    ['is extended above by 8 %', seriesOf(['15', '21']), { low: 10, high: 21.8, isExtended: true }],
    ['is extended at both ends', seriesOf(['9', '21']), { low: 8.2, high: 21.8, isExtended: true }],
    [
      'is extended for a range sent below',
      seriesOf(['15'], {}, bandOf(8, undefined)),
      { low: 7.2, high: 20, isExtended: true },
    ],
    [
      'is extended for a range sent above',
      seriesOf(['15'], {}, bandOf(undefined, 30)),
      { low: 10, high: 30.8, isExtended: true },
    ],
    ['stands without a result', seriesOf([]), { low: 10, high: 20, isExtended: false }],
  ])('%s', (_, series, { low, high, isExtended }) => {
    const domain = yDomain(series);
    expect(domain.isExtended).toBe(isExtended);
    expect(domain.low).toBeCloseTo(low);
    expect(domain.high).toBeCloseTo(high);
  });

  test('holds the other side of a blood pressure too', () => {
    const [systolic, diastolic] = [seriesOf(['15']), seriesOf(['5'], { axis: [0, 1] })];
    expect(yDomain(systolic, diastolic)).toMatchObject({ high: 20, isExtended: true });
    expect(yDomain(systolic, diastolic).low).toBeCloseTo(4.2);
    expect(yDomain(systolic, seriesOf(['25'])).high).toBeCloseTo(25.8);
  });
});

describe('rule 4: the frame of a measure without a fixed range', () => {
  const frameOf = (texts: readonly string[], band?: ReturnType<typeof bandOf>) =>
    yDomain(seriesOf(texts, { axis: undefined }, band));

  test.each<[string, readonly string[], ReturnType<typeof bandOf> | undefined, number, number]>([
    ['values far apart get 8 % at both ends', ['100', '200'], undefined, 92, 208],
    ['equal values get a tenth of themselves', ['100', '100'], undefined, 94.2, 105.8],
    ['near values get a tenth of the larger', ['98', '100'], undefined, 93.2, 104.8],
    ['negative values too', ['-100', '-98'], undefined, -104.8, -93.2],
    ['a range sent is in the frame', ['100'], bandOf(50, 150), 42, 158],
    ['an upper limit is in the frame', ['100'], bandOf(undefined, 150), 96, 154],
    ['a lower limit is in the frame', ['100'], bandOf(50, undefined), 46, 104],
    ['zeros get a frame of one', ['0', '0'], undefined, 0, 0.58],
    ['no room below zero is given to what is never negative', ['0', '100'], undefined, 0, 108],
    ['room is given below what is negative', ['-1', '99'], undefined, -9, 107],
    ['without a result the frame is from 0 to 1', [], undefined, 0, 1],
  ])('%s', (_, texts, band, low, high) => {
    const frame = frameOf(texts, band);
    expect(frame.isExtended).toBe(false);
    expect(frame.low).toBeCloseTo(low);
    expect(frame.high).toBeCloseTo(high);
  });
});
