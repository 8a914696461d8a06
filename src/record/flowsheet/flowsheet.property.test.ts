import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainSeries } from '../rules/plainRecordFixture.ts';
import { recordCsv } from '../export/csv.ts';
import { emptyFlowsheet } from '../../testing/recordFixture.ts';
import { marlowe } from '../../testing/patientFixture.ts';
import { readMoment } from '../../clinical/time/date.ts';
import type { Lifetime } from '../../clinical/patient/patient.ts';
import { pages } from './mangledPagesFixture.ts';

/** Returns the record of these pages, with dates of birth and death that came before this page. */
function sheetOf(all: readonly (readonly unknown[])[], lifetime: Lifetime = {}, at = 0) {
  const sheet = emptyFlowsheet();
  for (const [i, page] of all.entries()) {
    if (i === at) sheet.setLifetime(lifetime);
    sheet.take(page);
    sheet.snapshot();
  }
  if (at >= all.length) sheet.setLifetime(lifetime);
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
  series: series.map(plainSeries),
});

const lifetimes = fc.record(
  {
    birth: fc.constantFrom('2026-01-03', '2026', '1970-01-01', '2099-01-01', 'x').map(readMoment),
    deathLimits: fc
      .constantFrom('2026-01-02T00:00:00Z', '2021-06-01T00:00:00Z')
      .map((at) => ({ instantMs: Date.parse(at), dateMs: Date.parse(at) })),
  },
  { requiredKeys: [] },
);

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

test('when the dates of birth and death came never changes the record', () => {
  fc.assert(
    fc.property(pages, lifetimes, fc.nat({ max: 5 }), fc.nat({ max: 5 }), (all, lifetime, at, otherAt) => {
      const [one, other] = [sheetOf(all, lifetime, at), sheetOf(all, lifetime, otherAt)];
      expect(plain(other)).toEqual(plain(one));
      const { received, drawn, listed, withdrawn, excluded, duplicate } = one.account;
      expect(drawn + listed + withdrawn + excluded + duplicate).toBe(received);
      expect(Math.min(drawn, listed)).toBeGreaterThanOrEqual(0);
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
