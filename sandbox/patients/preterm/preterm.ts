/**
 * Preterm story: a boy was born at 29 weeks and is 20 months old; by the day he should have been born he is 17 months.
 *
 * The weeks of pregnancy at birth are an Observation of his own record (76516-4). Which percentile he has depends on
 * which age is taken, and the clinic's system sends some percentiles of its own. A visiting nurse's scale shows
 * pounds. Everything else is in kilograms and centimeters; length is measured lying.
 */
import type { FhirResource, Observation } from 'fhir/r4';
import { observationsFromSeries, observationsFromTable, visitsFromTable } from '../resources/chartTables.ts';
import { conditions } from '../resources/condition.ts';
import { immunizations } from '../resources/immunization.ts';
import { numericObservation } from '../resources/observation.ts';
import { panelReports } from '../resources/panelReports.ts';
import { patientResource } from '../resources/patient.ts';
import { prescriptions } from '../resources/prescription.ts';
import { parseResult, parseRows } from '../resources/tableParsing.ts';
import type { PatientStory } from '../story.ts';
import {
  PRETERM_BLOOD_TESTS,
  PRETERM_CONDITIONS,
  PRETERM_HOME_WEIGHTS,
  PRETERM_NEWBORN_CARE,
  PRETERM_PERCENTILES,
  PRETERM_VACCINES,
  PRETERM_VISITS,
  PRETERM_WELL_VISITS,
} from './pretermTables.ts';

const ID = 'preterm';
const BIRTH_DATE = '2025-03-19';

export const preterm: PatientStory = {
  id: ID,
  title: 'Emil Tran, 20 months: born at 29 weeks',
  purpose:
    'Growth after a preterm birth: weeks of pregnancy, percentiles that were sent, some weights in pounds.',
  resources: (): readonly FhirResource[] => {
    const { encounters, encounterAt } = visitsFromTable(ID, PRETERM_VISITS);
    const chart = { patient: ID, encounterAt, ranges: {} };
    const blood = observationsFromSeries(chart, PRETERM_BLOOD_TESTS);
    return [
      patientResource({
        id: ID,
        family: 'Tran',
        given: ['Emil', 'Bao'],
        gender: 'male',
        birthDate: BIRTH_DATE,
        mrn: '017 305 62',
      }),
      ...encounters,
      ...medications(),
      ...conditions(ID, PRETERM_CONDITIONS, encounterAt),
      ...immunizations(ID, PRETERM_VACCINES, encounterAt),
      gestationalAge(encounterAt),
      ...observationsFromTable(chart, ['weight', 'length', 'hc'], PRETERM_NEWBORN_CARE),
      ...observationsFromTable(chart, ['weight', 'length', 'hc', 'bmi'], PRETERM_WELL_VISITS),
      ...percentiles(encounterAt),
      ...homeWeights(),
      ...panelReports(ID, blood),
      ...blood,
    ];
  },
};

type EncounterAt = (when: string) => string | undefined;

/** He was born after 29 weeks and 2 days; the maternity ward sends whole weeks. */
function gestationalAge(encounterAt: EncounterAt): Observation {
  const at = '2025-03-19T04:30';
  return numericObservation({ patient: ID, measure: 'ga-birth', at, value: 29, encounter: encounterAt(at) });
}

function percentiles(encounterAt: EncounterAt): readonly Observation[] {
  const chart = { patient: ID, encounterAt, ranges: {} };
  return observationsFromTable(chart, ['weight-pct', 'length-pct', 'hc-pct'], PRETERM_PERCENTILES).map(
    (observation) => ({
      ...observation,
      note: [{ text: 'WHO standards, boys, age corrected for birth at 29 weeks.' }],
    }),
  );
}

const homeWeights = (): readonly Observation[] =>
  parseRows(PRETERM_HOME_WEIGHTS).map(([at, cell = '']) =>
    numericObservation({
      patient: ID,
      measure: 'weightLb',
      at,
      ...parseResult(cell),
      performer: 'Harbor Street Visiting Nurses',
    }),
  );

const medications = () => [
  ...prescriptions({
    patient: ID,
    drug: 'Caffeine',
    rxnorm: '1886',
    unit: 'mg',
    ucum: 'mg',
    steps: [
      ['2025-03-19', 10],
      ['2025-04-28', 0],
    ],
  }),
  ...prescriptions({
    patient: ID,
    drug: 'Ferrous sulfate',
    rxnorm: '24947',
    unit: 'mg',
    ucum: 'mg',
    steps: [
      ['2025-04-14', 6],
      ['2025-06-23', 12],
      ['2026-03-23', 0],
    ],
  }),
  ...prescriptions({
    patient: ID,
    drug: 'Cholecalciferol',
    rxnorm: '2418',
    unit: 'µg',
    ucum: 'ug',
    steps: [['2025-06-03', 10]],
  }),
];
