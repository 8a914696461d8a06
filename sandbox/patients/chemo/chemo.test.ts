import { expect, test } from 'vitest';
import { resourcesOfType } from '../testRecord.ts';
import { chemo } from './chemo.ts';

const resources = chemo.resources();
const observations = resources.filter((resource) => resource.resourceType === 'Observation');
const valuesOf = (code: string, from = '', to = '9999') =>
  observations
    .filter((each) => each.code.coding?.[0]?.code === code)
    .filter(({ effectiveDateTime = '' }) => effectiveDateTime >= from && effectiveDateTime < to)
    .map((each) => each.valueQuantity?.value ?? Number.NaN);

const CYCLES = [
  '2026-05-12',
  '2026-06-02',
  '2026-06-23',
  '2026-07-14',
  '2026-08-04',
  '2026-08-25',
  '2026-09-15',
];

test('the six cycles begin 21 days after each other, each with neutrophils recovered and a nadir in it', () => {
  const starts = CYCLES.map((day) => Date.parse(day));
  expect(starts.slice(1).map((each, i) => (each - (starts[i] ?? 0)) / 86_400_000)).toEqual(Array(6).fill(21));
  for (const [i, start] of CYCLES.slice(0, -1).entries()) {
    const [first = 0, ...later] = valuesOf('751-8', start, CYCLES[i + 1]);
    expect(first).toBeGreaterThan(1.5);
    expect(Math.min(...later)).toBeLessThan(1);
  }
});

test('in the second cycle she has fever without neutrophils, and C-reactive protein rises to 142', () => {
  expect(Math.max(...valuesOf('8310-5'))).toBe(39.4);
  expect(Math.max(...valuesOf('1988-5'))).toBe(142);
  const inpatient = resources.filter(
    (each) => each.resourceType === 'Encounter' && each.class.code === 'IMP',
  );
  expect(inpatient).toMatchObject([{ period: { start: '2026-06-12T22:10:00-05:00' } }]);
});

test('haemoglobin sinks to 8.4 and LDH comes down from 612', () => {
  expect(Math.min(...valuesOf('718-7'))).toBe(8.4);
  expect([valuesOf('2532-0')[0], valuesOf('2532-0').at(-1)]).toEqual([612, 178]);
});

test('each cycle is a procedure and four infusions, given for their orders', () => {
  const cycles = resourcesOfType(resources, 'Procedure').filter(({ code }) =>
    code?.text?.startsWith('Chemotherapy'),
  );
  expect(cycles.map(({ performedPeriod }) => performedPeriod?.start?.slice(0, 10))).toEqual(
    CYCLES.slice(0, -1),
  );
  const infusions = resourcesOfType(resources, 'MedicationAdministration');
  expect(infusions).toHaveLength(24);
  expect(infusions.filter(({ request }) => !request)).toEqual([]);
});

test('the lymphoma is told, and the fever of the second cycle is over', () => {
  const assertedAt = resourcesOfType(resources, 'Condition').map(
    ({ code, clinicalStatus }) => `${code?.text}: ${clinicalStatus?.coding?.[0]?.code}`,
  );
  expect(assertedAt).toEqual([
    'Diffuse large B-cell lymphoma: active',
    'Febrile neutropenia: resolved',
    'Anemia: active',
  ]);
});
