import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { madeRow } from '../../testing/seriesFixture.ts';
import type { Row } from '../observation/resultRow.ts';
import { isSameRow, RowList } from './rowList.ts';

const rowOf = (value: number): Row => madeRow({ at: '2026-11-12T14:10:00Z', text: String(value) });
const listOf = (rows: readonly Row[]): RowList => new RowList(rows.length, (i) => rows[i]!);

const someRows = fc.array(fc.nat({ max: 4 }).map(rowOf), { maxLength: 6 });
const someIndex = fc.integer({ min: -8, max: 8 });

describe('a list that makes its rows answers as an array of the same rows', () => {
  test('at every index, from either end', () => {
    fc.assert(
      fc.property(someRows, someIndex, (rows, i) => {
        expect(listOf(rows).at(i)).toBe(rows.at(i));
        expect([...listOf(rows)]).toEqual(rows);
        expect(listOf(rows)).toHaveLength(rows.length);
      }),
    );
  });

  test('in every part of it', () => {
    fc.assert(
      fc.property(
        someRows,
        fc.option(someIndex, { nil: undefined }),
        fc.option(fc.nat({ max: 8 }), { nil: undefined }),
        (rows, from, to) => {
          expect(listOf(rows).slice(from, to)).toEqual(rows.slice(from, to));
        },
      ),
    );
  });

  test('where rows are searched, with the index of each', () => {
    fc.assert(
      fc.property(someRows, fc.nat({ max: 4 }), fc.nat({ max: 6 }), (rows, value, start) => {
        const list = listOf(rows);
        const accepts = (row: Row, i: number): boolean => row.value === value && i >= start;
        expect(list.filter(accepts)).toEqual(rows.filter(accepts));
        expect(list.some(accepts)).toBe(rows.some(accepts));
        expect(list.every(accepts)).toBe(rows.every(accepts));
        expect(list.findIndex(accepts)).toBe(rows.findIndex(accepts));
        expect(list.findLastIndex(accepts)).toBe(rows.findLastIndex(accepts));
        expect(list.findLast(accepts)).toBe(rows.findLast(accepts));
      }),
    );
  });

  test('where something is made of each row, in their order', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const list = listOf(rows);
        const make = (row: Row, i: number): string => `${i} ${row.valueText}`;
        const makeSome = (row: Row, i: number): readonly string[] => (row.value > 1 ? [make(row, i)] : []);
        const taken: string[] = [];
        list.forEach((row, i) => taken.push(make(row, i)));
        expect(taken).toEqual(rows.map(make));
        expect(list.map(make)).toEqual(rows.map(make));
        expect(list.flatMap(makeSome)).toEqual(rows.flatMap(makeSome));
      }),
    );
  });

  test('and makes no row beyond its ends', () => {
    const asked: number[] = [];
    const list = new RowList(2, (i) => {
      asked.push(i);
      return rowOf(i);
    });
    expect([list.at(2), list.at(-3), list.findLast(() => false)]).toEqual([undefined, undefined, undefined]);
    expect(list.slice(0, 9)).toHaveLength(2);
    expect(asked.every((i) => i === 0 || i === 1)).toBe(true);
  });
});

describe('two rows are the same result', () => {
  const row = rowOf(5);

  test('when they were made of the same result', () => {
    expect(isSameRow(row, { ...row })).toBe(true);
  });

  test.each([
    ['id', { id: 'another' }],
    ['time', { timeMs: row.timeMs + 1 }],
    ['value as it was sent', { valueText: '5.0' }],
    ['kind', { kind: { ...row.kind } }],
  ])('and not when the %s is another one', (_, change) => {
    expect(isSameRow(row, { ...row, ...change })).toBe(false);
  });
});
