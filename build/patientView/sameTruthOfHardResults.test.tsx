// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { flagConcept, pressure, resultInput } from '../../src/testing/recordFixture.ts';
import { seriesFromResources, viewsOf } from '../../src/testing/twoViewsFixture.tsx';
import { differences } from './viewDifferences.ts';

const potassium = (value: number, at: string, more: object = {}) =>
  resultInput('2823-3', value, 'mmol/L', at, {
    referenceRange: [{ low: { value: 3.5 }, high: { value: 5 } }],
    ...more,
  });
const diastolicSide = (value: number) => ({
  code: { coding: [{ system: 'http://loinc.org', code: '8462-4' }] },
  valueQuantity: { value, unit: 'mmHg' },
});

/** Each of these is one way in which a result can be no plain number, or not stand at a plain time. */
const HARD: Readonly<Record<string, readonly object[]>> = {
  'preliminary after final': [
    potassium(4.1, '2026-10-01T08:00:00Z'),
    potassium(9.9, '2026-11-01T08:00:00Z', { status: 'preliminary' }),
  ],
  'preliminary alone': [potassium(9.9, '2026-11-01T08:00:00Z', { status: 'preliminary' })],
  'corrected and amended': [
    potassium(4.1, '2026-10-01T08:00:00Z', { status: 'amended' }),
    potassium(4.4, '2026-11-01T08:00:00Z', { status: 'corrected' }),
  ],
  'entered in error': [
    potassium(4.1, '2026-10-01T08:00:00Z'),
    potassium(9.9, '2026-11-01T08:00:00Z', { status: 'entered-in-error' }),
  ],
  ...Object.fromEntries(
    ['<', '<=', '>=', '>'].map((comparator) => [
      `comparator ${comparator}`,
      [
        potassium(4.1, '2026-10-01T08:00:00Z'),
        potassium(2, '2026-11-01T08:00:00Z', { valueQuantity: { value: 2, unit: 'mmol/L', comparator } }),
      ],
    ]),
  ),
  'a pressure without its lower number': [pressure(134, undefined, '2026-11-01T08:00:00Z')],
  'a pressure without its upper number': [
    { ...pressure(134, 72, '2026-11-01T08:00:00Z'), component: [diastolicSide(72)] },
  ],
  'a pressure without its lower number after a whole one': [
    pressure(128, 70, '2026-10-01T08:00:00Z'),
    pressure(134, undefined, '2026-11-01T08:00:00Z'),
  ],
  ...Object.fromEntries(
    ['furlong', '{beats}/min', 'mmol/l', 'mg%', '', 'mEq/L'].map((unit) => [
      `unit "${unit}"`,
      [potassium(4.1, '2026-10-01T08:00:00Z'), resultInput('2823-3', 4.4, unit, '2026-11-01T08:00:00Z')],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries({
      valueRange: { low: { value: 3.9, unit: 'mmol/L' }, high: { value: 4.2, unit: 'mmol/L' } },
      valueRatio: { numerator: { value: 1 }, denominator: { value: 128 } },
      valueSampledData: { origin: { value: 0 }, period: 10, dimensions: 1, data: '1 2 3' },
    }).map(([name, value]) => [
      name,
      [
        potassium(4.1, '2026-10-01T08:00:00Z'),
        potassium(4.4, '2026-11-01T08:00:00Z', { valueQuantity: undefined, [name]: value }),
      ],
    ]),
  ),
  'a date to come': [potassium(4.1, '2026-10-01T08:00:00Z'), potassium(4.4, '2031-01-01T08:00:00Z')],
  'a year alone': [potassium(4.1, '2024'), potassium(4.4, '2026')],
  'a month and a day of it': [potassium(4.1, '2026-10'), potassium(4.4, '2026-10-20')],
  'a year beside a moment of it': [potassium(4.1, '2026-10-01T08:00:00Z'), potassium(4.4, '2026')],
  'without a date': [potassium(4.1, '2026-10-01T08:00:00Z'), potassium(4.4, '')],
  'without a date alone': [potassium(4.4, '')],
  'a date to come alone': [potassium(4.4, '2031-01-01T08:00:00Z')],
  ...Object.fromEntries(
    ['unknown', 'in-review', ''].flatMap((status) => [
      [`status "${status}" alone`, [potassium(4.4, '2026-11-01T08:00:00Z', { status })]],
      [
        `status "${status}" after final`,
        [potassium(4.1, '2026-10-01T08:00:00Z'), potassium(4.4, '2026-11-01T08:00:00Z', { status })],
      ],
    ]),
  ),
  ...Object.fromEntries(
    ['-2 - 2', '-4.0--1.5', '-2–2 mmol/L', '>=-2', '<0', '0.0-0.5'].map((text) => [
      `range "${text}"`,
      [resultInput('11555-0', -1.8, 'mmol/L', '2026-11-01T08:00:00Z', { referenceRange: [{ text }] })],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries({
      'a limit below only': [{ low: { value: 3.5 } }],
      'a limit above only': [{ high: { value: 4 } }],
      'limits the wrong way round': [{ low: { value: 5 }, high: { value: 3.5 } }],
      'limits in another unit': [
        { low: { value: 13.7, unit: 'mg/dL' }, high: { value: 19.5, unit: 'mg/dL' } },
      ],
      'for two sexes': [
        { low: { value: 3.5 }, high: { value: 5 }, appliesTo: [{ text: 'Female' }] },
        { low: { value: 3.7 }, high: { value: 5.2 }, appliesTo: [{ text: 'Male' }] },
      ],
      'for an age': [{ low: { value: 3.5 }, high: { value: 5 }, age: { high: { value: 18, unit: 'a' } } }],
      'a critical limit beside the usual range': [
        { low: { value: 3.5 }, high: { value: 5 } },
        { high: { value: 6.5 }, type: { text: 'Critical' } },
      ],
    }).map(([name, referenceRange]) => [
      `ranges: ${name}`,
      [potassium(4.4, '2026-11-01T08:00:00Z', { referenceRange })],
    ]),
  ),
  'two laboratories with their own ranges': [
    potassium(4.4, '2026-10-01T08:00:00Z', { performer: [{ display: 'North laboratory' }] }),
    potassium(5.2, '2026-11-01T08:00:00Z', {
      performer: [{ display: 'South laboratory' }],
      referenceRange: [{ low: { value: 3.7 }, high: { value: 5.4 } }],
    }),
  ],
  'two laboratories with their own units': [
    resultInput('2345-7', 98, 'mg/dL', '2026-10-01T08:00:00Z'),
    resultInput('2345-7', 5.6, 'mmol/L', '2026-11-01T08:00:00Z'),
  ],
  'three of one day': ['T08:00:00Z', 'T12:00:00Z', 'T16:00:00Z'].map((time, i) =>
    potassium(4.1 + i / 10, `2026-11-01${time}`),
  ),
  'two of one day without a time': [potassium(4.1, '2026-11-01'), potassium(4.6, '2026-11-01')],
  'one about a donor beside one’s own': [
    potassium(4.1, '2026-10-01T08:00:00Z'),
    potassium(9.9, '2026-11-01T08:00:00Z', { focus: [{ display: 'Donor' }] }),
  ],
  'a titer beside a number': [
    potassium(4.1, '2026-10-01T08:00:00Z'),
    potassium(4.4, '2026-11-01T08:00:00Z', { valueQuantity: undefined, valueString: '1:128' }),
  ],
  'without a value, for a reason': [
    potassium(4.1, '2026-10-01T08:00:00Z'),
    potassium(4.4, '2026-11-01T08:00:00Z', {
      valueQuantity: undefined,
      dataAbsentReason: { text: 'Specimen lost' },
    }),
  ],
  'a number to check before': [potassium(16, '2026-10-01T08:00:00Z'), potassium(4.1, '2026-11-01T08:00:00Z')],
  'a hemolyzed sample before': [
    potassium(6.8, '2026-10-01T08:00:00Z', { note: [{ text: 'Specimen hemolyzed' }] }),
    potassium(4.1, '2026-11-01T08:00:00Z'),
  ],
  'of long ago': [potassium(4.1, '1998-10-01'), potassium(4.4, '1999-11-01')],
  'a panel that was marked as a whole': [
    {
      ...potassium(4.4, '2026-11-01T08:00:00Z', flagConcept('H')),
      code: { coding: [{ system: 'http://loinc.org', code: '24326-1' }] },
      valueQuantity: undefined,
      referenceRange: undefined,
      component: [
        ['2823-3', 4.4],
        ['2951-2', 150],
      ].map(([code, value]) => ({
        code: { coding: [{ system: 'http://loinc.org', code }] },
        valueQuantity: { value, unit: 'mmol/L' },
      })),
    },
  ],
  'measured at home, out of reach of the meter': [
    resultInput('2339-0', 98, 'mg/dL', '2026-11-01T08:00:00Z'),
    resultInput('2339-0', 'HI', '', '2026-11-02T08:00:00Z'),
  ],
};

describe.each(Object.entries(HARD))('%s', (name, resources) => {
  const views = viewsOf(seriesFromResources(resources));

  test('is the same to patient and clinician', () => {
    expect(views.length).toBeGreaterThan(0);
    expect(differences(views)).toEqual([]);
  });

  test('no number stands without what was sent with it, and one that is not final or was withdrawn stands nowhere', () => {
    for (const { patient, patientText } of views) {
      expect(patientText).not.toContain('9.9');
      expect(`${patient.value} ${patientText}`).toMatch(mustSay(name));
    }
  });
});

/** Returns what must be said of a case beside its number. */
function mustSay(name: string): RegExp {
  if (name.startsWith('comparator')) return /[<>≤≥]=?\s?2\b/;
  if (name.startsWith('status')) return /did not say that this result is final/;
  if (name === 'a date to come alone') return /The date of this result cannot be right/;
  if (name === 'a number to check before') return /That value should be checked/;
  if (name === 'a hemolyzed sample before') return /A problem with that sample or value was noted/;
  if (name === 'without a value, for a reason') return /“Specimen lost”/;
  if (name.startsWith('a panel')) return /marked a group of results/;
  return name.startsWith('a pressure without') ? /The (?:upper|lower) number was not/ : /\S/;
}

test('a result without a date has no date to a patient', () => {
  const [view, ...others] = viewsOf(seriesFromResources([potassium(4.4, '')]));
  expect([view?.patient.date, others.length]).toEqual(['', 0]);
});
