// Cuff pressure is the US Core panel 85354-9 with 8480-6 and 8462-4. Pressure from an arterial line has its own LOINC
// codes, so that the two are never one series: 76212-0 with 76215-3, 76213-8 and the mean the monitor measured, 76214-6.
import type { CodeableConcept, Observation } from 'fhir/r4';
import { absent, concept, LOINC, SNOMED, type Flag } from './codes.ts';
import { component, frame, quantity, type ResultInput } from './observation.ts';

type Pressure = Omit<ResultInput, 'measure' | 'value' | 'flag' | 'range'> & {
  readonly systolic: number;
  readonly diastolic: number | undefined;
  readonly mean?: number;
  /** Belongs to the systolic pressure. */
  readonly flag?: Flag | undefined;
};

const PRESSURE_UNIT = { unit: 'mmHg', ucum: 'mm[Hg]' };
const CUFF = {
  code: '85354-9',
  display: 'Blood pressure panel with all children optional',
  text: 'Blood pressure',
  category: 'vital-signs',
} as const;
const ARTERIAL_LINE = {
  code: '76212-0',
  display: 'Invasive blood pressure',
  text: 'Blood pressure, arterial line',
  category: 'vital-signs',
} as const;

const SYSTOLIC = concept(LOINC, '8480-6', 'Systolic blood pressure');
const DIASTOLIC = concept(LOINC, '8462-4', 'Diastolic blood pressure');
const INVASIVE_SYSTOLIC = concept(LOINC, '76215-3', 'Invasive Systolic blood pressure');
const INVASIVE_DIASTOLIC = concept(LOINC, '76213-8', 'Invasive Diastolic blood pressure');
const INVASIVE_MEAN = concept(LOINC, '76214-6', 'Invasive Mean blood pressure');
const RIGHT_UPPER_ARM = concept(SNOMED, '368209003', 'Right upper arm structure', 'Right upper arm');
const RADIAL_ARTERY = concept(SNOMED, '45631007', 'Structure of radial artery', 'Left radial artery');

export function cuffPressure(pressure: Pressure): Observation {
  return {
    ...frame({ ...pressure, measure: 'bp' }, CUFF),
    bodySite: RIGHT_UPPER_ARM,
    method: { text: pressure.method ?? 'Automated cuff' },
    component: [...pairOf(pressure, SYSTOLIC, DIASTOLIC)],
  };
}

export function arterialPressure(pressure: Pressure): Observation {
  const { mean } = pressure;
  return {
    ...frame({ ...pressure, measure: 'art' }, ARTERIAL_LINE),
    bodySite: RADIAL_ARTERY,
    method: { text: 'Arterial line' },
    component: [
      ...pairOf(pressure, INVASIVE_SYSTOLIC, INVASIVE_DIASTOLIC),
      ...(mean === undefined ? [] : [component(INVASIVE_MEAN, quantity(PRESSURE_UNIT, mean))]),
    ],
  };
}

// US Core: a side that was not heard is sent with a reason, not left out.
function pairOf({ systolic, diastolic, flag }: Pressure, upper: CodeableConcept, lower: CodeableConcept) {
  return [
    component(upper, quantity(PRESSURE_UNIT, systolic), flag),
    diastolic === undefined
      ? { code: lower, dataAbsentReason: absent('unknown', 'Unknown') }
      : component(lower, quantity(PRESSURE_UNIT, diastolic)),
  ];
}
