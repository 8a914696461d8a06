// Cuff pressure is the US Core panel 85354-9 with 8480-6 and 8462-4. Pressure from an arterial line has its
// own LOINC codes, so that the two are never one series: 76212-0 with 76215-3, 76213-8 and the mean that the
// monitor measured, 76214-6.
import type { CodeableConcept, Observation } from 'fhir/r4';
import { absentReasonConcept, codeableConcept, LOINC, SNOMED, type Flag } from './codes.ts';
import { observationComponent, observationBase, quantityOf, type ObservationInput } from './observation.ts';

type Pressure = Omit<ObservationInput, 'measure' | 'value' | 'flag' | 'range'> & {
  readonly systolic: number;
  readonly diastolic: number | undefined;
  readonly mean?: number;
  /** The flag belongs to the systolic pressure. */
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

const SYSTOLIC = codeableConcept(LOINC, '8480-6', 'Systolic blood pressure');
const DIASTOLIC = codeableConcept(LOINC, '8462-4', 'Diastolic blood pressure');
const INVASIVE_SYSTOLIC = codeableConcept(LOINC, '76215-3', 'Invasive Systolic blood pressure');
const INVASIVE_DIASTOLIC = codeableConcept(LOINC, '76213-8', 'Invasive Diastolic blood pressure');
const INVASIVE_MEAN = codeableConcept(LOINC, '76214-6', 'Invasive Mean blood pressure');
const RIGHT_UPPER_ARM = codeableConcept(SNOMED, '368209003', 'Right upper arm structure', 'Right upper arm');
const RADIAL_ARTERY = codeableConcept(SNOMED, '45631007', 'Structure of radial artery', 'Left radial artery');

export function cuffPressure(pressure: Pressure): Observation {
  return {
    ...observationBase({ ...pressure, measure: 'bp' }, CUFF),
    bodySite: RIGHT_UPPER_ARM,
    method: { text: pressure.method ?? 'Automated cuff' },
    component: [...pairOf(pressure, SYSTOLIC, DIASTOLIC)],
  };
}

export function arterialPressure(pressure: Pressure): Observation {
  const { mean } = pressure;
  return {
    ...observationBase({ ...pressure, measure: 'art' }, ARTERIAL_LINE),
    bodySite: RADIAL_ARTERY,
    method: { text: 'Arterial line' },
    component: [
      ...pairOf(pressure, INVASIVE_SYSTOLIC, INVASIVE_DIASTOLIC),
      ...(mean === undefined ? [] : [observationComponent(INVASIVE_MEAN, quantityOf(PRESSURE_UNIT, mean))]),
    ],
  };
}

// US Core demands that a side that was not heard is sent with a reason and not left out.
function pairOf({ systolic, diastolic, flag }: Pressure, upper: CodeableConcept, lower: CodeableConcept) {
  return [
    observationComponent(upper, quantityOf(PRESSURE_UNIT, systolic), flag),
    diastolic === undefined
      ? { code: lower, dataAbsentReason: absentReasonConcept('unknown', 'Unknown') }
      : observationComponent(lower, quantityOf(PRESSURE_UNIT, diastolic)),
  ];
}
