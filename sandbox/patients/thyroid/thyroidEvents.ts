// These events surround the thyroid story's curves: the diagnoses, and how the tablets were taken.
import type { FhirResource } from 'fhir/r4';
import { conditions } from '../resources/condition.ts';
import type { EncounterAt } from '../resources/commonElements.ts';
import { medicationDispense, medicationStatement } from '../resources/medicationEvents.ts';
import { procedures } from '../resources/procedure.ts';
import { diagnosticReport } from '../resources/diagnosticReport.ts';

/** The columns are those of `conditions`. */
const CONDITIONS = `
2019-03-12 | | 2019-03-12 | problem | Hypothyroidism
2019-03-26 | | 2019-03-26 | problem | Hashimoto thyroiditis
2022-02-22 | 2022-11-08 | 2022-02-22T08:45 | diagnosis | Thyrotoxicosis by levothyroxine
`;

const ULTRASOUND = `
THYROID ULTRASOUND

Both lobes small, 5 mL together. Echoes low and uneven, with fine septa. No nodule.

Impression:
Chronic thyroiditis. No nodule.
`;

/** Each row is the start of the order, and the day on which tablets for 90 days were dispensed. */
const DISPENSES = [
  ['2021-10-05', '2021-10-06'],
  ['2021-10-05', '2022-01-05'],
  ['2022-02-22', '2022-02-22'],
  ['2022-06-14', '2025-11-20'],
  ['2026-05-12', '2026-05-13'],
  ['2026-05-12', '2026-08-12'],
] as const;

export function thyroidEvents(patient: string, encounterAt: EncounterAt): readonly FhirResource[] {
  const levothyroxine = { patient, drug: 'Levothyroxine', rxnorm: '10582', unit: 'µg', ucum: 'ug' };
  return [
    ...conditions(patient, CONDITIONS, encounterAt),
    ...procedures(patient, '2019-03-26T08:40 | | diagnostic | Thyroid ultrasound', encounterAt),
    diagnosticReport({
      patient,
      service: 'radiology',
      name: 'Thyroid ultrasound',
      at: '2019-03-26T08:40',
      encounter: encounterAt('2019-03-26T08:40'),
      reportedAfterMinutes: 60,
      conclusion: 'Chronic thyroiditis. No nodule.',
      text: ULTRASOUND,
    }),
    ...DISPENSES.map(([orderedAt, handedOver]) =>
      medicationDispense({ ...levothyroxine, orderedAt, handedOver, days: 90 }),
    ),
    medicationStatement({
      ...levothyroxine,
      assertedAt: '2026-05-12T08:35',
      start: '2026-03-01',
      end: '2026-05-12',
      dosage: '112 µg on most days',
      note: 'Says that she has forgotten it about twice a week since spring.',
    }),
  ];
}
