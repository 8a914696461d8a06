/**
 * Thyroid story: the thyroid of a woman of 46 failed in 2019, and it took years until her dose was found.
 *
 * TSH goes over four powers of ten: it is 86 at first, below what can be measured when the dose was too high
 * in 2022, and in the range since. Free T4 moves the other way and by far less; cholesterol and weight
 * follow.
 */
import type { FhirResource } from 'fhir/r4';
import { patientResource } from '../resources/patient.ts';
import { prescriptions } from '../resources/prescription.ts';
import { observationsFromTable, visitsFromTable } from '../resources/chartTables.ts';
import type { PatientStory } from '../story.ts';
import { thyroidEvents } from './thyroidEvents.ts';

const ID = 'thyroid';

/** The columns are those of `visitsFromTable`. */
const VISITS = `
2019-03-12T08:20 | 30 | | Office visit
2019-03-26T08:20 | 30 | | Endocrinology visit
2019-05-14T08:20 | 30 | | Endocrinology visit
2019-07-09T08:20 | 30 | | Endocrinology visit
2019-09-24T08:20 | 30 | | Endocrinology visit
2020-02-18T08:20 | 30 | | Endocrinology visit
2020-09-15T08:20 | 30 | | Endocrinology visit
2021-03-09T08:20 | 30 | | Endocrinology visit
2022-02-22T08:20 | 30 | | Endocrinology visit
2022-04-19T08:20 | 30 | | Endocrinology visit
2022-06-14T08:20 | 30 | | Endocrinology visit
2022-11-08T08:20 | 30 | | Endocrinology visit
2023-05-16T08:20 | 30 | | Endocrinology visit
2024-05-14T08:20 | 30 | | Endocrinology visit
2025-05-13T08:20 | 30 | | Endocrinology visit
2026-05-12T08:20 | 30 | | Endocrinology visit
2026-11-17T08:20 | 30 | | Endocrinology visit
`;

/** The columns are: time, TSH, free T4, TPO antibodies. */
const HORMONES = `
2019-03-12T08:25     86.4HH   0.31L    .
2019-03-26T08:25     91.2HH   0.28L    612H
2019-05-14T08:25     24.6H    0.72L    .
2019-07-09T08:25     9.81H    0.96     .
2019-09-24T08:25     5.62H    1.08     .
2020-02-18T08:25     3.94     1.21     .
2020-09-15T08:25     7.05H    1.02     388H
2021-03-09T08:25     1.86     1.34     .
2022-02-22T08:25     <0.01LL  2.14H    .
2022-04-19T08:25     0.08L    1.88H    .
2022-06-14T08:25     0.31L    1.62     .
2022-11-08T08:25     1.12     1.38     .
2023-05-16T08:25     1.47     1.35     204H
2024-05-14T08:25     2.03     1.30     .
2025-05-13T08:25     2.60     1.24     .
2026-05-12T08:25     4.88H    1.09     .
2026-11-17T08:25     2.21     1.28     .
`;

/** The columns are: time, total cholesterol, LDL cholesterol, ALT. */
const BLOOD = `
2019-03-12T08:25     288H     192H     38
2019-09-24T08:25     214H     131H     27
2021-03-09T08:25     186      104H     22
2022-02-22T08:25     158      82       24
2023-05-16T08:25     181      99       21
2025-05-13T08:25     189      106H     23
2026-11-17T08:25     184      101H     22
`;

/** The columns are: time, blood pressure, heart rate, weight, temperature. */
const VITALS = `
2019-03-12T08:30     138/90     54     82.6     36.0
2019-05-14T08:30     132/86     60     80.9     36.3
2019-07-09T08:30     128/82     66     78.4     36.5
2019-09-24T08:30     126/80     68     76.8     36.6
2020-02-18T08:30     124/78     70     75.9     36.6
2020-09-15T08:30     126/80     66     77.0     36.5
2021-03-09T08:30     122/76     72     75.2     36.6
2022-02-22T08:30     134/68     104    69.8     37.2
2022-04-19T08:30     128/70     92     70.6     36.9
2022-06-14T08:30     124/74     80     72.1     36.7
2022-11-08T08:30     122/76     72     73.8     36.6
2023-05-16T08:30     120/76     70     74.1     36.6
2024-05-14T08:30     122/76     70     74.4     36.6
2025-05-13T08:30     124/78     68     75.0     36.5
2026-05-12T08:30     126/80     66     76.3     36.5
2026-11-17T08:30     124/78     70     75.1     36.6
`;

const RANGES = {
  tsh: '0.40-4.50',
  ft4: '0.80-1.80',
  tpo: '<9',
  chol: '<200 mg/dL',
  ldl: '<100 mg/dL',
  alt: '7-45',
};

export const thyroid: PatientStory = {
  id: ID,
  title: 'Greta Okonjo, 46: thyroid treatment',
  purpose: 'TSH over four powers of ten, once below what can be measured; the dose found over years.',
  resources: (): readonly FhirResource[] => {
    const { encounters, encounterAt } = visitsFromTable(ID, VISITS);
    const chart = { patient: ID, encounterAt, ranges: RANGES };
    return [
      patientResource({
        id: ID,
        family: 'Okonjo',
        given: ['Greta'],
        gender: 'female',
        birthDate: '1980-06-07',
        mrn: '009 718 44',
      }),
      ...encounters,
      ...prescriptions({
        patient: ID,
        drug: 'Levothyroxine',
        rxnorm: '10582',
        unit: 'µg',
        ucum: 'ug',
        steps: [
          ['2019-03-26', 50],
          ['2019-05-14', 75],
          ['2019-07-09', 100],
          ['2020-09-15', 125],
          ['2021-10-05', 175],
          ['2022-02-22', 137],
          ['2022-06-14', 112],
          ['2026-05-12', 125],
        ],
      }),
      ...thyroidEvents(ID, encounterAt),
      ...observationsFromTable(chart, ['tsh', 'ft4', 'tpo'], HORMONES),
      ...observationsFromTable(chart, ['chol', 'ldl', 'alt'], BLOOD),
      ...observationsFromTable(chart, ['bp', 'hr', 'weight', 'temp'], VITALS),
    ];
  },
};
