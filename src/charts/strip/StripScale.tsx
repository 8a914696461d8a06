import { memo } from 'react';
import { numberText } from '../format/format.ts';
import { roundPx } from '../axis/scale.ts';
import type { TrendLayout } from '../trend/trendLayout.ts';
import axisStyles from '../axis/Axis.module.css';

const placesOf = (tick: number) => String(tick).split('.')[1]?.length ?? 0;

type StripScaleProps = { readonly layout: TrendLayout; readonly widthPx: number };

/** The y axis beside the plot; its name and unit stand above it. All ticks with the decimals of the finest. */
export const StripScale = memo(function StripScale({
  layout: { y, ticks, frame },
  widthPx,
}: StripScaleProps) {
  const places = Math.max(0, ...ticks.map(placesOf));
  return (
    <svg className={axisStyles.axis} width={widthPx} height={frame.heightPx} aria-hidden="true">
      {ticks.map((tick) => (
        <g key={tick}>
          <text x={widthPx - 8} y={roundPx(y(tick) + 4)} textAnchor="end">
            {numberText(tick.toFixed(places))}
          </text>
          <path className={axisStyles.grid} d={`M${widthPx - 5} ${roundPx(y(tick))}h5`} />
        </g>
      ))}
    </svg>
  );
});
