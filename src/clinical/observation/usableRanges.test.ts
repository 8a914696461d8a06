import { describe, expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { quantity, readRow } from './observationFixture.ts';
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

describe('a point before three digits', () => {
  const bandOf = (text: string, value: number, unit: string, code: string, numbers = {}) => {
    const { band } = readRow({
      code: loinc(code),
      valueQuantity: quantity(value, unit),
      referenceRange: [{ ...numbers, text }],
    }).kind;
    return band && [band.low, band.high];
  };

  test.each(['150.000 a 400.000', '0 bis 400.000', 'hasta 1.000', 'bis zu 5.000', 'entre 1.000 y 5.000'])(
    'in words may part thousands, so that "%s" is not drawn and hides no numbers beside it',
    (text) => {
      expect(bandOf(text, 40, 'mg/dL', '2345-7')).toBeUndefined();
      const numbers = { low: quantity(65, 'mg/dL'), high: quantity(99, 'mg/dL') };
      expect(bandOf(text, 40, 'mg/dL', '2345-7', numbers)).toEqual([65, 99]);
    },
  );

  test.each(['1.005 to 1.030', '0.270 a 4.200', '7.350–7.450'])('begins decimals in "%s"', (text) =>
    expect(bandOf(text, 40, 'mg/dL', '2345-7')).toBeDefined(),
  );

  test.each([
    ['150.000-400.000', 2000, '/uL', '777-3'],
    ['150.000 - 400.000 /mm³', 250_000, '/mm³', '777-3'],
    ['≤400.000', 2000, '{cells}/uL', '777-3'],
    ['>150.000', 0, '1/uL', '777-3'],
    ['150.000-400.000', 2000, '', 'local'],
    ['1.500-8.000', 5, '/mm3', '751-8'],
    ['<1.000', 40, 'IU/mL', 'local'],
    ['<5.000', 20, 'copies/mL', 'local'],
    ['10.000-20.000', 15_000, 'mg/dL', 'local'],
    ['1.000-1.800', 1200, 'mg/dL', '2465-3'],
    ['1.500-8.000', 480.5, '/uL', '751-8'],
    ['1.000-1.800', 700.5, 'mg/dL', '2465-3'],
  ])(
    'may part thousands in "%s" beside %d %s, so that nothing is compared with it',
    (text, value, unit, code) => expect(bandOf(text, value, unit, code)).toBeUndefined(),
  );

  test.each([
    ['3.500-5.100', 7, 'mmol/L', '2823-3', [3.5, 5.1]],
    ['3.500-5.100', 4.25, 'mmol/L', '2823-3', [3.5, 5.1]],
    ['7.350-7.450', 7, '', '2744-1', [7.35, 7.45]],
    ['1.005-1.030', 1, '', '2965-2', [1.005, 1.03]],
    ['150.000-400.000', 250, '10*3/uL', '777-3', [150, 400]],
    ['150.000-400.000', 2, 'K/uL', '777-3', [150, 400]],
    ['1.500-8.000', 0, '10*3/uL', '751-8', [1.5, 8]],
    ['1.500-8.000', 93, '10*3/uL', '751-8', [1.5, 8]],
    ['1.500-8.000', 93.5, '10*3/uL', '751-8', [1.5, 8]],
    ['<3.000', 9, 'mmol/L', '22748-8', [undefined, 3]],
    ['<5.000', 120, 'mg/L', '1988-5', [undefined, 5]],
    ['<1.200', 15, 'mg/dL', '1975-2', [undefined, 1.2]],
    ['1.000-4.000', 30, 'm[IU]/L', '3016-3', [1, 4]],
    ['0.350-4.940', 120, 'm[IU]/L', '3016-3', [0.35, 4.94]],
    ['500-1.500', 700, '/uL', 'local', undefined],
    ['0.0-35.0', 3, '/uL', 'local', [0, 35]],
  ])('is read in "%s" beside %d %s by what can be meant', (text, value, unit, code, band) =>
    expect(bandOf(text, value, unit, code)).toEqual(band),
  );
});

test('a limit of a long text keeps its sign, and stands before the text that has no room for it', () => {
  const text = `${'Interpretation depends on age. '.repeat(100)}60`;
  const [range] = usableRanges([{ low: { value: 60, comparator: '<' }, text }]);
  expect(range).toEqual({ text: `<60 ${text}` });
});
