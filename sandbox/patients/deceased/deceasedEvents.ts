// These events surround the curves of the man who died: his heart disease, and the treatment of his last
// days.
import type { FhirResource } from 'fhir/r4';
import { conditions } from '../resources/condition.ts';
import type { EncounterAt } from '../resources/commonElements.ts';
import { doseAdministrations } from '../resources/medicationEvents.ts';
import { immunizations } from '../resources/immunization.ts';
import { procedures } from '../resources/procedure.ts';
import { diagnosticReport } from '../resources/diagnosticReport.ts';

const ADMITTED = '2026-02-05T18:20';

/** The columns are those of `conditions`. */
const CONDITIONS = `
2019-11 | | 2019-11-20 | problem | Heart failure
2021 | | 2021-03-09 | problem | Atrial fibrillation
2024-06-12 | | 2024-06-12 | problem | Chronic kidney disease | G3b
2026-02-05 | | 2026-02-05T19:10 | diagnosis | Acute decompensation of heart failure
`;

/** The columns are those of `procedures`. */
const PROCEDURES = `
2024-06-12T10:30 | | diagnostic | Echocardiogram
2026-02-05T19:20 | | diagnostic | Chest X-ray
`;

const ECHOCARDIOGRAM = `
TRANSTHORACIC ECHOCARDIOGRAM

Left ventricle enlarged, ejection fraction 31 %. Moderate mitral regurgitation.
Both atria enlarged. Pulmonary pressure raised.

Conclusion:
Heart failure with a reduced ejection fraction.
`;

export function deceasedEvents(patient: string, encounterAt: EncounterAt): readonly FhirResource[] {
  return [
    ...conditions(patient, CONDITIONS, encounterAt),
    ...procedures(patient, PROCEDURES, encounterAt),
    ...immunizations(patient, '2024-10-08 2025-10-07 | influenza'),
    ...doseAdministrations({
      patient,
      drug: 'Furosemide',
      rxnorm: '4603',
      unit: 'mg',
      ucum: 'mg',
      route: 'Intravenous',
      encounter: encounterAt(ADMITTED),
      dose: 40,
      minutes: 10,
      times: [
        '2026-02-05T19:00',
        '2026-02-06T07:00',
        '2026-02-06T19:00',
        '2026-02-07T07:00',
        '2026-02-07T19:00',
      ],
    }),
    diagnosticReport({
      patient,
      service: 'cardiology',
      name: 'Echocardiogram',
      at: '2024-06-12T10:30',
      encounter: encounterAt('2024-06-12T10:30'),
      reportedAfterMinutes: 40,
      conclusion: 'Heart failure with a reduced ejection fraction, 31 %.',
      text: ECHOCARDIOGRAM,
    }),
    diagnosticReport({
      patient,
      service: 'microbiology',
      name: 'Blood culture',
      loinc: ['600-7', 'Bacteria identified in Blood by Culture'],
      at: '2026-02-06T19:00',
      encounter: encounterAt(ADMITTED),
      reportedAfterMinutes: 5 * 1440,
      results: [`${patient}-blood-culture-202602061900`],
      conclusion: 'No growth after 5 days.',
    }),
  ];
}
