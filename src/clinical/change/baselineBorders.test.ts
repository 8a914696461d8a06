import { describe, expect, test } from 'vitest';
import { changeSince } from '../../testing/changeFixture.ts';
import { madeRow, seriesOfRows } from '../../testing/seriesFixture.ts';
import type { Row, RowKind } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';
import { DAY_MS } from '../time/durations.ts';
import { baselineOf } from './changeBaseline.ts';
import { noFacts, type PatientFacts } from './patientFacts.ts';

const NEW_MS = Date.parse('2026-11-12T08:00:00Z');

/** Makes a result so many days before the new one. */
const ago = (days: number, text = '4.5', kind: Partial<RowKind> = {}): Row => ({
  ...madeRow({ at: new Date(NEW_MS - days * DAY_MS).toISOString(), text, ...kind }),
  id: `${days} ${text}`,
});
const textsOf = (rows: readonly Row[] | undefined) => rows?.map(({ valueText }) => valueText);

/** Compares a result of 5.0 with these, as if the record had been looked at a moment before. */
function compare(earlier: readonly Row[], facts: Partial<PatientFacts> = {}, changes: Partial<Series> = {}) {
  const since = new Date(NEW_MS - 1).toISOString();
  const change = changeSince(seriesOfRows([...earlier, ago(0, '5.0')], changes), since, facts);
  return {
    texts: textsOf(change.baseline?.rows),
    values: change.baseline?.values,
    kind: change.baseline?.kind,
    excluded: change.excluded.map(({ row, reason }) => `${row.valueText} ${reason}`),
    noDistanceReason: change.noDistanceReason,
  };
}

describe('the age of the baseline', () => {
  test('is 365 days, that day included, where three days or more have results', () => {
    const usual = [ago(300, '4.1'), ago(250, '4.2'), ago(200, '4.3')];
    expect(compare([ago(365, '4.0'), ...usual]).texts).toEqual(['4.0', '4.1', '4.2', '4.3']);
    expect(compare([ago(365.01, '4.0'), ...usual]).texts).toEqual(['4.1', '4.2', '4.3']);
  });

  test('is 730 days, that day included, where fewer have', () => {
    expect(compare([ago(730, '4.0'), ago(300, '4.1'), ago(200, '4.2')]).texts).toEqual(['4.0', '4.1', '4.2']);
    expect(compare([ago(730.01, '4.0'), ago(300, '4.1')])).toMatchObject({
      texts: ['4.1'],
      excluded: ['4.0 too old'],
    });
  });

  test('only the newest of those that are too old is named', () => {
    expect(compare([ago(900, '4.0'), ago(800, '4.1')])).toMatchObject({
      texts: undefined,
      excluded: ['4.1 too old'],
      noDistanceReason: 'too old',
    });
  });
});

describe('the days of the baseline', () => {
  test('are at most ten, each with all of its results', () => {
    const days = Array.from({ length: 11 }, (_, i) => 11 - i).flatMap((n) => [
      ago(n + 0.1, `4.${n}`),
      ago(n, '4.0'),
    ]);
    const { texts, values } = compare(days);
    expect(values).toHaveLength(10);
    expect(texts).toHaveLength(20);
    expect(texts?.[0]).toBe('4.10');
  });

  test('have the median of their results in their order of size', () => {
    const day = [ago(5.1, '9.0'), ago(5.05, '4.1'), ago(5, '4.4')];
    expect(compare(day).values).toEqual([4.4]);
  });
});

describe('what is left out', () => {
  test('is nothing where all can be compared', () => {
    expect(compare([ago(9), ago(8)]).excluded).toEqual([]);
  });

  test('is nothing from before the ten days that are compared', () => {
    const days = Array.from({ length: 12 }, (_, i) => ago(12 - i));
    expect(compare([ago(30, '4.0', { comparator: '<' }), ...days]).excluded).toEqual([]);
    expect(compare([ago(30, '4.0', { comparator: '<' }), ...days.slice(3)]).excluded).toEqual(['4.0 limit']);
  });

  test('stands newest first, twenty at most', () => {
    const limits = Array.from({ length: 25 }, (_, i) => ago(30 - i, String(i), { comparator: '<' }));
    const { excluded } = compare(limits);
    expect(excluded).toHaveLength(20);
    expect([excluded[0], excluded[19]]).toEqual(['24 limit', '5 limit']);
  });

  test('is what lies before the end of a steady state, and nothing at that moment', () => {
    const atMs = NEW_MS - 10 * DAY_MS;
    const facts = { interventions: [{ kind: 'operation', startMs: atMs, endMs: atMs } as const] };
    expect(compare([ago(10.01, '4.1'), ago(10, '4.2'), ago(9, '4.3')], facts)).toMatchObject({
      texts: ['4.2', '4.3'],
      excluded: ['4.1 operation'],
    });
  });

  test('is no fasting result of a measure that does not depend on it', () => {
    const fasting = [ago(9, '4.1', { context: 'fasting' })];
    expect(compare(fasting).texts).toEqual(['4.1']);
    expect(compare(fasting, {}, { id: 'phos', analyteId: 'phos' })).toMatchObject({
      texts: ['4.1'],
      noDistanceReason: 'no variation',
    });
    expect(compare(fasting, {}, { id: 'tg', analyteId: 'tg' }).excluded).toEqual(['4.1 fasting']);
  });
});

describe('in a stay', () => {
  /** The stay began three days before the new result. */
  const facts = { stays: [{ startMs: NEW_MS - 3 * DAY_MS, endMs: undefined }] };

  test('the last seven days before the admission are left out, the first moment of them too', () => {
    expect(
      compare([ago(20, '4.0'), ago(10.01, '4.1'), ago(10, '4.2'), ago(3.01, '4.3'), ago(2, '4.4')], facts),
    ).toEqual({
      texts: ['4.0', '4.1'],
      values: [4, 4.1],
      kind: 'before-admission',
      excluded: ['4.3 near admission', '4.2 near admission'],
      noDistanceReason: '',
    });
  });

  test('a result at the moment of the admission is the first of the stay', () => {
    expect(compare([ago(4, '4.2'), ago(3, '4.3'), ago(2, '4.4')], facts)).toEqual({
      texts: ['4.3'],
      values: [4.3],
      kind: 'first-of-stay',
      excluded: ['4.2 near admission'],
      noDistanceReason: '',
    });
  });

  test('results older than 365 days are not the usual ones', () => {
    expect(compare([ago(365, '4.1'), ago(2, '4.4')], facts)).toMatchObject({
      texts: ['4.1'],
      kind: 'before-admission',
    });
    expect(compare([ago(365.01, '4.1'), ago(2, '4.4')], facts)).toMatchObject({
      texts: ['4.4'],
      kind: 'first-of-stay',
    });
  });

  test('without any it says why those before were left out', () => {
    expect(compare([ago(20, '4.0', { comparator: '<' }), ago(4, '4.2')], facts)).toMatchObject({
      texts: undefined,
      excluded: expect.arrayContaining(['4.2 near admission', '4.0 limit']),
      noDistanceReason: 'near admission',
    });
  });
});

test('a result is never compared with a later one, although both are older than the moment', () => {
  const rows = [ago(30, '4.1'), ago(20, '4.2'), ago(10, '4.3')];
  const context = {
    sinceMs: NEW_MS,
    spanOf: ({ timeMs }: Row) => [timeMs, timeMs] as const,
    dayOf: ({ timeMs }: Row) => String(timeMs),
    facts: noFacts,
  };
  const { baseline } = baselineOf(seriesOfRows(rows), ago(25, '4.9'), context);
  expect(textsOf(baseline?.rows)).toEqual(['4.1']);
});
