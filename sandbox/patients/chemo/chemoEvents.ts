// These events surround the curves of the chemotherapy story: how the lymphoma was found and staged, and each
// infusion.
import type { DiagnosticReport, FhirResource, MedicationAdministration } from 'fhir/r4';
import { conditions } from '../resources/condition.ts';
import type { EncounterAt } from '../resources/commonElements.ts';
import { doseAdministrations } from '../resources/medicationEvents.ts';
import { immunizations } from '../resources/immunization.ts';
import { procedures } from '../resources/procedure.ts';
import { diagnosticReport } from '../resources/diagnosticReport.ts';
import { parseBarRows } from '../resources/tableParsing.ts';

/** The columns are those of `conditions`. */
const CONDITIONS = `
2026-04-21 | | 2026-04-24 | problem | Diffuse large B-cell lymphoma | III A
2026-06-12 | 2026-06-16 | 2026-06-12T23:10 | diagnosis | Febrile neutropenia
2026-06-23 | | 2026-06-23T08:40 | diagnosis | Anemia
`;

/** The columns are those of `procedures`. */
const PROCEDURES = `
2026-04-21 | | surgical | Lymph node biopsy
2026-04-28 | | diagnostic | PET-CT
2026-05-07 | | surgical | Port implanted
2026-10-01 | | diagnostic | PET-CT
`;

/** The columns are: drug, RxNorm ingredient, dose in mg, start time, minutes. */
const INFUSIONS = `
Rituximab | 121191 | 650 | 08:45 | 180
Cyclophosphamide | 3002 | 1300 | 12:00 | 60
Doxorubicin | 3639 | 88 | 13:10 | 20
Vincristine | 11202 | 2 | 13:40 | 10
`;

const BIOPSY = `
PATHOLOGY

Specimen: Lymph node, left neck, excision

Microscopy:
Diffuse infiltrate of large cells. CD20 and CD19 positive, CD10 negative, BCL6 and MUM1 positive. Ki-67 80 %.

Diagnosis:
Diffuse large B-cell lymphoma.
`;

const FIRST_PET = `
PET-CT

Indication: Diffuse large B-cell lymphoma, staging.

Findings:
Uptake in lymph nodes of the left neck, the mediastinum and beside the aorta, the largest 4.8 cm. Spleen and marrow
without uptake.

Impression:
Lymphoma on both sides of the diaphragm, stage III.
`;

const LAST_PET = `
PET-CT

Indication: After six cycles of R-CHOP.

Findings:
Remaining node beside the aorta of 1.2 cm, uptake below that of the liver. No new lesion.

Impression:
Complete metabolic response, Deauville 2.
`;

export function chemoEvents(
  patient: string,
  cycles: readonly string[],
  encounterAt: EncounterAt,
): readonly FhirResource[] {
  const days = cycles.map(
    (day, i) => `${day}T08:45 | ${day}T13:50 | therapeutic | Chemotherapy | Chemotherapy, cycle ${i + 1}`,
  );
  return [
    ...conditions(patient, CONDITIONS, encounterAt),
    ...procedures(patient, PROCEDURES),
    ...procedures(patient, days.join('\n'), encounterAt),
    ...cycles.flatMap((day) => infusions(patient, day, encounterAt)),
    ...immunizations(patient, '2026-10-06 | influenza', encounterAt),
    ...reports(patient, encounterAt),
  ];
}

/** Each infusion refers to the order of its cycle. */
const infusions = (
  patient: string,
  day: string,
  encounterAt: EncounterAt,
): readonly MedicationAdministration[] =>
  parseBarRows(INFUSIONS).flatMap(([drug = '', rxnorm = '', mg, time, minutes]) =>
    doseAdministrations({
      patient,
      drug,
      rxnorm,
      unit: 'mg',
      ucum: 'mg',
      route: 'Intravenous',
      encounter: encounterAt(day),
      orderedAt: day,
      dose: Number(mg),
      minutes: Number(minutes),
      times: [`${day}T${time}`],
    }),
  );

function reports(patient: string, encounterAt: EncounterAt): readonly DiagnosticReport[] {
  const pet = { patient, service: 'radiology', name: 'PET-CT', reportedAfterMinutes: 260 } as const;
  return [
    diagnosticReport({
      patient,
      service: 'pathology',
      name: 'Lymph node biopsy',
      loinc: ['11526-1', 'Pathology study'],
      at: '2026-04-21T11:00',
      reportedAfterMinutes: 3 * 1440,
      conclusion: 'Diffuse large B-cell lymphoma.',
      text: BIOPSY,
    }),
    diagnosticReport({
      ...pet,
      at: '2026-04-28T09:30',
      conclusion: 'Lymphoma of stage III.',
      text: FIRST_PET,
    }),
    diagnosticReport({
      patient,
      service: 'microbiology',
      name: 'Blood culture',
      loinc: ['600-7', 'Bacteria identified in Blood by Culture'],
      at: '2026-06-12T23:05',
      encounter: encounterAt('2026-06-12T23:05'),
      reportedAfterMinutes: 5 * 1440,
      results: [`${patient}-blood-culture-202606122305`],
      conclusion: 'No growth after 5 days.',
    }),
    diagnosticReport({
      ...pet,
      at: '2026-10-01T09:30',
      conclusion: 'Complete metabolic response.',
      text: LAST_PET,
    }),
  ];
}
