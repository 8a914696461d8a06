/** What a measure was before and after a moment. Order in time is shown, cause is never claimed. Pure. */
import { comparableRows, type KnownSpanOf, type NotCounted, type TimeSpan } from './comparableRows.ts';
import { medianText, medianOf } from './median.ts';
import type { Row } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';
import { DAY_MS } from '../time/durations.ts';

/** The results of one side of the moment. */
export type BeforeAfterSide = {
  readonly count: number;
  /** In the unit of the series; undefined without a result. */
  readonly median: number | undefined;
  /** With the decimals that were sent, and one more where the middle of two results needs it. '' without a result. */
  readonly medianText: string;
  /** From the moment to the result farthest from it, to the nearest day. */
  readonly days: number;
};

export type BeforeAfter = {
  readonly before: BeforeAfterSide;
  readonly after: BeforeAfterSide;
  readonly notCounted: NotCounted;
};

function sideOf(rows: readonly Row[], momentMs: number, series: Series): BeforeAfterSide {
  const median = medianOf(rows.map(({ value }) => value).toSorted((a, b) => a - b));
  const farthestMs = Math.max(0, ...rows.map(({ timeMs }) => Math.abs(timeMs - momentMs)));
  return {
    count: rows.length,
    median,
    medianText: medianText(median, rows, series),
    days: Math.round(farthestMs / DAY_MS),
  };
}

/**
 * Median, count and days of the results inside the window up to a moment, and after it; what was taken at the moment itself
 * is before it. Only what can be compared with the newest of the window takes part (rules 18, 23); all else is counted.
 */
export function beforeAfter(
  series: Series,
  span: TimeSpan,
  momentMs: number,
  knownSpan: KnownSpanOf,
): BeforeAfter {
  const { rows, notCounted } = comparableRows(series, span, knownSpan, momentMs);
  const isBefore = (row: Row) => knownSpan(row)[1] <= momentMs;
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
