import { memo } from 'react';
import type { Series } from '../../clinical/series/series.ts';
import type { Frame } from '../axis/frame.ts';
import { linePath, thinnedLinePaths } from '../marks/linePath.ts';
import { SymbolMark } from '../marks/symbols.tsx';
import { pairBands } from '../trend/pairBands.ts';
import { bandDrawing } from '../trend/trendBands.ts';
import { BandLabels } from '../trend/TrendLayers.tsx';
import type { TrendLayout } from '../trend/trendLayout.ts';
import { TrendPairs } from '../trend/TrendPairs.tsx';
import { unthinnedLayout, type StripDrawing } from './stripDrawing.ts';
import markStyles from '../marks/ChartMarks.module.css';
import axisStyles from '../axis/Axis.module.css';
import styles from './StripPlot.module.css';

const RADIUS_PX = 3;

type LineProps = { readonly series: Series; readonly layout: TrendLayout };

/** Draws the range of a series, and where its method changed. */
function SeriesRange({ series, layout }: LineProps) {
  const { areas, edges, limits, breaks, breakLabels } = bandDrawing(series, layout);
  return (
    <>
      {areas && <path className={markStyles.band} data-band="area" d={areas} />}
      {edges && <path className={markStyles.edge} d={edges} />}
      {limits && <path className={markStyles.limit} data-band="limit" d={limits} />}
      {breaks && <path className={markStyles.break} d={breaks} />}
      <BandLabels labels={breakLabels} />
    </>
  );
}

function PressureRange({ series, partner, layout }: LineProps & { readonly partner: Series }) {
  const { systolic, diastolic, labels } = pairBands(series, partner, layout);
  return (
    <>
      {systolic && <path className={markStyles.edge} data-band="systolic" d={systolic} />}
      {diastolic && <path className={markStyles.lower} data-band="diastolic" d={diastolic} />}
      <BandLabels labels={labels} />
    </>
  );
}

/** Draws the grid and the range behind the cursor. Nothing of it reaches beyond the window (rule 11). */
export const StripBackground = memo(function StripBackground({
  drawn: { around, partner },
  layout,
}: StripDrawing) {
  return (
    <>
      <path className={axisStyles.grid} d={layout.frame.grid} />
      {partner ? (
        <PressureRange series={around} partner={partner} layout={layout} />
      ) : (
        <SeriesRange series={around} layout={layout} />
      )}
    </>
  );
});

/**
 * With more results than there is room for, the line joins the medians of the pixel columns, over lines from
 * their lowest to their highest value.
 */
function ThinnedLine({ series, layout: { frame, y } }: LineProps) {
  const { spread, median } = thinnedLinePaths(series, frame, y);
  return (
    <>
      <path className={markStyles.spread} d={spread} />
      <path className={markStyles.line} data-line="" d={median} />
    </>
  );
}

/** The inner frame reaches from the first to the last moment of the window and not a pixel further. */
function innerFrame({ x, startMs, endMs, heightPx }: Frame) {
  const [left, right] = [x(startMs), x(endMs)];
  return { x: left, width: right - left, height: heightPx, viewBox: `${left} 0 ${right - left} ${heightPx}` };
}

type StripForegroundProps = StripDrawing & { readonly radiusPx?: number };

/** Draws the line and every symbol on it, over the cursor (rule 5). */
export const StripForeground = memo(function StripForeground(props: StripForegroundProps) {
  const { strip, drawn, layout, hasLines, isThinned, marks, radiusPx = RADIUS_PX } = props;
  const { frame, y } = layout;
  if (strip.partner) {
    const entries = strip.inside.map(({ entry }) => entry);
    const roomy = isThinned ? layout : unthinnedLayout(layout);
    return <TrendPairs entries={entries} layout={roomy} means={strip.means} />;
  }
  return (
    <>
      {/* The line goes on to the neighbours outside the window, and this inner frame cuts it off. */}
      {hasLines && (
        <svg className={styles.inner} {...innerFrame(frame)}>
          {isThinned ? (
            <ThinnedLine series={drawn.around} layout={layout} />
          ) : (
            <path className={markStyles.line} data-line="" d={linePath(drawn.around, frame, y)} />
          )}
        </svg>
      )}
      {marks.map(({ key, ...mark }) => (
        <SymbolMark key={key} {...mark} r={radiusPx} />
      ))}
    </>
  );
});
