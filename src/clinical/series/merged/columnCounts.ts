/** Counts the Observations of a column. */
import type { RowColumns } from '../rowColumns.ts';
import type { PendingRow } from './mergedColumns.ts';

/** An Observation counts as drawn when it has a point in the column, and as listed when it has rows but no point. */
export type Counts = { drawn: number; listed: number };

/** These are the rows of a column with their counts. */
type CountedRows = { readonly drawn: RowColumns; readonly listed: RowColumns; readonly counts: Counts };

/** An Observation counts once in each column, as drawn when one of its rows is drawn. */
export function countAdded(
  counts: Counts,
  drawn: readonly PendingRow[],
  listed: readonly PendingRow[],
): void {
  const withPoint = new Set(drawn.map(({ observation }) => observation));
  const all = new Set([...drawn, ...listed].map(({ observation }) => observation));
  counts.drawn += withPoint.size;
  counts.listed += all.size - withPoint.size;
}

/** Takes the Observations that are removed out of the counts of their column. */
export function countRemoved({ drawn, listed, counts }: CountedRows, removed: ReadonlySet<number>): void {
  const isRemoved = (observation: number): boolean => removed.has(observation);
  const withPoint = new Set([...drawn.observations].filter(isRemoved));
  const all = new Set([...withPoint, ...[...listed.observations].filter(isRemoved)]);
  counts.drawn -= withPoint.size;
  counts.listed -= all.size - withPoint.size;
}

/** Returns how many of these Observations have no row among the drawn ones. */
export function countWithoutPoint(observations: ReadonlySet<number>, all: readonly RowColumns[]): number {
  const without = new Set(observations);
  if (without.size > 0)
    for (const { observations: drawn } of all) for (const one of drawn) without.delete(one);
  return without.size;
}

/** Adds the counts of both columns, with so many Observations listed in the place of drawn. No text is drawn. */
export const movedCounts = (moved: number, main: Counts, texts?: Counts): Counts => ({
  drawn: main.drawn - moved,
  listed: main.listed + (texts?.listed ?? 0) + moved,
});
