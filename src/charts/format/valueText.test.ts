import { describe, expect, it } from 'vitest';
import { numberText } from './numberText.ts';
import { rangeText } from './rangeText.ts';
import { truncatedNumber } from './truncatedNumber.ts';
import { unitText, valueText } from './valueText.ts';
import { madeRow, madeSeries } from '../../testing/seriesFixture.ts';

const range = (changes: Partial<Parameters<typeof madeRow>[0]>) =>
  rangeText(madeRow({ at: '2026-01-01', text: '1', ...changes }).kind);

describe('numbers', () => {
  it('rule 14: keep the precision sent, with a leading zero and thousands separators', () => {
    expect(['.5', '-.5', '5.1', '7.0', '1234567', '12345.678', '1e3'].map(numberText)).toEqual([
      '0.5',
      '-0.5',
      '5.1',
      '7.0',
      '1,234,567',
      '12,345.678',
      '1e3',
    ]);
  });

  it('rule 14: a spelling with an exponent stays as it was sent, without separators that would tear it', () => {
    expect(['9500e-1', '1.10E+3', '12345e2', '1e-12'].map(numberText)).toEqual([
      '9500e-1',
      '1.10E+3',
      '12345e2',
      '1e-12',
    ]);
  });

  it('leave what is not a number as it is', () => {
    expect(['hemolyzed', '120/80', '++', '', '1,5'].map(numberText)).toEqual([
      'hemolyzed',
      '120/80',
      '++',
      '',
      '1,5',
    ]);
  });

  it.each(['coded', 'text'] as const)('an answer of digits that is %s stays as it was sent', (reason) => {
    const answer = madeRow({ at: '2026-01-01', text: '260415000', value: NaN, drawing: 'listed', reason });
    expect(valueText(answer, madeSeries([]))).toBe('260415000');
  });

  it('rule 59: a long fraction is visibly cut, and never the digits before the point', () => {
    expect(truncatedNumber('10.123456789012')).toBe('10.12345…');
    expect(truncatedNumber('1,234,567,890.12')).toBe('1,234,567,890…');
    expect(['1,234,567,890', '4.7', '123456.78', 'no growth after 5 days.'].map(truncatedNumber)).toEqual([
      '1,234,567,890',
      '4.7',
      '123456.78',
      'no growth after 5 days.',
    ]);
  });

  it('rules 15, 16, 19: a value stands with the unit it is in', () => {
    const weight = madeSeries([], { unit: 'kg', unitText: 'kg' });
    const pounds = madeRow({ at: '2026-01-01', text: '182', value: 82.5538, unit: 'lb', isConverted: true });
    expect([valueText(pounds, weight), unitText(pounds, weight)]).toEqual(['82.6', 'kg']);
    const grams = madeRow({ at: '2026-01-01', text: '850', value: 0.85, unit: 'g', isConverted: true });
    expect(valueText(grams, weight)).toBe('0.850');
    const parsed = madeRow({
      at: '2026-01-01',
      text: '5.00 M/mm3',
      value: 5,
      unit: '',
      isParsedFromText: true,
    });
    expect(valueText(parsed, weight)).toBe('5.00');
    const limit = madeRow({ at: '2026-01-01', text: '0.01', comparator: '<', unit: 'ng/mL' });
    expect([valueText(limit, weight), unitText(limit, weight)]).toEqual(['<0.01', 'ng/mL']);
  });

  it('rules 29 and 30: a range sent as text stands in quotation marks, a lone limit is named', () => {
    expect(range({ rangeLow: '3.5', rangeHigh: '5.1' })).toBe('3.5–5.1');
    expect(range({ rangeHigh: '.6' })).toBe('upper limit 0.6');
    expect(range({ rangeLow: '60' })).toBe('lower limit 60');
    expect(range({ rangeText: '<5.7' })).toBe('“<5.7”');
    expect(range({})).toBe('');
  });

  it('rule 30: a text is printed beside the numbers too, unless it is the same pair again', () => {
    const both = { rangeLow: '4', rangeHigh: '6' };
    expect(range({ ...both, rangeText: 'Normal Range: 4.0-6.0 M/mm3' })).toBe(
      '4–6 “Normal Range: 4.0-6.0 M/mm3”',
    );
    expect(range({ rangeHigh: '200', rangeText: 'desirable <200' })).toBe('upper limit 200 “desirable <200”');
    expect(range({ ...both, rangeText: '4 – 6' })).toBe('4–6');
    expect(range({ ...both, rangeText: '4.0-6.0' })).toBe('4–6 “4.0-6.0”');
  });

  it('rule 10: beside a converted value a range has the unit in which it was sent', () => {
    const grams = { unit: 'g/L', isConverted: true };
    expect(range({ rangeLow: '130', rangeHigh: '170', ...grams })).toBe('130–170 g/L');
    expect(range({ rangeText: '130-170 g/L', ...grams })).toBe('“130-170 g/L”');
    expect(range(grams)).toBe('');
  });
});
