import { lineSegments } from '../../clinical/series/gaps/lineSegments.ts';
import { repeatsOf } from '../../clinical/series/pairs/repeatedResults.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { Frame } from '../axis/frame.ts';
import { roundPx, type Scale } from '../axis/scale.ts';

/** A column of results is this wide. */
const COLUMN_PX = 3;

export type DenseColumn = {
  /** The middle of the column stands at this pixel. */
  readonly px: number;
  readonly percentile10: number;
  readonly median: number;
  readonly percentile90: number;
};

/** A share that falls between two values is interpolated. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)]!;
  return low + (sorted[Math.ceil(at)]! - low) * (at % 1);
}

/**
 * Returns the median and the middle 80 % of all results in three pixels, with a run for each segment of the
 * line.
 */
export function denseRuns(series: Series, { x, startMs, endMs }: Frame): readonly (readonly DenseColumn[])[] {
  const { timesMs, values } = series;
  const repeats = repeatsOf(series);
  return lineSegments(series, endMs - startMs).map(([from, to]) => {
    const columns: DenseColumn[] = [];
    for (let first = from; first < to;) {
      const column = Math.floor(x(timesMs[first]!) / COLUMN_PX);
      const held: number[] = [];
      for (; first < to && Math.floor(x(timesMs[first]!) / COLUMN_PX) === column; first++)
        // A result that was sent twice counts once (rule 23).
        if (!repeats.has(first)) held.push(values[first]!);
      held.sort((a, b) => a - b);
      const percentile = (share: number) => quantile(held, share);
      columns.push({
        px: (column + 0.5) * COLUMN_PX,
        percentile10: percentile(0.1),
        median: percentile(0.5),
        percentile90: percentile(0.9),
      });
    }
    return columns;
  });
}

type ColumnValue = (column: DenseColumn) => number;

/** The points reach over the whole width of the columns, so that a lone column can be seen too. */
function extendedPoints(run: readonly DenseColumn[], value: ColumnValue, y: Scale): string[] {
  const half = COLUMN_PX / 2;
  const [first, last] = [run[0]!, run.at(-1)!];
  const at = (px: number, column: DenseColumn) => `${px} ${roundPx(y(value(column)))}`;
  return [
    at(first.px - half, first),
    ...run.map((column) => at(column.px, column)),
    at(last.px + half, last),
  ];
}

export const medianPath = (runs: readonly (readonly DenseColumn[])[], y: Scale): string =>
  runs.map((run) => `M${extendedPoints(run, ({ median }) => median, y).join('L')}`).join('');

export const percentileBandPath = (runs: readonly (readonly DenseColumn[])[], y: Scale): string =>
  runs
    .map((run) => {
      const top = extendedPoints(run, ({ percentile90 }) => percentile90, y);
      const bottom = extendedPoints(run, (column) => column.percentile10, y);
      return `M${[...top, ...bottom.toReversed()].join('L')}Z`;
    })
    .join('');
