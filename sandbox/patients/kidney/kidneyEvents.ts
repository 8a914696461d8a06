// These events surround the kidney story's curves: diagnoses, procedures as drawn in the design, vaccines and
// an allergy.
import type { FhirResource } from 'fhir/r4';
import { allergy } from '../resources/allergy.ts';
import { conditions } from '../resources/condition.ts';
import { medicationDispense, medicationStatement } from '../resources/medicationEvents.ts';
import { immunizations } from '../resources/immunization.ts';
import { kidneyEncounterIdAt } from './kidneyTreatment.ts';
import { procedures } from '../resources/procedure.ts';

/** The columns are those of `conditions`. */
const CONDITIONS = `
2014-10 | | 2014-11-01 | problem | Type 2 diabetes
2014-10 | | 2014-11-01 | problem | Hypertension
2014-12-03 | | 2014-12-10 | problem | Hyperlipidemia
2018-06-06 | | 2018-06-06 | problem | Diabetic retinopathy
2019-10-09 | | 2020-02-12 | problem | Chronic kidney disease | G3b A3
2023-02-06 | 2023-03-01 | 2023-02-06T04:50 | diagnosis | Pneumonia
2023-02-06 | 2023-03-01 | 2023-02-06T06:10 | diagnosis | Acute kidney injury
2026-11-12 | | 2026-11-12T14:20 | diagnosis | Hyperkalemia
`;

/** The columns are those of `procedures`. */
const PROCEDURES = `
2018-06-20 | | surgical | Retinal photocoagulation
2021-06-09 | | diagnostic | Renal ultrasound
2023-02-06T04:20 | | diagnostic | Chest X-ray
2024-10-02 | | diagnostic | Echocardiogram
2026-09-02 | | diagnostic | Renal artery duplex
`;

/** The columns are those of `immunizations`. */
const VACCINES = `
2015-12-09 2016-11-16 2017-11-15 2018-10-17 2019-10-09 2021-11-10 2022-11-16 2023-10-11 2024-09-11 2025-09-10 2026-10-20 | influenza
2016-05-11 | pneumococcal, 23-valent polysaccharide
2023-06-14 | pneumococcal, 20-valent conjugate
`;

export function kidneyEvents(patient: string): readonly FhirResource[] {
  const encounterAt = (when: string): string | undefined => kidneyEncounterIdAt(patient, when);
  return [
    ...conditions(patient, CONDITIONS, encounterAt),
    ...procedures(patient, PROCEDURES, encounterAt),
    ...immunizations(patient, VACCINES, encounterAt),
    allergy({
      patient,
      name: 'Penicillin',
      noted: '2014-12-03',
      category: 'medication',
      criticality: 'low',
      reaction: 'Hives',
    }),
    ...dispensesAndStatements(patient),
  ];
}

/** The dispenses and statements are of drugs that are prescribed; none of them is a course of its own. */
function dispensesAndStatements(patient: string): readonly FhirResource[] {
  const milligrams = { patient, unit: 'mg', ucum: 'mg' };
  const spironolactone = { ...milligrams, drug: 'Spironolactone', rxnorm: '9997' };
  const lisinopril = { ...milligrams, drug: 'Lisinopril', rxnorm: '29046' };
  return [
    medicationDispense({
      ...spironolactone,
      orderedAt: '2026-10-20',
      handedOver: '2026-10-20T16:40',
      days: 30,
    }),
    ...['2026-03-02T10:15', '2026-05-30T11:05', '2026-08-27T09:50'].map((handedOver) =>
      medicationDispense({ ...lisinopril, orderedAt: '2024-01-17', handedOver, days: 90 }),
    ),
    medicationStatement({
      ...spironolactone,
      assertedAt: '2026-11-13T11:20',
      start: '2026-10-20',
      end: '2026-11-13',
      dosage: '25 mg daily',
      note: 'Told by telephone: took the last tablet this morning.',
    }),
  ];
}
