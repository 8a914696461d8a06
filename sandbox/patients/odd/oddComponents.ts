// Beyond the fixtures: ranges, times, components and results of one minute.
import type { Observation } from 'fhir/r4';
import { oddity } from './oddBuilders.ts';
import {
  DIASTOLIC,
  oddFlag,
  HEART_RATE,
  loinc,
  mmHg,
  POTASSIUM,
  PRESSURE,
  SODIUM,
  SYSTOLIC,
  ucum,
} from './oddElements.ts';

export function oddParts(): readonly Observation[] {
  return [...ranges(), ...times(), ...components(), ...sameMinute()];
}

function ranges(): readonly Observation[] {
  const limits = (low: number, high: number) => ({ low: ucum(low, 'mmol/L'), high: ucum(high, 'mmol/L') });
  const meaning = (code: string) => ({
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/referencerange-meaning', code }],
  });
  const potassium = (value: number, ...referenceRange: readonly object[]) => ({
    valueQuantity: ucum(value, 'mmol/L'),
    referenceRange,
  });
  return oddity('range', 39, 'laboratory', POTASSIUM, {
    'critical-first': potassium(
      5.6,
      { ...limits(2.8, 6.2), type: { text: 'critical' } },
      { ...limits(3.5, 5.1), type: meaning('normal') },
    ),
    therapeutic: potassium(4.6, { ...limits(4.5, 5), type: meaning('therapeutic') }),
    'critical-only': potassium(5.4, { ...limits(2.8, 6.2), type: { text: 'critical' } }),
    'low-above-high': potassium(4.5, limits(5.1, 3.5)),
    empty: potassium(4.6, {}),
    'numbers-only': potassium(4.7, { low: { value: 3.5 }, high: { value: 5.1 } }),
    'flag-against-range': { ...potassium(4.2, limits(3.5, 5.1)), interpretation: [oddFlag('H')] },
    'flag-no-array': { ...potassium(5.7, limits(3.5, 5.1)), interpretation: oddFlag('H') },
  });
}

function times(): readonly Observation[] {
  const pulse = { valueQuantity: ucum(69, '/min') };
  return oddity('time', 40, 'vital-signs', HEART_RATE, {
    instant: { ...pulse, effectiveInstant: '2026-05-10T08:00:00.250Z' },
    timing: { ...pulse, effectiveTiming: { event: ['2026-05-10T09:00:00Z', '2026-05-10T21:00:00Z'] } },
    none: { ...pulse, effectiveDateTime: undefined },
    'lowercase-zone': { ...pulse, effectiveDateTime: '2026-05-10T10:00:00z' },
    'leap-second': { ...pulse, effectiveDateTime: '2016-12-31T23:59:60Z' },
    'end-of-day': { ...pulse, effectiveDateTime: '2026-05-10T24:00:00Z' },
  });
}

function components(): readonly Observation[] {
  const side = (code: object, value: number, more: object = {}) => ({
    code,
    valueQuantity: mmHg(value),
    ...more,
  });
  const women = [
    { coding: [{ system: 'http://hl7.org/fhir/administrative-gender', code: 'female' }], text: 'Female' },
  ];
  const range = (low: number, high: number) => ({
    referenceRange: [{ low: mmHg(low), high: mmHg(high), appliesTo: women }],
  });
  const flow = loinc('3151-8', 'Inhaled oxygen flow rate');
  const fraction = loinc('3150-0', 'Inhaled oxygen concentration');
  return [
    ...oddity('component', 45, 'vital-signs', PRESSURE, {
      'own-ranges': {
        component: [
          side(SYSTOLIC, 142, { ...range(90, 130), interpretation: [oddFlag('H')] }),
          side(DIASTOLIC, 71, range(60, 80)),
        ],
      },
      'other-way-round': { component: [side(DIASTOLIC, 77), side(SYSTOLIC, 127)] },
      'systolic-twice': { component: [side(SYSTOLIC, 126), side(SYSTOLIC, 129), side(DIASTOLIC, 78)] },
      empty: { component: [] },
      'text-in-component': { component: [{ code: SYSTOLIC, valueString: '125' }, side(DIASTOLIC, 79)] },
    }),
    ...oddity(
      'component',
      46,
      'vital-signs',
      loinc('59408-5', 'Oxygen saturation in Arterial blood by Pulse oximetry', 'SpO2'),
      {
        'value-and-components': {
          valueQuantity: ucum(94, '%'),
          component: [
            { code: flow, valueQuantity: ucum(2, 'L/min') },
            { code: fraction, valueQuantity: ucum(28, '%') },
          ],
        },
      },
    ),
  ];
}

function sameMinute(): readonly Observation[] {
  const sodium = (value: number, unit = 'mmol/L') => ({
    valueQuantity: ucum(value, unit),
    effectiveDateTime: '2026-05-17T08:00:00Z',
  });
  return oddity('same-time', 47, 'laboratory', SODIUM, {
    one: sodium(138),
    same: sodium(138),
    different: sodium(143),
    'other-unit': sodium(138, 'meq/L'),
    'other-offset': { ...sodium(138), effectiveDateTime: '2026-05-17T10:00:00+02:00' },
    preliminary: { ...sodium(138), status: 'preliminary' },
    withdrawn: { ...sodium(338), status: 'entered-in-error' },
  });
}
