import { expect, test } from 'vitest';
import { resourcesOfType } from '../testRecord.ts';
import { deceased } from './deceased.ts';

const resources = deceased.resources();
const observations = resources.filter((resource) => resource.resourceType === 'Observation');
const diedMs = Date.parse('2026-02-09T04:35:00-06:00');

test('the person is deceased and nothing was measured after the death', () => {
  const [patientResource] = resources.filter((resource) => resource.resourceType === 'Patient');
  expect(patientResource?.deceasedDateTime).toBe('2026-02-09T04:35:00-06:00');
  const late = observations.filter((each) => Date.parse(each.effectiveDateTime ?? '') > diedMs);
  expect(late).toEqual([]);
});

test('the last days are in the record, and one report came after the death', () => {
  const lastDays = observations.filter((each) => (each.effectiveDateTime ?? '') >= '2026-02-05');
  expect(lastDays.length).toBeGreaterThan(25);
  const reportedLate = observations.filter((each) => Date.parse(each.issued ?? '') > diedMs);
  expect(reportedLate.map((each) => each.code.text)).toEqual(['Blood culture']);
});

test('nothing was given after the death, and only the report of the culture was written after it', () => {
  const given = resourcesOfType(resources, 'MedicationAdministration');
  expect(given.filter(({ effectivePeriod }) => Date.parse(effectivePeriod?.end ?? '') > diedMs)).toEqual([]);
  expect(given).toHaveLength(5);
  const late = resourcesOfType(resources, 'DiagnosticReport').filter(
    ({ issued = '' }) => Date.parse(issued) > diedMs,
  );
  expect(late.map(({ code }) => code.text)).toEqual(['Blood culture']);
});
