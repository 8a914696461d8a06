import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { recordCsv } from '../export/csv.ts';
import { emptyFlowsheet } from '../../testing/recordFixture.ts';
import { ABSENT } from '../../testing/readRecordFixture.ts';
import { marlowe } from '../../testing/patientFixture.ts';

const LOINC = 'http://loinc.org';
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });
/** Returns a value that mostly has the right form and is sometimes any JSON at all. */
const mangled = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) });

const concept = fc.record({
  coding: mangled(
    fc.array(
      fc.record({
        system: fc.constantFrom(LOINC, 'http://snomed.info/sct', '', 'urn:x'),
        code: fc.constantFrom(
          '2823-3',
          '8480-6',
          '8462-4',
          '85354-9',
          '8716-3',
          '2345-7',
          '29463-7',
          '75215-3',
          '62238-1',
          'x',
        ),
        display: maybe(fc.string()),
        userSelected: maybe(fc.boolean()),
      }),
      { maxLength: 3 },
    ),
  ),
  text: maybe(fc.constantFrom('Potassium', '', 'potassium', ' x ')),
});
const quantity = fc.record({
  value: mangled(fc.oneof(fc.constantFrom(0, 4.2, 120, -3, 1e300), fc.double())),
  unit: maybe(fc.constantFrom('mmol/L', 'mg/dL', 'kg', 'lb', 'mmHg', 'bananas', '')),
  code: maybe(fc.constantFrom('mmol/L', '[lb_av]', 'mm[Hg]')),
  system: maybe(fc.constant('http://unitsofmeasure.org')),
  comparator: maybe(fc.constantFrom('<', '>=', 'ad')),
  extension: maybe(mangled(fc.constant([{ url: ABSENT, valueCode: 'masked' }]))),
});
const REPLACES = 'http://hl7.org/fhir/StructureDefinition/observation-replaces';
const reference = fc.record({
  reference: fc.constantFrom('a', 'b', 'c', 'd').map((id) => `Observation/${id}`),
});
const date = fc.constantFrom(
  '2026-01-02T03:04:05Z',
  '2026-01-02T03:04:05Z',
  '2025-12-31T23:59:59.5+14:00',
  '2026-01-02',
  '2021',
  '2099-01-01',
  '1969-12-31T23:39:53Z',
  '2026-13-45',
  'x',
);
const measured = {
  code: mangled(concept),
  valueQuantity: maybe(mangled(quantity)),
  valueString: maybe(mangled(fc.constantFrom('4.2 mmol/L', '<0.1 mmol/L', 'hemolyzed', '5.0', '=1+1'))),
  _valueString: maybe(fc.jsonValue({ maxDepth: 3 })),
  dataAbsentReason: maybe(mangled(concept)),
  hasMember: maybe(mangled(fc.array(reference, { maxLength: 2 }))),
  interpretation: maybe(mangled(fc.array(concept, { maxLength: 2 }))),
  referenceRange: maybe(
    mangled(
      fc.array(
        fc.record({
          low: maybe(quantity),
          high: maybe(quantity),
          text: maybe(fc.constantFrom('<5', '3.5-5.1', 'x')),
          appliesTo: maybe(mangled(fc.array(concept, { maxLength: 1 }))),
        }),
        { maxLength: 2 },
      ),
    ),
  ),
};
const observation = fc.record(
  {
    resourceType: fc.oneof(
      { weight: 19, arbitrary: fc.constant('Observation') },
      { weight: 1, arbitrary: fc.constant('Patient') },
    ),
    id: maybe(mangled(fc.constantFrom('a', 'b', 'c', 'd'))),
    meta: maybe(
      mangled(
        fc.record({
          versionId: maybe(fc.constantFrom('1', '2', '10', '010', 'v')),
          lastUpdated: maybe(fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-01T00:00:00.5Z', 'x')),
        }),
      ),
    ),
    status: mangled(fc.constantFrom('final', 'final', 'preliminary', 'entered-in-error ', 'cancelled')),
    subject: mangled(
      fc.record({
        reference: fc.constantFrom('Patient/p1', 'Patient/p1', 'Patient/p1', 'Patient/p2', '#p1'),
      }),
    ),
    effectiveDateTime: maybe(mangled(date)),
    effectivePeriod: maybe(mangled(fc.record({ start: maybe(date), end: maybe(date) }))),
    effectiveTiming: maybe(fc.jsonValue({ maxDepth: 2 })),
    component: maybe(mangled(fc.array(fc.record(measured, { requiredKeys: [] }), { maxLength: 3 }))),
    method: maybe(mangled(concept)),
    extension: maybe(
      mangled(
        fc.array(fc.record({ url: fc.constant(REPLACES), valueReference: reference }), { maxLength: 2 }),
      ),
    ),
    note: maybe(
      mangled(fc.array(fc.record({ text: fc.constantFrom('Specimen hemolyzed', 'No growth', 'x') }))),
    ),
    specimen: maybe(mangled(fc.record({ display: fc.constantFrom('Serum', 'Urine', '') }))),
    modifierExtension: maybe(mangled(fc.constant([{ url: 'x' }]))),
    category: maybe(mangled(fc.array(concept, { maxLength: 2 }))),
    ...measured,
  },
  { requiredKeys: ['resourceType', 'subject', 'status', 'code'] },
);
/** This is an entry as it comes over the wire. */
const entry = fc
  .oneof({ weight: 30, arbitrary: observation }, { weight: 1, arbitrary: fc.jsonValue() })
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown);
const pages = fc.array(fc.array(entry, { maxLength: 6 }), { maxLength: 5 });

function sheetOf(all: readonly (readonly unknown[])[]) {
  const sheet = emptyFlowsheet();
  for (const page of all) {
    sheet.take(page);
    sheet.snapshot();
  }
  return sheet.snapshot();
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const keyOf = (resource: unknown, i: number): string => {
  if (typeof resource !== 'object' || resource === null) return `junk ${i}`;
  const { id, meta } = resource as { id?: unknown; meta?: { versionId?: unknown; lastUpdated?: unknown } };
  if (typeof id !== 'string' || id === '') return JSON.stringify(resource);
  const [versionId, lastUpdated] = [text(meta?.versionId), text(meta?.lastUpdated)];
  return `${id} ${/^\d+$/.test(versionId) ? versionId : `${versionId} ${lastUpdated}`}`;
};

test('no page, however mangled, makes the record throw or lose an Observation', () => {
  fc.assert(
    fc.property(pages, (all) => {
      const { account, series, excluded } = sheetOf(all);
      const distinct = new Set(all.flat().map(keyOf));
      expect(account.received).toBe(distinct.size);
      expect(account.drawn + account.listed + account.withdrawn + account.excluded + account.duplicate).toBe(
        account.received,
      );
      expect(excluded.reduce((sum, { count }) => sum + count, 0)).toBe(account.excluded);
      for (const one of series) {
        expect(one.account.received).toBe(one.account.drawn + one.account.listed);
        expect(one.timesMs.length).toBe(one.rows.length);
        expect(
          one.rows.every(
            (row, i) =>
              row.timeMs === one.timesMs[i] && row.value === one.values[i] && row.kind.reason === '',
          ),
        ).toBe(true);
        expect([...one.timesMs]).toEqual([...one.timesMs].toSorted((a, b) => a - b));
        expect([...one.values].some(Number.isNaN)).toBe(false);
        expect(one.listed.every(({ kind }) => kind.drawing === 'listed' && kind.reason !== '')).toBe(true);
        expect([...one.rows, ...one.listed].every(({ kind }) => kind.seriesId === one.id)).toBe(true);
      }
      expect(new Set(series.map(({ id }) => id)).size).toBe(series.length);
    }),
    { numRuns: 300 },
  );
});

/** Returns all that a reader of the record can see, as plain objects. */
const plain = ({ series, account, excluded, withdrawn, older }: ReturnType<typeof sheetOf>) => ({
  account,
  withdrawn,
  older: older?.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  excluded,
  series: series.map((one) => ({ ...one, rows: one.rows.map(plainRow), listed: one.listed.map(plainRow) })),
});
const plainRow = ({ id, kind, timeMs, effective, value, valueText }: Row) => ({
  id,
  kind,
  timeMs,
  effective,
  value,
  valueText,
});

test('the order of pages and of results on them never changes the record', () => {
  const shuffled = pages.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all.flat(), { minLength: all.flat().length })),
  );
  fc.assert(
    fc.property(shuffled, ([all, others]) => {
      const [one, other] = [sheetOf(all), sheetOf(others.map((resource) => [resource]))];
      expect(plain(other)).toEqual(plain(one));
    }),
    { numRuns: 300 },
  );
});

/** These lines say whose the record is, in which zone and when it was read, and the names of the columns. */
const HEAD_LINES = 4;

test('the CSV has one line for each row of the record', () => {
  fc.assert(
    fc.property(pages, (all) => {
      const snapshot = { ...sheetOf(all), searches: [], ended: true, complete: true, readAtMs: 0 };
      const rows = snapshot.series.reduce(
        (sum, { rows: drawn, listed }) => sum + drawn.length + listed.length,
        0,
      );
      const outsideQuotes = recordCsv(snapshot, marlowe, {
        zone: 'UTC',
        readAt: 'now',
        incomplete: undefined,
      }).replaceAll(/"(?:[^"]|"")*"/g, '');
      expect(outsideQuotes.split('\r\n').length - 1).toBe(rows + HEAD_LINES);
    }),
    { numRuns: 200 },
  );
});
