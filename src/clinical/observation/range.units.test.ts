import { describe, expect, test } from 'vitest';
import { UCUM } from '../../testing/codes.ts';
import { catalogMatch } from '../catalog/catalog.ts';
import { fitUnit } from '../units/units.ts';
import { readRange } from './range.ts';

const target = catalogMatch('2823-3')!.target;
const fit = fitUnit(target, { unit: 'mmol/L', unitCode: 'mmol/L', unitSystem: UCUM });

type Limit = { readonly value?: number | string; readonly unit?: string; readonly code?: string };

/** Returns both limits as they are shown beside 4.1 mmol/L, and whether the value is compared with them. */
function limitsOf(low: Limit | undefined, high: Limit | undefined) {
  const { rangeLow, rangeHigh, band } = readRange([{ low, high }], fit, { value: 4.1, unit: 'mmol/L' });
  return [rangeLow, rangeHigh, band !== undefined];
}

describe('a limit in another unit than the value', () => {
  test.each<
    readonly [what: string, low: Limit | undefined, high: Limit | undefined, shown: readonly unknown[]]
  >([
    ['strange', undefined, { value: 5.1, unit: 'furlong' }, ['', '5.1 furlong', false]],
    [
      'misspelt',
      { value: 3.5, unit: 'mmoll' },
      { value: 5.1, unit: 'mmoll' },
      ['3.5 mmoll', '5.1 mmoll', false],
    ],
    [
      'beside one of the value',
      { value: 3.5, unit: 'mmol/L' },
      { value: 5.1, unit: 'furlong' },
      ['3.5 mmol/L', '5.1 furlong', false],
    ],
    [
      'below one of the value',
      { value: 0.35, unit: '%' },
      { value: 5.1, unit: 'mmol/L' },
      ['0.35 %', '5.1 mmol/L', false],
    ],
    [
      'beside one with a code alone',
      { value: 3.5, code: 'mmol/L' },
      { value: 20, unit: 'mg/dL' },
      ['3.5 mmol/L', '20 mg/dL', false],
    ],
    [
      'beside one without a unit',
      { value: 3.5 },
      { value: 5.1, unit: 'furlong' },
      ['3.5', '5.1 furlong', false],
    ],
    [
      'beside one that is a text',
      { value: 3.5, unit: 'mmol/L' },
      { value: 'see note' },
      ['3.5 mmol/L', 'see note', false],
    ],
    [
      'of another kind than its code',
      { value: 3.5, unit: 'mmol/L', code: 'mg/dL' },
      { value: 5.1, unit: 'mmol/L' },
      ['3.5 mmol/L', '5.1 mmol/L', false],
    ],
  ])('%s, has its unit, and the other one too', (_, low, high, shown) => {
    expect(limitsOf(low, high)).toEqual(shown);
  });

  test.each<
    readonly [what: string, low: Limit | undefined, high: Limit | undefined, shown: readonly unknown[]]
  >([
    ['both in it', { value: 3.5, unit: 'mmol/L' }, { value: 5.1, unit: 'mmol/L' }, ['3.5', '5.1', true]],
    [
      'one spelled otherwise',
      { value: 3.5, unit: 'mmol/l' },
      { value: 5.1, unit: 'mmol/L' },
      ['3.5', '5.1', true],
    ],
    [
      'one with the same numbers',
      { value: 3.5, unit: 'mEq/L' },
      { value: 5.1, unit: 'mmol/L' },
      ['3.5', '5.1', true],
    ],
    ['neither with one', { value: 3.5 }, { value: 5.1 }, ['3.5', '5.1', true]],
    ['one without one', { value: 3.5 }, { value: 5.1, unit: 'mmol/L' }, ['3.5', '5.1', true]],
    [
      'a unit that fills a field',
      { value: 3.5, unit: '-' },
      { value: 5.1, unit: 'mmol/L' },
      ['3.5', '5.1', true],
    ],
    ['a unit without a number', { value: 3.5, unit: 'mmol/L' }, { unit: 'furlong' }, ['3.5', '', true]],
    ['the upper one alone', undefined, { value: 5.1, unit: 'mmol/L' }, ['', '5.1', true]],
  ])('in the unit of the value stands alone: %s', (_, low, high, shown) => {
    expect(limitsOf(low, high)).toEqual(shown);
  });
});

describe('the same numbers in words with surely another unit leave open which of the two is meant', () => {
  const pair = { low: { value: 3.5 }, high: { value: 5.1 } };
  const bandOf = (range: object, unit = 'mmol/L', code = unit) =>
    readRange([range], fitUnit(target, { unit, unitCode: code, unitSystem: UCUM }), { value: 4.1, unit })
      .band;

  test.each<readonly [words: string, limits: object]>([
    ['3.5-5.1 g/L', pair],
    ['3.5 - 5.1 mg/dL', pair],
    ['3.5-5.1 g/L', { low: { value: 3.5, unit: 'mmol/L' }, high: { value: 5.1, unit: 'mmol/L' } }],
    ['<=5.1 g/L', { high: { value: 5.1 } }],
    ['<5.1 mg/dL', { high: { value: 5.1 } }],
    ['3.5-5.1 g/L', {}],
  ])('%s beside %j', (text, limits) => {
    expect(bandOf({ ...limits, text })).toBeUndefined();
  });

  test.each<readonly [words: string, limits: object]>([
    ['3.5-5.1 mEq/L', pair],
    ['3.5-5.1 mmol/l', pair],
    ['3.5-5.1', pair],
    ['14-20 mg/dL', pair],
    ['3.5-5.1 adults', pair],
    ['3.5-5.1 furlong', pair],
    ['<=20 mg/dL', { high: { value: 5.1 } }],
  ])('but %s beside %j does not', (text, limits) => {
    expect(bandOf({ ...limits, text })).toMatchObject({ high: 5.1, isFromText: false });
  });
});
