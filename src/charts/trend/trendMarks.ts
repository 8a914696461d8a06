import { latestIndex } from '../../clinical/series/newest/latest.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { Frame } from '../axis/frame.ts';
import { m4 } from '../axis/m4.ts';
import { segmentsInWindow } from '../marks/linePath.ts';
import { isThinnedToFrame, pointMarksOf, type PointMark } from '../marks/pointMarks.ts';
import { hasCorrectedStatus, symbolKindOf } from '../marks/symbols.tsx';
import type { TrendLayout } from './trendLayout.ts';

/** A point of the line has a value, and `null` ends a segment. */
export type LinePoint = { readonly timeMs: number; readonly value: number | null };

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

/** Gaps between the segments stay open, because a point without a value stands between them (rule 6). */
export function linePoints(series: Series, layout: TrendLayout): LinePoint[] {
  const { timesMs, values } = series;
  const isThinned = isLineThinned(series, layout);
  const points: LinePoint[] = [];
  for (const [from, to] of segmentsInWindow(series, layout.frame)) {
    if (to - from < 2) continue;
    const kept = isThinned
      ? m4(series, layout.frame.x, from, to)
      : Array.from({ length: to - from }, (_, k) => from + k);
    for (const i of kept) points.push({ timeMs: timesMs[i]!, value: values[i]! });
    points.push({ timeMs: timesMs[to - 1]!, value: null });
  }
  return points.length > 0 ? points : emptyLine(layout);
}

/**
 * Recharts draws no axis without values. A chart of bars or of points alone gets two separate points, which
 * make no line.
 */
export const emptyLine = ({ frame: { startMs, endMs }, domain: [value] }: TrendLayout): LinePoint[] => [
  { timeMs: startMs, value },
  { timeMs: startMs, value: null },
  { timeMs: endMs, value },
];

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
    const isCorrected = hasCorrectedStatus(kind);
    const isDerived = kind.isConverted || kind.isParsedFromText;
    const plain = { isCorrected, isDerived, span: undefined, count: 1, overlappedCount: 0 };
    marks.push({ ...plain, key: from, kind: symbolKindOf(kind), x, y: top });
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
