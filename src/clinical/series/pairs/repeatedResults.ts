import { isFinal, isIdenticalResult } from '../comparability.ts';
import { flagSeverity } from '../../observation/flag/flag.ts';
import { memoizeBySeries } from '../memoizeBySeries.ts';
import type { Row } from '../../observation/resultRow.ts';
import type { Series } from '../series.ts';

/**
 * Returns a number that ranks twins: a final result stands for a preliminary one, then the one with the stronger flag, then
 * the one whose specimen has a condition, and at last the one that says how it was measured, since the line would break at a
 * copy that does not (rule 18).
 */
export const precedenceOf = (row: Row): number =>
  (isFinal(row) ? 100 : 0) +
  flagSeverity(row.kind.flag) * 10 +
  (row.kind.condition === '' ? 0 : 5) +
  (row.kind.flag === '' ? 0 : 2) +
  Number(!row.kind.isConverted) +
  (row.kind.method === '' ? 0 : 0.5) +
  (row.kind.mark === '' ? 0 : 0.25);

/**
 * Returns, by the index of each drawn result that repeats another one, the index of the result that stands for both
 * (rule 23). Most series have none. A repeat has its row in every table, but no symbol and no count of its own. The
 * order of arrival decides nothing.
 */
export const repeatsOf: (series: Series) => ReadonlyMap<number, number> = memoizeBySeries(
  ({ rows, timesMs }) => {
    const repeats = new Map<number, number>();
    for (let from = 0; from < timesMs.length; from++) {
      const timeMs = timesMs[from]!;
      let to = from + 1;
      while (timesMs[to] === timeMs) to++;
      if (to - from > 1) addRepeats(rows.slice(from, to), from, repeats);
      from = to - 1;
    }
    return repeats;
  },
);

/** Returns the row at an index, or the one that stands for it when it was sent twice; undefined for −1. */
export const representativeRowAt = (series: Series, index: number): Row | undefined =>
  index < 0 ? undefined : series.rows.at(repeatsOf(series).get(index) ?? index);

function addRepeats(concurrent: readonly Row[], from: number, repeats: Map<number, number>): void {
  // The last of equally strong ones stands for all, so that the latest result stays the last one. Of equal flags a copy that
  // names no method is compared last, so that it joins one result and never makes one of two.
  const ranked = [...concurrent.keys()].toSorted(
    (a, b) => precedenceOf(concurrent[b]!) - precedenceOf(concurrent[a]!) || b - a,
  );
  const standing: number[] = [];
  for (const i of ranked) {
    const best = standing.find((at) => isIdenticalResult(concurrent[at]!, concurrent[i]!));
    if (best === undefined) standing.push(i);
    else repeats.set(from + i, from + best);
  }
}
