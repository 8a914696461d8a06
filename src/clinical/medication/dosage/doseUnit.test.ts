import { describe, expect, test } from 'vitest';
import {
  changesIn,
  dosage,
  order,
  medicationStepFrom,
  courseFrom,
} from '../../../testing/eventsFromFhirFixture.ts';
import { deduplicatedSteps } from '../deduplicatedSteps.ts';
import { amountInUnit } from './doseUnit.ts';

test.each([
  [0.5, 'g/day', 'mg/day', 500],
  [5, 'mcg/kg/min', 'ug/kg/min', 5],
  [5, 'µg/kg/min', 'mcg/kg/min', 5],
  [5, 'MG/hr', 'mg/h', 5],
  [1, 'L/day', 'mL/day', 1000],
  [2, 'tablets/day', 'tablet(s)/day', 2],
  [12, 'units/day', 'U/day', 12],
  [0.0001, 'kg', 'mg', 100],
])('%d %s is %s: %d', (amount, from, to, expected) => {
  expect(amountInUnit(amount, from, to)).toBe(expected);
});

test.each([
  ['mL/h', 'ug/kg/min'],
  ['mg/h', 'mg/kg/h'],
  ['mg/h', 'mg/min'],
  ['mg', 'mg/day'],
  ['mg/day', 'mL/day'],
  ['MU/day', 'mU/day'],
  ['MIU', 'mIU'],
  ['IU', 'U'],
  ['tablet/day', 'mg/day'],
  ['', 'mg'],
])('%s is never %s', (from, to) => {
  expect(amountInUnit(5, from, to)).toBeUndefined();
  expect(amountInUnit(5, to, from)).toBeUndefined();
});

const inUnit = (id: string, start: string, end: string | undefined, value: number, unit: string) =>
  order(id, start, end, value, {
    dosageInstruction: [dosage(value, { frequency: 1, period: 1, periodUnit: 'd' }, unit)],
  });

test('the same dose written in grams is no other dose', () => {
  expect(
    changesIn(
      inUnit('a', '2026-03-01', '2026-05-01', 1000, 'mg'),
      inUnit('b', '2026-05-01', undefined, 1, 'g'),
    ),
  ).toEqual(['+ 1000 mg/day 2026-03-01']);
});

test('a higher dose in another spelling of its unit is higher', () => {
  expect(
    changesIn(
      inUnit('a', '2026-03-01', '2026-05-01', 50, 'mcg'),
      inUnit('b', '2026-05-01', undefined, 75, 'ug'),
    ),
  ).toEqual(['+ 50 mcg/day 2026-03-01', '↑ 75 ug/day 2026-05-01, was 50 mcg/day']);
});

test('what was given as ordered is no second dose, however its unit is spelt', () => {
  const rate = (unit: string) => ({ rateQuantity: { value: 5, unit } });
  const period = { start: '2026-03-01T08:00:00Z', end: '2026-03-01T12:00:00Z' };
  const ordered = medicationStepFrom('MedicationRequest', {
    id: 'o',
    status: 'completed',
    dosageInstruction: [{ doseAndRate: [rate('mcg/kg/min')] }],
    dispenseRequest: { validityPeriod: period },
  });
  const given = (unit: string) =>
    medicationStepFrom('MedicationAdministration', {
      id: 'g',
      status: 'completed',
      effectivePeriod: period,
      dosage: rate(unit),
    });
  const drawn = (unit: string) =>
    deduplicatedSteps(courseFrom(ordered, given(unit)).steps).map(({ id }) => id);
  expect(drawn('ug/kg/min')).toEqual(['o']);
  expect(drawn('mL/h')).toEqual(['g', 'o']);
});

describe('units that are spelled out, as some countries ask', () => {
  test.each([
    [500, 'milligram/day', 'mg/day', 500],
    [2, 'grams/day', 'mg/day', 2000],
    [125, 'micrograms', 'mg', 0.125],
    [125, 'microgram', 'mcg', 125],
    [400, 'nanogram', 'ug', 0.4],
    [10, 'millilitres/day', 'mL/day', 10],
    [0.5, 'litre/hour', 'mL/h', 500],
    [5, 'milliliter/hours', 'mL/h', 5],
    [1, 'kilogram', 'g', 1000],
  ])('%d %s is in %s: %d', (amount, from, to, expected) => {
    expect(amountInUnit(amount, from, to)).toBe(expected);
  });

  test.each([
    ['milligram', 'mL'],
    ['megagram', 'mg'],
    ['gram', 'grain'],
    ['milliunit', 'unit'],
  ])('%s is never taken for %s', (from, to) => {
    expect(amountInUnit(1, from, to)).toBeUndefined();
  });
});
