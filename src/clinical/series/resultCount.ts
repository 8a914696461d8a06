/**
 * One result is a row with a point, or both sides of one blood pressure, and it counts once however often it was sent (rule
 * 23). Every screen counts by this file (decision 38).
 */
import { indicesInWindow } from './inWindow.ts';
import { memoizeBySeries } from './memoizeBySeries.ts';
import { pressurePairIndices } from './pairs/pressurePairs.ts';
import { pressureRepeatsOf } from './pairs/repeatedPressures.ts';
import { repeatsOf } from './pairs/repeatedResults.ts';
import { wholePressures } from './pairs/wholePressures.ts';
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
  const counted = diastolic ? distinctPressures(series, diastolic) : distinctResults(series);
  const [from, to] = indicesInWindow(counted, startMs, endMs);
  return { inside: to - from, older: from, newer: counted.timesMs.length - to };
}

type Counted = Pick<Series, 'rows' | 'timesMs'>;

/** Returns the drawn results of a series, each once, oldest first. */
export const distinctResults = memoizeBySeries((series): Counted => {
  const repeats = repeatsOf(series);
  if (repeats.size === 0) return series;
  const kept = Int32Array.from(series.timesMs.keys()).filter((i) => !repeats.has(i));
  return {
    timesMs: Float64Array.from(kept, (i) => series.timesMs[i]!),
    rows: new RowList(kept.length, (i) => series.rows.at(kept[i]!)!),
  };
});

const pressuresByDiastolic = new WeakMap<Series, readonly [systolic: Series, counted: Counted]>();

/** Returns the systolic side of each blood pressure, or else the diastolic one. They are found once for each two series. */
function distinctPressures(systolic: Series, diastolic: Series): Counted {
  const known = pressuresByDiastolic.get(diastolic);
  if (known?.[0] === systolic) return known[1];
  const indices = pressurePairIndices(systolic, diastolic);
  const repeats = pressureRepeatsOf(wholePressures(systolic, diastolic).drawn);
  const kept = Int32Array.from(indices.systolic.keys()).filter((i) => !repeats.has(i));
  const sideOf = (i: number): readonly [Series, number] => {
    const upper = indices.systolic[i]!;
    return upper < 0 ? [diastolic, indices.diastolic[i]!] : [systolic, upper];
  };
  const counted: Counted = {
    timesMs: Float64Array.from(kept, (i) => {
      const [side, at] = sideOf(i);
      return side.timesMs[at]!;
    }),
    rows: new RowList(kept.length, (i) => {
      const [side, at] = sideOf(kept[i]!);
      return side.rows.at(at)!;
    }),
  };
  pressuresByDiastolic.set(diastolic, [systolic, counted]);
  return counted;
}
