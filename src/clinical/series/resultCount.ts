/** One result is a row with a point, or both sides of one blood pressure. Every screen counts by this file (decision 38). */
import { indicesInWindow } from './inWindow.ts';
import { pressurePairKeyIn } from './pairs/pressurePairs.ts';
import { RowList } from './rowList.ts';
import type { Series } from './series.ts';

/** This many results lie in a window, before it and after it. */
export type ResultCount = { readonly inside: number; readonly older: number; readonly newer: number };

/**
 * Counts the results of a series, or of both sides of a blood pressure, in a window with both of its ends. A diastolic that
 * has no systolic is a result of its own. Results without a point are in no count.
 */
export function resultCount(
  series: Series,
  diastolic: Series | undefined,
  startMs: number,
  endMs: number,
): ResultCount {
  const counts = { inside: 0, older: 0, newer: 0 };
  for (const one of diastolic ? [series, loneDiastolic(series, diastolic)] : [series]) {
    const [from, to] = indicesInWindow(one, startMs, endMs);
    counts.older += from;
    counts.inside += to - from;
    counts.newer += one.timesMs.length - to;
  }
  return counts;
}

const loneByDiastolic = new WeakMap<Series, readonly [systolic: Series, lone: Series]>();

/** Returns the diastolic series with the rows that have no systolic alone. It is found once for each two series. */
function loneDiastolic(systolic: Series, diastolic: Series): Series {
  const known = loneByDiastolic.get(diastolic);
  if (known?.[0] === systolic) return known[1];
  const keyOf = pressurePairKeyIn(systolic, diastolic);
  const unpaired = new Map<string, number>();
  for (const row of systolic.rows) {
    const key = keyOf(row);
    unpaired.set(key, (unpaired.get(key) ?? 0) + 1);
  }
  const kept: number[] = [];
  diastolic.rows.forEach((row, i) => {
    const left = unpaired.get(keyOf(row)) ?? 0;
    if (left > 0) unpaired.set(keyOf(row), left - 1);
    else kept.push(i);
  });
  const lone = {
    ...diastolic,
    timesMs: Float64Array.from(kept, (i) => diastolic.timesMs[i]!),
    rows: new RowList(kept.length, (i) => diastolic.rows.at(kept[i]!)!),
  };
  loneByDiastolic.set(diastolic, [systolic, lone]);
  return lone;
}
