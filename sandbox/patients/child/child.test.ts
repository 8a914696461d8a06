import type { Observation } from 'fhir/r4';
import { expect, test } from 'vitest';
import { resourcesOfType } from '../testRecord.ts';
import { child } from './child.ts';

const observations = child.resources().filter((resource) => resource.resourceType === 'Observation');
const coded = (code: string): readonly Observation[] =>
  observations.filter((each) => each.code.coding?.[0]?.code === code);
const daysOf = (code: string): readonly string[] =>
  coded(code)
    .map((each) => each.effectiveDateTime?.slice(0, 10) ?? '')
    .toSorted();
const valuesOf = (code: string): readonly number[] =>
  coded(code).map((each) => each.valueQuantity?.value ?? 0);

test('the first week is weighed in grams, everything after in kilograms', () => {
  const grams = coded('29463-7').filter((each) => each.valueQuantity?.code === 'g');
  expect(grams.map((each) => each.valueQuantity?.value)).toEqual([3340, 3240, 3150, 3180, 3310]);
  expect(coded('29463-7').at(-1)?.valueQuantity).toMatchObject({ value: 29.4, code: 'kg' });
});

test('length lying ends before two years, standing height and body mass index begin at two', () => {
  expect(daysOf('8306-3').at(-1)).toBe('2019-02-13');
  expect(daysOf('8302-2')[0]).toBe('2019-08-14');
  expect(daysOf('39156-5')[0]).toBe('2019-08-14');
});

test('she never shrinks, and her head is measured until three', () => {
  const lengths = [...valuesOf('8306-3'), ...valuesOf('8302-2')];
  expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
  expect(daysOf('9843-4').at(-1)).toBe('2020-08-19');
});

test('immunizations are told by the visits they were given at', () => {
  const texts = child
    .resources()
    .filter((resource) => resource.resourceType === 'Encounter')
    .map((encounter) => encounter.type?.[0]?.text ?? '');
  expect(texts.filter((text) => text.includes('immunization'))).toHaveLength(8);
});

test('every vaccine that a visit tells of is an immunization with a code, of that day', () => {
  const given = resourcesOfType(child.resources(), 'Immunization');
  expect(given).toHaveLength(20);
  expect(given.filter(({ vaccineCode }) => vaccineCode.coding?.[0]?.code === undefined)).toEqual([]);
  const first = given.filter(({ occurrenceDateTime }) => occurrenceDateTime === '2017-10-16');
  expect(first.map(({ vaccineCode }) => vaccineCode.text)).toEqual([
    'DTaP-IPV-Hib-HepB',
    'pneumococcal',
    'rotavirus',
  ]);
});
