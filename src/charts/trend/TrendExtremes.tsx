import { memo } from 'react';
import { ExtremeWords } from '../marks/ExtremeWords.tsx';
import { FRAME_INSET_PX } from '../axis/frame.ts';
import {
  boxAround,
  boxesAlong,
  extremesOf,
  LINE_RADIUS_PX,
  pairExtremesOf,
  placeExtremes,
  straightLineBoxes,
  type NamedExtreme,
  type ExtremeLabel,
  type LabelBox,
} from '../marks/extremeLabels.ts';
import type { PointMark } from '../marks/pointMarks.ts';
import { segmentsInWindow } from '../marks/linePath.ts';
import { indicesInWindow } from '../../clinical/series/inWindow.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { Frame } from '../axis/frame.ts';
import { drawnRows, type ChartEntry } from '../reading/chartEntries.ts';
import type { PairBandDrawing } from './pairBands.ts';
import type { BandDrawing } from './trendBands.ts';
import type { TrendDrawing } from './trendDrawing.ts';
import { entryPosition, TEXT_SCALE, type TrendLayout } from './trendLayout.ts';
import markStyles from '../marks/ChartMarks.module.css';

const RADIUS_PX = 5;

/** The caps and the flags of a blood pressure reach so far beyond its bar. */
const BAR_PX = { across: 5, along: 11 };

/** Returns a box over the bar of each blood pressure. */
export const barBoxes = (entries: readonly ChartEntry[], layout: TrendLayout): readonly LabelBox[] =>
  entries.flatMap((entry) => {
    const heightsPx = drawnRows(entry).map(({ value }) => layout.y(value));
    const x = entryPosition(entry, layout)?.x;
    if (heightsPx.length === 0 || x === undefined) return [];
    return {
      leftPx: x - BAR_PX.across,
      rightPx: x + BAR_PX.across,
      topPx: Math.min(...heightsPx) - BAR_PX.along,
      bottomPx: Math.max(...heightsPx) + BAR_PX.along,
    };
  });

/** Returns the index after the results [i, …) that stand in one column of pixels. */
function endOfColumn({ timesMs }: Series, { x }: Frame, i: number, to: number): number {
  const startPx = x(timesMs[i]!);
  let end = i + 1;
  while (end < to && x(timesMs[end]!) - startPx < 1) end++;
  return end;
}

/** Returns boxes over the line of a series. Results in one column of pixels have one box, because there may be 100,000 of them. */
export function lineBoxes(
  series: Series,
  { frame, y }: Pick<TrendLayout, 'frame' | 'y'>,
): readonly LabelBox[] {
  const { timesMs, values } = series;
  const placeAt = (i: number) => ({ x: frame.x(timesMs[i]!), y: y(values[i]!) });
  const boxes: LabelBox[] = [];
  for (const [from, to] of segmentsInWindow(series, frame))
    for (let i = from; i < to - 1;) {
      const end = endOfColumn(series, frame, i, to);
      if (end === i + 1) boxes.push(...boxesAlong(placeAt(i), placeAt(end)));
      else boxes.push(columnBox(frame.x(timesMs[i]!), values.subarray(i, end), y));
      // The line leads on from the last result of the column.
      i = Math.max(i + 1, end - 1);
    }
  return boxes;
}

/** Returns a box over the line within one column of pixels. */
function columnBox(leftPx: number, values: Float64Array, y: TrendLayout['y']): LabelBox {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return {
    leftPx: leftPx - LINE_RADIUS_PX,
    rightPx: leftPx + 1 + LINE_RADIUS_PX,
    topPx: y(high) - LINE_RADIUS_PX,
    bottomPx: y(low) + LINE_RADIUS_PX,
  };
}

/** Returns boxes over symbols. */
export const markBoxes = (marks: readonly PointMark[]): readonly LabelBox[] =>
  marks.map(({ x, y }) => boxAround(x, y, RADIUS_PX));

/** Returns boxes over the line and the points, or over the bars, which words may not cover. */
const obstaclesOf = ({ series, partner, drawn, marks, options, layout }: TrendDrawing): readonly LabelBox[] =>
  partner
    ? barBoxes(drawn, layout)
    : [...(options.isWithoutLines ? [] : lineBoxes(series, layout)), ...markBoxes(marks)];

/** The neighbours outside the window are drawn and are no extremes of it. */
function resultsInside({ rows, values, ...series }: Series, { startMs, endMs }: Frame): Series {
  const [from, to] = indicesInWindow({ rows, timesMs: series.timesMs }, startMs, endMs);
  return { ...series, rows: rows.slice(from, to), values: values.subarray(from, to) };
}

const plotBox = ({ topPx, bottomPx, rightPx }: TrendLayout): LabelBox => ({
  leftPx: FRAME_INSET_PX.left,
  rightPx,
  topPx,
  bottomPx,
});

/** Returns the words at the highest and the lowest result of the window. */
export function trendExtremes(drawing: TrendDrawing, others: readonly LabelBox[]): readonly ExtremeLabel[] {
  const { series, partner, layout } = drawing;
  const { frame, y } = layout;
  const inside = resultsInside(series, frame);
  const placeOf = ({ timeMs, value }: { readonly timeMs: number; readonly value: number }) => ({
    x: frame.x(timeMs),
    y: y(value),
  });
  const extremes: readonly NamedExtreme[] = partner
    ? pairExtremesOf(inside, resultsInside(partner, frame), placeOf, frame.timeZone)
    : extremesOf(inside, placeOf, frame.timeZone);
  const latest = inside.rows.length > 0 && placeOf(inside.rows.at(-1)!);
  // The value alone stands beside the latest result already.
  const worded = extremes.map((extreme) =>
    latest && extreme.x === latest.x && extreme.y === latest.y
      ? { ...extreme, texts: extreme.texts.slice(0, 2) }
      : extreme,
  );
  return placeExtremes(worded, [...obstaclesOf(drawing), ...others], plotBox(layout), TEXT_SCALE);
}

type RangeDrawing = {
  readonly bands: BandDrawing | undefined;
  readonly pairBands: PairBandDrawing | undefined;
};

/** Returns boxes over the edges and the ends of the ranges and over the breaks of the line. */
export function rangeLineBoxes({ bands, pairBands }: RangeDrawing): readonly LabelBox[] {
  const { areas = '', edges = '', limits = '', breaks = '' } = bands ?? {};
  const { systolic = '', diastolic = '' } = pairBands ?? {};
  return straightLineBoxes(areas + edges + limits + breaks + systolic + diastolic);
}

type PrintedLabel = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: string;
};

/** Returns the room of a label of a range or a break. */
export function bandLabelBox({ text, x, y, anchor }: PrintedLabel): LabelBox {
  const widthPx = text.length * 6 * TEXT_SCALE;
  const leftPx = anchor === 'end' ? x - widthPx : anchor === 'middle' ? x - widthPx / 2 : x;
  return { leftPx, rightPx: leftPx + widthPx, topPx: y - 11 * TEXT_SCALE, bottomPx: y + 3 * TEXT_SCALE };
}

type TrendExtremesProps = { readonly labels: readonly ExtremeLabel[] };

export const TrendExtremes = memo(function TrendExtremes({ labels }: TrendExtremesProps) {
  return <ExtremeWords labels={labels} className={markStyles.label} />;
});
