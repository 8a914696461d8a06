import { expect, test } from 'vitest';
import { resourcesOfType } from '../testRecord.ts';
import { parent } from './parent.ts';

const resources = parent.resources();
const observations = resourcesOfType(resources, 'Observation');
const told = (code: string): readonly string[] =>
  observations
    .filter((each) => each.code.coding?.[0]?.code === code)
    .map(
      ({ effectiveDateTime, valueQuantity, interpretation, status }) =>
        `${effectiveDateTime?.slice(0, 10)} ${valueQuantity?.value} ${interpretation?.[0]?.coding?.[0]?.code ?? '-'} ${status}`,
    );

test('the potassium of 23 Nov 2026 is critical, after years inside the range', () => {
  expect(told('2823-3')).toEqual([
    '2024-10-02 4.1 N final',
    '2025-09-16 4.2 N final',
    '2026-09-15 4.1 N final',
    '2026-10-20 3.4 L final',
    '2026-11-23 2.4 LL final',
  ]);
});

test('one result is preliminary: the TSH of the same day', () => {
  expect(observations.filter(({ status }) => status === 'preliminary')).toHaveLength(1);
  expect(told('3016-3').at(-1)).toBe('2026-11-23 5.2 H preliminary');
});

test('13 reports hold the results of the laboratory by panel', () => {
  const reports = resourcesOfType(resources, 'DiagnosticReport');
  const countOf = (name: string): number => reports.filter(({ code }) => code.text === name).length;
  expect(reports).toHaveLength(13);
  expect(['Basic metabolic panel', 'Blood count', 'Lipid panel'].map(countOf)).toEqual([5, 6, 2]);
  const last = reports.find(
    ({ code, effectiveDateTime = '' }) =>
      code.text === 'Basic metabolic panel' && effectiveDateTime.startsWith('2026-11-23'),
  );
  expect(last?.result).toHaveLength(7);
});

test('the water tablet was started, raised and stopped, and two medicines began that day', () => {
  const courses = resourcesOfType(resources, 'MedicationRequest').map(
    ({ medicationCodeableConcept, status, authoredOn }) =>
      `${authoredOn} ${medicationCodeableConcept?.text}: ${status}`,
  );
  expect(courses).toEqual([
    '2025-03-20 Ferrous sulfate: stopped',
    '2026-09-15 Hydrochlorothiazide: completed',
    '2026-10-20 Hydrochlorothiazide: stopped',
    '2026-11-23 Potassium chloride: active',
    '2026-11-23 Amlodipine: active',
  ]);
});
