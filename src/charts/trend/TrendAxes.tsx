import { memo } from 'react';
import { roundPx } from '../axis/scale.ts';
import { tickTexts } from '../axis/valueTicks.ts';
import { MARGIN_PX, TEXT_SCALE, type TrendLayout } from './trendLayout.ts';
import axisStyles from '../axis/Axis.module.css';
import styles from './TrendChart.module.css';

const LABEL_GAP_PX = 8;

type AxisProps = { readonly layout: TrendLayout };

/** Draws one line for each tick, from the first moment of the window to its last. */
export const TrendGrid = memo(function TrendGrid({ layout: { ticks, y, shiftPx, rightPx } }: AxisProps) {
  const d = ticks.map((tick) => `M${MARGIN_PX.left} ${roundPx(y(tick))}H${rightPx + shiftPx}`).join('');
  return <path className={styles.grid} d={d} />;
});

/** Draws the lines of the years or months, which go on through the events below the chart. */
export const TrendTimeGrid = memo(function TrendTimeGrid({ layout: { frame, topPx, bottomPx } }: AxisProps) {
  const d = frame.grid.replaceAll(` 0V${frame.heightPx}`, ` ${topPx}V${bottomPx}`);
  return <path className={axisStyles.grid} data-time-grid="" d={d} />;
});

/** Writes the numbers of the scale beside the plot. On a logarithmic scale each has the decimals that it needs. */
export const TrendScale = memo(function TrendScale({ layout: { ticks, y, isLog } }: AxisProps) {
  const texts = isLog ? ticks.flatMap((tick) => tickTexts([tick])) : tickTexts(ticks);
  return ticks.map((tick, i) => (
    <text
      key={tick}
      className={axisStyles.tick}
      x={MARGIN_PX.left - LABEL_GAP_PX}
      y={roundPx(y(tick) + 4 * TEXT_SCALE)}
      textAnchor="end"
    >
      {texts[i]}
    </text>
  ));
});
