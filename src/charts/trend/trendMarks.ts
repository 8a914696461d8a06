import { latestIndex } from '../../clinical/series/newest/latest.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { Frame } from '../axis/frame.ts';
import { m4Indices } from '../axis/m4Downsampling.ts';
import { roundPx } from '../axis/scale.ts';
import { segmentsInWindow } from '../marks/linePath.ts';
import { isThinnedToFrame, pointMarksOf, type PointMark } from '../marks/pointMarks.ts';
import { symbolWithMarks } from '../marks/symbols.tsx';
import type { TrendLayout } from './trendLayout.ts';

/**
 * A symbol needs three pixels here. With more results than that the line is thinned and the chart says so
 * (rule 8).
 */
const coarseFrame = ({ frame, hasEveryPoint }: TrendLayout): Frame => ({
  ...frame,
  widthPx: hasEveryPoint ? Number.POSITIVE_INFINITY : frame.widthPx / 3,
});

export const isLineThinned = (series: Series, layout: TrendLayout) =>
  isThinnedToFrame(series, coarseFrame(layout));

/**
 * Returns the path of the line in pixels of the frame, '' when no two results are joined. It is made of straight segments
 * alone (rule 5), and each of them begins with M, so that a gap stays open (rule 6).
 */
export function trendLinePath(series: Series, layout: TrendLayout): string {
  const { timesMs, values } = series;
  const { frame, y } = layout;
  const isThinned = isLineThinned(series, layout);
  return segmentsInWindow(series, frame)
    .filter(([from, to]) => to - from > 1)
    .map(([from, to]) => {
      const kept = isThinned
        ? m4Indices(series, frame.x, from, to)
        : Array.from({ length: to - from }, (_, k) => from + k);
      return `M${kept.map((i) => `${roundPx(frame.x(timesMs[i]!))} ${roundPx(y(values[i]!))}`).join('L')}`;
    })
    .join('');
}

/** On a thinned line a result without neighbours would be lost without its symbol. */
function isolatedMarks(series: Series, layout: TrendLayout, kept: ReadonlySet<number>): PointMark[] {
  const { frame, y } = layout;
  const marks: PointMark[] = [];
  const columns = new Set<string>();
  for (const [from, to] of segmentsInWindow(series, layout.frame)) {
    if (to - from !== 1 || kept.has(from)) continue;
    const { kind, timeMs } = series.rows.at(from)!;
    const [x, top] = [frame.x(timeMs), y(series.values[from]!)];
    const column = `${Math.floor(x)} ${Math.round(top)}`;
    if (columns.has(column)) continue;
    columns.add(column);
    const plain = { span: undefined, count: 1, overlappedCount: 0 };
    marks.push({ ...symbolWithMarks(kind), ...plain, key: from, x, y: top });
  }
  return marks;
}

/** Counts the readings that lie under another one with the same symbol at the same place (rule 8). */
export const countOverlapped = (marks: readonly PointMark[]): number =>
  marks.reduce((sum, { overlappedCount }) => sum + overlappedCount, 0);

export function trendPointMarks(series: Series, layout: TrendLayout): PointMark[] {
  const inWindow = ({ x }: PointMark) => x >= 0 && x <= layout.frame.widthPx;
  const marks = pointMarksOf(series, coarseFrame(layout), layout.y, latestIndex(series));
  const lone = isLineThinned(series, layout)
    ? isolatedMarks(series, layout, new Set(marks.map(({ key }) => key)))
    : [];
  return [...lone, ...marks].filter(inWindow);
}
