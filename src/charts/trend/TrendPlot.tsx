import { memo, useMemo } from 'react';
import { ComposedChart, DefaultZIndexes, Line, ZIndexLayer } from 'recharts';
import { pairBands } from './pairBands.ts';
import { TrendAxes } from './TrendAxes.tsx';
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
import { MARGIN_PX } from './trendLayout.ts';
import { emptyLine, isLineThinned, linePoints } from './trendMarks.ts';
import { TrendPairs } from './TrendPairs.tsx';
import styles from './TrendChart.module.css';

const margin = { ...MARGIN_PX, left: 0 };
const LABEL_GAP_PX = 12;

/** Draws one series with Recharts, and our own layers under and over its line. */
export const TrendPlot = memo(function TrendPlot({ drawing }: { readonly drawing: TrendDrawing }) {
  const { series, partner, means, drawn, size, layout, hasNewest, options, marks } = drawing;
  // Without lines a thinned line stays, because it stands for the results that have no symbol (rule 5).
  const isLineOff = options.isWithoutLines && !isLineThinned(series, layout);
  const points = useMemo(
    () => (partner || isLineOff ? emptyLine(layout) : linePoints(series, layout)),
    [series, partner, isLineOff, layout],
  );
  const bands = useMemo(() => (partner ? undefined : bandDrawing(series, layout)), [series, partner, layout]);
  const pairEdges = useMemo(() => partner && pairBands(series, partner, layout), [series, partner, layout]);
  const labels = useMemo(
    () => trendLabels(series, hasNewest ? drawn : [], bands?.newest, layout),
    [series, drawn, bands, layout, hasNewest],
  );
  const transform = `translate(${layout.shiftPx} 0)`;
  return (
    <ComposedChart
      className={styles.plot ?? ''}
      width={size.widthPx}
      height={size.heightPx}
      data={points}
      margin={margin}
      accessibilityLayer={false}
      tabIndex={-1}
    >
      <TrendAxes layout={layout} />
      <g transform={transform}>
        {bands && <TrendBands {...bands} />}
        {pairEdges && <TrendPairBands {...pairEdges} />}
        <TrendCursor layout={layout} />
      </g>
      <Line
        dataKey="value"
        type="linear"
        dot={false}
        activeDot={false}
        connectNulls={false}
        isAnimationActive={false}
        className={styles.line ?? ''}
      />
      <ZIndexLayer zIndex={DefaultZIndexes.scatter}>
        <g transform={transform}>
          {partner ? (
            <TrendPairs entries={drawn} layout={layout} means={means} />
          ) : (
            <TrendMarks marks={marks} />
          )}
          <FocusRing layout={layout} />
          <TrendLabels labels={labels} x={layout.rightPx + LABEL_GAP_PX} />
        </g>
      </ZIndexLayer>
    </ComposedChart>
  );
});
