import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import file from './growthReferences.json';
import { tables } from './growthFixture.ts';
import { lmsAtAge, lmsAtLength, loadGrowthTables, monthsOfDays, readGrowthTables } from './growthTables.ts';

const DAYS_PER_MONTH = 30.4375;

describe('WHO, by completed day', () => {
  // These are the rows as WHO publishes them: https://www.who.int/tools/child-growth-standards/standards
  test.each([
    ['weight', 'male', 0, 0.3487, 3.3464, 0.14602],
    ['weight', 'male', 1, 0.3127, 3.3174, 0.14693],
    ['weight', 'male', 730, -0.0136, 12.1482, 0.11425],
    ['weight', 'female', 730, -0.294, 11.4741, 0.12389],
    ['height', 'male', 1, 1, 50.0601, 0.03785],
    ['height', 'female', 730, 1, 86.4008, 0.03733],
    ['bmi', 'male', 0, -0.3053, 13.4069, 0.0956],
    ['bmi', 'female', 730, -0.5989, 15.4052, 0.08545],
    ['headCircumference', 'male', 0, 1, 34.4618, 0.03686],
    ['headCircumference', 'female', 730, 1, 47.1799, 0.02958],
  ] as const)('%s, %s, day %d', (measure, sex, day, l, m, s) => {
    expect(lmsAtAge(tables, { reference: 'who2006', measure, sex }, day)).toEqual({ l, m, s });
  });

  test('ends with day 730, and has nothing before birth', () => {
    expect(lmsAtAge(tables, { reference: 'who2006', measure: 'weight', sex: 'male' }, 731)).toBeUndefined();
    expect(lmsAtAge(tables, { reference: 'who2006', measure: 'weight', sex: 'male' }, -1)).toBeUndefined();
    expect(
      lmsAtAge(tables, { reference: 'who2006', measure: 'weight', sex: 'male' }, Number.NaN),
    ).toBeUndefined();
  });

  test('gives the weight for a length between two rows in millimetres', () => {
    expect(lmsAtLength(tables, 'male', 45)).toEqual({ l: -0.3521, m: 2.441, s: 0.09182 });
    expect(lmsAtLength(tables, 'male', 45.05)?.m).toBeCloseTo((2.441 + 2.4577) / 2, 6);
    expect(lmsAtLength(tables, 'female', 110)).toEqual({ l: -0.3833, m: 18.3324, s: 0.09401 });
    expect(lmsAtLength(tables, 'female', 110.1)).toBeUndefined();
    expect(lmsAtLength(tables, 'female', 44.9)).toBeUndefined();
  });
});

describe('CDC, on a straight line between half months', () => {
  // These are the rows as CDC publishes them: https://www.cdc.gov/growthcharts/cdc-data-files.htm
  test.each([
    ['weight', 'male', 24, -0.20615245, 12.6707633, 0.108125811],
    ['weight', 'female', 24.5, -0.75220657, 12.13455523, 0.107740345],
    ['weight', 'male', 240, -0.91648762, 70.59761453, 0.161476792],
    ['height', 'male', 24.5, 1.00720807, 86.86160934, 0.040395626],
    ['height', 'female', 240, 1.108046193, 163.338251, 0.039636316],
    ['bmi', 'male', 24, -2.01118107, 16.57502768, 0.080592465],
    ['bmi', 'female', 24.5, -1.024496827, 16.38804056, 0.085025838],
    ['headCircumference', 'male', 24.5, 1.424084853, 48.72064621, 0.029242207],
    ['headCircumference', 'female', 35.5, 2.333589434, 48.59782828, 0.031830942],
    ['headCircumference', 'male', 36, 2.910932095, 49.68393611, 0.032653934],
    ['headCircumference', 'female', 36, 2.350847202, 48.63342328, 0.031948378],
  ] as const)('%s, %s, month %d', (measure, sex, month, l, m, s) => {
    const lms = lmsAtAge(tables, { reference: 'cdc2000', measure, sex }, month * DAYS_PER_MONTH)!;
    expect(lms.l).toBeCloseTo(l, 4);
    expect(lms.m).toBeCloseTo(m, 3);
    expect(lms.s).toBeCloseTo(s, 5);
  });

  test('lies halfway between the rows of two half months', () => {
    const at = (month: number) =>
      lmsAtAge(tables, { reference: 'cdc2000', measure: 'height', sex: 'female' }, month * DAYS_PER_MONTH)!.m;
    for (const month of [25, 100, 239])
      expect(at(month)).toBeCloseTo((at(month - 0.5) + at(month + 0.5)) / 2, 9);
    expect(at(24.25)).toBeCloseTo((at(24) + at(24.5)) / 2, 9);
    expect(at(239.75)).toBeCloseTo((at(239.5) + at(240)) / 2, 9);
  });

  test('begins on the second birthday, and ends with 20 years, the head circumference with 36 months', () => {
    const weightAt = (day: number) =>
      lmsAtAge(tables, { reference: 'cdc2000', measure: 'weight', sex: 'male' }, day);
    expect(monthsOfDays(730)).toBeLessThan(24);
    expect(weightAt(730)).toEqual(weightAt(24 * DAYS_PER_MONTH));
    expect(weightAt(729)).toBeUndefined();
    expect(weightAt(7305)).toBeDefined();
    expect(weightAt(7306)).toBeUndefined();
    const headAt = (day: number) =>
      lmsAtAge(tables, { reference: 'cdc2000', measure: 'headCircumference', sex: 'male' }, day);
    // CDC publishes the rows of 23.5 and 24.5 months, and a straight line between them.
    expect(headAt(730)?.m).toBeCloseTo((48.60011223 + 48.72064621) / 2, 3);
    expect(headAt(729)).toBeUndefined();
    expect(headAt(1095)).toBeDefined();
    expect(headAt(1096)).toBeUndefined();
  });
});

test('the file stays below 9 kB compressed, and is loaded when it is asked for', async () => {
  const text = readFileSync(new URL('growthReferences.json', import.meta.url));
  expect(gzipSync(text, { level: 9 }).length).toBeLessThan(9000);
  const loaded = await loadGrowthTables();
  expect(lmsAtAge(loaded, { reference: 'who2006', measure: 'weight', sex: 'male' }, 0)?.m).toBe(3.3464);
});

test('a file that is not whole stops the charts, since a shifted table would be wrong for every child', () => {
  const withTable = (change: object) => ({
    ...file,
    tables: file.tables.map((table, i) => (i === 3 ? { ...table, ...change } : table)),
  });
  const [, ...shorter] = file.tables[3]!.m.split(' ');
  for (const broken of [
    withTable({ m: shorter.join(' ') }),
    withTable({ s: file.tables[3]!.s.replace(' ', ' x') }),
    withTable({ l: undefined }),
    withTable({ reference: 'who2007' }),
    { ...file, decimals: {} },
    { tables: [] },
    undefined,
  ])
    expect(() => readGrowthTables(broken)).toThrow(/growth references/);
});
