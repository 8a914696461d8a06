import type { Observation } from 'fhir/r4';
import { expect, test } from 'vitest';
import { resourcesOfType } from '../testRecord.ts';
import { preterm } from './preterm.ts';

const resources = preterm.resources();
const observations = resourcesOfType(resources, 'Observation');
const coded = (code: string): readonly Observation[] =>
  observations.filter((each) => each.code.coding?.[0]?.code === code);
const valuesOf = (code: string, unit: string): readonly number[] =>
  coded(code)
    .filter(({ valueQuantity }) => valueQuantity?.code === unit)
    .map(({ valueQuantity }) => valueQuantity?.value ?? 0);

test('the weeks of pregnancy at birth are one result of his own record, of the day he was born', () => {
  const [weeks, ...others] = coded('76516-4');
  expect(others).toEqual([]);
  expect(weeks).toMatchObject({
    subject: { reference: 'Patient/preterm' },
    effectiveDateTime: '2025-03-19T04:30:00-05:00',
    valueQuantity: { value: 29, code: 'wk' },
  });
  expect(resourcesOfType(resources, 'Patient')[0]).toMatchObject({ birthDate: '2025-03-19', gender: 'male' });
});

test('he is measured at birth and, after the newborn ward, at 13 visits; length and head never shrink', () => {
  const [lengths, heads] = [valuesOf('8306-3', 'cm'), valuesOf('9843-4', 'cm')];
  expect([lengths.length, heads.length, valuesOf('29463-7', 'kg').length]).toEqual([19, 19, 20]);
  expect([lengths[0], lengths.at(-1), heads[0], heads.at(-1)]).toEqual([38, 79.9, 26.8, 47]);
  expect([...lengths]).toEqual(lengths.toSorted((a, b) => a - b));
  expect([...heads]).toEqual(heads.toSorted((a, b) => a - b));
  expect(coded('8302-2')).toEqual([]);
});

test('the last weight is 10.1 kg, of 16 Nov 2026, and the body mass index is that of weight and length', () => {
  const [last] = coded('29463-7').filter(({ effectiveDateTime = '' }) =>
    effectiveDateTime.startsWith('2026-11-16'),
  );
  expect(last?.valueQuantity).toMatchObject({ value: 10.1, code: 'kg' });
  expect(valuesOf('39156-5', 'kg/m2')).toHaveLength(13);
  expect(valuesOf('39156-5', 'kg/m2').at(-1)).toBe(Math.round((10.1 / 0.799 ** 2) * 10) / 10);
});

test('the visiting nurse sends four weights in pounds, each between those of the clinic', () => {
  expect(valuesOf('29463-7', '[lb_av]')).toEqual([6.2, 6.7, 7.8, 8.5]);
  const kilograms = valuesOf('29463-7', '[lb_av]').map((pounds) => pounds * 0.453_592_37);
  expect(kilograms.every((weight) => weight > 2.56 && weight < 4.23)).toBe(true);
});

test('the clinic sends percentiles at four visits, and says which reference and which age', () => {
  expect(['8336-0', '8303-0', '8289-1'].map((code) => valuesOf(code, '%'))).toEqual([
    [17, 22, 25, 26],
    [17, 19, 20, 25],
    [34, 38, 40, 42],
  ]);
  expect(coded('8336-0')[0]?.note?.[0]?.text).toContain('age corrected');
});
