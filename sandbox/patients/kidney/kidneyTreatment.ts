import type { Encounter, MedicationRequest } from 'fhir/r4';
import { prescriptions } from '../resources/prescription.ts';
import { visit, visitId } from '../resources/visit.ts';
import { parsePairs, parseBarRows } from '../resources/tableParsing.ts';

const WEEKLY = { period: 1, unit: 'wk', text: 'weekly' } as const;

/**
 * The columns are: drug, RxNorm ingredient, start and daily dose in mg in turn. A dose of 0 stops the drug;
 * semaglutide is given weekly.
 */
const COURSES = `
Lisinopril | 29046 | 2014-11-01 10 2017-11-15 20 2021-05-05 40 2023-02-06 0 2023-03-01 20 2024-01-17 40
Amlodipine | 17767 | 2016-05-11 5 2019-04-10 10
Chlorthalidone | 2409 | 2022-07-20 12.5 2023-02-06 0 2025-01-15 12.5 2026-04-22 25
Spironolactone | 9997 | 2026-10-20 25 2026-11-13 0
Empagliflozin | 1545653 | 2021-08-11 10 2023-02-06 0 2023-03-01 10
Metformin | 6809 | 2014-11-01 1000 2016-05-11 2000 2023-02-06 0 2023-03-01 1000
Semaglutide | 1991302 | 2023-03-29 0.25 2023-05-03 0.5 2023-06-14 1
Atorvastatin | 83367 | 2014-12-10 20 2018-04-18 40 2021-05-12 80
`;

const OFFICE_VISITS = `
2014-12-03 2015-03-18 2015-06-24 2015-12-09 2016-05-11 2016-11-16 2017-05-10 2017-11-15 2018-04-18 2018-10-17 2019-04-10
2019-10-09 2020-02-12 2021-05-05 2021-08-11 2021-11-10 2022-03-16 2022-07-20 2022-11-16 2023-03-01 2023-06-14 2023-10-11
2024-01-17 2024-05-08 2024-09-11 2025-01-15 2025-05-14 2025-09-10 2026-01-14 2026-04-22 2026-08-25 2026-10-20 2026-10-29
2026-11-12 2026-11-24
`
  .trim()
  .split(/\s+/);
const TELEPHONE_CALLS = ['2020-09-16', '2021-01-20', '2026-11-13'];
const ADMISSION = { start: '2023-02-06T03:20', end: '2023-02-11T11:30' };

export function kidneyPrescriptions(patient: string): readonly MedicationRequest[] {
  return parseBarRows(COURSES).flatMap(([drug = '', rxnorm = '', cells = '']) =>
    prescriptions({
      patient,
      drug,
      rxnorm,
      unit: 'mg',
      ucum: 'mg',
      ...(drug === 'Semaglutide' && { every: WEEKLY }),
      steps: parsePairs(cells).map(([start, dose]) => [start, Number(dose)] as const),
    }),
  );
}

export function kidneyVisits(patient: string): readonly Encounter[] {
  return [
    ...OFFICE_VISITS.map((day) =>
      visit({ patient, kind: 'office', text: 'Office visit', start: `${day}T08:00`, end: `${day}T09:45` }),
    ),
    ...TELEPHONE_CALLS.map((day) =>
      visit({ patient, kind: 'telephone', text: 'Telephone', start: `${day}T11:10`, end: `${day}T11:25` }),
    ),
    visit({ patient, kind: 'inpatient', text: 'Inpatient, pneumonia', ...ADMISSION }),
  ];
}

/** Returns the id of the encounter that a result of this time belongs to, if there is one. */
export function kidneyEncounterIdAt(patient: string, at: string): string | undefined {
  if (at >= ADMISSION.start && at <= ADMISSION.end) return visitId(patient, ADMISSION.start);
  return OFFICE_VISITS.includes(at.slice(0, 10)) ? visitId(patient, at) : undefined;
}
