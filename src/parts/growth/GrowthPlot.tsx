import { memo } from 'react';
import { roundPx } from '../../charts/axis/scale.ts';
import { growthChartTexts } from './growthChart.messages.ts';
import type { GrowthLayout } from './growthLayout.ts';
import type { DrawnPoint } from './growthPoints.ts';
import styles from './GrowthPlot.module.css';

type PlotProps = { readonly layout: GrowthLayout; readonly unitsPerMetricUnit: number };

/** Draws the axes and the curves. They stay while a pointer passes over the points. */
const Background = memo(function Background({ layout }: Pick<PlotProps, 'layout'>) {
  const { plot, x, y, ageTicks, valueTicks, curves, labels, references, secondBirthdayX } = layout;
  const grid = [
    ...valueTicks.map(({ at }) => `M${plot.left} ${roundPx(y(at))}H${plot.right}`),
    ...ageTicks.map(({ at }) => `M${roundPx(x(at))} ${plot.top}V${plot.bottom}`),
  ].join('');
  return (
    <>
      <path className={styles.grid} d={grid} />
      {valueTicks.map(({ at, text }) => (
        <text key={text} className={styles.tick} x={plot.left - 6} y={roundPx(y(at) + 4)} textAnchor="end">
          {text}
        </text>
      ))}
      {ageTicks.map(({ at, text }) => (
        <text key={text} className={styles.tick} x={roundPx(x(at))} y={plot.bottom + 15} textAnchor="middle">
          {text}
        </text>
      ))}
      {secondBirthdayX !== undefined && (
        <path className={styles.border} d={`M${secondBirthdayX} ${plot.top}V${plot.bottom}`} />
      )}
      {curves.map(({ reference, percentile, path }) => (
        <path
          key={`${reference} ${percentile}`}
          className={percentile === 50 ? styles.median : styles.curve}
          data-growth-curve={`${reference} ${percentile}`}
          d={path}
        />
      ))}
      {labels.map(({ x: left, y: top, text }) => (
        <text key={`${left} ${text}`} className={styles.label} x={left} y={top + 4}>
          {text}
        </text>
      ))}
      {references.map(({ reference, x: middle }) => (
        <text key={reference} className={styles.reference} x={middle} y={plot.top - 6} textAnchor="middle">
          {growthChartTexts(reference === 'who2006' ? 'whoShort' : 'cdcShort')}
        </text>
      ))}
    </>
  );
});

/** A point without a percentile is open, as is one that is not final. */
const isOpen = ({ growth, row }: DrawnPoint): boolean =>
  !growth.isKnown || growth.isLikelyError || row.kind.status === 'preliminary';

const Points = memo(function Points({ layout: { points, x, y }, unitsPerMetricUnit }: PlotProps) {
  return points.map((point) => {
    const { row, ageDays, usedAgeDays, value, series } = point;
    const [left, top] = [roundPx(x(usedAgeDays)), roundPx(y(value * unitsPerMetricUnit))];
    const sinceBirth = roundPx(x(ageDays));
    return (
      <g key={`${series.id} ${row.id}`} data-growth-point={row.id}>
        {sinceBirth !== left && (
          <path className={styles.sinceBirth} d={`M${left} ${top}H${sinceBirth}m0 -3v6`} />
        )}
        <circle className={isOpen(point) ? styles.open : styles.point} cx={left} cy={top} r={4} />
      </g>
    );
  });
});

type GrowthPlotProps = PlotProps & { readonly focusIndex: number };

/** Draws the curves of the references and the child's points. Nothing joins the points: they are moments, not a course. */
export function GrowthPlot({ layout, unitsPerMetricUnit, focusIndex }: GrowthPlotProps) {
  const { widthPx, heightPx, points, x, y } = layout;
  const focused = points[focusIndex];
  return (
    <svg className={styles.plot} viewBox={`0 0 ${widthPx} ${heightPx}`} aria-hidden="true">
      <Background layout={layout} />
      <Points layout={layout} unitsPerMetricUnit={unitsPerMetricUnit} />
      {focused && (
        <circle
          className={styles.ring}
          cx={roundPx(x(focused.usedAgeDays))}
          cy={roundPx(y(focused.value * unitsPerMetricUnit))}
          r={8}
        />
      )}
    </svg>
  );
}
