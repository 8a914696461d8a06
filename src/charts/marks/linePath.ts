import { lineSegments } from '../../clinical/series/gaps/lineSegments.ts';
import { repeatsOf } from '../../clinical/series/pairs/repeatedResults.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { Frame } from '../axis/frame.ts';
import { pixelColumns, spreadPath, type Points } from '../axis/pixelColumns.ts';
import { roundPx, type Scale } from '../axis/scale.ts';

/** A window counts as well as the series: half of it without a result is a gap (rule 6). */
export const segmentsInWindow = (series: Series, { startMs, endMs }: Frame) =>
  lineSegments(series, endMs - startMs);

/**
 * The line is made of straight segments and nothing else (rule 5). Every segment begins with M, so that a gap
 * stays a gap (rule 6).
 */
export function linePath(series: Series, frame: Frame, y: Scale): string {
  const points = series.rows.map(({ timeMs, value }) => `${roundPx(frame.x(timeMs))} ${roundPx(y(value))}`);
  return segmentsInWindow(series, frame)
    .filter(([from, to]) => to - from > 1)
    .map(([from, to]) => `M${points.slice(from, to).join('L')}`)
    .join('');
}

/** Returns the points from one index up to another, each result once (rule 23). */
function pointsBetween(
  { timesMs, values }: Series,
  from: number,
  to: number,
  repeats: ReadonlyMap<number, number>,
): Points {
  const isOnce = (_: number, i: number): boolean => !repeats.has(from + i);
  return {
    timesMs: timesMs.subarray(from, to).filter(isOnce),
    values: values.subarray(from, to).filter(isOnce),
  };
}

/**
 * Returns the paths of a series with more results than pixels: `median` joins the median of each pixel column, and
 * `spread` has one vertical line from the lowest to the highest value of each column (rule 8).
 */
export function thinnedLinePaths(series: Series, frame: Frame, y: Scale) {
  const repeats = repeatsOf(series);
  const runs = segmentsInWindow(series, frame).map(([from, to]) =>
    repeats.size === 0
      ? pixelColumns(series, frame.x, from, to)
      : pixelColumns(pointsBetween(series, from, to, repeats), frame.x),
  );
  const medians = runs.map(
    (run) => `M${run.map(({ px, median }) => `${px} ${roundPx(y(median))}`).join('L')}h1`,
  );
  return { spread: spreadPath(runs.flat(), y), median: medians.join('') };
}
