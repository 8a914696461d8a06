import type { Observation, ObservationComponent } from 'fhir/r4';
import { arterialPressure, cuffPressure } from '../resources/bloodPressure.ts';
import { concept, LOINC, SNOMED, type Flag } from '../resources/codes.ts';
import { inScanner, monitorReadings, temperatureReadings, type Channel, type Reading } from './icuCourse.ts';
import {
  ARTERIAL_LINE_HOUR,
  EXTUBATED_HOUR,
  ICU_ID,
  ICU_STAY,
  INTUBATED_HOUR,
  wallAtHour,
} from './icuStay.ts';
import { component, quantity, result } from '../resources/observation.ts';
import { bell, seededRandom } from '../resources/seededRandom.ts';

const MONITOR = 'Bedside monitor, ICU bed 7';
const URINARY_BLADDER = concept(SNOMED, '89837001', 'Urinary bladder structure', 'Urinary bladder');
const SATURATION_CODE = {
  coding: [
    { system: LOINC, code: '59408-5', display: 'Oxygen saturation in Arterial blood by Pulse oximetry' },
    { system: LOINC, code: '2708-6', display: 'Oxygen saturation in Arterial blood' },
  ],
  text: 'Oxygen saturation',
};
const OXYGEN_FLOW = concept(LOINC, '3151-8', 'Inhaled oxygen flow rate');
const OXYGEN_CONCENTRATION = concept(LOINC, '3150-0', 'Inhaled oxygen concentration');

// From this hour on: oxygen concentration in %. The ventilator (1.2 to 75 h) has no flow of its own.
const CONCENTRATION = [
  [0, 100],
  [INTUBATED_HOUR, 80],
  [8, 60],
  [26, 50],
  [48, 40],
  [EXTUBATED_HOUR, 50],
  [88, 36],
  [104, 28],
] as const;
// In L/min: reservoir mask, ventilator, high-flow cannula, nasal cannula twice.
const FLOW = [
  [0, 15],
  [INTUBATED_HOUR, 0],
  [EXTUBATED_HOUR, 50],
  [88, 4],
  [104, 2],
] as const;

const at = (hour: number) => ({
  patient: ICU_ID,
  at: wallAtHour(hour),
  encounter: ICU_STAY,
  performer: MONITOR,
});

export function icuMonitor(): readonly Observation[] {
  const readings = monitorReadings();
  return [
    ...readings.hr.map((reading) => plain('hr', reading)),
    ...readings.rr.map((reading) => plain('rr', reading)),
    ...readings.spo2.map(saturation),
    ...temperatureReadings().map(({ hour, value }) => ({
      ...result({ ...at(hour), measure: 'temp', value }),
      bodySite: URINARY_BLADDER,
    })),
    ...pressures(readings.sys, readings.dia),
  ];
}

function plain(measure: 'hr' | 'rr', { hour, value }: Reading): Observation {
  return result({ ...at(hour), measure, value, flag: flagOf(measure, value) });
}

function saturation({ hour, value }: Reading): Observation {
  return {
    ...result({ ...at(hour), measure: 'spo2', value, flag: flagOf('spo2', value) }),
    code: SATURATION_CODE,
    component: oxygen(hour),
  };
}

function oxygen(hour: number): ObservationComponent[] {
  const flow = stepAt(FLOW, hour);
  const percent = stepAt(CONCENTRATION, hour);
  return [
    ...(flow > 0 ? [component(OXYGEN_FLOW, quantity({ unit: 'L/min', ucum: 'L/min' }, flow))] : []),
    component(OXYGEN_CONCENTRATION, quantity({ unit: '%', ucum: '%' }, percent)),
  ];
}

// Before the arterial line the cuff measured every five minutes; after it, once an hour as a check.
function pressures(systolic: readonly Reading[], diastolic: readonly Reading[]): readonly Observation[] {
  const random = seededRandom(20261120);
  return systolic.flatMap(({ hour, value }, i) => {
    const lower = diastolic[i]?.value ?? 0;
    const flag = flagOf('sys', value);
    if (hour < ARTERIAL_LINE_HOUR)
      return [cuffPressure({ ...at(hour), systolic: value, diastolic: lower, flag })];
    const line = arterialPressure({
      ...at(hour),
      systolic: value,
      diastolic: lower,
      mean: Math.round((value + 2 * lower) / 3) + 1,
      flag,
    });
    if (hour % 1 !== 0 || inScanner(hour)) return [line];
    const cuff = cuffPressure({
      ...at(hour),
      systolic: Math.round(value - 5 + 4 * bell(random)),
      diastolic: Math.round(lower + 3 + 3 * bell(random)),
    });
    return [line, cuff];
  });
}

/** The monitor's alarm limits. */
function flagOf(channel: Channel, value: number): Flag | undefined {
  if (channel === 'hr') return value >= 134 ? 'HH' : undefined;
  if (channel === 'sys') return value <= 73 ? 'LL' : undefined;
  if (channel !== 'spo2' || value > 88) return undefined;
  return value <= 86 ? 'LL' : 'L';
}

function stepAt(steps: readonly (readonly [number, number])[], hour: number): number {
  return steps.findLast(([from]) => from <= hour)?.[1] ?? 0;
}
