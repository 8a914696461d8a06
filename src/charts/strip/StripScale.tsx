import { memo } from 'react';
import { tickTexts } from '../axis/valueTicks.ts';
import { roundPx } from '../axis/scale.ts';
import type { TrendLayout } from '../trend/trendLayout.ts';
import axisStyles from '../axis/Axis.module.css';

type StripScaleProps = { readonly layout: TrendLayout; readonly widthPx: number };

/**
 * Draws the y axis beside the plot. Its name and unit stand above it, and all ticks have the decimals of the
 * finest one.
 */
export const StripScale = memo(function StripScale({
  layout: { y, ticks, frame },
  widthPx,
}: StripScaleProps) {
  const texts = tickTexts(ticks);
  return (
    <svg className={axisStyles.axis} width={widthPx} height={frame.heightPx} aria-hidden="true">
      {ticks.map((tick, i) => (
        <g key={tick}>
          <text x={widthPx - 8} y={roundPx(y(tick) + 4)} textAnchor="end">
            {texts[i]}
          </text>
          <path className={axisStyles.grid} d={`M${widthPx - 5} ${roundPx(y(tick))}h5`} />
        </g>
      ))}
    </svg>
  );
});
