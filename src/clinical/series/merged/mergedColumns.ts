/** Makes new sorted columns of rows from given ones, which are never changed. */
import { indexOfKind } from '../../observation/rowKinds.ts';
import { newestFirst, type RowComparator } from '../rowOrder.ts';
import { packedRows, type RowTable } from '../packedRows.ts';
import { allocateRowColumns, type RowColumns } from '../rowColumns.ts';
import type { Row } from '../../observation/resultRow.ts';
import type { Rows } from '../rowList.ts';

/** This is a new row with the index of its Observation, before it is merged into its column. */
export type PendingRow = { readonly row: Row; readonly observation: number };

/** Returns the columns without the rows of these Observations; the same object when it has none of them. */
export function withoutObservations(from: RowColumns, removed: ReadonlySet<number>): RowColumns {
  const kept: number[] = [];
  from.observations.forEach((observation, i) => {
    if (!removed.has(observation)) kept.push(i);
  });
  if (kept.length === from.observations.length) return from;
  const to = allocateRowColumns(kept.length);
  kept.forEach((i, at) => copy(from, i, i + 1, to, at));
  return to;
}

/** Returns columns with the added rows, which have to be in the same order. */
export function mergeRows(
  table: RowTable,
  from: RowColumns,
  added: readonly PendingRow[],
  compare: RowComparator,
): RowColumns {
  if (added.length === 0) return from;
  const rows = packedRows(table, from);
  const to = allocateRowColumns(from.kinds.length + added.length);
  let [next, at] = [0, 0];
  for (const one of added) {
    const insertAt = insertIndex(rows, one.row, next, compare);
    copy(from, next, insertAt, to, at);
    at += insertAt - next;
    next = insertAt;
    put(table, one, to, at++);
  }
  copy(from, next, from.kinds.length, to, at);
  return to;
}

/** Returns the index behind every row that does not come after the given one. */
function insertIndex(rows: Rows, row: Row, from: number, compare: RowComparator): number {
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

/** Returns the listed rows of a series with those that came without a number, the newest first. */
export function mergeListed(table: RowTable, numbers: RowColumns, texts?: RowColumns): RowColumns {
  if (texts === undefined) return numbers;
  if (numbers.kinds.length === 0) return texts;
  const added = packedRows(table, texts).map((row, i) => ({ row, observation: texts.observations[i]! }));
  return mergeRows(table, numbers, added, newestFirst);
}
