import { describe, expect, test } from 'vitest';
import { madeRow, seriesOfRows } from '../../../testing/seriesFixture.ts';
import type { Row, RowKind } from '../../observation/resultRow.ts';
import { repeatsOf, representativeRowAt, precedenceOf } from './repeatedResults.ts';

const at = (day: number): string => `2026-11-0${day}T08:00:00Z`;
const rowOf = (changes: Partial<RowKind> = {}, day = 1, text = '5'): Row =>
  madeRow({ at: at(day), text, ...changes });
const repeatsIn = (...rows: readonly Row[]) =>
  [...repeatsOf(seriesOfRows(rows))].toSorted(([a], [b]) => a - b);

/** Each of these outranks all that stand below it together. */
const RANKS: readonly (readonly [string, Partial<RowKind>, Partial<RowKind>])[] = [
  ['final and not preliminary', {}, { status: 'preliminary' }],
  ['a critical flag and not an abnormal one', { flag: 'HH' }, { flag: 'H' }],
  ['an abnormal flag and not a normal one', { flag: 'H' }, { flag: 'N' }],
  ['a condition of the specimen', { condition: 'hemolyzed' }, {}],
  ['a flag and not none', { flag: 'N' }, { flag: '' }],
  ['sent in the unit of the series', {}, { isConverted: true }],
  ['a method', { method: 'ISE' }, {}],
  ['a mark of the code', { mark: 'fasting' }, {}],
];
const all = RANKS.map(([name, strong, weak], i) => {
  const below = RANKS.slice(i + 1);
  return [
    name,
    rowOf({ ...Object.assign({}, ...below.map(([, , weaker]) => weaker)), ...strong }),
    rowOf({ ...Object.assign({}, ...below.map(([, stronger]) => stronger).toReversed()), ...weak }),
  ] as const;
});

describe('rule 23: what stands for a result that was sent twice', () => {
  test.each(all)('is the one with %s, whatever else the other has', (_, strong, weak) => {
    expect(precedenceOf(strong)).toBeGreaterThan(precedenceOf(weak));
    expect(repeatsIn(strong, weak)).toEqual([[1, 0]]);
    expect(repeatsIn(weak, strong)).toEqual([[0, 1]]);
  });

  test('is the last of equally strong ones, and the first is not the one', () => {
    expect(repeatsIn(rowOf(), rowOf(), rowOf())).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  test('is found at each time, at the beginning, in the middle and at the end', () => {
    const rows = [
      rowOf(),
      rowOf(),
      rowOf({}, 2),
      rowOf({}, 3),
      rowOf({}, 3),
      rowOf({}, 4, '6'),
      rowOf({}, 4, '7'),
    ];
    const series = seriesOfRows(rows);
    expect([...repeatsOf(series)]).toEqual([
      [0, 1],
      [3, 4],
    ]);
    expect([0, 1, 2, 3].map((i) => representativeRowAt(series, i))).toEqual([
      rows[1],
      rows[1],
      rows[2],
      rows[4],
    ]);
    expect(representativeRowAt(series, -1)).toBeUndefined();
  });

  test('results of one time with different values repeat nothing', () => {
    expect(repeatsIn(rowOf(), rowOf({}, 1, '6'), rowOf({}, 1, '7'))).toEqual([]);
    expect(repeatsIn(rowOf(), rowOf({}, 1, '6'), rowOf())).toEqual([[0, 2]]);
  });

  test('a copy that names no method joins one of two methods and never makes one of them', () => {
    expect(repeatsIn(rowOf({ method: 'ISE' }), rowOf(), rowOf({ method: 'Flame' }))).toEqual([[1, 2]]);
  });
});
