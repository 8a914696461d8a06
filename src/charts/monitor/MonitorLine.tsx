import { memo } from 'react';
import type { Series } from '../../clinical/series/series.ts';
import { denseRuns, medianPath, percentileBandPath } from './denseRuns.ts';
import { valueText } from '../format/format.ts';
import { extremeIndices, denseReadings, valueLabelPosition } from './denseReadings.ts';
import { roundPx } from '../axis/scale.ts';
import { pointMarksOf } from '../marks/pointMarks.ts';
import { unthinnedLayout, type StripDrawing } from '../strip/stripDrawing.ts';
import { latestIndex } from '../../clinical/series/newest/latest.ts';
import { SymbolMark } from '../marks/symbols.tsx';
import styles from './MonitorPlot.module.css';

const RADIUS_PX = { plain: 2, latest: 2.8 };

/** Returns the series with these readings alone. */
function withReadings(series: Series, places: readonly number[]): Series {
  return {
    ...series,
    timesMs: Float64Array.from(places, (i) => series.timesMs[i]!),
    values: Float64Array.from(places, (i) => series.values[i]!),
    rows: places.map((i) => series.rows.at(i)!),
  };
}

/**
 * The line is the median and the band around it holds the middle 80 % of the readings (rule 8). Readings that
 * matter keep their symbol.
 */
export const MonitorLine = memo(function MonitorLine({ drawn: { inside }, layout }: StripDrawing) {
  const { frame, y } = layout;
  const runs = denseRuns(inside, frame);
  const kept = withReadings(inside, denseReadings(inside));
  const newest = latestIndex(kept);
  const marks = pointMarksOf(kept, unthinnedLayout(layout).frame, y, newest);
  const [highest, lowest] = extremeIndices(inside).map((i) => inside.rows.at(i)!);
  const numbers = highest && lowest ? (highest.value === lowest.value ? [highest] : [highest, lowest]) : [];
  return (
    <>
      <path className={styles.middle} data-band="middle" d={percentileBandPath(runs, y)} />
      <path className={styles.line} data-line="" d={medianPath(runs, y)} />
      {marks.map(({ key, ...mark }) => (
        <SymbolMark key={key} {...mark} r={key === newest ? RADIUS_PX.latest : RADIUS_PX.plain} />
      ))}
      {numbers.map((row) => {
        const at = valueLabelPosition(
          { x: frame.x(row.timeMs), y: y(row.value) },
          row === highest,
          marks,
          frame,
        );
        return (
          <text
            key={row.value}
            className={styles.number}
            x={roundPx(at.x)}
            y={roundPx(at.y)}
            textAnchor={at.anchor}
          >
            {valueText(row, inside)}
          </text>
        );
      })}
    </>
  );
});
