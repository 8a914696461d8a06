import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNumberSpellings } from '../../observation/numberSpelling.ts';
import { plainRowKind } from '../../observation/plainRowKind.ts';
import { plainSeriesKey } from '../../../testing/plainSeriesKeyFixture.ts';
import type { Row } from '../../observation/resultRow.ts';
import { createRowKinds } from '../../observation/rowKinds.ts';
import { createAttachedTable } from '../attached/attachedTable.ts';
import { mergeRows, withoutObservations, type PendingRow } from './mergedColumns.ts';
import { packedRows, type RowTable } from '../packedRows.ts';
import { allocateRowColumns, type RowColumns } from '../rowColumns.ts';
import { byTime, newestFirst, type RowComparator } from '../rowOrder.ts';

const COUNT = 8;
const table: RowTable = {
  kinds: createRowKinds(),
  spellings: createNumberSpellings(),
  ids: Array.from({ length: COUNT }, (_, i) => `o${i}`),
  attached: createAttachedTable(),
};

/** Every result differs from every other in its Observation, and some share a time. */
const pendingRow = (observation: number, day: number): PendingRow => {
  const at = `2026-03-0${day}T08:00:00Z`;
  const codeText = `named ${observation % 3}`;
  const row: Row = {
    id: table.ids[observation]!,
    kind: table.kinds.intern({ ...plainRowKind, codeText }, plainSeriesKey),
    timeMs: Date.parse(at),
    effective: at,
    value: observation + 0.5,
    valueText: `${observation}.50`,
  };
  return { row, observation };
};

const pages = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: COUNT, maxLength: COUNT })
  .chain((days) =>
    fc.tuple(
      fc.constant(days.map((day, observation) => pendingRow(observation, day))),
      fc.array(fc.nat({ max: 2 }), { minLength: COUNT, maxLength: COUNT }),
    ),
  );

/** Returns all that a reader sees of the rows, and the Observation that each belongs to. */
const seenIn = (columns: RowColumns) =>
  packedRows(table, columns).map((row, i) => [
    row.id,
    row.kind.codeText,
    row.timeMs,
    row.effective,
    row.value,
    row.valueText,
    columns.observations[i],
  ]);

const merged = (
  all: readonly PendingRow[],
  compare: RowComparator,
  from = allocateRowColumns(),
): RowColumns =>
  mergeRows(
    table,
    from,
    all.toSorted((a, b) => compare(a.row, b.row)),
    compare,
  );

describe.each([
  ['oldest first', byTime],
  ['newest first', newestFirst],
])('pages that come one after the other make the same columns as all at once, %s', (_, compare) => {
  test('whatever results each page has', () => {
    fc.assert(
      fc.property(pages, ([all, pageOf]) => {
        let columns = allocateRowColumns();
        for (const page of [0, 1, 2])
          columns = merged(
            all.filter((__, i) => pageOf[i] === page),
            compare,
            columns,
          );
        const inOrder = all.toSorted((a, b) => compare(a.row, b.row));
        expect(seenIn(columns)).toEqual(
          inOrder.map(({ row, observation }) => [
            row.id,
            row.kind.codeText,
            row.timeMs,
            row.effective,
            row.value,
            row.valueText,
            observation,
          ]),
        );
      }),
    );
  });
});

describe('columns are never changed', () => {
  const all = [1, 2, 3].map((day, i) => pendingRow(i, day));
  const columns = merged(all, byTime);

  test('a page without a row of this measure gives back the same columns', () => {
    expect(mergeRows(table, columns, [], byTime)).toBe(columns);
    expect(withoutObservations(columns, new Set([7]))).toBe(columns);
  });

  test('a page and a removed Observation give new ones', () => {
    const before = seenIn(columns);
    expect(seenIn(merged([pendingRow(5, 2)], byTime, columns))).toHaveLength(4);
    expect(seenIn(withoutObservations(columns, new Set([1])))).toEqual([before[0], before[2]]);
    expect(seenIn(withoutObservations(columns, new Set([0, 1, 2])))).toEqual([]);
    expect(seenIn(columns)).toEqual(before);
  });
});
