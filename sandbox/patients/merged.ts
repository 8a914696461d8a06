/**
 * Merged story: this is the older of two records of one man. He was registered twice, and the hospital has since merged this
 * record into his other one (`home`).
 *
 * The record is no longer active and says which record replaced it. It still holds what was measured under the old
 * number: two visits of 2019 and 2021. None of these results is in the record that was kept.
 */
import type { FhirResource } from 'fhir/r4';
import { observationsFromTable, visitsFromTable } from './resources/chartTables.ts';
import { patientResource } from './resources/patient.ts';
import { prescriptions } from './resources/prescription.ts';
import type { PatientStory } from './story.ts';

const ID = 'merged';

/** The columns are those of `visitsFromTable`. */
const VISITS = `
2019-05-22T09:00 | 40 | | First visit
2021-03-10T09:30 | 30 | | Office visit
`;

/** The columns are: time, blood pressure, heart rate, weight. */
const VITALS = `
2019-05-22T09:10     138/84     74     86.8
2021-03-10T09:40     142/86     76     87.9
`;

/** The columns are: time, creatinine, HbA1c. */
const BLOOD = `
2019-05-22T09:20     0.88N     6.8H
2021-03-10T09:50     0.91N     7.2H
`;

export const merged: PatientStory = {
  id: ID,
  title: 'Duc Tran: an older record, merged into another',
  purpose: 'A record that another one replaced (Patient.link replaced-by); it is no longer active.',
  resources: (): readonly FhirResource[] => {
    const { encounters, encounterAt } = visitsFromTable(ID, VISITS);
    const chart = { patient: ID, encounterAt, ranges: { creat: '0.74-1.35', a1c: '<5.7' } };
    return [
      patientResource({
        id: ID,
        family: 'Tran',
        given: ['Duc', 'V.'],
        gender: 'male',
        birthDate: '1958-06-02',
        mrn: '009 266 51',
        link: { other: 'home', type: 'replaced-by' },
      }),
      ...encounters,
      ...prescriptions({
        patient: ID,
        drug: 'Metformin',
        rxnorm: '6809',
        unit: 'mg',
        ucum: 'mg',
        steps: [['2019-05-22', 1000]],
      }),
      ...observationsFromTable(chart, ['bp', 'hr', 'weight'], VITALS),
      ...observationsFromTable(chart, ['creat', 'a1c'], BLOOD),
    ];
  },
};
