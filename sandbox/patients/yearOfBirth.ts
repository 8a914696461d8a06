/**
 * Year-of-birth story: only the year of birth of a man is known, as it is of people without papers.
 *
 * He is 78 or 79 and nobody can say which. The record is short: it holds two visits and what was measured at
 * them.
 */
import type { FhirResource } from 'fhir/r4';
import { conditions } from './resources/condition.ts';
import { patientResource } from './resources/patient.ts';
import { prescriptions } from './resources/prescription.ts';
import { observationsFromTable, visitsFromTable } from './resources/chartTables.ts';
import type { PatientStory } from './story.ts';

const ID = 'yearofbirth';

/** The columns are those of `visitsFromTable`. */
const VISITS = `
2025-10-14T14:00 | 40 | | First visit
2026-04-21T14:00 | 30 | | Office visit
`;

/** The columns are: time, blood pressure, heart rate, weight. */
const VITALS = `
2025-10-14T14:10     152/84     78     61.2
2026-04-21T14:10     138/78     74     62.0
`;

/** The columns are: time, creatinine, potassium, haemoglobin, HbA1c. */
const BLOOD = `
2025-10-14T14:20     1.12     4.3     12.9L     6.1
2026-04-21T14:20     1.08     4.4     13.6      5.9
`;

export const yearOfBirth: PatientStory = {
  id: ID,
  title: 'Idris Farouk, born 1947: only the year is known',
  purpose: 'A birth date that is only a year; a short record.',
  resources: (): readonly FhirResource[] => {
    const { encounters, encounterAt } = visitsFromTable(ID, VISITS);
    const ranges = { creat: '0.74-1.35', k: '3.5-5.0', hgb: '13.5-17.5', a1c: '<5.7' };
    const chart = { patient: ID, encounterAt, ranges };
    return [
      patientResource({
        id: ID,
        family: 'Farouk',
        given: ['Idris'],
        gender: 'male',
        birthDate: '1947',
        mrn: '016 093 75',
      }),
      ...encounters,
      ...conditions(ID, '2025-10-14 | | 2025-10-14 | problem | Hypertension'),
      ...prescriptions({
        patient: ID,
        drug: 'Amlodipine',
        rxnorm: '17767',
        unit: 'mg',
        ucum: 'mg',
        steps: [['2025-10-14', 5]],
      }),
      ...observationsFromTable(chart, ['bp', 'hr', 'weight'], VITALS),
      ...observationsFromTable(chart, ['creat', 'k', 'hgb', 'a1c'], BLOOD),
    ];
  },
};
