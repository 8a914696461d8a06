import { lineSegments } from '../../clinical/series/lineSegments.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { Frame } from '../axis/frame.ts';
import { pixelColumns, spreadPath } from '../axis/pixelColumns.ts';
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

/**
 * Returns the paths of a series with more results than pixels: `median` joins the median of each pixel column, and
 * `spread` has one vertical line from the lowest to the highest value of each column (rule 8).
 */
export function thinnedLinePaths(series: Series, frame: Frame, y: Scale) {
  const runs = segmentsInWindow(series, frame).map(([from, to]) => pixelColumns(series, frame.x, from, to));
  const medians = runs.map(
    (run) => `M${run.map(({ px, median }) => `${px} ${roundPx(y(median))}`).join('L')}h1`,
  );
  return { spread: spreadPath(runs.flat(), y), median: medians.join('') };
}
