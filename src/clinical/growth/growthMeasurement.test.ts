import { describe, expect, test } from 'vitest';
import { seriesOfCodedResults, type CodedResult } from '../../testing/readSeriesFixture.ts';
import { derivedSeriesOf } from '../derived/derived.ts';
import { derivedOptions } from '../derived/derivedFixture.ts';
import { growthMeasurement, growthMeasurementOf, growthMeasureOf } from './growthMeasurement.ts';

const AT = '2026-03-01T08:00:00Z';

/** Reads the first row of the only series that a result makes. */
function measured(code: string, value: number | string, unit: string, more?: Partial<CodedResult>) {
  const [series] = seriesOfCodedResults([{ at: AT, result: [code, value, unit], ...more }]);
  const row = series?.rows.at(0) ?? series?.listed.at(0);
  return series && row && growthMeasurementOf(series, row);
}

test.each([
  ['29463-7', 3.2, 'kg', 'weight', 3.2],
  ['3141-9', 3200, 'g', 'weight', 3.2],
  ['29463-7', 10, '[lb_av]', 'weight', 4.5359237],
  ['29463-7', 10, 'lb', 'weight', 4.5359237],
  ['29463-7', 112, '[oz_av]', 'weight', 3.17514659],
  ['8302-2', 50, 'cm', 'height', 50],
  ['8306-3', 20, '[in_i]', 'height', 50.8],
  ['3137-7', 1.1, 'm', 'height', 110],
  ['9843-4', 350, 'mm', 'headCircumference', 35],
  ['8287-5', 14, '[in_i]', 'headCircumference', 35.56],
  ['8290-9', 35, 'cm', 'headCircumference', 35],
  ['39156-5', 16.2, 'kg/m2', 'bmi', 16.2],
] as const)('%s: %d %s is a %s of %d', (code, value, unit, measure, inOwnUnit) => {
  const found = measured(code, value, unit)!;
  expect(found).toMatchObject({ measure, unusable: undefined });
  expect(found.value).toBeCloseTo(inOwnUnit, 6);
});

test.each([
  ['weight as it was stated', '3142-7', 45, 'kg', { isStated: true }],
  ['height as it was stated', '3138-5', 45, 'cm', { isStated: true, position: 'unsaid' }],
  ['length', '8306-3', 45, 'cm', { position: 'lying', isStated: false }],
  ['height standing', '8308-9', 45, 'cm', { position: 'standing' }],
  ['height of which nobody says how', '8302-2', 45, 'cm', { position: 'unsaid' }],
  ['birth weight', '8339-4', 3.1, 'kg', { isAtBirth: true, value: 3.1 }],
  ['birth length', '89269-5', 45, 'cm', { isAtBirth: true, position: 'lying' }],
] as const)('%s', (_, code, value, unit, expected) => {
  expect(measured(code, value, unit)).toMatchObject(expected);
});

test('the words of the sender say the position where the code does not', () => {
  const withText = (text: string) =>
    measured('8302-2', 70, 'cm', {
      more: { code: { coding: [{ system: 'http://loinc.org', code: '8302-2' }], text } },
    })?.position;
  expect(withText('Height, recumbent')).toBe('lying');
  expect(withText('Height by stadiometer')).toBe('standing');
  expect(withText('Height lying or standing')).toBe('unsaid');
  expect(withText('Understanding of height')).toBe('unsaid');
});

describe('what has no usable value says why', () => {
  test('a limit, a unit that does not fit, and no unit at all', () => {
    expect(measured('29463-7', '<3', 'kg')).toMatchObject({ unusable: 'limit', value: NaN });
    expect(measured('29463-7', 3, 'cm')).toMatchObject({ unusable: 'notCharted', value: NaN });
    expect(measured('8287-5', 35, 'kg')).toMatchObject({ unusable: 'unit', value: NaN });
    expect(
      growthMeasurement({ measure: 'weight', value: 3, unit: '', timeMs: 0, precision: 'day' }),
    ).toMatchObject({ unusable: 'unit' });
  });

  test('an impossible number and a withdrawn one', () => {
    expect(measured('29463-7', 900, 'kg')?.unusable).toBe('notCharted');
    expect(measured('29463-7', 9, 'kg', { status: 'cancelled' })?.unusable).toBe('notCharted');
  });
});

test('what is no measure of growth', () => {
  const none = ['8867-4', '8335-2', '8341-0', '50064-5', '11727-5', '8348-5', '59576-9', '8289-1', '11881-0'];
  for (const code of none)
    expect([code, measured(code, 20, code === '8867-4' ? '/min' : 'kg')]).toEqual([code, undefined]);
});

describe('what is no measure of this child, by its words', () => {
  const named = (code: string, unit: string, text: string) =>
    measured(code, 20, unit, { more: { code: { coding: [{ system: 'http://loinc.org', code }], text } } });

  test.each([
    ['29463-7', 'kg', 'Target weight'],
    ['29463-7', 'kg', 'Weight, adjusted'],
    ['29463-7', 'kg', 'Weight, estimated'],
    ['8302-2', 'cm', 'Target height'],
    ['8302-2', 'cm', 'Height, estimated from knee height'],
    ['9843-4', 'cm', 'Head circumference goal'],
    ['39156-5', 'kg/m2', 'Target BMI'],
    ['8302-2', 'cm', "Mother's height"],
    ['8302-2', 'cm', 'Height of father'],
    ['29463-7', 'kg', 'Weight, maternal'],
    ['29463-7', 'kg', 'Weight of placenta'],
    ['8306-3', 'cm', 'Length of twin'],
    ['9843-4', 'cm', 'Head circumference, fetal'],
  ])('%s in %s: "%s" is no measure of growth', (code, unit, text) => {
    expect(named(code, unit, text)).toBeUndefined();
  });

  test.each([
    ['29463-7', 'kg', 'Newborn weight'],
    ['29463-7', 'kg', 'Baby weight'],
    ['29463-7', 'kg', 'Peso del recién nacido'],
    ['8302-2', 'cm', 'Newborn length'],
    ['9843-4', 'cm', 'Newborn head circumference'],
  ])('%s in %s: "%s" is the newborn’s own', (code, unit, text) => {
    expect(named(code, unit, text)).toMatchObject({ isStated: false, isAtBirth: false });
  });

  test('a height that was told is one, and says so, as one with a code of its own does', () => {
    expect(named('8302-2', 'cm', 'Height (patient reported)')).toMatchObject({
      measure: 'height',
      isStated: true,
    });
    expect(named('29463-7', 'kg', 'Weight after dialysis')).toMatchObject({ isStated: false, value: 20 });
  });
});

test('a weight that only SNOMED CT names, and a body mass index that was calculated here', () => {
  const all = seriesOfCodedResults([
    { at: AT, result: ['8302-2', 180, 'cm'] },
    {
      at: AT,
      result: ['29463-7', 81, 'kg'],
      more: { code: { coding: [{ system: 'http://snomed.info/sct', code: '27113001' }] } },
    },
  ]);
  const weight = all.find(({ analyteId }) => analyteId === 'weight')!;
  expect(growthMeasurementOf(weight, weight.rows.at(0)!)).toMatchObject({ measure: 'weight', value: 81 });
  const bmi = derivedSeriesOf('bmi~calculated', all, derivedOptions)!.series!;
  expect(growthMeasureOf(bmi)).toBe('bmi');
  expect(growthMeasurementOf(bmi, bmi.rows.at(0)!)?.value).toBeCloseTo(25, 9);
});
