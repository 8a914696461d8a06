import { memo } from 'react';
import { numberText } from '../format/format.ts';
import { tenth } from '../axis/scale.ts';
import type { TrendLayout } from '../trend/trendLayout.ts';
import styles from './StripPlot.module.css';

const placesOf = (tick: number) => String(tick).split('.')[1]?.length ?? 0;

type StripScaleProps = { readonly layout: TrendLayout; readonly width: number };

/** The y axis beside the plot; its name and unit stand above it. All ticks with the decimals of the finest. */
export const StripScale = memo(function StripScale({ layout: { y, ticks, frame }, width }: StripScaleProps) {
  const places = Math.max(0, ...ticks.map(placesOf));
  return (
    <svg className={styles.scale} width={width} height={frame.height} aria-hidden="true">
      {ticks.map((tick) => (
        <g key={tick}>
          <text x={width - 8} y={tenth(y(tick) + 4)} textAnchor="end">
            {numberText(tick.toFixed(places))}
          </text>
          <path d={`M${width - 5} ${tenth(y(tick))}h5`} />
        </g>
      ))}
    </svg>
  );
});
