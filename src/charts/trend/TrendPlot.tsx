import { memo, useId, useMemo } from 'react';
import { pairBands } from './pairBands.ts';
import { TrendGrid, TrendScale, TrendTimeGrid } from './TrendAxes.tsx';
import { bandDrawing } from './trendBands.ts';
import type { TrendDrawing } from './trendDrawing.ts';
import { trendLabels } from './trendLabels.ts';
import {
  FocusRing,
  TrendBands,
  TrendCursor,
  TrendLabels,
  TrendMarks,
  TrendPairBands,
} from './TrendLayers.tsx';
import { FRAME_INSET_PX } from '../axis/frame.ts';
import type { TrendLayout } from './trendLayout.ts';
import { isLineThinned, trendLinePath } from './trendMarks.ts';
import { bandLabelBox, rangeLineBoxes, TrendExtremes, trendExtremes } from './TrendExtremes.tsx';
import { FocusLabel } from './FocusLabel.tsx';
import { TrendPairs } from './TrendPairs.tsx';
import styles from './TrendChart.module.css';

const LABEL_GAP_PX = 12;

type LineProps = {
  readonly path: string;
  readonly layout: TrendLayout;
  readonly heightPx: number;
};

/**
 * Draws the line within the window. Its neighbours on both sides lie outside of it, and outside of a scale that was fitted to
 * the window.
 */
const TrendLine = memo(function TrendLine({ path, layout, heightPx }: LineProps) {
  const id = useId();
  const { topPx, bottomPx, rightPx, isRescaled } = layout;
  const [top, bottom] = isRescaled === true ? [topPx, bottomPx] : [0, heightPx];
  return (
    <>
      <clipPath id={id}>
        <rect x={FRAME_INSET_PX.left} y={top} width={rightPx - FRAME_INSET_PX.left} height={bottom - top} />
      </clipPath>
      <path className={styles.line} data-line="" clipPath={`url(#${id})`} d={path} />
    </>
  );
});

/** Draws one series: grid, ranges, line and symbols, from the back to the front. */
export const TrendPlot = memo(function TrendPlot({ drawing }: { readonly drawing: TrendDrawing }) {
  const { series, partner, means, drawn, size, layout, hasNewest, options, marks } = drawing;
  // Without lines a thinned line stays, because it stands for the results that have no symbol (rule 5).
  const isLineOff = options.isWithoutLines && !isLineThinned(series, layout);
  const path = useMemo(
    () => (partner || isLineOff ? '' : trendLinePath(series, layout)),
    [series, partner, isLineOff, layout],
  );
  const bands = useMemo(() => (partner ? undefined : bandDrawing(series, layout)), [series, partner, layout]);
  const pairEdges = useMemo(() => partner && pairBands(series, partner, layout), [series, partner, layout]);
  const labels = useMemo(
    () => trendLabels(series, hasNewest ? drawn : [], bands?.newest, layout),
    [series, drawn, bands, layout, hasNewest],
  );
  const { extremes, words } = useMemo(() => {
    const printed = [
      ...(bands?.breakLabels ?? []),
      ...(bands?.labels ?? []),
      ...(pairEdges?.labels ?? []),
    ].map(bandLabelBox);
    const named = trendExtremes(drawing, [...printed, ...rangeLineBoxes({ bands, pairBands: pairEdges })]);
    return { extremes: named, words: [...named.map(({ box }) => box), ...printed] };
  }, [drawing, pairEdges, bands]);
  return (
    <svg className={styles.plot} width={size.widthPx} height={size.heightPx}>
      <TrendGrid layout={layout} />
      <g transform={`translate(${layout.shiftPx} 0)`}>
        <TrendTimeGrid layout={layout} />
        {bands && <TrendBands {...bands} />}
        {pairEdges && <TrendPairBands {...pairEdges} />}
        <TrendCursor layout={layout} />
        {path && <TrendLine {...{ path, layout }} heightPx={size.heightPx} />}
        {partner ? (
          <TrendPairs entries={drawn} layout={layout} means={means} />
        ) : (
          <TrendMarks marks={marks} />
        )}
        <TrendExtremes labels={extremes} />
        <FocusRing layout={layout} />
        <TrendLabels labels={labels} x={layout.rightPx + LABEL_GAP_PX} />
      </g>
      <TrendScale layout={layout} />
      <g transform={`translate(${layout.shiftPx} 0)`}>
        <FocusLabel drawing={drawing} words={words} />
      </g>
    </svg>
  );
});
