/** Sorted columns of rows, of which new ones are made and none is ever changed. */
import { indexOfKind } from '../observation/rowKinds.ts';
import type { RowComparator } from './rowOrder.ts';
import { allocateRowColumns, packedRows, type RowColumns, type RowTable } from './packedRows.ts';
import type { Row } from '../observation/resultRow.ts';
import type { Rows } from './rowList.ts';

/** A row of a page, and the number of its Observation. */
export type PendingRow = { readonly row: Row; readonly observation: number };

/** The columns without the rows of these Observations; the same object where there are none. */
export function withoutObservations(from: RowColumns, gone: ReadonlySet<number>): RowColumns {
  const staying: number[] = [];
  from.observations.forEach((observation, i) => {
    if (!gone.has(observation)) staying.push(i);
  });
  if (staying.length === from.observations.length) return from;
  const to = allocateRowColumns(staying.length);
  staying.forEach((i, at) => copy(from, i, i + 1, to, at));
  return to;
}

/** One sorted set of columns of two; `fresh` is sorted. */
export function mergeRows(
  table: RowTable,
  from: RowColumns,
  fresh: readonly PendingRow[],
  compare: RowComparator,
): RowColumns {
  if (fresh.length === 0) return from;
  const rows = packedRows(table, from);
  const to = allocateRowColumns(from.kinds.length + fresh.length);
  let [next, at] = [0, 0];
  for (const one of fresh) {
    const place = placeFor(rows, one.row, next, compare);
    copy(from, next, place, to, at);
    at += place - next;
    next = place;
    put(table, one, to, at++);
  }
  copy(from, next, from.kinds.length, to, at);
  return to;
}

/** Behind everything that does not come after the row. */
function placeFor(rows: Rows, row: Row, from: number, compare: RowComparator): number {
  let [low, high] = [from, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(rows.at(middle)!, row) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function put({ spellings }: RowTable, { row, observation }: PendingRow, to: RowColumns, at: number): void {
  to.timesMs[at] = row.timeMs;
  to.values[at] = row.value;
  to.kinds[at] = indexOfKind(row.kind);
  to.observations[at] = observation;
  to.spellings[at] = spellings.numberOf(row);
}

function copy(from: RowColumns, start: number, end: number, to: RowColumns, at: number): void {
  if (start === end) return;
  to.timesMs.set(from.timesMs.subarray(start, end), at);
  to.values.set(from.values.subarray(start, end), at);
  to.kinds.set(from.kinds.subarray(start, end), at);
  to.observations.set(from.observations.subarray(start, end), at);
  to.spellings.set(from.spellings.subarray(start, end), at);
}
