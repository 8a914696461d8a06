// @vitest-environment happy-dom
import fc from 'fast-check';
import type { Observation } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { stories } from '../../sandbox/patients/stories.ts';
import { flagConcept, pressure, resultInput } from '../../src/testing/recordFixture.ts';
import { seriesFromResources, viewsOf } from '../../src/testing/twoViewsFixture.tsx';
import { differences } from './viewDifferences.ts';

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

const DAYS = fc.date({
  min: new Date('2016-01-01T00:00:00Z'),
  max: new Date('2028-11-24T00:00:00Z'),
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
  ['29463-7', 'oz'],
  ['8302-2', 'in'],
  ['8302-2', 'cm'],
  ['8310-5', '[degF]'],
  ['8310-5', 'Cel'],
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
/** A specimen or a note may speak against a number, and a later result may replace an earlier one under an id of its own. */
const TOLD_BESIDE = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('Specimen hemolyzed', 'Called to Dr. Marlowe', 'Fasting 12 hours')
      .map((text) => ({ note: [{ text }] })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('Specimen/1', 'Specimen/2')
      .map((reference) => ({ specimen: { reference, display: 'Serum' } })),
  },
  {
    weight: 2,
    arbitrary: fc.array(fc.nat({ max: 13 }), { minLength: 1, maxLength: 2 }).map((all) => ({
      extension: all.map((i) => ({
        url: 'http://hl7.org/fhir/StructureDefinition/observation-replaces',
        valueReference: { reference: `Observation/r${i}` },
      })),
    })),
  },
);
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

const RECORDS = fc
  .array(fc.tuple(RESULTS, TOLD_BESIDE), { minLength: 1, maxLength: 14 })
  .map((all) => all.map(([result, more], i) => ({ ...result, ...more, id: `r${i}` })));

test('records that nobody wrote by hand say the same to both', () => {
  fc.assert(
    fc.property(RECORDS, (resources) => {
      expect(differences(viewsOf(seriesFromResources(resources)))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
