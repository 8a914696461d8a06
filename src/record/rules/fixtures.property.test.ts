import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { reasonText } from '../../clinical/observation/reasons/reasons.ts';
import {
  ABSENT,
  MILLENNIUM,
  observation,
  readRecord,
  ucum,
  type ReadRecord,
} from '../../testing/readRecordFixture.ts';
import { LOINC, loinc } from '../../testing/codes.ts';
import { FULL_RESULT, withText } from '../../testing/fullResultFixture.ts';
import { foundInherited, INHERITED_NAMES } from '../../testing/mangledJson/inheritedNames.ts';
import { mangledJson } from '../../testing/mangledJson/mangledJson.ts';

/** Each node of these fixtures may be missing or be any other JSON. */
const V3 = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';
const limits = [
  { low: ucum(3.5, 'mmol/L'), high: ucum(5.1, 'mmol/L'), text: '3.5-5.1', appliesTo: [{ text: 'Female' }] },
];
const absent = { extension: [{ url: ABSENT, valueCode: 'unknown' }] };
const SHAPES: readonly object[] = [
  {
    category: [{ coding: [{ code: 'vital-signs' }], text: 'Vital Signs' }],
    code: {
      coding: [{ system: MILLENNIUM, code: '8', userSelected: true }, ...loinc('8716-3', '8867-4').coding],
      text: 'Pulse',
    },
    valueQuantity: ucum(72, '/min', 'bpm'),
    interpretation: [
      {
        coding: [
          { system: V3, code: 'A' },
          { system: V3, code: 'HH' },
        ],
        text: 'LOW',
      },
    ],
    method: { text: 'Palpation' },
    bodySite: { coding: [{ display: 'Wrist' }] },
    specimen: { display: 'Blood' },
    device: { display: 'Monitor' },
    note: [{ text: String.raw`{\rtf1 x}` }],
  },
  {
    code: loinc('85354-9'),
    interpretation: [{ text: '(NONE)' }],
    referenceRange: [{ text: '90/60 - 140/90', age: { low: ucum(18, 'a') } }],
    component: [
      { code: loinc('8480-6', '85354-9'), valueQuantity: ucum(99, 'mm[Hg]') },
      { code: loinc('8462-4'), dataAbsentReason: { coding: [{ code: 'unknown' }], text: 'Unknown' } },
    ],
  },
  {
    code: loinc('9279-1'),
    valueQuantity: {
      value: 15,
      unit: 'minutes',
      _code: absent,
      extension: [{ valueQuantity: ucum(9, 'ms') }],
    },
  },
  { code: loinc('26453-1'), valueString: '5.00 M/mm3', referenceRange: limits },
  {
    code: loinc('2823-3'),
    valueQuantity: { ...ucum(4.2, 'mmol/L'), comparator: '<' },
    referenceRange: limits,
  },
  { code: loinc('29463-7'), valueQuantity: ucum(180, '[lb_av]', 'lb'), focus: [{ reference: 'Patient/p1' }] },
  { code: { text: 'CBC' }, hasMember: [{ reference: 'Observation/o1' }] },
  {
    code: loinc('72166-2'),
    valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code: '1' }] },
  },
  {
    code: { coding: [{ system: 'http://snomed.info/sct', code: '364075005' }] },
    valueRange: { low: ucum(1, 'x') },
  },
  {
    code: loinc('2823-3'),
    effectiveDateTime: undefined,
    effectivePeriod: { start: '2026-01-01', end: '2026-01-02T08:00:00Z' },
    valueInteger: 4,
  },
  {
    code: loinc('2823-3'),
    effectiveDateTime: undefined,
    effectiveTiming: { repeat: { boundsPeriod: { end: '2026' } } },
    valueSampledData: { origin: ucum(0, 'V') },
  },
  {
    code: absent,
    category: [absent],
    _valueString: absent,
    modifierExtension: [{ url: 'x' }],
    meta: { versionId: '1' },
  },
].map((fields) => JSON.parse(JSON.stringify(observation(fields))) as object);

const oneOf = (shapes: readonly object[], ...kept: readonly string[]) =>
  mangledJson(shapes, { kept, minSwaps: 1, maxSwaps: 5 });

const everything = ({ series, csv }: ReadRecord): string => JSON.stringify(series) + csv;

test('fixtures 1 to 71: whatever of one is missing or something else, it is accounted for and nothing throws', () => {
  const page = fc.array(oneOf(SHAPES), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(page, fc.boolean(), (resources, hidePreliminary) => {
      const { account, series, lines } = readRecord(resources, { hidePreliminary });
      const { received, drawn, listed, withdrawn, excluded, duplicate } = account;
      expect(drawn + listed + withdrawn + excluded + duplicate).toBe(received);
      for (const { rows, listed: others } of series) {
        expect(rows.every((row) => Number.isFinite(row.value) && Number.isFinite(row.timeMs))).toBe(true);
        expect(rows.every((row) => reasonText(row) === '')).toBe(true);
        expect(others.every((row) => reasonText(row) !== '')).toBe(true);
      }
      expect(lines).toHaveLength(series.reduce((sum, one) => sum + one.rows.length + one.listed.length, 0));
    }),
    { numRuns: 300 },
  );
});

test.each(INHERITED_NAMES)('fixtures 1 to 71: a text that reads %s finds nothing in a table', (name) => {
  const codings = ['2823-3', '85354-9', '2345-7', '59408-5', '8867-4'].map((code) => loinc(code));
  const full = codings.map((code) => observation({ ...FULL_RESULT, code }));
  const found = [...SHAPES, ...full].flatMap((shape) => {
    const { count } = withText(shape, -1, '');
    return Array.from({ length: count }, (_, at) => {
      const { series, csv, account } = readRecord([withText(shape, at, name).value]);
      expect(account.received).toBe(1);
      return foundInherited([series, csv]) ?? [];
    }).flat();
  });
  expect(found).toEqual([]);
});

const secret = SHAPES.map((shape) => ({
  ...shape,
  code: { coding: [{ system: LOINC, code: '2823-3', display: 'secret' }], text: 'secret' },
  valueString: '66.6 mmol/L',
}));

test('rule 33: whatever else is wrong with a withdrawn result, nothing of it is shown', () => {
  const gone = secret.map((shape) => ({ ...shape, status: ' Entered-in-error' }));
  fc.assert(
    fc.property(oneOf(gone, 'status', 'valueString'), (resource) => {
      expect(everything(readRecord([resource]))).not.toContain('66.6');
    }),
    { numRuns: 100 },
  );
});

test('rule 48: whatever else is wrong with a result of another patient, nothing of it is shown', () => {
  const theirs = secret.map((shape) => ({ ...shape, subject: { reference: 'Patient/p2' } }));
  fc.assert(
    fc.property(oneOf(theirs, 'subject', 'valueString', 'resourceType'), (resource) => {
      const record = readRecord([resource]);
      expect(record.excluded).toEqual([{ reason: 'other-patient', count: 1 }]);
      expect(everything(record)).not.toContain('66.6');
    }),
    { numRuns: 100 },
  );
});
