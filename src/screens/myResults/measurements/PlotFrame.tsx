import { tickTexts } from '../../../charts/axis/valueTicks.ts';
import { roundPx, type Scale } from '../../../charts/axis/scale.ts';
import type { Band } from '../../../clinical/observation/resultRow.ts';
import { FIGURE_PX } from './figureSize.ts';
import type { PointPaths } from './readingPaths.ts';
import styles from './Figures.module.css';

type PlotFrameProps = {
  readonly widthPx: number;
  readonly y: Scale;
  readonly yTicks: readonly number[];
  readonly xLines: readonly number[];
  /** The ranges that were sent with every reading of the picture. */
  readonly bands: readonly Band[];
  readonly labels: readonly {
    readonly xPx: number;
    readonly text: string;
    readonly anchor: 'start' | 'middle' | 'end';
  }[];
};

/** Draws the axes and the grid, and the range below everything else. Time runs from left to right in every language. */
export function PlotFrame({ widthPx, y, yTicks, xLines, bands, labels }: PlotFrameProps) {
  const [left, right, bottom] = [FIGURE_PX.left, widthPx - FIGURE_PX.right, FIGURE_PX.top + FIGURE_PX.height];
  const texts = tickTexts(yTicks);
  return (
    <>
      {bands.map((band, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- a side has one range, and two may be equal
        <RangeBand key={i} band={band} y={y} left={left} right={right} />
      ))}
      <path
        className={styles.grid}
        d={xLines.map((x) => `M${roundPx(x)} ${FIGURE_PX.top}V${bottom}`).join('')}
      />
      <path
        className={styles.grid}
        d={yTicks.map((tick) => `M${left} ${roundPx(y(tick))}H${right}`).join('')}
      />
      <path className={styles.axis} d={`M${left} ${bottom}H${right}`} />
      {yTicks.map((tick, i) => (
        <text key={tick} className={styles.text} x={left - 6} y={roundPx(y(tick) + 4)} textAnchor="end">
          {texts[i]}
        </text>
      ))}
      {labels.map(({ xPx, text, anchor }) => (
        <text
          key={`${anchor} ${xPx}`}
          className={styles.text}
          x={roundPx(xPx)}
          y={bottom + 15}
          textAnchor={anchor}
        >
          {text}
        </text>
      ))}
    </>
  );
}

type RangeBandProps = {
  readonly band: Band;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
};

/** Two limits are an area, and one is a line with no area to the end of the scale (rule 29). */
function RangeBand({ band: { low, high }, y, left, right }: RangeBandProps) {
  const edges = [low, high].filter((limit) => limit !== undefined);
  return (
    <>
      {low !== undefined && high !== undefined && (
        <rect
          className={styles.band}
          x={left}
          y={roundPx(y(high))}
          width={right - left}
          height={roundPx(Math.max(0, y(low) - y(high)))}
        />
      )}
      <path
        className={styles.edge}
        d={edges.map((limit) => `M${left} ${roundPx(y(limit))}H${right}`).join('')}
      />
    </>
  );
}

type PointMarksProps = { readonly paths: PointPaths; readonly limits: string };

/** Draws all readings of a shape at once, whatever their number. */
export const PointMarks = ({ paths, limits }: PointMarksProps) => (
  <>
    {[...paths].map(([shape, d]) => (
      <path key={shape} className={styles[shape]} d={d} data-mark={shape} />
    ))}
    {limits !== '' && <path className={styles.limit} d={limits} data-mark="limit" />}
  </>
);
