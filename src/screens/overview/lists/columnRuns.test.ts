import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnEnds } from './columnRuns.ts';

test.each<[string, readonly number[], number, readonly number[]]>([
  ['no list has no column', [], 3, []],
  ['one list has the first column', [5], 3, [1]],
  ['three of one height have a column each', [4, 4, 4], 3, [1, 2, 3]],
  ['a long one stands alone, and the others share', [9, 1, 1, 1, 1, 1], 2, [1, 6]],
  ['in one column all stand below each other', [4, 9, 2], 1, [3]],
  ['the first columns are filled first', [1, 1, 1, 1], 3, [2, 4]],
])('%s', (_, lineCounts, columnCount, ends) => {
  expect(columnEnds(lineCounts, columnCount)).toEqual(ends);
});

const heightsOf = (lineCounts: readonly number[], ends: readonly number[]): number[] =>
  ends.map((end, column) =>
    lineCounts.slice(ends[column - 1] ?? 0, end).reduce((sum, count) => sum + count + 1, 0),
  );

/** Returns the lowest height of all ways to part the lists into so many columns. */
function lowest(lineCounts: readonly number[], columnCount: number): number {
  if (columnCount === 1 || lineCounts.length === 0)
    return lineCounts.reduce((sum, count) => sum + count + 1, 0);
  return Math.min(
    ...lineCounts.map((_, index) =>
      Math.max(
        lineCounts.slice(0, index + 1).reduce((sum, count) => sum + count + 1, 0),
        lowest(lineCounts.slice(index + 1), columnCount - 1),
      ),
    ),
  );
}

test('every list has one column, in order, and no other way has a shorter longest column', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 3 }),
      (lineCounts, columnCount) => {
        const ends = columnEnds(lineCounts, columnCount);
        expect(ends.length).toBeLessThanOrEqual(columnCount);
        expect(ends.at(-1)).toBe(lineCounts.length);
        expect(ends).toEqual(ends.toSorted((a, b) => a - b));
        expect(Math.max(...heightsOf(lineCounts, ends))).toBe(lowest(lineCounts, columnCount));
      },
    ),
  );
});
