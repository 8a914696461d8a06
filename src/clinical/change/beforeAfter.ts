/** This file compares a measure before and after a moment. The order in time is shown; a cause is never claimed. */
import {
  comparableRows,
  isToCheck,
  lastKnownMs,
  type KnownSpanOf,
  type NotCounted,
  type TimeSpan,
} from './comparableRows.ts';
import { medianText, medianOf } from './median.ts';
import type { Row } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';
import { DAY_MS } from '../time/durations.ts';

/** One side holds the results before the moment, or those after it. */
export type BeforeAfterSide = {
  readonly count: number;
  /** The median is in the unit of the series; it is undefined without a result. */
  readonly median: number | undefined;
  /**
   * This is the median with the decimals that were sent, and one more when the middle of two results needs it (rule
   * 14); it is '' without a result.
   */
  readonly medianText: string;
  /** This many days lie between the moment and the result farthest from it, rounded. */
  readonly days: number;
  /** So many of the results are to check. */
  readonly toCheck: number;
};

/** The comparison has both sides of the moment, and counts the results that take no part. */
export type BeforeAfter = {
  readonly before: BeforeAfterSide;
  readonly after: BeforeAfterSide;
  readonly notCounted: NotCounted;
};

function sideOf(rows: readonly Row[], momentMs: number, series: Series): BeforeAfterSide {
  const median = medianOf(rows.map(({ value }) => value).toSorted((a, b) => a - b));
  const farthestMs = rows.reduce((far, { timeMs }) => Math.max(far, Math.abs(timeMs - momentMs)), 0);
  return {
    count: rows.length,
    median,
    medianText: medianText(median, rows, series),
    days: Math.round(farthestMs / DAY_MS),
    toCheck: rows.filter(isToCheck).length,
  };
}

/**
 * Returns median, count and days of the results in a window up to a moment, and after it. A result at the moment
 * itself lies before it. Only results that can be compared with the newest of the window take part (rules 18 and 23);
 * all others are counted.
 */
export function beforeAfter(
  series: Series,
  span: TimeSpan,
  momentMs: number,
  knownSpanOf: KnownSpanOf,
): BeforeAfter {
  const { rows, notCounted } = comparableRows(series, span, knownSpanOf, momentMs);
  const isBefore = (row: Row) => lastKnownMs(knownSpanOf(row)) <= momentMs;
  return {
    before: sideOf(rows.filter(isBefore), momentMs, series),
    after: sideOf(
      rows.filter((row) => !isBefore(row)),
      momentMs,
      series,
    ),
    notCounted,
  };
}
