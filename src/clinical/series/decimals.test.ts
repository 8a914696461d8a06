import { describe, expect, test } from 'vitest';
import { decimalsOf } from './decimals.ts';
import { latestChange } from './newest/latest.ts';
import { onlySeriesOf, type SentResult } from '../../testing/readSeriesFixture.ts';

const sentAs = (loinc: string, value: number, unit: string, day: number): SentResult => ({
  at: day,
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
    const series = onlySeriesOf(...values.map((value, i) => sentAs(loinc, value, unit, i)));
    expect(series.rows.map((row) => row.value.toFixed(decimalsOf(row, series)))).toEqual(shown);
    expect(latestChange(series)?.deltaText).toBe(delta);
  });
});
