import { expect, test } from 'vitest';
import { ageText, patientSummary } from './patientSummary.ts';
import { PatientRecord } from '../fhir/records.ts';
import { japanese } from '../patients/nonLatinScripts.ts';
import { yearOfBirth } from '../patients/yearOfBirth.ts';

const BASE = 'http://127.0.0.1/fhir/r4';
const NOW_MS = Date.parse('2026-11-24T12:00:00Z');

test('of a year of birth the age is one of two', () => {
  const patient = patientSummary(new PatientRecord(yearOfBirth, BASE));
  expect(ageText(patient, NOW_MS)).toBe('78 or 79 years');
});

test('a name is shown as it is written where it is at home', () => {
  expect(patientSummary(new PatientRecord(japanese, BASE)).name).toBe('架空 花子');
});
