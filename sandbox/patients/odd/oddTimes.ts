// These are fixtures 45 to 52: times, duplicates, panels and notes.
import type { Observation } from 'fhir/r4';
import { fixtureObservations } from './oddBuilders.ts';
import {
  ALBUMIN,
  CALCIUM,
  CREATININE,
  GLUCOSE,
  HEART_RATE,
  loincConcept,
  POTASSIUM,
  SODIUM,
  TEMPERATURE,
  ucumQuantity,
  WEIGHT,
} from './oddElements.ts';

export function oddTimes(): readonly Observation[] {
  return [
    ...strangeDates(),
    ...impreciseDates(),
    ...periodObservations(),
    ...offsetObservations(),
    ...sameTimeObservations(),
    ...panelObservations(),
    ...noteObservations(),
  ];
}

function strangeDates(): readonly Observation[] {
  const celsius = { valueQuantity: ucumQuantity(36.9, 'Cel', 'degC') };
  return [
    ...fixtureObservations('45', 'vital-signs', TEMPERATURE, {
      'future-date': { ...celsius, effectiveDateTime: '2099-07-07T21:12:00.000Z' },
    }),
    ...fixtureObservations('45b', 'vital-signs', TEMPERATURE, {
      'epoch-date': { ...celsius, effectiveDateTime: '1969-12-31T23:39:53Z' },
      'no-such-day': { ...celsius, effectiveDateTime: '2026-02-30' },
      'date-in-words': { ...celsius, effectiveDateTime: '14/02/2026 08:30' },
      'empty-date': { ...celsius, effectiveDateTime: '' },
    }),
  ];
}

function impreciseDates(): readonly Observation[] {
  const weight = (value: number, effectiveDateTime: string) => ({
    valueQuantity: ucumQuantity(value, 'kg'),
    effectiveDateTime,
  });
  return fixtureObservations('46', 'vital-signs', WEIGHT, {
    day: weight(82.4, '2021-03-01'),
    month: weight(82.9, '2021-05'),
    year: weight(83.5, '2020'),
    'no-seconds': weight(82.6, '2021-04-12T10:30Z'),
    'no-offset': weight(82.7, '2021-04-13T10:30:00'),
    fraction: weight(82.5, '2021-04-14T10:30:00.123456Z'),
  });
}

function periodObservations(): readonly Observation[] {
  const protein = loincConcept('2889-4', 'Protein [Mass/time] in 24 hour Urine', 'Protein, 24 h urine');
  const milligrams = (value: number) => ({ valueQuantity: ucumQuantity(value, 'mg/(24.h)', 'mg/24 h') });
  return [
    ...fixtureObservations('47', 'laboratory', protein, {
      period: {
        ...milligrams(140),
        effectivePeriod: { start: '2026-02-15T07:00:00Z', end: '2026-02-16T07:00:00Z' },
      },
      'open-end': { ...milligrams(150), effectivePeriod: { start: '2026-02-17T07:00:00Z' } },
      'open-start': { ...milligrams(160), effectivePeriod: { end: '2026-02-18T07:00:00Z' } },
      'end-before-start': {
        ...milligrams(170),
        effectivePeriod: { start: '2026-02-20T07:00:00Z', end: '2026-02-19T07:00:00Z' },
      },
    }),
    ...fixtureObservations('48', 'laboratory', ALBUMIN, {
      'issued-only': {
        valueQuantity: ucumQuantity(4.1, 'g/dL'),
        effectiveDateTime: undefined,
        issued: '2026-02-17T08:00:00Z',
      },
    }),
  ];
}

function offsetObservations(): readonly Observation[] {
  const pulse = (value: number, effectiveDateTime: string) => ({
    valueQuantity: ucumQuantity(value, '/min'),
    effectiveDateTime,
  });
  return fixtureObservations('49', 'vital-signs', HEART_RATE, {
    utc: pulse(70, '2025-11-02T05:30:00Z'),
    'minus-five': pulse(71, '2025-11-02T01:30:00-05:00'),
    'minus-six-same-wall-time': pulse(73, '2025-11-02T01:30:00-06:00'),
    'plus-half-hour': pulse(72, '2025-11-02T12:30:00+05:30'),
  });
}

function sameTimeObservations(): readonly Observation[] {
  const value = (mmolPerL: number) => ({
    valueQuantity: ucumQuantity(mmolPerL, 'mmol/L'),
    effectiveDateTime: '2026-02-19T08:00:00Z',
  });
  return [
    ...fixtureObservations('50', 'laboratory', POTASSIUM, {
      'one-value': value(4),
      'other-value': value(4.4),
    }),
    ...fixtureObservations('50', 'laboratory', SODIUM, {
      identical: value(141),
      'identical-again': value(141),
    }),
  ];
}

function panelObservations(): readonly Observation[] {
  const basic = loincConcept('51990-0', 'Basic metabolic panel - Blood', 'Basic metabolic panel');
  const refer = (suffix: string) => ({ reference: `Observation/fixture-51-${suffix}` });
  return [
    ...fixtureObservations('51', 'laboratory', basic, {
      panel: {
        hasMember: [refer('member-creatinine'), refer('member-glucose'), refer('member-that-is-missing')],
      },
    }),
    ...fixtureObservations('51', 'laboratory', CREATININE, {
      'member-creatinine': { valueQuantity: ucumQuantity(0.97, 'mg/dL') },
    }),
    ...fixtureObservations('51', 'laboratory', GLUCOSE, {
      'member-glucose': { valueQuantity: ucumQuantity(101, 'mg/dL') },
    }),
  ];
}

function noteObservations(): readonly Observation[] {
  const noted = (value: number, ...texts: readonly string[]) => ({
    valueQuantity: ucumQuantity(value, 'mg/dL'),
    note: texts.map((text) => ({ text })),
  });
  return fixtureObservations('52', 'laboratory', CALCIUM, {
    rtf: noted(9.1, '{\\rtf1\\ansi\\deff0 {\\b Specimen} slightly icteric.\\par}'),
    html: noted(9.2, '<img src="x" onerror="document.title=\'taken\'"><b>Repeat</b> in 3 months'),
    prefix: noted(9, '^~:!Source: synthetic laboratory', 'A second note.'),
  });
}
