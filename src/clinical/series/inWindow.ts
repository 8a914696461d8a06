/** This file takes the part of a series that lies in a window of time. Times are epoch ms. */
import { IMPRECISE_DATE_OFFSET_MS } from '../time/date.ts';
import { RowList } from './rowList.ts';
import type { Row } from '../observation/resultRow.ts';
import type { Series } from './series.ts';
import { HOUR_MS } from '../time/durations.ts';

/** Returns the index of the first result whose time is not before `timeMs`. */
export function indexFromTime({ timesMs }: Pick<Series, 'timesMs'>, timeMs: number): number {
  let [low, high] = [0, timesMs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timesMs[middle]! < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The time of a day, month or year lies this much before its first moment in UTC−14, the farthest zone. */
const FARTHEST_ZONE_MS = 14 * HOUR_MS - IMPRECISE_DATE_OFFSET_MS;

/**
 * Returns the indices [from, to) of the drawn results in a window, both of its ends included. A day, month or year
 * lies where its first day lies, in whatever zone that is (rule 44).
 */
export function indicesInWindow(
  series: Pick<Series, 'rows' | 'timesMs'>,
  startMs: number,
  endMs: number,
): readonly [number, number] {
  const { rows, timesMs } = series;
  let from = indexFromTime(series, startMs);
  while (
    from > 0 &&
    timesMs[from - 1]! >= startMs - FARTHEST_ZONE_MS &&
    isAfterStart(rows.at(from - 1)!, startMs)
  )
    from--;
  return [from, Math.max(from, indexFromTime(series, endMs + 1))];
}

/** Returns how many drawn results lie in the window from `startMs` to `endMs`, both included. */
export function countInWindow(series: Series, startMs: number, endMs: number): number {
  const [from, to] = indicesInWindow(series, startMs, endMs);
  return to - from;
}

/** Returns whether a result lies in or after a window that starts then; a day counts from its start in any zone (rule 44). */
export const isAfterStart = ({ timeMs, kind }: Row, startMs: number): boolean =>
  timeMs >= startMs - (kind.precision === 'instant' ? 0 : FARTHEST_ZONE_MS);

/**
 * Returns a series with the drawn results in the window and one neighbour on each side, so that a line goes on to the
 * edge. When that is all of the series, it is returned itself.
 */
export function cutToWindow(series: Series, startMs: number, endMs: number): Series {
  const { rows, timesMs, values } = series;
  const [first, last] = indicesInWindow(series, startMs, endMs);
  const [from, to] = [Math.max(0, first - 1), Math.min(rows.length, last + 1)];
  if (from === 0 && to === rows.length) return series;
  return {
    ...series,
    wholeTimesMs: series.wholeTimesMs ?? timesMs,
    timesMs: timesMs.subarray(from, to),
    values: values.subarray(from, to),
    rows: new RowList(to - from, (i) => rows.at(from + i)!),
  };
}
