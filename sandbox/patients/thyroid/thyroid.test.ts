import { expect, test } from 'vitest';
import { resourcesOfType } from '../testRecord.ts';
import { thyroid } from './thyroid.ts';

const resources = thyroid.resources();
const observations = resources.filter((resource) => resource.resourceType === 'Observation');
const tsh = observations.filter((each) => each.code.coding?.[0]?.code === '3016-3');

test('TSH goes over four powers of ten, once below what can be measured', () => {
  const values = tsh.map((each) => each.valueQuantity?.value ?? 0);
  expect(Math.log10(Math.max(...values) / Math.min(...values))).toBeGreaterThan(3.9);
  const limits = tsh.filter((each) => each.valueQuantity?.comparator);
  expect(limits.map((each) => each.valueQuantity)).toMatchObject([{ value: 0.01, comparator: '<' }]);
});

test('the dose was changed seven times, and the last one is taken', () => {
  const doseAdministrations = resources.filter((resource) => resource.resourceType === 'MedicationRequest');
  expect(doseAdministrations).toHaveLength(8);
  expect(doseAdministrations.filter(({ status }) => status === 'active')).toHaveLength(1);
});

test('what she says explains the TSH of May 2026', () => {
  expect(resourcesOfType(resources, 'MedicationStatement')).toMatchObject([
    {
      effectivePeriod: { start: '2026-03-01', end: '2026-05-12' },
      note: [{ text: expect.stringContaining('forgotten') }],
    },
  ]);
  expect(resourcesOfType(resources, 'MedicationDispense')).toHaveLength(6);
});
