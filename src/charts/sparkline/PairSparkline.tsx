import { memo } from 'react';
import { pressurePairsOf, type PressureRowPair } from '../../clinical/series/pressurePairs.ts';
import { cutToWindow } from '../../clinical/series/inWindow.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { pixelColumns, spreadPath } from '../axis/pixelColumns.ts';
import type { Frame } from '../axis/frame.ts';
import { tenth, type Scale } from '../axis/scale.ts';
import { SparklineBands, valueScale } from './Sparkline.tsx';
import { SymbolMark, rankOf, symbolOf } from '../marks/symbols.tsx';
import styles from './Sparkline.module.css';

const CAP = 1.75;

type PairSparklineProps = {
  readonly systolic: Series;
  readonly diastolic: Series;
  readonly frame: Frame;
  readonly claims: boolean;
};

/** The sides that were recorded, systolic first. */
export const sidesOf = ({ systolic, diastolic }: PressureRowPair): Row[] =>
  [systolic, diastolic].filter((row) => row !== undefined);

/** Rule 7: one bar with two caps; of a lone side one cap and no bar. */
export function pairPath(pair: PressureRowPair, x: number, y: Scale, cap: number): string {
  const ends = sidesOf(pair).map(({ value }) => tenth(y(value)));
  const caps = ends.map((end) => `M${tenth(x - cap)} ${end}h${tenth(cap * 2)}`).join('');
  return ends.length === 2 ? `${caps}M${tenth(x)} ${ends[0]}V${ends[1]}` : caps;
}

/** More pairs than there is room for caps: in each pixel column one upright from the lowest to the highest. */
export function pairSpread(all: readonly PressureRowPair[], { x }: Frame, y: Scale): string {
  const rows = all.flatMap(sidesOf);
  const points = { timesMs: rows.map(({ timeMs }) => timeMs), values: rows.map(({ value }) => value) };
  return spreadPath(pixelColumns(points, x), y);
}

/** The side whose flag matters more; of equals the systolic. */
export const worstOf = (pair: PressureRowPair): Row | undefined =>
  sidesOf(pair).toSorted((a, b) => rankOf(symbolOf(b.kind)) - rankOf(symbolOf(a.kind)))[0];

/** The flag of a pair stands above its systolic or below its diastolic, so that the bar stays readable. */
function flagOf(pair: PressureRowPair, y: Scale) {
  const row = worstOf(pair);
  const kind = row && symbolOf(row.kind);
  if (!kind || kind === 'normal') return undefined;
  const heights = sidesOf(pair).map(({ value }) => y(value));
  const isLow = kind.startsWith('L') || kind === 'outside-below';
  return { kind, y: isLow ? Math.max(...heights) + 5 : Math.min(...heights) - 5 };
}

/** A neighbour outside the window is there for a line, and pairs have none. */
const isIn = (pair: PressureRowPair, { startMs, endMs }: Frame): boolean =>
  sidesOf(pair).some(
    ({ kind, timeMs }) => kind.precision !== 'instant' || (timeMs >= startMs && timeMs <= endMs),
  );

const latest = (...sides: readonly Series[]): number =>
  Math.max(...sides.map(({ timesMs }) => timesMs.at(-1) ?? -Infinity));

export const PairSparkline = memo(function PairSparkline({
  systolic,
  diastolic,
  frame,
  claims,
}: PairSparklineProps) {
  const { startMs, endMs } = frame;
  const [upper, lower] = [cutToWindow(systolic, startMs, endMs), cutToWindow(diastolic, startMs, endMs)];
  const every = pressurePairsOf(upper, lower);
  const all = every.filter((pair) => isIn(pair, frame));
  const y = valueScale(systolic, frame, diastolic);
  const isLatest = claims && latest(systolic, diastolic) <= endMs;
  const dense = all.length * CAP * 2 > frame.width;
  return (
    <svg className={styles.spark} width={frame.width} height={frame.height} aria-hidden="true">
      <path className={styles.grid} d={frame.grid} />
      <SparklineBands series={upper} frame={frame} y={y} edge={styles.edge} />
      <SparklineBands series={lower} frame={frame} y={y} edge={styles.lower} />
      {dense && <path className={styles.spread} d={pairSpread(all, frame, y)} />}
      {all.map((pair, i) => {
        const strong = isLatest && i === all.length - 1;
        const flag = flagOf(pair, y);
        if (dense && !strong && !flag) return null;
        const x = frame.x(sidesOf(pair)[0]!.timeMs);
        return [
          (!dense || strong) && (
            <path
              key={`bar${i}`}
              data-mark="pair"
              className={strong ? `${styles.pair} ${styles.strong}` : styles.pair}
              d={pairPath(pair, x, y, strong ? CAP * 1.5 : CAP)}
            />
          ),
          flag && <SymbolMark key={`flag${i}`} kind={flag.kind} x={x} y={flag.y} r={1.8} />,
        ];
      })}
    </svg>
  );
});
