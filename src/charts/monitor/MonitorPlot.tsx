import { memo } from 'react';
import { verticalLinePath } from '../strip/StripPlot.tsx';
import { StripBackground, StripForeground } from '../strip/StripLayers.tsx';
import { unthinnedLayout, type StripDrawing } from '../strip/stripDrawing.ts';
import { ringBox } from '../strip/stripLayout.ts';
import { MonitorBars } from './MonitorBars.tsx';
import { MonitorLine } from './MonitorLine.tsx';
import { roundPx } from '../axis/scale.ts';
import { isCrowded } from '../trend/trendLayout.ts';
import type { ChartEntry } from '../reading/chartEntries.ts';
import markStyles from '../marks/ChartMarks.module.css';
import styles from './MonitorPlot.module.css';

/** When symbols overlap, each is as small as a reader can still tell apart. */
const [PLAIN, SMALL] = [2.4, 1.3];

/** Draws over the cursor the summary of many results, or every one of them. */
const Results = memo(function Results({ drawing }: { readonly drawing: StripDrawing }) {
  const { layout, strip, isThinned } = drawing;
  if (!isThinned) {
    const isMany = isCrowded(strip.inside.length, layout.frame.widthPx, strip.partner !== undefined);
    return (
      <StripForeground {...drawing} layout={unthinnedLayout(layout)} radiusPx={isMany ? SMALL : PLAIN} />
    );
  }
  return strip.partner ? <MonitorBars {...drawing} /> : <MonitorLine {...drawing} />;
});

type MonitorPlotProps = {
  readonly drawing: StripDrawing;
  readonly cursorMs: number | undefined;
  /** The entry is read at the cursor and drawn there. */
  readonly focusedEntry: ChartEntry | undefined;
};

/** Draws one vital sign over the shared time axis. A moving cursor redraws only the cursor and its ring. */
export function MonitorPlot({ drawing, cursorMs, focusedEntry }: MonitorPlotProps) {
  const { layout } = drawing;
  const { widthPx, heightPx } = layout.frame;
  const ring = focusedEntry && ringBox(focusedEntry, layout, false);
  return (
    <svg className={styles.plot} width={widthPx} height={heightPx} aria-hidden="true">
      <StripBackground {...drawing} />
      {cursorMs !== undefined && (
        <path className={markStyles.cursor} data-cursor="" d={verticalLinePath(cursorMs, layout)} />
      )}
      <Results drawing={drawing} />
      {ring && (
        <rect
          className={markStyles.ring}
          data-ring=""
          x={roundPx(ring.x)}
          y={roundPx(ring.y)}
          width={ring.width}
          height={roundPx(ring.height)}
          rx={focusedEntry.sides ? 3 : ring.width / 2}
        />
      )}
    </svg>
  );
}
