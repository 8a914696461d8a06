/**
 * Chemotherapy story: a woman of 61 with lymphoma is treated with R-CHOP in six cycles of 21 days from May to
 * August 2026.
 *
 * The counts fall and rise with every cycle and are lowest ten days after the drugs; the haemoglobin sinks
 * slowly under all of them. The second cycle ends in fever without neutrophils and four days in hospital;
 * from the third one on a growth factor follows the drugs. LDH is high at first and comes down with the
 * lymphoma.
 */
import type { FhirResource, MedicationRequest, Observation } from 'fhir/r4';
import { chemoEvents } from './chemoEvents.ts';
import {
  CHEMO_CHEMISTRY,
  CHEMO_BLOOD_COUNTS,
  CHEMO_FEVER,
  CHEMO_INFLAMMATION,
  CHEMO_VISITS,
  CHEMO_VITALS,
  CHEMO_WARD,
} from './chemoTables.ts';
import { DAY_MS, localTimeText, localTimeMs } from '../resources/localTime.ts';
import { panelReports } from '../resources/panelReports.ts';
import { patientResource } from '../resources/patient.ts';
import { prescriptions, type Course } from '../resources/prescription.ts';
import { observationsFromTable, visitsFromTable } from '../resources/chartTables.ts';
import { observationBase } from '../resources/observation.ts';
import type { PatientStory } from '../story.ts';

const ID = 'chemo';
const CYCLES = ['2026-05-12', '2026-06-02', '2026-06-23', '2026-07-14', '2026-08-04', '2026-08-25'];
const WITH_GROWTH_FACTOR = CYCLES.slice(2);

const RANGES = {
  wbc: '4.0-11.0',
  'neut-abs': '1.8-7.7',
  hgb: '12.0-15.5',
  plt: '150-400',
  creat: '0.59-1.04',
  alt: '7-45',
  ast: '8-43',
  alp: '35-104',
  tbili: '0.2-1.2',
  ldh: '122-222',
  glucose: '70-99',
  crp: '<5.0',
  lactate: '0.5-2.0',
  pct: '<0.10',
};

export const chemo: PatientStory = {
  id: ID,
  title: 'Beatrix Holloway, 61: six cycles of chemotherapy',
  purpose: 'Counts that fall and rise every 21 days, one fever without neutrophils, haemoglobin sinking.',
  resources: (): readonly FhirResource[] => {
    const { encounters, encounterAt } = visitsFromTable(ID, CHEMO_VISITS);
    const chart = { patient: ID, encounterAt, ranges: RANGES };
    const counts = observationsFromTable(chart, ['wbc', 'neut-abs', 'hgb', 'plt'], CHEMO_BLOOD_COUNTS);
    return [
      patientResource({
        id: ID,
        family: 'Holloway',
        given: ['Beatrix'],
        gender: 'female',
        birthDate: '1965-02-03',
        mrn: '017 245 30',
      }),
      ...encounters,
      ...medications(),
      ...chemoEvents(ID, CYCLES, encounterAt),
      ...panelReports(ID, counts),
      ...counts,
      ...observationsFromTable(
        chart,
        ['creat', 'alt', 'ast', 'alp', 'tbili', 'ldh', 'glucose'],
        CHEMO_CHEMISTRY,
      ),
      ...observationsFromTable(chart, ['crp', 'pct', 'lactate'], CHEMO_INFLAMMATION),
      ...observationsFromTable(chart, ['bp', 'hr', 'temp', 'weight'], CHEMO_VITALS),
      ...observationsFromTable(chart, ['bp', 'hr', 'rr', 'temp', 'spo2'], CHEMO_WARD),
      ...observationsFromTable(chart, ['temp'], CHEMO_FEVER),
      bloodCulture(encounterAt('2026-06-12T23:05')),
    ];
  },
};

function bloodCulture(encounter: string | undefined): Observation {
  const code = { code: '600-7', display: 'Bacteria identified in Blood by Culture', text: 'Blood culture' };
  const input = { patient: ID, measure: 'blood-culture', at: '2026-06-12T23:05', encounter };
  return {
    ...observationBase({ ...input, reportedAfterMinutes: 5 * 1440 }, { ...code, category: 'laboratory' }),
    valueString: 'No growth after 5 days',
    specimen: { display: 'Blood' },
  };
}

const daysAfter = (day: string, days: number): string =>
  localTimeText(localTimeMs(day) + days * DAY_MS).slice(0, 10);

/**
 * Returns the prescriptions of a drug that is given in each cycle, for this many days from the first day of
 * the cycle on.
 */
function cyclePrescriptions(
  drug: Pick<Course, 'drug' | 'rxnorm'>,
  mg: number,
  days: number,
  cycles = CYCLES,
  delayDays = 0,
): readonly MedicationRequest[] {
  return prescriptions({
    ...drug,
    patient: ID,
    unit: 'mg',
    ucum: 'mg',
    ...(days === 1 && { every: { period: 21, unit: 'd', text: 'every 21 days' } }),
    steps: cycles.flatMap((day) => [
      [daysAfter(day, delayDays), mg] as const,
      [daysAfter(day, delayDays + days), 0] as const,
    ]),
  });
}

function medications(): readonly MedicationRequest[] {
  return [
    ...cyclePrescriptions({ drug: 'Rituximab', rxnorm: '121191' }, 650, 1),
    ...cyclePrescriptions({ drug: 'Cyclophosphamide', rxnorm: '3002' }, 1300, 1),
    ...cyclePrescriptions({ drug: 'Doxorubicin', rxnorm: '3639' }, 88, 1),
    ...cyclePrescriptions({ drug: 'Vincristine', rxnorm: '11202' }, 2, 1),
    ...cyclePrescriptions({ drug: 'Prednisone', rxnorm: '8640' }, 100, 5),
    ...cyclePrescriptions({ drug: 'Pegfilgrastim', rxnorm: '338036' }, 6, 1, WITH_GROWTH_FACTOR, 1),
    ...prescriptions({
      patient: ID,
      drug: 'Piperacillin / tazobactam',
      rxnorm: '74169',
      unit: 'g',
      ucum: 'g',
      every: { period: 6, unit: 'h', text: 'every 6 h' },
      steps: [
        ['2026-06-12T23:20', 4.5],
        ['2026-06-16T09:00', 0],
      ],
    }),
  ];
}
