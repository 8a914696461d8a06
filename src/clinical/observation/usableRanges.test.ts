import { describe, expect, test } from 'vitest';
import { usableRanges } from './usableRanges.ts';

const limit = (value: unknown, unit?: string, code?: string) => ({
  value,
  ...(unit !== undefined && { unit }),
  ...(code !== undefined && { code }),
});
const pair = (low: unknown, high: unknown) => ({ low: limit(low), high: limit(high) });
/** Returns the limits and the text of the ranges that say something. */
const saidBy = (...ranges: readonly object[]) =>
  usableRanges(ranges).map(({ low, high, text }) => [
    (low as { value?: unknown } | undefined)?.value,
    (high as { value?: unknown } | undefined)?.value,
    text ?? '',
  ]);

describe('a number that fills a field', () => {
  test.each([
    [-99_999, 5, undefined, 5],
    [-9999, 5, undefined, 5],
    [-9998, 5, -9998, 5],
    [3.5, 9998, 3.5, 9998],
    [3.5, 9999, 3.5, undefined],
    [3.5, 9999.9, 3.5, undefined],
    [3.5, 9999.5, 3.5, 9999.5],
    [3.5, 19_999, 3.5, 19_999],
    [3.5, 99_995, 3.5, 99_995],
    [3.5, 999_999_998, 3.5, 999_999_998],
    [3.5, 1e9, 3.5, undefined],
    [-1e9, 5, undefined, 5],
  ])('%d to %d has the limits %s and %s', (low, high, from, to) => {
    expect(saidBy(pair(low, high))).toEqual([[from, to, '']]);
  });

  test('alone it says nothing, and a real limit alone is one', () => {
    expect(saidBy({ high: limit(99_999) }, { low: limit(-9999) })).toEqual([]);
    expect(saidBy({ high: limit(5) }, { low: limit(3.5) })).toEqual([
      [undefined, 5, ''],
      [3.5, undefined, ''],
    ]);
  });

  test('a range around nothing is one, also beside a filler', () => {
    expect(saidBy(pair(-15, 15))).toEqual([[-15, 15, '']]);
    expect(saidBy(pair(-15, 15), pair(0, 0), pair(-3, -3))).toEqual([[-15, 15, '']]);
  });

  test('a number too large for a computer is no filler and no limit to compare with', () => {
    expect(saidBy(pair(3.5, Infinity))).toEqual([[3.5, Infinity, '']]);
  });
});

describe('limits that are no range', () => {
  const inUnits = (low: readonly (string | undefined)[], high: readonly (string | undefined)[]) =>
    saidBy({ low: limit(5, ...low), high: limit(3, ...high) });
  const words = (text: string) => [[undefined, undefined, text]];
  const kept = [[5, 3, '']];

  test.each([
    ['the same unit', ['mmol/L'], ['mmol/L'], words('5 mmol/L–3 mmol/L')],
    ['no unit at all', [], [], words('5–3')],
    ['the lower one without a unit', [], ['mg/dL', 'mg/dL'], words('5–3 mg/dL')],
    ['the upper one without a unit', ['mg/dL', 'mg/dL'], [], words('5 mg/dL–3')],
    ['one code in two spellings', ['mg/dl', 'mg/dL'], ['mg per dL', 'mg/dL'], words('5 mg/dl–3 mg per dL')],
    ['two codes for one spelling', ['mg', 'mg'], ['mg', 'MG'], words('5 mg–3 mg')],
  ])('in %s they stand in words', (_, low, high, said) => {
    expect(inUnits(low, high)).toEqual(said);
  });

  test('in two units they are not compared, and stay as they were sent', () => {
    expect(inUnits(['g/L', 'g/L'], ['g/dL', 'g/dL'])).toEqual(kept);
  });

  test('their own words come first', () => {
    expect(saidBy({ ...pair(5, 3), text: 'see comment' })).toEqual(words('see comment'));
  });
});

describe('a text that fills a field', () => {
  test.each(['--', 'n/a', 'NaN', 'undefined', '0-0', '0 - 0 mg/dL', '-1–-1 %', '0-99999'])(
    '"%s" says nothing, and leaves the limits beside it',
    (text) => {
      expect(saidBy({ text })).toEqual([]);
      expect(saidBy({ ...pair(3.5, 5.1), text })).toEqual([[3.5, 5.1, '']]);
    },
  );

  test.each(['0-5', '1-1', 'none', 'Negative', '0-0 (adults)', '3.5-9999'])('"%s" says something', (text) => {
    expect(saidBy({ text })).toEqual([[undefined, undefined, text]]);
    expect(saidBy({ ...pair(3.5, 5.1), text })).toEqual([[3.5, 5.1, text]]);
  });
});
