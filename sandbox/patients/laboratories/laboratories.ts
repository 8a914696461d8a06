/**
 * Laboratories story: the results of a woman of 71 come from two laboratories, a bedside meter and a ward. Each of her
 * odd results is one that real laboratories send, and each could mislead a reader who sees the number alone.
 *
 * Her record is quiet until November 2026. On the 23rd she is admitted: her hemoglobin is critically low and comes as
 * a text, her potassium is high because the specimen was hemolyzed, and her sodium is only preliminary yet.
 * `laboratoriesResults.ts` holds these results one by one.
 */
import type { FhirResource } from 'fhir/r4';
import { observationsFromTable, visitsFromTable } from '../resources/chartTables.ts';
import { patientResource } from '../resources/patient.ts';
import { namedByReference } from '../resources/prescription.ts';
import type { PatientStory } from '../story.ts';
import { laboratoriesResults } from './laboratoriesResults.ts';

const ID = 'laboratories';

/** The columns are those of `visitsFromTable`. */
const VISITS = `
2025-02-10T08:20 | 30 | | Office visit
2025-08-11T08:20 | 30 | | Office visit
2026-02-09T08:20 | 30 | | Office visit
2026-05-11T08:20 | 30 | | Office visit
2026-08-10T08:20 | 30 | | Office visit
2026-11-23T06:50 | 1500 | inpatient | Medical ward
`;

/** The columns are: time, creatinine, potassium, sodium, urea nitrogen, glucose. */
const CHEMISTRY = `
2025-02-10T08:25     0.92     4.2     139     17     96
2025-08-11T08:25     0.95     4.4     140     18     101H
2026-02-09T08:25     0.94     4.1     138     16     98
2026-05-11T08:25     0.97     4.3     139     19     94
2026-08-10T08:25     0.96     4.2     139     18     99
2026-11-23T07:10     1.31H    .       .       21     131H
`;

/** The columns are: time, hemoglobin, white blood cells, platelets, ferritin, LDL cholesterol by calculation. */
const BLOOD = `
2025-02-10T08:25     12.9     6.1     248     64      118H
2025-08-11T08:25     12.7     5.8     255     58      121H
2026-02-09T08:25     12.8     6.4     241     49      116H
2026-05-11T08:25     12.4     6.0     262     41      120H
2026-08-10T08:25     12.1     .       258     33      119H
`;

/** The columns are: time, blood pressure, heart rate, weight. */
const VITALS = `
2025-02-10T08:30     134/78     72     68.4
2025-08-11T08:30     132/80     70     68.1
2026-02-09T08:30     136/78     74     67.8
2026-05-11T08:30     130/76     72     67.5
2026-08-10T08:30     128/76     76     66.9
2026-11-23T07:00     104/58     112    66.2
`;

const RANGES = {
  creat: '0.50-1.10',
  k: '3.5-5.1',
  na: '136-145',
  bun: '8-23',
  glucose: '70-99',
  hgb: '11.7-15.5',
  wbc: '4.0-11.0',
  plt: '150-400',
  ferritin: '15-150',
  ldl: '<100 mg/dL',
};

export const laboratories: PatientStory = {
  id: ID,
  title: 'Rut Hedlund, 71: two laboratories',
  purpose:
    'Results that mislead when the number is read alone: texts, hemolysis, wrong dates and units, twins.',
  isNeverRecoded: true,
  resources: (): readonly FhirResource[] => {
    const { encounters, encounterAt } = visitsFromTable(ID, VISITS);
    const chart = { patient: ID, encounterAt, ranges: RANGES };
    return [
      patientResource({
        id: ID,
        family: 'Hedlund',
        given: ['Rut'],
        gender: 'female',
        birthDate: '1955-02-11',
        mrn: '013 442 07',
      }),
      ...encounters,
      ...namedByReference({
        patient: ID,
        drug: 'Apixaban',
        rxnorm: '1364430',
        unit: 'mg',
        ucum: 'mg',
        steps: [
          ['2025-08-11', 10],
          ['2026-11-23', 0],
        ],
      }),
      ...observationsFromTable(chart, ['creat', 'k', 'na', 'bun', 'glucose'], CHEMISTRY),
      ...observationsFromTable(chart, ['hgb', 'wbc', 'plt', 'ferritin', 'ldl'], BLOOD),
      ...observationsFromTable(chart, ['bp', 'hr', 'weight'], VITALS),
      ...laboratoriesResults(ID, encounterAt),
    ];
  },
};
