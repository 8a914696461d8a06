// This file places the intensive-care stay. Hours count from the admission on 19 Nov 2026 at 14:00.
import type { Encounter, MedicationRequest } from 'fhir/r4';
import { HOUR_MS, localTimeText, localTimeMs } from '../resources/localTime.ts';
import { prescriptions, type Course } from '../resources/prescription.ts';
import { visit, visitId } from '../resources/visit.ts';

export const ICU_ID = 'icu';
const ADMITTED = '2026-11-19T14:00';
export const ICU_ENCOUNTER_ID = visitId(ICU_ID, ADMITTED);

export const INTUBATED_HOUR = 1.2;
export const ARTERIAL_LINE_HOUR = 1.9;
export const EXTUBATED_HOUR = 75;

export function localTimeAtHour(hour: number): string {
  return localTimeText(localTimeMs(ADMITTED) + Math.round(hour * 60) * (HOUR_MS / 60));
}

export function icuVisits(): readonly Encounter[] {
  const patient = ICU_ID;
  return [
    {
      ...visit({ patient, kind: 'emergency', text: 'Emergency', start: '2026-11-19T12:35', end: ADMITTED }),
      id: `${ICU_ID}-emergency-20261119`,
    },
    visit({
      patient,
      kind: 'inpatient',
      text: 'Intensive care, septic shock',
      start: ADMITTED,
      end: undefined,
    }),
  ];
}

type IcuDrug = Omit<Course, 'patient' | 'steps'> & {
  readonly hours: readonly (readonly [number, number])[];
};

export const ICU_DRUGS: readonly IcuDrug[] = [
  {
    drug: 'Norepinephrine',
    rxnorm: '7512',
    unit: 'µg/kg/min',
    ucum: 'ug/kg/min',
    isRate: true,
    hours: [
      [0.7, 0.08],
      [2, 0.2],
      [5, 0.28],
      [18, 0.2],
      [30, 0.12],
      [48, 0.06],
      [60, 0],
    ],
  },
  {
    drug: 'Propofol',
    rxnorm: '8782',
    unit: 'mg/kg/h',
    ucum: 'mg/kg/h',
    isRate: true,
    hours: [
      [1.2, 2],
      [30, 1.5],
      [62, 1],
      [73.5, 0],
    ],
  },
  {
    drug: 'Piperacillin / tazobactam',
    rxnorm: '74169',
    unit: 'g',
    ucum: 'g',
    every: { period: 6, unit: 'h', text: 'every 6 h' },
    hours: [
      [0.9, 4.5],
      [88, 0],
    ],
  },
  { drug: 'Ceftriaxone', rxnorm: '2193', unit: 'g', ucum: 'g', hours: [[88, 2]] },
];

export function icuPrescriptions(): readonly MedicationRequest[] {
  return ICU_DRUGS.flatMap(({ hours, ...drug }) =>
    prescriptions({
      ...drug,
      patient: ICU_ID,
      steps: hours.map(([hour, dose]) => [localTimeAtHour(hour), dose] as const),
    }),
  );
}
