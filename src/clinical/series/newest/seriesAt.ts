import type { Row } from '../../observation/resultRow.ts';
import { DAY_MS } from '../../time/durations.ts';
import { isFinal } from '../comparability.ts';
import { indexFromTime } from '../inWindow.ts';
import type { Rows } from '../rowList.ts';
import type { Series } from '../series.ts';
import { indicesNotBefore } from './certainOrder.ts';

/** Returns where a result stands on the time axis, in epoch ms: its moment, or the middle of its day, month or year. */
export type MomentMsOf = (row: Row) => number;

/** The middle of a day may lie this much before the time by which its result is sorted. */
const EARLIEST_MIDDLE_MS = DAY_MS;

/** A listed result may stand for the newest only if it is not older than this: no date is wider than a year. */
const WIDEST_DATE_MS = 367 * DAY_MS;

/** Returns the last known final result of the first `count`, or else the last known one. */
function newestKnown(rows: Rows, count: number, isKnown: (row: Row) => boolean): Row | undefined {
  let lastKnown: Row | undefined;
  for (let i = count - 1; i >= 0; i--) {
    const row = rows.at(i)!;
    if (!isKnown(row)) continue;
    if (isFinal(row)) return row;
    lastKnown ??= row;
  }
  return lastKnown;
}

/**
 * Returns a series as it stood at a moment, with no more of it than its newest result asks for: the newest final result that
 * is not after the moment, what may be as new or newer, and the results without a point of that time. What has no date is
 * left out, because nobody can say that it was known then.
 */
export function seriesAt(series: Series, atMs: number, momentMsOf: MomentMsOf): Series {
  const { rows } = series;
  const isKnown = (row: Row): boolean => momentMsOf(row) <= atMs;
  const count = indexFromTime(series, atMs + EARLIEST_MIDDLE_MS);
  const newest = newestKnown(rows, count, isKnown);
  const kept = newest
    ? indicesNotBefore(series, newest, count)
        .toSorted((a, b) => a - b)
        .map((i) => rows.at(i)!)
        .filter(isKnown)
    : [];
  const oldestMs = (newest?.timeMs ?? Number.NEGATIVE_INFINITY) - WIDEST_DATE_MS;
  return {
    ...series,
    rows: kept,
    timesMs: Float64Array.from(kept, ({ timeMs }) => timeMs),
    values: Float64Array.from(kept, ({ value }) => value),
    listed: series.listed.filter((row) => row.timeMs >= oldestMs && isKnown(row)),
  };
}
