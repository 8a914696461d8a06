import { describe, expect, test } from 'vitest';
import { madeRow, seriesOfRows } from '../../testing/seriesFixture.ts';
import type { Row, RowKind } from '../observation/resultRow.ts';
import { unitCheck } from '../observation/plausibility/valueCheck.ts';
import { DAY_MS } from '../time/durations.ts';
import { comparableRows, type NotCounted } from './comparableRows.ts';

const day = (n: number) => Date.UTC(2026, 0, 1) + n * DAY_MS;

const at = (n: number, text: string, kind: Partial<RowKind> = {}): Row => ({
  ...madeRow({ at: new Date(day(n)).toISOString(), text, ...kind }),
  id: `o${n}`,
});
const month = { precision: 'month' } as const;
/** A month means the thirty days from its time on. */
const spanOf = ({ timeMs, kind }: Row) =>
  [timeMs, kind.precision === 'month' ? timeMs + 30 * DAY_MS : timeMs] as const;

const SPAN = { startMs: day(10), endMs: day(60) };
const read = (rows: readonly Row[], listed: readonly Row[] = [], momentMs?: number) =>
  comparableRows(seriesOfRows(rows, { listed }), SPAN, spanOf, momentMs);
const textsOf = (...input: Parameters<typeof read>) => read(...input).rows.map(({ valueText }) => valueText);

const nothing: NotCounted = {
  limits: 0,
  unitInDoubt: 0,
  preliminary: 0,
  imprecise: 0,
  notComparable: 0,
  change: '',
  identical: 0,
  listed: 0,
  undated: 0,
};

describe('the results of a window', () => {
  test('are those from its start to its end, both included, and nothing outside is counted', () => {
    const found = read([at(9.9, '4.1'), at(10, '4.2'), at(30, '4.3'), at(60, '4.4'), at(60.1, '4.5')]);
    expect(found.rows.map(({ valueText }) => valueText)).toEqual(['4.2', '4.3', '4.4']);
    expect(found.notCounted).toEqual(nothing);
  });

  test('are none in a series without results', () => {
    expect(read([])).toEqual({ rows: [], notCounted: nothing });
  });

  test('hold a month that lies wholly inside, from edge to edge', () => {
    expect(textsOf([at(10, '4.2', month), at(30, '4.3', month)])).toEqual(['4.2', '4.3']);
  });

  test.each([
    ['the start', at(9, '4.2', month)],
    ['the end', at(31, '4.2', month)],
    ['the start, when its last moment alone is in the window', at(-20 + 1 / 86_400_000, '4.2', month)],
    ['the end, when it only touches the window', at(60, '4.2', month)],
  ])('rule 44: a month that is cut by %s is counted and not compared', (_, row) => {
    expect(read([row])).toEqual({ rows: [], notCounted: { ...nothing, imprecise: 1 } });
  });

  test('rule 44: a month that ends before the window or begins after it is not counted at all', () => {
    expect(read([at(-20.1, '4.2', month), at(60.1, '4.3', month)]).notCounted).toEqual(nothing);
    expect(read([at(-20, '4.2', month)]).notCounted).toEqual(nothing);
  });

  test('rule 44: a month is whole in a window that ends with its last moment, as that of a record does', () => {
    const rows = seriesOfRows([at(11, '4.2'), at(30, '9.9', month)]);
    const found = comparableRows(rows, { startMs: day(10), endMs: day(60) - 1 }, spanOf);
    expect(found.rows.map(({ valueText }) => valueText)).toEqual(['4.2', '9.9']);
    expect(found.notCounted).toEqual(nothing);
  });

  test('rule 44: a month lies wholly before a moment that is its last one', () => {
    expect(textsOf([at(20, '4.2', month)], [], day(50) - 1)).toEqual(['4.2']);
    expect(read([at(20, '4.2', month)], [], day(50) - 2).notCounted.imprecise).toBe(1);
  });

  test('rule 44: a month that holds the moment lies on no side of it', () => {
    const row = [at(20, '4.2', month)];
    expect(textsOf(row, [], day(19.9))).toEqual(['4.2']);
    expect(read(row, [], day(20)).notCounted.imprecise).toBe(1);
    expect(read(row, [], day(49.9)).notCounted.imprecise).toBe(1);
    expect(textsOf(row, [], day(50))).toEqual(['4.2']);
    expect(textsOf([at(20, '4.2')], [], day(20))).toEqual(['4.2']);
  });
});

describe('what takes no part is counted once', () => {
  test('rules 17, 20, 23 and 34: a limit, a unit in doubt, a repeat and a preliminary result', () => {
    const found = read([
      at(11, '4.2'),
      { ...at(11, '4.2'), id: 'again' },
      at(12, '3', { comparator: '<' }),
      at(13, '9', { status: 'preliminary' }),
      at(14, '42', unitCheck('mg/dL')),
      at(15, '2', { status: 'preliminary', comparator: '<' }),
    ]);
    expect(found.rows.map(({ valueText }) => valueText)).toEqual(['4.2']);
    expect(found.notCounted).toEqual({ ...nothing, limits: 1, preliminary: 2, identical: 1, unitInDoubt: 1 });
  });

  test('rule 18: another method than that of the newest, and the newest of them says what differs', () => {
    const found = read([
      at(11, '4.2', { method: '\nserum' }),
      at(12, '4.3', { method: 'Jaffe' }),
      at(13, '4.4', { method: 'enzymatic' }),
    ]);
    expect(found.rows.map(({ valueText }) => valueText)).toEqual(['4.4']);
    expect(found.notCounted).toEqual({ ...nothing, notComparable: 2, change: 'method' });
  });

  test('what is listed without a point from the start of the window to its end, and what has no date', () => {
    const texts = [9.9, 10, 30, 60, 60.1].map((n) => at(n, 'hemolyzed', { drawing: 'listed' }));
    expect(read([], texts).notCounted).toEqual({ ...nothing, listed: 3 });
    const withoutTime = { ...at(30, 'clotted', { drawing: 'listed' }), timeMs: Number.NaN };
    expect(read([], [withoutTime]).notCounted).toEqual({ ...nothing, undated: 1 });
  });
});
