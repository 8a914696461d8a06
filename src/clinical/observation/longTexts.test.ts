import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FULL_RESULT, withText } from '../../testing/fullResultFixture.ts';
import { cappedIdentity, cappedText } from '../fhirElements/cappedText.ts';
import { fnv1aHash } from '../fhirElements/hash.ts';
import { reasonText } from './reasons/reasons.ts';
import type { Row } from './resultRow.ts';
import { readObservation } from './observation.ts';
import { reasonsTexts } from './reasons/reasons.messages.ts';

const UCUM = 'http://unitsofmeasure.org';
const context = {
  patientId: 'p1',
  fhirBase: 'https://fhir.general.example/r4',
  nowMs: Date.parse('2026-11-24T20:05:00Z'),
  hidePreliminary: false,
};

/** Returns the rows of a potassium with these fields. */
function rowsOf(fields: object): readonly Row[] {
  const reading = readObservation(
    {
      resourceType: 'Observation',
      id: 'o1',
      status: 'final',
      subject: { reference: 'Patient/p1' },
      code: { coding: [{ system: 'http://loinc.org', code: '2823-3', display: 'Potassium' }] },
      effectiveDateTime: '2026-11-20T08:00:00Z',
      ...fields,
    },
    context,
  );
  return reading.outcome === 'read' ? reading.rows : [];
}
const rowOf = (fields: object): Row => rowsOf(fields)[0]!;

describe('a value that is longer than Longview reads', () => {
  test.each([
    ['a number of 100,000 digits in a text', { valueString: `5${'0'.repeat(100_000)} mmol/L` }],
    ['a number with 100,000 blanks before its unit', { valueString: `5.8${' '.repeat(100_000)}mmol/L` }],
    ['a report of 100 kB', { valueString: 'No growth after 48 hours. '.repeat(4000) }],
    ['a code with a display of 100 kB', { valueCodeableConcept: { text: 'positive '.repeat(12_000) } }],
  ])('is listed with its reason and ends in "…": %s', (_, fields) => {
    const row = rowOf(fields);
    expect([row.kind.drawing, row.value]).toEqual(['listed', Number.NaN]);
    expect(reasonText(row)).toBe(reasonsTexts('tooLong'));
    expect(row.valueText.endsWith('…')).toBe(true);
    expect(row.valueText.length).toBeLessThanOrEqual(32_768);
  });

  test('is no other number: the digits of a quantity are cut visibly, and nothing is drawn', () => {
    const valueText = `5.8${'0'.repeat(99)}1`;
    const row = rowOf({
      valueQuantity: { value: 5.8, valueText, unit: 'mmol/L', system: UCUM, code: 'mmol/L' },
    });
    expect([row.kind.drawing, row.kind.reason, row.value]).toEqual(['listed', 'too-long', Number.NaN]);
    expect(row.valueText).toBe(`${valueText.slice(0, 63)}…`);
  });

  test('is in no other unit: a unit that begins like one of the catalog is not that unit', () => {
    const unit = `mmol/L${' '.repeat(80)}per lunch`;
    const row = rowOf({ valueQuantity: { value: 5.8, unit } });
    expect([row.kind.drawing, row.kind.reason]).toEqual(['listed', 'too-long']);
    expect(row.kind.unit.endsWith('…')).toBe(true);
    expect(row.kind.unit.length).toBeLessThanOrEqual(64);
  });

  test('keeps its flag, so that a critical one stays critical', () => {
    const row = rowOf({ valueString: '9'.repeat(100_000), interpretation: [{ coding: [{ code: 'HH' }] }] });
    expect([row.kind.flag, row.kind.reason]).toEqual(['HH', 'too-long']);
  });

  test('is still read where only its ends are blank', () => {
    const blanks = ' '.repeat(100_000);
    expect(rowOf({ valueString: `${blanks}5.8 mmol/L${blanks}` })).toMatchObject({ value: 5.8 });
  });
});

test('two names of 100 kB that begin alike are two series, each with a name of one line', () => {
  const [one, other] = ['a', 'b'].map(
    (end) => rowOf({ code: { text: `${'very long name '.repeat(7000)}${end}` }, valueString: 'x' }).kind,
  );
  expect(one!.seriesId).not.toBe(other!.seriesId);
  for (const kind of [one!, other!]) {
    expect(kind.codeText.endsWith('…')).toBe(true);
    expect(kind.codeText.length + kind.seriesId.length).toBeLessThan(600);
  }
});

test('two names whose short hash is the same are two series', () => {
  const [one, other] = ['2b9cc', 'd2b18'].map((end) => `${'very long name '.repeat(20)}${end}`);
  expect(fnv1aHash(one!)).toBe(fnv1aHash(other!));
  const [a, b] = [one, other].map((text) => rowOf({ code: { text } }).kind.seriesId);
  expect(a).not.toBe(b);
});

test('two codes, systems, encounters and methods of 100 kB that begin alike stay two', () => {
  const long = 'x'.repeat(100_000);
  const kinds = ['1', '2'].flatMap((end) => [
    rowOf({ code: { coding: [{ system: 'urn:x', code: long + end }] } }).kind.seriesId,
    rowOf({ code: { coding: [{ system: `urn:${long}${end}`, code: 'GLU' }] } }).kind.seriesId,
    rowOf({ method: { text: long + end } }).kind.method,
  ]);
  expect(new Set(kinds).size).toBe(kinds.length);
  expect(Math.max(...kinds.map((text) => text.length))).toBeLessThan(1300);
});

/** Returns every text of a row and the objects in it. */
const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

test('whatever text of a result is 100 kB long, it is listed or drawn, and no text of its rows is long', () => {
  const { count } = withText(FULL_RESULT, -1, '');
  fc.assert(
    fc.property(
      fc.nat(count - 1),
      fc.constantFrom('0', ' ', '1 - ', '<br', '24h ', '/', '|', 'qns ', '{\\rtf1 ', '\u202E', '😀'),
      (at, part) => {
        const { value } = withText(FULL_RESULT, at, part.repeat(100_000 / part.length));
        const rows = rowsOf(value as object);
        expect(rows).toHaveLength(2);
        for (const row of rows) {
          expect(row.valueText.length).toBeLessThanOrEqual(32_768);
          for (const text of textsIn({ ...row, valueText: '' }))
            expect(text.length).toBeLessThanOrEqual(4096);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('a text that is cut has at most so many characters, no half of one, and says that it was cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 11 }), (text) => {
      const [cut, identity] = [cappedText(text, 10), cappedIdentity(text, 20)];
      expect(cut.length).toBeLessThanOrEqual(10);
      expect(cut).not.toMatch(/[\uD800-\uDBFF]…/);
      expect(cut.endsWith('…')).toBe(true);
      expect(identity.length).toBeLessThanOrEqual(20);
    }),
  );
});
