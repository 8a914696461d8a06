// @vitest-environment happy-dom
import fc from 'fast-check';
import type { Observation } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { stories } from '../../sandbox/patients/stories.ts';
import { flagConcept, pressure, resultInput } from '../../src/testing/recordFixture.ts';
import {
  seriesFromResources,
  viewsOf,
  type TwoViews,
  type ViewFacts,
} from '../../src/testing/twoViewsFixture.tsx';

// One source of truth: whatever a patient reads of a result, a clinician reads of it too (rules 13, 34 and 55).

/** A patient reads a unit that is a word written out. No other two units are one. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  score: 'points',
  wk: 'weeks',
  lb: 'pounds',
  'br/min': 'breaths/min',
  '/min': 'per minute',
  bpm: 'per minute',
};
const writtenOut = (text: string): string =>
  text.replace(/^(\S+ )?(score|wk|lb|br\/min|\/min|bpm)(?=,|$)/, (_, number: string = '', unit: string) =>
    [number, WRITTEN_OUT[unit]].join(''),
  );

/** A clinician's line that is too long for its place leaves the unit of the result before out; it stands beside the number. */
const isSameBefore = (patient: string, clinician: string): boolean =>
  writtenOut(clinician) === patient || clinician === patient.replace(/^(\S+) .*(, [^,]+)$/, '$1$2');

/** A clinician reads "upper limit" for a converted limit, whether the limit itself belongs to the range or not. */
const isSameRange = ({ card, patient, clinician }: TwoViews): boolean =>
  (card.result.row.kind.isConverted ? patient.range.replace(/^</, '≤').replace(/^>/, '≥') : patient.range) ===
  clinician?.range;

const isPatientSilent = ({ patient }: TwoViews): boolean => patient.value === '';

/** Names each fact that the two views say differently. A card without a value says nothing of its range either. */
function differences(views: readonly TwoViews[]): readonly string[] {
  return views.flatMap((view) => {
    const { patient, clinician } = view;
    if (clinician === undefined) return [];
    const compared: readonly (keyof ViewFacts)[] = isPatientSilent(view)
      ? ['seriesId', 'count', 'all', 'latest', 'latestUnit', 'latestTime', 'date']
      : (Object.keys(patient) as (keyof ViewFacts)[]);
    return compared
      .filter((fact) => {
        if (fact === 'before')
          return patient.before !== '' && !isSameBefore(patient.before, clinician.before);
        if (fact === 'unit') return patient.unit !== writtenOut(clinician.unit);
        return fact === 'range' ? !isSameRange(view) : patient[fact] !== clinician[fact];
      })
      .map((fact) => `${patient.seriesId}, ${fact}: ${patient[fact]} | ${clinician[fact]}`);
  });
}

const isObservation = (resource: { readonly resourceType: string }): resource is Observation =>
  resource.resourceType === 'Observation';

const TOLD = stories
  .filter(({ isOnDemand }) => isOnDemand !== true)
  .map((story) => {
    const observations = story.resources().filter(isObservation);
    return { story, observations, series: seriesFromResources(observations, story.id) };
  });

describe.each(TOLD.map((told) => [told.story.id, told] as const))('%s', (_, { observations, series }) => {
  const views = viewsOf(series);

  test('patient and clinician read the same value, unit, date, range and count', () => {
    expect(differences(views)).toEqual([]);
  });

  test('a record that is not whole claims no latest result in either view', () => {
    for (const completeness of ['reading', 'incomplete'] as const) {
      const partly = viewsOf(series.slice(0, 12), completeness);
      expect(differences(partly)).toEqual([]);
      expect(partly.filter(({ patient }) => patient.latest !== '' || patient.before !== '')).toEqual([]);
    }
  });

  test('a value is the one that the laboratory sent, or says what it was converted from', () => {
    const byId = new Map(observations.map((one) => [one.id, one]));
    const wrong = views.flatMap(({ card: { result, diastolic }, patient, patientText }) => {
      const sent = byId.get(result.row.id)?.valueQuantity;
      if (sent?.value === undefined || diastolic || patient.value === '' || result.row.kind.component !== '')
        return [];
      const shown = Number(patient.value.replace(/^[<>]=?/, '').replaceAll(',', ''));
      const isSame = shown === Number(String(sent.value));
      const isTold = patientText.includes('The laboratory sent it as');
      return isSame || isTold ? [] : [`${patient.seriesId}: ${patient.value}, sent ${sent.value}`];
    });
    expect(wrong).toEqual([]);
  });

  test('rule 34: no card shows the value of a result that is not final', () => {
    const told = views.filter(
      ({ card, patient }) =>
        card.result.sides.some((row) => row?.kind.status === 'preliminary') &&
        (patient.value !== '' || patient.latest !== ''),
    );
    expect(told).toEqual([]);
  });

  test('words that came in the place of a number are the same words for a clinician', () => {
    const differing = views
      .filter(({ card, patient }) => card.result.row.kind.reason === 'text' && patient.value !== '')
      .filter(({ card, clinicianText }) => !clinicianText.includes(card.result.text))
      .map(({ patient, clinicianText }) => `${patient.value} | ${clinicianText}`);
    expect(differing).toEqual([]);
  });
});

test('the stories hold what is hard: converted, preliminary, in words, pressures of one side', () => {
  const all = TOLD.flatMap(({ series }) => series.flatMap(({ rows, listed }) => [...rows, ...listed]));
  expect(all.some(({ kind }) => kind.isConverted)).toBe(true);
  expect(all.some(({ kind }) => kind.status === 'preliminary')).toBe(true);
  expect(all.some(({ kind }) => kind.reason === 'text')).toBe(true);
  expect(all.length).toBeGreaterThan(10_000);
});

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
  if (name === 'without a value, for a reason') return /“Specimen lost”/;
  if (name.startsWith('a panel')) return /marked a group of results/;
  return name.startsWith('a pressure without') ? /The (?:upper|lower) number was not/ : /\S/;
}

test('a result without a date has no date to a patient', () => {
  const [view, ...others] = viewsOf(seriesFromResources([potassium(4.4, '')]));
  expect([view?.patient.date, others.length]).toEqual(['', 0]);
});

const DAYS = fc.date({
  min: new Date('2016-01-01T00:00:00Z'),
  max: new Date('2026-11-24T00:00:00Z'),
  noInvalidDate: true,
});
const TIMES = fc.oneof(
  DAYS.map((day) => day.toISOString()),
  DAYS.map((day) => day.toISOString().slice(0, 10)),
  DAYS.map((day) => day.toISOString().slice(0, 7)),
  fc.constant(''),
);
const LIMIT = fc.integer({ min: 1, max: 90 }).map((tenths) => tenths / 10);
const RANGES = fc.oneof(
  fc.constant({}),
  LIMIT.map((low) => ({ referenceRange: [{ low: { value: low }, high: { value: low + 2.5 } }] })),
  LIMIT.map((high) => ({ referenceRange: [{ high: { value: high } }] })),
  LIMIT.map((low) => ({ referenceRange: [{ low: { value: low } }] })),
  LIMIT.map((limit) => ({ referenceRange: [{ text: `<${limit}` }] })),
  fc.constant({ referenceRange: [{ text: 'see the report' }] }),
);
/** Tests whose units are converted, and one whose two units may not be joined. */
const MEASURES = fc.constantFrom(
  ['2823-3', 'mmol/L'],
  ['2823-3', 'mEq/L'],
  ['2345-7', 'mg/dL'],
  ['2345-7', 'mmol/L'],
  ['29463-7', 'lb'],
  ['29463-7', 'kg'],
  ['718-7', 'g/L'],
  ['718-7', 'g/dL'],
);
const MORE = fc.record({
  status: fc.constantFrom(
    'final',
    'final',
    'final',
    'corrected',
    'preliminary',
    'cancelled',
    'entered-in-error',
  ),
  method: fc.constantFrom({ text: 'ISE' }, { text: 'Flame' }, undefined),
  flag: fc.constantFrom('H', 'L', 'N', 'HH', 'A', ''),
});
const RESULTS = fc
  .tuple(MEASURES, TIMES, RANGES, MORE, fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 9 }))
  .map(([[code = '', unit = ''], at, range, { status, method, flag }, tenths, kind]) => {
    const more = { ...range, status, ...(method && { method }), ...(flag && flagConcept(flag)) };
    if (kind === 0) return resultInput(code, 'hemolyzed', '', at, more);
    if (kind === 1)
      return resultInput(code, tenths / 10, unit, at, {
        ...more,
        valueQuantity: { value: tenths / 10, unit, comparator: '<' },
      });
    if (kind === 2) return pressure(100 + (tenths % 60), tenths % 2 ? 70 : undefined, at);
    return resultInput(code, tenths / 10, unit, at, more);
  });

test('records that nobody wrote by hand say the same to both', () => {
  fc.assert(
    fc.property(fc.array(RESULTS, { minLength: 1, maxLength: 14 }), (resources) => {
      expect(differences(viewsOf(seriesFromResources(resources)))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
