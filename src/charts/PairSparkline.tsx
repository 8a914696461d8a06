import { memo } from 'react';
import { pairs, yDomain, type Pair } from '../clinical/curve.ts';
import type { Series } from '../clinical/series.ts';
import type { Frame } from './frame.ts';
import { linearScale, tenth, type Scale } from './scale.ts';
import { Mark, rankOf, symbolOf } from './symbols.tsx';
import styles from './Sparkline.module.css';

const CAP = 1.75;
const PAD = 5;

type PairSparklineProps = {
  readonly systolic: Series;
  readonly diastolic: Series | undefined;
  readonly frame: Frame;
  readonly claims: boolean;
};

/** Rule 7: one bar with two caps; of a lone side one cap and no bar. */
export function pairPath({ systolic, diastolic }: Pair, x: number, y: Scale, cap: number): string {
  const middle = tenth(x);
  const ends = [systolic, diastolic].flatMap((row) => (row ? [tenth(y(row.value))] : []));
  const caps = ends.map((end) => `M${tenth(x - cap)} ${end}h${tenth(cap * 2)}`).join('');
  return ends.length === 2 ? `${caps}M${middle} ${ends[0]}V${ends[1]}` : caps;
}

const timeOf = ({ systolic, diastolic }: Pair) => (systolic ?? diastolic)?.timeMs ?? Number.NaN;

/** More pairs than there is room for caps: in each pixel column one upright from the highest to the lowest. */
function densePath(all: readonly Pair[], { x }: Frame, y: Scale): string {
  const columns = new Map<number, [number, number]>();
  for (const pair of all) {
    const column = Math.floor(x(timeOf(pair)));
    for (const row of [pair.systolic, pair.diastolic]) {
      if (!row) continue;
      const [low, high] = columns.get(column) ?? [row.value, row.value];
      columns.set(column, [Math.min(low, row.value), Math.max(high, row.value)]);
    }
  }
  return [...columns]
    .map(([column, [low, high]]) => `M${column + 0.5} ${tenth(y(high))}V${tenth(y(low))}`)
    .join('');
}

/** The flag of a pair stands above its systolic or below its diastolic, so that the bar stays readable. */
function flagOf({ systolic, diastolic }: Pair, y: Scale) {
  const sides = [systolic, diastolic].flatMap((row) => (row ? [{ row, kind: symbolOf(row.kind) }] : []));
  const worst = sides.toSorted((a, b) => rankOf(b.kind) - rankOf(a.kind))[0];
  if (!worst || worst.kind === 'normal') return undefined;
  const low = worst.kind.startsWith('L') || worst.kind === 'outside-below';
  const values = sides.map(({ row }) => row.value);
  return { kind: worst.kind, y: low ? y(Math.min(...values)) + 5 : y(Math.max(...values)) - 5 };
}

export const PairSparkline = memo(function PairSparkline({
  systolic,
  diastolic,
  frame,
  claims,
}: PairSparklineProps) {
  const all = pairs(systolic, diastolic);
  const domain = yDomain(systolic, diastolic);
  const y = linearScale([domain.low, domain.high], [frame.height - PAD, PAD]);
  const dense = all.length * CAP * 2 > frame.width;
  const last = all.length - 1;
  return (
    <svg className={styles.spark} width={frame.width} height={frame.height} aria-hidden="true">
      <path className={styles.grid} d={frame.grid} />
      {dense && <path className={styles.dense} d={densePath(all, frame, y)} />}
      {all.map((pair, i) => {
        const strong = claims && i === last;
        const flag = flagOf(pair, y);
        const x = frame.x(timeOf(pair));
        if (dense && !strong && !flag) return null;
        const bar = !dense || strong;
        return [
          bar && (
            <path
              key={`bar${timeOf(pair)}${i}`}
              data-mark="pair"
              className={strong ? `${styles.pair} ${styles.strong}` : styles.pair}
              d={pairPath(pair, x, y, strong ? CAP * 1.5 : CAP)}
            />
          ),
          flag && <Mark key={`flag${timeOf(pair)}${i}`} kind={flag.kind} x={x} y={flag.y} r={1.8} />,
        ];
      })}
    </svg>
  );
});
