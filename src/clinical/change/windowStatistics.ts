/** Median, lowest and highest of what a window of time shows, with how many took part and what did not. Pure. */
import { comparableRows, type KnownSpanOf, type NotCounted, type TimeSpan } from './comparableRows.ts';
import { medianText, medianOf } from './median.ts';
import type { Row } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';

/** The lowest or the highest result. */
export type Extreme = {
  /** The first of those with this value. */
  readonly row: Row;
  readonly occurrences: number;
};

export type WindowStatistics = {
  readonly count: number;
  readonly medianText: string;
  readonly lowest: Extreme;
  readonly highest: Extreme;
  readonly notCounted: NotCounted;
};

const LEAST = 2;

function extremeOf(rows: readonly Row[], isBetter: (value: number, than: number) => boolean): Extreme {
  let [row, occurrences] = [rows[0]!, 0];
  for (const one of rows) {
    if (one.value === row.value) occurrences++;
    else if (isBetter(one.value, row.value)) [row, occurrences] = [one, 1];
  }
  return { row, occurrences };
}

/**
 * What may be said of the results in a window: only final numbers that can be compared with its newest. Limits, preliminary
 * results and texts take no part and are counted. undefined where fewer than two are left.
 */
export function windowStatistics(
  series: Series,
  span: TimeSpan,
  knownSpan: KnownSpanOf,
): WindowStatistics | undefined {
  const { rows, notCounted } = comparableRows(series, span, knownSpan);
  if (rows.length < LEAST) return undefined;
  return {
    count: rows.length,
    medianText: medianText(medianOf(rows.map(({ value }) => value).toSorted((a, b) => a - b)), rows, series),
    lowest: extremeOf(rows, (value, than) => value < than),
    highest: extremeOf(rows, (value, than) => value > than),
    notCounted,
  };
}
