import { memo } from 'react';
import { readTextScale } from '../../../ui/layout/textScale.ts';
import { PLOT_HEIGHT_PX, CHART_MARGIN_PX, type ChartLayout } from './chartLayout.ts';
import { markPath, type ResultMark } from './pointMark.ts';
import { timeLabels } from './timeLabels.ts';
import styles from './ResultChart.module.css';

const RADIUS_PX = 3.5;
const DENSE_RADIUS_PX = 2;
const NEWEST_RADIUS_PX = 5;

const classOf = ({ kind, span }: ResultMark): string | undefined => {
  if (kind === 'undrawn') return styles.undrawn;
  return kind === 'exact' && span === undefined ? styles.point : styles.uncertain;
};

type MarksProps = { readonly marks: readonly ResultMark[]; readonly isDense: boolean };

/** Draws a symbol for each result. Very many are one shape, so that none is left out (rule 8). */
function Marks({ marks, isDense }: MarksProps) {
  if (isDense) {
    const shape = (isExact: boolean): string =>
      marks
        .filter((mark) => (classOf(mark) === styles.point) === isExact)
        .map((mark) => markPath(mark, DENSE_RADIUS_PX, PLOT_HEIGHT_PX))
        .join('');
    return (
      <>
        <path className={styles.point} d={shape(true)} data-mark="many" />
        <path className={styles.uncertain} d={shape(false)} />
      </>
    );
  }
  return marks.map((mark) => (
    <g key={mark.point.entry.key} className={mark.tops.length > 1 ? styles.bar : classOf(mark)}>
      {mark.span && mark.tops[0] !== undefined && (
        <path className={styles.span} d={`M${mark.span[0]} ${mark.tops[0]}H${mark.span[1]}`} />
      )}
      <path
        d={markPath(mark, RADIUS_PX, PLOT_HEIGHT_PX)}
        {...(mark.kind !== 'undrawn' && { 'data-mark': mark.kind })}
      />
    </g>
  ));
}

const LABEL_ROOM_PX = 14;
/** A line of the labels of the time axis is so high at the usual size of text. */
const ROW_PX = 14;

type NewestProps = { readonly mark: ResultMark; readonly text: string; readonly widthPx: number };

/** Names the newest point above it, or below where the chart ends. */
function Newest({ mark: { x, tops }, text, widthPx }: NewestProps) {
  const [top = 0, bottom] = tops;
  // The bars of a blood pressure fill the plot, so its words stand above it.
  const y = bottom !== undefined ? -12 : top > LABEL_ROOM_PX ? top - 10 : top + 20;
  const anchor = x > widthPx * 0.6 ? 'end' : x < widthPx * 0.3 ? 'start' : 'middle';
  return (
    <>
      {bottom === undefined && <circle className={styles.newest} cx={x} cy={top} r={NEWEST_RADIUS_PX} />}
      <text className={styles.newestText} x={Math.min(x + 6, widthPx)} y={y} textAnchor={anchor}>
        {text}
      </text>
    </>
  );
}

type ChartFigureProps = {
  readonly layout: ChartLayout;
  /** The newest result beside its point, in the unit of the chart; undefined while a newer one may still come. */
  readonly newestText: string | undefined;
  readonly newest: ResultMark | undefined;
};

/** Draws the chart. It is drawn anew only when its results or its size change, not while the reader moves over it. */
export const ChartFigure = memo(function ChartFigure({ layout, newestText, newest }: ChartFigureProps) {
  const { widthPx, leftPx, frame, ticks } = layout;
  const times = timeLabels(frame);
  const textScale = readTextScale();
  const rowCount = times.some(({ row }) => row > 0) ? 2 : 1;
  const bottomPx = CHART_MARGIN_PX.bottom + (textScale * rowCount - 1) * ROW_PX;
  const heightPx = CHART_MARGIN_PX.top + PLOT_HEIGHT_PX + bottomPx;
  return (
    <svg
      className={styles.chart}
      width={widthPx}
      height={heightPx}
      viewBox={`0 0 ${widthPx} ${heightPx}`}
      aria-hidden="true"
    >
      <g transform={`translate(${leftPx} ${CHART_MARGIN_PX.top})`}>
        {ticks.map(({ y, text }) => (
          <g key={text}>
            <path className={styles.grid} d={`M0 ${y}H${frame.widthPx}`} />
            <text className={styles.axisText} x={-8} y={y + 4} textAnchor="end">
              {text}
            </text>
          </g>
        ))}
        <path className={styles.band} d={layout.areas} />
        <path className={styles.edge} d={layout.edges} />
        <path className={styles.limit} d={layout.limits} />
        <path className={styles.break} d={layout.breakLines} />
        <path className={styles.axis} d={`M0 ${PLOT_HEIGHT_PX}H${frame.widthPx}`} />
        <svg
          className={styles.clip}
          x={0}
          y={-CHART_MARGIN_PX.top}
          width={frame.widthPx + 1}
          height={heightPx}
        >
          <g transform={`translate(0 ${CHART_MARGIN_PX.top})`}>
            <path className={styles.line} d={layout.lines} />
          </g>
        </svg>
        <Marks marks={layout.marks} isDense={layout.isDense} />
        {newest && newestText !== undefined && (
          <Newest mark={newest} text={newestText} widthPx={frame.widthPx} />
        )}
        {times.map(({ text, x, anchor, row }) => (
          <text
            key={`${anchor}${x}`}
            className={styles.axisText}
            x={x}
            y={PLOT_HEIGHT_PX + 4 + (row + 1) * ROW_PX * textScale}
            textAnchor={anchor}
          >
            {text}
          </text>
        ))}
      </g>
    </svg>
  );
});
