import type { Observation, ObservationComponent } from 'fhir/r4';
import { arterialPressure, cuffPressure } from '../resources/bloodPressure.ts';
import { codeableConcept, LOINC, SNOMED, type Flag } from '../resources/codes.ts';
import {
  isInScanner,
  monitorReadings,
  temperatureReadings,
  type MonitorChannel,
  type MonitorReading,
} from './icuCourse.ts';
import {
  ARTERIAL_LINE_HOUR,
  EXTUBATED_HOUR,
  ICU_ID,
  ICU_ENCOUNTER_ID,
  INTUBATED_HOUR,
  localTimeAtHour,
} from './icuStay.ts';
import { observationComponent, quantityOf, numericObservation } from '../resources/observation.ts';
import { bellCurve, seededRandom } from '../resources/seededRandom.ts';

const MONITOR = 'Bedside monitor, ICU bed 7';
const URINARY_BLADDER = codeableConcept(SNOMED, '89837001', 'Urinary bladder structure', 'Urinary bladder');
const SATURATION_CODE = {
  coding: [
    { system: LOINC, code: '59408-5', display: 'Oxygen saturation in Arterial blood by Pulse oximetry' },
    { system: LOINC, code: '2708-6', display: 'Oxygen saturation in Arterial blood' },
  ],
  text: 'Oxygen saturation',
};
const OXYGEN_FLOW_CODE = codeableConcept(LOINC, '3151-8', 'Inhaled oxygen flow rate');
const OXYGEN_CONCENTRATION_CODE = codeableConcept(LOINC, '3150-0', 'Inhaled oxygen concentration');

// Each value is the oxygen concentration in % from its hour on. The ventilator (1.2 to 75 h) has no flow of
// its own.
const CONCENTRATION_STEPS = [
  [0, 100],
  [INTUBATED_HOUR, 80],
  [8, 60],
  [26, 50],
  [48, 40],
  [EXTUBATED_HOUR, 50],
  [88, 36],
  [104, 28],
] as const;
// Each value is the flow in L/min from its hour on: by reservoir mask, ventilator, high-flow cannula, and
// nasal cannula twice.
const FLOW_STEPS = [
  [0, 15],
  [INTUBATED_HOUR, 0],
  [EXTUBATED_HOUR, 50],
  [88, 4],
  [104, 2],
] as const;

const at = (hour: number) => ({
  patient: ICU_ID,
  at: localTimeAtHour(hour),
  encounter: ICU_ENCOUNTER_ID,
  performer: MONITOR,
});

export function icuMonitor(): readonly Observation[] {
  const readings = monitorReadings();
  return [
    ...readings.hr.map((reading) => rateObservation('hr', reading)),
    ...readings.rr.map((reading) => rateObservation('rr', reading)),
    ...readings.spo2.map(saturationObservation),
    ...temperatureReadings().map(({ hour, value }) => ({
      ...numericObservation({ ...at(hour), measure: 'temp', value }),
      bodySite: URINARY_BLADDER,
    })),
    ...pressureObservations(readings.sys, readings.dia),
  ];
}

function rateObservation(measure: 'hr' | 'rr', { hour, value }: MonitorReading): Observation {
  return numericObservation({ ...at(hour), measure, value, flag: alarmFlag(measure, value) });
}

function saturationObservation({ hour, value }: MonitorReading): Observation {
  return {
    ...numericObservation({ ...at(hour), measure: 'spo2', value, flag: alarmFlag('spo2', value) }),
    code: SATURATION_CODE,
    component: oxygenComponents(hour),
  };
}

function oxygenComponents(hour: number): ObservationComponent[] {
  const flow = valueAtHour(FLOW_STEPS, hour);
  const percent = valueAtHour(CONCENTRATION_STEPS, hour);
  return [
    ...(flow > 0
      ? [observationComponent(OXYGEN_FLOW_CODE, quantityOf({ unit: 'L/min', ucum: 'L/min' }, flow))]
      : []),
    observationComponent(OXYGEN_CONCENTRATION_CODE, quantityOf({ unit: '%', ucum: '%' }, percent)),
  ];
}

// Before the arterial line the cuff measured every five minutes; after it, it measured once an hour as a
// check.
function pressureObservations(
  systolic: readonly MonitorReading[],
  diastolic: readonly MonitorReading[],
): readonly Observation[] {
  const random = seededRandom(20261120);
  return systolic.flatMap(({ hour, value }, i) => {
    const diastolicValue = diastolic[i]?.value ?? 0;
    const flag = alarmFlag('sys', value);
    if (hour < ARTERIAL_LINE_HOUR)
      return [cuffPressure({ ...at(hour), systolic: value, diastolic: diastolicValue, flag })];
    const linePressure = arterialPressure({
      ...at(hour),
      systolic: value,
      diastolic: diastolicValue,
      mean: Math.round((value + 2 * diastolicValue) / 3) + 1,
      flag,
    });
    if (hour % 1 !== 0 || isInScanner(hour)) return [linePressure];
    const cuffReading = cuffPressure({
      ...at(hour),
      systolic: Math.round(value - 5 + 4 * bellCurve(random)),
      diastolic: Math.round(diastolicValue + 3 + 3 * bellCurve(random)),
    });
    return [linePressure, cuffReading];
  });
}

/** These are the monitor's alarm limits. */
function alarmFlag(channel: MonitorChannel, value: number): Flag | undefined {
  if (channel === 'hr') return value >= 134 ? 'HH' : undefined;
  if (channel === 'sys') return value <= 73 ? 'LL' : undefined;
  if (channel !== 'spo2' || value > 88) return undefined;
  return value <= 86 ? 'LL' : 'L';
}

function valueAtHour(steps: readonly (readonly [number, number])[], hour: number): number {
  return steps.findLast(([from]) => from <= hour)?.[1] ?? 0;
}
