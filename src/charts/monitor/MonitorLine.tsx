import { memo } from 'react';
import { ExtremeWords } from '../marks/ExtremeWords.tsx';
import type { Series } from '../../clinical/series/series.ts';
import { denseRuns, medianPath, percentileBandPath } from './denseRuns.ts';
import { readTextScale } from '../../ui/layout/textScale.ts';
import {
  boxAround,
  doBoxesOverlap,
  extremesOf,
  labelAt,
  placeExtremes,
  type ExtremeLabel,
  type NamedExtreme,
} from '../marks/extremeLabels.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { denseResults, valueLabelPosition, type ValueLabelPosition } from './denseResults.ts';
import { pointMarksOf, type PointMark } from '../marks/pointMarks.ts';
import { unthinnedLayout, type StripDrawing } from '../strip/stripDrawing.ts';
import { rangeBoxes } from '../strip/stripLabels.ts';
import { latestIndex } from '../../clinical/series/newest/latest.ts';
import { SymbolMark } from '../marks/symbols.tsx';
import styles from './MonitorPlot.module.css';

const RADIUS_PX = { plain: 2, latest: 2.8 };

/** Returns the series with these results alone. */
function withResults(series: Series, places: readonly number[]): Series {
  return {
    ...series,
    timesMs: Float64Array.from(places, (i) => series.timesMs[i]!),
    values: Float64Array.from(places, (i) => series.values[i]!),
    rows: places.map((i) => series.rows.at(i)!),
  };
}

/**
 * Returns the words at the highest and the lowest result, where they lie on no curve, no symbol and not on each other. Where there
 * is no such place, the number stands beside its symbol, or else near it.
 */
function monitorExtremes(
  runs: ReturnType<typeof denseRuns>,
  marks: readonly PointMark[],
  { drawn, layout }: Pick<StripDrawing, 'drawn' | 'layout'>,
): readonly ExtremeLabel[] {
  const { frame, y } = layout;
  const columns = runs.flat().map(({ px, percentile10, percentile90 }) => ({
    leftPx: px - 1.5,
    rightPx: px + 1.5,
    topPx: y(percentile90) - 1,
    bottomPx: y(percentile10) + 1,
  }));
  const symbols = marks.map((mark) => boxAround(mark.x, mark.y, 4));
  const obstacles = [...columns, ...symbols, ...rangeBoxes({ drawn, layout })];
  const plot = { leftPx: 0, rightPx: frame.widthPx, topPx: 0, bottomPx: frame.heightPx };
  const placeOf = ({ timeMs, value }: Row) => ({ x: frame.x(timeMs), y: y(value) });
  const scale = readTextScale();
  const labels: ExtremeLabel[] = [];
  for (const extreme of extremesOf(drawn.inside, placeOf, frame.timeZone)) {
    const taken = labels.map(({ box }) => box);
    const [placed] = placeExtremes([extreme], [...obstacles, ...taken], plot, scale);
    if (placed !== undefined) labels.push(placed);
    else labels.push(...numberAlone(extreme, valueLabelPosition(extreme, extreme.isHighest, marks, frame)));
  }
  return labels;

  /** A number that found no free place lies on a curve rather than nowhere, but never on the other number. */
  function numberAlone(extreme: NamedExtreme, beside: ValueLabelPosition): readonly ExtremeLabel[] {
    const taken = labels.map(({ box }) => box);
    const number = extreme.texts.at(-1) ?? '';
    const label = labelAt(number, beside, scale);
    return taken.some((box) => doBoxesOverlap(box, label.box))
      ? placeExtremes([{ ...extreme, texts: [number] }], taken, plot, scale)
      : [label];
  }
}

/**
 * The line is the median and the band around it holds the middle 80 % of the results (rule 8). Results that
 * matter keep their symbol.
 */
export const MonitorLine = memo(function MonitorLine({ drawn, layout }: StripDrawing) {
  const { inside } = drawn;
  const { frame, y } = layout;
  const runs = denseRuns(inside, frame);
  const kept = withResults(inside, denseResults(inside));
  const newest = latestIndex(kept);
  const marks = pointMarksOf(kept, unthinnedLayout(layout).frame, y, newest);
  const numbers = monitorExtremes(runs, marks, { drawn, layout });
  return (
    <>
      <path className={styles.middle} data-band="middle" d={percentileBandPath(runs, y)} />
      <path className={styles.line} data-line="" d={medianPath(runs, y)} />
      {marks.map(({ key, ...mark }) => (
        <SymbolMark key={key} {...mark} r={key === newest ? RADIUS_PX.latest : RADIUS_PX.plain} />
      ))}
      <ExtremeWords labels={numbers} className={styles.number} />
    </>
  );
});
