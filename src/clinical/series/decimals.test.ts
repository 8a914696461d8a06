import { describe, expect, test } from 'vitest';
import { decimalsIn, decimalsOf } from './decimals.ts';
import { latestChange } from './newest/latest.ts';
import { onlySeriesOf, type SentResult } from '../../testing/readSeriesFixture.ts';
import { madeRow, madeSeries } from '../../testing/seriesFixture.ts';
import type { RowKind } from '../observation/resultRow.ts';

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

describe('rule 14: the decimals of a number are those that were sent', () => {
  test.each([
    ['5', 0],
    ['5.0', 1],
    ['-0.050', 3],
    ['.5', 1],
    ['12345.678', 3],
    ['1.10E+3', 0],
    ['1.10e1', 1],
    ['1.10E+0', 2],
    ['9500e-1', 1],
    ['9.5e-2', 3],
    ['95e10', 0],
    ['1.234567e-12', 18],
    ['5.00 M/mm3', 2],
    ['5 M/mm3', 0],
    ['4.5E9/L', 1],
    ['', 0],
    ['clotted', 0],
  ])('%s', (text, decimals) => {
    expect(decimalsIn(text)).toBe(decimals);
  });

  test('of a number in the unit of the series they are shown, ten at most', () => {
    const series = madeSeries([]);
    const shown = (text: string) => decimalsOf(madeRow({ at: '2026-01-02T08:00:00Z', text }), series);
    expect(['5', '5.10', '0.1234567890', '0.12345678901'].map(shown)).toEqual([0, 2, 10, 10]);
  });
});

describe('rule 16: the decimals of a converted number', () => {
  const series = madeSeries([], { unit: 'kg', decimals: 1 });
  const shown = (value: number, text: string, changes: Partial<RowKind> = {}, of = series) =>
    decimalsOf(madeRow({ at: '2026-01-02T08:00:00Z', text, value, isConverted: true, ...changes }), of);
  const { kind: reported } = madeRow({ at: '2026-01-02T08:00:00Z', text: '5' });

  test.each([
    ['one step sent is just half a step shown', 0.5, '1', 1],
    ['one step sent is two steps shown', 0.2, '1', 1],
    ['one step sent is a hundredth', 0.01, '1', 2],
    ['one step sent is a thousandth', 0.001, '1', 3],
    ['one step sent is less than the catalog has room for', 0.0001, '1', 3],
    ['one step sent is coarser than the decimals of the catalog', 100, '1', 1],
    ['nothing was measured', 0, '0', 1],
    ['a text without a number was sent', 5, 'five', 1],
  ])('%s', (_, value, text, decimals) => {
    expect(shown(value, text)).toBe(decimals);
  });

  test('are those of the catalog for whole numbers and for temperatures', () => {
    expect(shown(0.001, '1', {}, { ...series, decimals: 0 })).toBe(0);
    expect(shown(0.001, '1', {}, { ...series, unit: 'Cel' })).toBe(1);
  });

  test('are at most one more than were sent where the reader chose the unit', () => {
    expect(shown(0.001, '1', { reported })).toBe(1);
    expect(shown(0.01, '1.0', { reported })).toBe(2);
    expect(shown(50, '1', { reported }, { ...series, decimals: 3 })).toBe(1);
    expect(shown(0.5, '1', { reported }, { ...series, decimals: 0 })).toBe(0);
  });
});
