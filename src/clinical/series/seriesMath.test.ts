import { describe, expect, test } from 'vitest';
import {
  bandSteps,
  latestChange,
  decimalsOf,
  latest,
  lineSegments,
  pressurePairsOf,
  previous,
  hasRangeChanged,
  yDomain,
} from './seriesMath.ts';
import { allSeries, seriesOfResults, type Result } from './seriesMathFixture.ts';
import { DAY_MS } from '../time/durations.ts';

const preliminary = { status: 'preliminary' };
const range = (low: number, high: number) => ({
  referenceRange: [{ low: { value: low }, high: { value: high } }],
});

const sentAs = (loinc: string, value: number, unit: string, day: number): Result => ({
  day,
  value,
  more: {
    code: { coding: [{ system: 'http://loinc.org', code: loinc }] },
    valueQuantity: { value, valueText: String(value), unit, code: unit, system: 'http://unitsofmeasure.org' },
  },
});

describe('rules 14 and 16: a converted number says what was sent', () => {
  test.each([
    ['grams of an infant', '29463-7', 'g', [850, 880], ['0.850', '0.880'], '+0.030'],
    ['ounces', '29463-7', '[oz_av]', [30, 31], ['0.85', '0.88'], '+0.03'],
    ['pounds of an infant', '29463-7', '[lb_av]', [7.5, 7.6], ['3.40', '3.45'], '+0.05'],
    [
      'pounds, which are coarser than the decimals of the catalog',
      '29463-7',
      '[lb_av]',
      [182, 181],
      ['82.6', '82.1'],
      '−0.5',
    ],
    [
      'a long fraction, at most two beyond the catalog',
      '29463-7',
      'g',
      [85728.958, 86182.55],
      ['85.729', '86.183'],
      '+0.454',
    ],
    [
      'and what is less than that is no “=”',
      '29463-7',
      'g',
      [85728.958, 85728.961],
      ['85.729', '85.729'],
      '+0.000003',
    ],
    ['degrees, which are shifted too', '8310-5', '[degF]', [98.4, 98.5], ['36.9', '36.9'], '+0.1'],
    ['cells of a microlitre', '6690-2', '/uL', [11_250, 11_290], ['11.250', '11.290'], '+0.040'],
    ['protein of a litre', '1751-7', 'g/L', [38.5, 38.1], ['3.85', '3.81'], '−0.04'],
    ['the same', '29463-7', 'g', [850, 850], ['0.850', '0.850'], '0'],
  ] as const)('%s', (_, loinc, unit, values, shown, delta) => {
    const series = seriesOfResults(...values.map((value, i) => sentAs(loinc, value, unit, i)));
    expect(series.rows.map((row) => row.value.toFixed(decimalsOf(row, series)))).toEqual(shown);
    expect(latestChange(series)?.deltaText).toBe(delta);
  });
});

describe('latest, previous, change', () => {
  const series = seriesOfResults(
    { day: 1, value: 5 },
    { day: 2, value: '5.4' },
    { day: 3, value: '5.8' },
    { day: 4, value: 6.3, more: preliminary },
  );

  test('rules 13 and 34: preliminary is neither latest nor previous', () => {
    expect([latest(series)?.valueText, previous(series)?.valueText]).toEqual(['5.8', '5.4']);
  });

  test('rule 24: the last minus the previous plotted number, with the decimals recorded', () => {
    expect(latestChange(series)).toMatchObject({ deltaText: '+0.4' });
    expect(latestChange(seriesOfResults({ day: 1, value: '5.0' }, { day: 2, value: 4 }))).toMatchObject({
      deltaText: '−1.0',
    });
    // 9.5 after 11.0
    expect(
      latestChange(seriesOfResults({ day: 1, value: '1.10E+1' }, { day: 2, value: '95e-1' })),
    ).toMatchObject({
      deltaText: '−1.5',
    });
    expect(latestChange(seriesOfResults({ day: 1, value: '5.0' }, { day: 2, value: 5 }))).toMatchObject({
      delta: 0,
      deltaText: '0',
    });
  });

  test('rules 20 and 24: a limit may be the latest and takes no part in the change', () => {
    const limited = seriesOfResults({ day: 1, value: 4 }, { day: 2, value: 5 }, { day: 3, value: '<3' });
    expect(latest(limited)?.kind.comparator).toBe('<');
    expect(latestChange(limited)).toMatchObject({ delta: 1, to: { valueText: '5' } });
  });

  test('rule 24: with one number there is no change', () => {
    expect(latestChange(seriesOfResults({ day: 1, value: 4 }))).toBeUndefined();
  });

  test('rule 23: the same result under another id is not the one before', () => {
    const twins = seriesOfResults({ day: 1, value: 4 }, { day: 2, value: 5 }, { day: 2, value: 5 });
    expect([previous(twins)?.valueText, latestChange(twins)?.delta]).toEqual(['4', 1]);
  });
});

describe('rule 6: where the line breaks', () => {
  const text = { valueQuantity: undefined, valueString: 'hemolyzed' };
  test.each<[string, readonly Result[], readonly (readonly [number, number])[]]>([
    ['one point alone', [{ day: 1, value: 4 }], [[0, 1]]],
    [
      'joined',
      [
        { day: 1, value: 4 },
        { day: 2, value: 4 },
      ],
      [[0, 2]],
    ],
    [
      'a text between two values',
      [
        { day: 1, value: 4 },
        { day: 2, value: 0, more: text },
        { day: 3, value: 4 },
      ],
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [
      'a limit',
      [
        { day: 1, value: 4 },
        { day: 2, value: '<2' },
        { day: 3, value: 4 },
      ],
      [
        [0, 1],
        [2, 3],
      ],
    ],
    [
      'a date without a time',
      [
        { day: 1, value: 4 },
        { day: '2026-01-03', value: 4 },
        { day: 4, value: 4 },
      ],
      [
        [0, 1],
        [2, 3],
      ],
    ],
    [
      'preliminary at the end',
      [
        { day: 1, value: 4 },
        { day: 2, value: 4 },
        { day: 3, value: 4, more: preliminary },
      ],
      [[0, 2]],
    ],
    [
      'a silence of 401 days',
      [
        { day: -401, value: 4 },
        { day: 0, value: 4 },
        { day: 1, value: 4 },
      ],
      [
        [0, 1],
        [1, 3],
      ],
    ],
    [
      'another method',
      [
        { day: 1, value: 4, more: { method: { text: 'ISE' } } },
        { day: 2, value: 4, more: { method: { text: 'Flame' } } },
      ],
      [
        [0, 1],
        [1, 2],
      ],
    ],
  ])('%s', (_, results, segments) => {
    expect(lineSegments(seriesOfResults(...results))).toEqual(segments);
  });

  test('the window can break a line and never joins one', () => {
    const series = seriesOfResults(
      { day: 0, value: 4 },
      { day: 1, value: 4 },
      { day: 2, value: 4 },
      { day: 30, value: 4 },
    );
    expect(lineSegments(series, 10 * DAY_MS)).toEqual([
      [0, 3],
      [3, 4],
    ]);
    expect(lineSegments(series, 1000 * DAY_MS)).toEqual([[0, 4]]);
  });
});

describe('rule 28: the range belongs to its results', () => {
  test('two ranges are two steps', () => {
    const series = seriesOfResults(
      { day: 1, value: 4, more: range(3.5, 5.1) },
      { day: 2, value: 4, more: range(3.5, 5.1) },
      { day: 3, value: 4, more: range(3.4, 5) },
      { day: 4, value: 4 },
    );
    expect(bandSteps(series).map(({ fromMs, toMs, band }) => [fromMs, toMs, band.low])).toEqual([
      [series.timesMs[0], series.timesMs[2], 3.5],
      [series.timesMs[2], series.timesMs[2], 3.4],
    ]);
    expect(hasRangeChanged(series)).toBe(true);
  });

  test('a result without a range interrupts the band and changes nothing', () => {
    const series = seriesOfResults(
      { day: 1, value: 4, more: range(3.5, 5.1) },
      { day: 2, value: 4 },
      { day: 3, value: 4, more: range(3.5, 5.1) },
    );
    expect(bandSteps(series)).toHaveLength(2);
    expect(hasRangeChanged(series)).toBe(false);
  });
});

const weight = (value: number, day: number): Result => ({
  day,
  value,
  more: {
    code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
    valueQuantity: { value, unit: 'kg' },
  },
});

describe('rule 4: the y range', () => {
  test('is fixed, and extended only so that no point is lost', () => {
    expect(yDomain(seriesOfResults({ day: 1, value: 4 }, { day: 2, value: 4.1 }))).toEqual({
      low: 3,
      high: 6.5,
      isExtended: false,
    });
    const { low, high, isExtended } = yDomain(seriesOfResults({ day: 1, value: 4 }, { day: 2, value: 9 }));
    expect([low, isExtended]).toEqual([3, true]);
    expect(high).toBeCloseTo(9 + 3.5 * 0.08);
  });

  test('without a fixed range noise does not fill the frame', () => {
    const { low, high } = yDomain(seriesOfResults(weight(90, 1), weight(90.2, 2)));
    expect(high - low).toBeGreaterThan(9);
    expect(yDomain(seriesOfResults(weight(1, 1), weight(90, 2))).low).toBe(0);
  });
});

const side = (code: string, value?: number) => ({
  code: { coding: [{ system: 'http://loinc.org', code }] },
  ...(value !== undefined && { valueQuantity: { value, unit: 'mmHg' } }),
});

const pressure = (day: number, systolic?: number, diastolic?: number): Result => ({
  day,
  value: 0,
  more: {
    valueQuantity: undefined,
    code: { coding: [{ system: 'http://loinc.org', code: '85354-9' }] },
    component: [side('8480-6', systolic), side('8462-4', diastolic)],
  },
});

describe('rule 7: pairs', () => {
  test('both sides of one Observation, a missing side missing', () => {
    const [systolic, diastolic] = allSeries([
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

  test('5: systolic and diastolic sent as two Observations are not joined', () => {
    const [systolic, diastolic] = allSeries([
      { day: 1, value: 0, more: side('8480-6', 120) },
      { day: 1, value: 0, more: side('8462-4', 80) },
    ]);
    if (systolic === undefined) throw new Error('no systolic series');
    expect(pressurePairsOf(systolic, diastolic)).toHaveLength(2);
  });
});

test('rules 6 and 16: the line breaks where results came in another unit, and not at another spelling of the same', () => {
  const weighed = (day: number, value: number, code: string, unit = code) => ({
    day,
    value,
    more: {
      code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
      valueQuantity: { value, unit, code, system: 'http://unitsofmeasure.org' },
    },
  });
  const series = seriesOfResults(
    weighed(1, 82, 'kg'),
    weighed(2, 81.5, 'kg', 'kilogram'),
    weighed(3, 81_000, 'g'),
    weighed(4, 80_500, 'g'),
    weighed(5, 80, 'kg'),
  );
  expect(lineSegments(series)).toEqual([
    [0, 2],
    [2, 4],
    [4, 5],
  ]);
});
