import { memo } from 'react';
import { bandSteps, latest, lineSegments, yDomain } from '../clinical/curve.ts';
import type { Series } from '../clinical/series.ts';
import { m4 } from './columns.ts';
import type { Frame } from './frame.ts';
import { linearScale, tenth, type Scale } from './scale.ts';
import { isDense, spotsOf, type Spot } from './spots.ts';
import { Mark, shape } from './symbols.tsx';
import styles from './Sparkline.module.css';

const RADIUS = 2;
const PAD = 5;

type SparklineProps = {
  readonly series: Series;
  readonly frame: Frame;
  /** The latest may be called so: only then is its symbol larger. */
  readonly claims: boolean;
};

export const valueScale = (series: Series, { height }: Frame): Scale => {
  const { low, high } = yDomain(series);
  return linearScale([low, high], [height - PAD, PAD]);
};

/** Rule 5: straight segments and nothing else. Rule 6: every segment begins with M, so a gap stays a gap. */
export function linePath(series: Series, frame: Frame, y: Scale): string {
  const { timesMs, values } = series;
  const at = (i: number) => `${tenth(frame.x(timesMs[i]!))} ${tenth(y(values[i]!))}`;
  const dense = isDense(series, frame);
  return lineSegments(series, frame.endMs - frame.startMs)
    .filter(([from, to]) => to - from > 1)
    .map(([from, to]) => {
      const kept = dense
        ? m4(series, frame.x, from, to)
        : Array.from({ length: to - from }, (_, k) => from + k);
      return `M${kept.map(at).join('L')}`;
    })
    .join('');
}

/** The ranges sent with the results, one step for each stretch of one range: an area, or a line where one side is open. */
function Bands({ series, frame, y }: { readonly series: Series; readonly frame: Frame; readonly y: Scale }) {
  let areas = '';
  let limits = '';
  const inside = (value: number) => tenth(Math.max(1, Math.min(frame.height - 1, y(value))));
  for (const { fromMs, toMs, band } of bandSteps(series)) {
    const from = tenth(frame.x(fromMs));
    const to = Math.max(from + 1, tenth(frame.x(toMs)));
    const { low, high } = band;
    if (low !== undefined && high !== undefined)
      areas += `M${from} ${inside(high)}H${to}V${inside(low)}H${from}Z`;
    else limits += `M${from} ${inside(high ?? low ?? 0)}H${to}`;
  }
  return (
    <>
      {areas && <path className={styles.band} d={areas} />}
      {limits && <path className={styles.limit} d={limits} />}
    </>
  );
}

function spotElement({ key, ...spot }: Spot, latestIndex: number) {
  const r = key === latestIndex ? RADIUS * 1.4 : RADIUS;
  const { kind, x, y, span, corrected, derived, count } = spot;
  if (!span && !corrected && !derived && count === 1) return shape(kind, x, y, r, key);
  return <Mark key={key} {...spot} r={r} />;
}

export const Sparkline = memo(function Sparkline({ series, frame, claims }: SparklineProps) {
  const y = valueScale(series, frame);
  const newest = claims ? latest(series) : undefined;
  const latestIndex = newest ? series.rows.lastIndexOf(newest) : -1;
  return (
    <svg className={styles.spark} width={frame.width} height={frame.height} aria-hidden="true">
      <path className={styles.grid} d={frame.grid} />
      <Bands series={series} frame={frame} y={y} />
      <path className={isDense(series, frame) ? styles.dense : styles.line} d={linePath(series, frame, y)} />
      {spotsOf(series, frame, y, latestIndex).map((spot) => spotElement(spot, latestIndex))}
    </svg>
  );
});
