// Fixtures 45 to 52: times, duplicates, panels and notes.
import type { Observation } from 'fhir/r4';
import { fixture } from './oddBuilders.ts';
import {
  ALBUMIN,
  CALCIUM,
  CREATININE,
  GLUCOSE,
  HEART_RATE,
  loinc,
  POTASSIUM,
  SODIUM,
  TEMPERATURE,
  ucum,
  WEIGHT,
} from './oddElements.ts';

export function oddTimes(): readonly Observation[] {
  return [
    ...strangeDates(),
    ...coarseDates(),
    ...periods(),
    ...offsets(),
    ...sameTime(),
    ...panel(),
    ...notes(),
  ];
}

function strangeDates(): readonly Observation[] {
  const celsius = { valueQuantity: ucum(36.9, 'Cel', 'degC') };
  return [
    ...fixture('45', 'vital-signs', TEMPERATURE, {
      'future-date': { ...celsius, effectiveDateTime: '2099-07-07T21:12:00.000Z' },
    }),
    ...fixture('45b', 'vital-signs', TEMPERATURE, {
      'epoch-date': { ...celsius, effectiveDateTime: '1969-12-31T23:39:53Z' },
      'no-such-day': { ...celsius, effectiveDateTime: '2026-02-30' },
      'date-in-words': { ...celsius, effectiveDateTime: '14/02/2026 08:30' },
      'empty-date': { ...celsius, effectiveDateTime: '' },
    }),
  ];
}

function coarseDates(): readonly Observation[] {
  const weight = (value: number, effectiveDateTime: string) => ({
    valueQuantity: ucum(value, 'kg'),
    effectiveDateTime,
  });
  return fixture('46', 'vital-signs', WEIGHT, {
    day: weight(82.4, '2021-03-01'),
    month: weight(82.9, '2021-05'),
    year: weight(83.5, '2020'),
    'no-seconds': weight(82.6, '2021-04-12T10:30Z'),
    'no-offset': weight(82.7, '2021-04-13T10:30:00'),
    fraction: weight(82.5, '2021-04-14T10:30:00.123456Z'),
  });
}

function periods(): readonly Observation[] {
  const protein = loinc('2889-4', 'Protein [Mass/time] in 24 hour Urine', 'Protein, 24 h urine');
  const milligrams = (value: number) => ({ valueQuantity: ucum(value, 'mg/(24.h)', 'mg/24 h') });
  return [
    ...fixture('47', 'laboratory', protein, {
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
    ...fixture('48', 'laboratory', ALBUMIN, {
      'issued-only': {
        valueQuantity: ucum(4.1, 'g/dL'),
        effectiveDateTime: undefined,
        issued: '2026-02-17T08:00:00Z',
      },
    }),
  ];
}

function offsets(): readonly Observation[] {
  const pulse = (value: number, effectiveDateTime: string) => ({
    valueQuantity: ucum(value, '/min'),
    effectiveDateTime,
  });
  return fixture('49', 'vital-signs', HEART_RATE, {
    utc: pulse(70, '2025-11-02T05:30:00Z'),
    'minus-five': pulse(71, '2025-11-02T01:30:00-05:00'),
    'minus-six-same-wall-time': pulse(73, '2025-11-02T01:30:00-06:00'),
    'plus-half-hour': pulse(72, '2025-11-02T12:30:00+05:30'),
  });
}

function sameTime(): readonly Observation[] {
  const value = (mmolPerL: number) => ({
    valueQuantity: ucum(mmolPerL, 'mmol/L'),
    effectiveDateTime: '2026-02-19T08:00:00Z',
  });
  return [
    ...fixture('50', 'laboratory', POTASSIUM, { 'one-value': value(4), 'other-value': value(4.4) }),
    ...fixture('50', 'laboratory', SODIUM, { identical: value(141), 'identical-again': value(141) }),
  ];
}

function panel(): readonly Observation[] {
  const basic = loinc('51990-0', 'Basic metabolic panel - Blood', 'Basic metabolic panel');
  const refer = (suffix: string) => ({ reference: `Observation/fixture-51-${suffix}` });
  return [
    ...fixture('51', 'laboratory', basic, {
      panel: {
        hasMember: [refer('member-creatinine'), refer('member-glucose'), refer('member-that-is-missing')],
      },
    }),
    ...fixture('51', 'laboratory', CREATININE, {
      'member-creatinine': { valueQuantity: ucum(0.97, 'mg/dL') },
    }),
    ...fixture('51', 'laboratory', GLUCOSE, { 'member-glucose': { valueQuantity: ucum(101, 'mg/dL') } }),
  ];
}

function notes(): readonly Observation[] {
  const noted = (value: number, ...texts: readonly string[]) => ({
    valueQuantity: ucum(value, 'mg/dL'),
    note: texts.map((text) => ({ text })),
  });
  return fixture('52', 'laboratory', CALCIUM, {
    rtf: noted(9.1, '{\\rtf1\\ansi\\deff0 {\\b Specimen} slightly icteric.\\par}'),
    html: noted(9.2, '<img src="x" onerror="document.title=\'taken\'"><b>Repeat</b> in 3 months'),
    prefix: noted(9, '^~:!Source: synthetic laboratory', 'A second note.'),
  });
}
