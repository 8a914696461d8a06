import { memo } from 'react';
import { Backdrop, endless, Foreground, upright, type StripDrawing } from '../strip/StripPlot.tsx';
import { ringBox } from '../strip/stripLayout.ts';
import { MonitorBars } from './MonitorBars.tsx';
import { MonitorLine } from './MonitorLine.tsx';
import { tenth } from '../axis/scale.ts';
import { isCrowded } from '../trend/trendLayout.ts';
import type { ChartEntry } from '../reading/chartEntries.ts';
import styles from './MonitorPlot.module.css';

/** Where symbols overlap, each is as small as can be told apart. */
const [PLAIN, SMALL] = [2.4, 1.3];

/** Over the cursor: what stands for many readings, or every one of them. */
const Readings = memo(function Readings({ drawing }: { readonly drawing: StripDrawing }) {
  const { layout, strip, thinned } = drawing;
  if (!thinned) {
    const isMany = isCrowded(strip.inside.length, layout.frame.width, strip.partner !== undefined);
    return <Foreground {...drawing} layout={endless(layout)} radius={isMany ? SMALL : PLAIN} />;
  }
  return strip.partner ? <MonitorBars {...drawing} /> : <MonitorLine {...drawing} />;
});

type MonitorPlotProps = {
  readonly drawing: StripDrawing;
  readonly cursorMs: number | undefined;
  /** What is read at the cursor, if it is drawn there. */
  readonly read: ChartEntry | undefined;
};

/** One sign of a monitor over the shared time axis. A moving cursor redraws the cursor and its ring and nothing else. */
export function MonitorPlot({ drawing, cursorMs, read }: MonitorPlotProps) {
  const { layout } = drawing;
  const { width, height } = layout.frame;
  const ring = read && ringBox(read, layout, false);
  return (
    <svg className={styles.plot} width={width} height={height} aria-hidden="true">
      <Backdrop {...drawing} />
      {cursorMs !== undefined && (
        <path className={styles.cursor} data-cursor="" d={upright(cursorMs, layout)} />
      )}
      <Readings drawing={drawing} />
      {ring && (
        <rect
          className={styles.ring}
          data-ring=""
          x={tenth(ring.x)}
          y={tenth(ring.y)}
          width={ring.width}
          height={tenth(ring.height)}
          rx={read.sides ? 3 : ring.width / 2}
        />
      )}
    </svg>
  );
}
