// These oddities go beyond the fixtures: ranges, times, components, and results of one minute.
import type { Observation } from 'fhir/r4';
import { oddityObservations } from './oddBuilders.ts';
import {
  DIASTOLIC,
  oddInterpretation,
  HEART_RATE,
  loincConcept,
  mmHgQuantity,
  POTASSIUM,
  PRESSURE,
  SODIUM,
  SYSTOLIC,
  ucumQuantity,
} from './oddElements.ts';

export function oddComponents(): readonly Observation[] {
  return [
    ...rangeObservations(),
    ...timeObservations(),
    ...componentObservations(),
    ...sameMinuteObservations(),
  ];
}

function rangeObservations(): readonly Observation[] {
  const limits = (low: number, high: number) => ({
    low: ucumQuantity(low, 'mmol/L'),
    high: ucumQuantity(high, 'mmol/L'),
  });
  const meaning = (code: string) => ({
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/referencerange-meaning', code }],
  });
  const potassium = (value: number, ...referenceRange: readonly object[]) => ({
    valueQuantity: ucumQuantity(value, 'mmol/L'),
    referenceRange,
  });
  return oddityObservations('range', 39, 'laboratory', POTASSIUM, {
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
    'flag-against-range': { ...potassium(4.2, limits(3.5, 5.1)), interpretation: [oddInterpretation('H')] },
    'flag-no-array': { ...potassium(5.7, limits(3.5, 5.1)), interpretation: oddInterpretation('H') },
  });
}

function timeObservations(): readonly Observation[] {
  const pulse = { valueQuantity: ucumQuantity(69, '/min') };
  return oddityObservations('time', 40, 'vital-signs', HEART_RATE, {
    instant: { ...pulse, effectiveInstant: '2026-05-10T08:00:00.250Z' },
    timing: { ...pulse, effectiveTiming: { event: ['2026-05-10T09:00:00Z', '2026-05-10T21:00:00Z'] } },
    none: { ...pulse, effectiveDateTime: undefined },
    'lowercase-zone': { ...pulse, effectiveDateTime: '2026-05-10T10:00:00z' },
    'leap-second': { ...pulse, effectiveDateTime: '2016-12-31T23:59:60Z' },
    'end-of-day': { ...pulse, effectiveDateTime: '2026-05-10T24:00:00Z' },
  });
}

function componentObservations(): readonly Observation[] {
  const side = (code: object, value: number, more: object = {}) => ({
    code,
    valueQuantity: mmHgQuantity(value),
    ...more,
  });
  const women = [
    { coding: [{ system: 'http://hl7.org/fhir/administrative-gender', code: 'female' }], text: 'Female' },
  ];
  const range = (low: number, high: number) => ({
    referenceRange: [{ low: mmHgQuantity(low), high: mmHgQuantity(high), appliesTo: women }],
  });
  const flow = loincConcept('3151-8', 'Inhaled oxygen flow rate');
  const fraction = loincConcept('3150-0', 'Inhaled oxygen concentration');
  return [
    ...oddityObservations('component', 45, 'vital-signs', PRESSURE, {
      'own-ranges': {
        component: [
          side(SYSTOLIC, 142, { ...range(90, 130), interpretation: [oddInterpretation('H')] }),
          side(DIASTOLIC, 71, range(60, 80)),
        ],
      },
      'other-way-round': { component: [side(DIASTOLIC, 77), side(SYSTOLIC, 127)] },
      'systolic-twice': { component: [side(SYSTOLIC, 126), side(SYSTOLIC, 129), side(DIASTOLIC, 78)] },
      empty: { component: [] },
      'text-in-component': { component: [{ code: SYSTOLIC, valueString: '125' }, side(DIASTOLIC, 79)] },
    }),
    ...oddityObservations(
      'component',
      46,
      'vital-signs',
      loincConcept('59408-5', 'Oxygen saturation in Arterial blood by Pulse oximetry', 'SpO2'),
      {
        'value-and-components': {
          valueQuantity: ucumQuantity(94, '%'),
          component: [
            { code: flow, valueQuantity: ucumQuantity(2, 'L/min') },
            { code: fraction, valueQuantity: ucumQuantity(28, '%') },
          ],
        },
      },
    ),
  ];
}

function sameMinuteObservations(): readonly Observation[] {
  const sodium = (value: number, unit = 'mmol/L') => ({
    valueQuantity: ucumQuantity(value, unit),
    effectiveDateTime: '2026-05-17T08:00:00Z',
  });
  return oddityObservations('same-time', 47, 'laboratory', SODIUM, {
    one: sodium(138),
    same: sodium(138),
    different: sodium(143),
    'other-unit': sodium(138, 'meq/L'),
    'other-offset': { ...sodium(138), effectiveDateTime: '2026-05-17T10:00:00+02:00' },
    preliminary: { ...sodium(138), status: 'preliminary' },
    withdrawn: { ...sodium(338), status: 'entered-in-error' },
  });
}
