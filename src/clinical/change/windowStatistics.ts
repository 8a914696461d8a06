/**
 * This file computes the median, the lowest and the highest result of a window, and says how many results took part.
 */
import {
  comparableRows,
  isToCheck,
  type KnownSpanOf,
  type NotCounted,
  type TimeSpan,
} from './comparableRows.ts';
import { medianText, medianOf } from './median.ts';
import type { Row } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';

/** An extreme is the lowest or the highest result. */
export type Extreme = {
  /** The row is the first of the results with this value. */
  readonly row: Row;
  /** This many results have the value. */
  readonly occurrences: number;
};

/** The statistics are in the unit of the series. `medianText` has the decimals that were sent (rule 14). */
export type WindowStatistics = {
  readonly count: number;
  readonly medianText: string;
  readonly lowest: Extreme;
  readonly highest: Extreme;
  /** So many of those that are counted are to check. */
  readonly toCheck: number;
  readonly notCounted: NotCounted;
};

const MIN_RESULTS = 2;

function extremeOf(rows: readonly Row[], isBetter: (value: number, than: number) => boolean): Extreme {
  let [row, occurrences] = [rows[0]!, 0];
  for (const one of rows) {
    if (one.value === row.value) occurrences++;
    else if (isBetter(one.value, row.value)) [row, occurrences] = [one, 1];
  }
  return { row, occurrences };
}

/**
 * Returns the statistics of the final numbers in a window that can be compared with its newest (rules 18, 20, 23 and
 * 34). All other results are counted. It is undefined when fewer than two are left.
 */
export function windowStatistics(
  series: Series,
  span: TimeSpan,
  knownSpanOf: KnownSpanOf,
): WindowStatistics | undefined {
  const { rows, notCounted } = comparableRows(series, span, knownSpanOf);
  if (rows.length < MIN_RESULTS) return undefined;
  return {
    count: rows.length,
    medianText: medianText(medianOf(Float64Array.from(rows, ({ value }) => value).toSorted()), rows, series),
    lowest: extremeOf(rows, (value, than) => value < than),
    highest: extremeOf(rows, (value, than) => value > than),
    toCheck: rows.filter(isToCheck).length,
    notCounted,
  };
}
