/**
 * One shape for one state, in both sizes and beside the number; the shape alone is enough (rules 51, 52). Colour comes from
 * the class. A symbol says what was sent; a span, a ring or a tick around it says how the point is to be taken.
 */
import type { RowKind } from '../../clinical/observation/resultRow.ts';
import { tenth } from '../axis/scale.ts';
import styles from './symbols.module.css';

export type SymbolKind =
  | 'normal'
  | 'H'
  | 'L'
  | 'HH'
  | 'LL'
  | 'A'
  | 'AA'
  | 'outside-above'
  | 'outside-below'
  | 'preliminary'
  | 'limit-below'
  | 'limit-above';

export function symbolOf({ status, comparator, flag, outsideRange }: RowKind): SymbolKind {
  if (status === 'preliminary') return 'preliminary';
  if (comparator) return comparator.startsWith('<') ? 'limit-below' : 'limit-above';
  if (flag !== '' && flag !== 'N' && flag !== 'other') return flag;
  if (flag === '' && outsideRange) return outsideRange === 'above' ? 'outside-above' : 'outside-below';
  return 'normal';
}

export const isCorrected = ({ status }: RowKind) => status === 'corrected' || status === 'amended';

/** Drawing order: what matters more lies on top. */
export function rankOf(kind: SymbolKind): number {
  if (kind.length === 2) return 2;
  return kind === 'normal' || kind === 'preliminary' || kind.startsWith('limit') ? 0 : 1;
}

export function classOf(kind: SymbolKind): string | undefined {
  if (kind === 'normal' || kind === 'preliminary') return styles[kind];
  if (kind.includes('-')) return styles.open;
  return kind.length === 2 ? styles.critical : styles.flagged;
}

/** Its point at the top with `way` -1, at the bottom with 1. */
const triangle = (x: number, y: number, k: number, way: number) => {
  const base = tenth(y - way * k * 0.72);
  return `M${tenth(x - k)} ${base}L${tenth(x)} ${tenth(y + way * k)}L${tenth(x + k)} ${base}Z`;
};
const square = (x: number, y: number, k: number) =>
  `M${tenth(x - k)} ${tenth(y - k)}h${tenth(2 * k)}v${tenth(2 * k)}h${tenth(-2 * k)}Z`;
const circle = (x: number, y: number, r: number) =>
  `M${tenth(x - r)} ${tenth(y)}a${r} ${r} 0 1 0 ${tenth(2 * r)} 0a${r} ${r} 0 1 0 ${tenth(-2 * r)} 0Z`;
/** From the circle's edge outwards, `way` 1 down and -1 up. */
const arrow = (x: number, y: number, r: number, way: number) => {
  const head = tenth(r * 0.9);
  const back = tenth(-way * r * 0.9);
  return `M${tenth(x)} ${tenth(y + way * r)}v${tenth(way * r * 2.2)}m${-head} ${back}l${head} ${-back}l${head} ${back}`;
};

/** The size of a triangle, so that it weighs as much as a circle of radius r. */
const wide = (r: number) => r * 1.45;

const double = (x: number, y: number, r: number, way: number) =>
  triangle(x, y - way * r, wide(r), way) + triangle(x, y + way * wide(r), wide(r), way);
const limit = (x: number, y: number, r: number, way: number) => circle(x, y, r) + arrow(x, y, r, way);

const shapes: Record<SymbolKind, (x: number, y: number, r: number) => string> = {
  normal: circle,
  H: (x, y, r) => triangle(x, y, wide(r), -1),
  L: (x, y, r) => triangle(x, y, wide(r), 1),
  HH: (x, y, r) => double(x, y, r, -1),
  LL: (x, y, r) => double(x, y, r, 1),
  A: (x, y, r) => square(x, y, r * 1.2),
  AA: (x, y, r) => square(x, y + r * 1.3, r * 1.1) + square(x, y - r * 1.3, r * 1.1),
  'outside-above': (x, y, r) => triangle(x, y, wide(r) * 1.1, -1),
  'outside-below': (x, y, r) => triangle(x, y, wide(r) * 1.1, 1),
  preliminary: (x, y, r) => circle(x, y, tenth(wide(r))),
  'limit-below': (x, y, r) => limit(x, y, r, 1),
  'limit-above': (x, y, r) => limit(x, y, r, -1),
};

export const symbolPath = (kind: SymbolKind, x: number, y: number, r: number) => shapes[kind](x, y, r);

type MarkProps = {
  readonly kind: SymbolKind;
  readonly x: number;
  readonly y: number;
  /** 2 in a tile, 3.5 in a chart; the latest a little more. */
  readonly r: number;
  readonly corrected?: boolean;
  /** Converted, or read from a text. */
  readonly derived?: boolean;
  /** From and to in pixels, where the time is a day, a month or a year. */
  readonly span?: readonly [number, number] | undefined;
  /** Results alike in everything share one symbol and say how many they are. */
  readonly count?: number;
};

/** The shape alone. An element and not a component: a screen has thousands, and each component costs as much as its path. */
export const shape = (kind: SymbolKind, x: number, y: number, r: number, key?: number) => (
  <path key={key} data-mark={kind} className={classOf(kind)} d={symbolPath(kind, x, y, tenth(r))} />
);

/** The symbol of one point with what stands around it, to stand inside an svg. */
export function SymbolMark({ kind, x, y, r, corrected, derived, span, count = 1 }: MarkProps) {
  return (
    <>
      {span && <path className={styles.stroke} d={spanPath(span, y)} />}
      {corrected && <circle className={styles.ring} cx={tenth(x)} cy={tenth(y)} r={tenth(r * 2.3)} />}
      {derived && <path className={styles.stroke} d={`M${tenth(x)} ${tenth(y + r + 2)}v${tenth(r + 1)}`} />}
      {shape(kind, x, y, span ? r * 0.8 : r)}
      {count > 1 && (
        <text className={styles.count} x={tenth(x + r + 3)} y={tenth(y + 4)}>
          ×{count}
        </text>
      )}
    </>
  );
}

const spanPath = ([from, to]: readonly [number, number], y: number) => {
  const bar = `M${tenth(from)} ${tenth(y)}H${tenth(to)}`;
  return `${bar}M${tenth(from)} ${tenth(y - 2.5)}v5M${tenth(to)} ${tenth(y - 2.5)}v5`;
};
