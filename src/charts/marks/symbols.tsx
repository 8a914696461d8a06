/**
 * Each state has one shape, in both sizes and beside the number, and the shape alone is enough (rules 51,
 * 52). Colour comes from the class. A symbol says what was sent, and a span, a ring, a tick or an arrow around
 * it says how to take the point.
 */
import type { RowKind } from '../../clinical/observation/resultRow.ts';
import { roundPx } from '../axis/scale.ts';
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

type LimitKind = 'limit-below' | 'limit-above';

const limitKindOf = ({ comparator }: RowKind): LimitKind | undefined => {
  if (comparator === '') return undefined;
  return comparator.startsWith('<') ? 'limit-below' : 'limit-above';
};

export function symbolKindOf(row: RowKind): SymbolKind {
  const { status, flag, outsideRange } = row;
  if (status === 'preliminary') return 'preliminary';
  if (flag !== '' && flag !== 'N' && flag !== 'other') return flag;
  const limit = limitKindOf(row);
  if (limit) return limit;
  if (flag === '' && outsideRange) return outsideRange === 'above' ? 'outside-above' : 'outside-below';
  return 'normal';
}

/**
 * Returns the symbol of a result. One that is a limit and has a symbol of its flag keeps that, and `limit` is the arrow beside
 * it (decision 73).
 */
export function symbolOf(row: RowKind): Pick<SymbolMarkProps, 'kind' | 'limit'> {
  const [kind, limit] = [symbolKindOf(row), limitKindOf(row)];
  return { kind, limit: limit === kind ? undefined : limit };
}

/** Returns the symbol of a result and the marks around it. */
export const symbolWithMarks = (row: RowKind) => ({
  ...symbolOf(row),
  isCorrected: hasCorrectedStatus(row),
  isDerived: row.isConverted || row.isParsedFromText,
});

export const hasCorrectedStatus = ({ status }: RowKind) => status === 'corrected' || status === 'amended';

/** Returns the drawing order, in which symbols that matter more lie on top. */
export function symbolRank(kind: SymbolKind): number {
  if (kind.length === 2) return 2;
  return kind === 'normal' || kind === 'preliminary' || kind.startsWith('limit') ? 0 : 1;
}

export function symbolClass(kind: SymbolKind): string | undefined {
  if (kind === 'normal' || kind === 'preliminary') return styles[kind];
  if (kind.includes('-')) return styles.open;
  return kind.length === 2 ? styles.critical : styles.flagged;
}

/** The triangle points up with `direction` -1 and down with 1. */
const triangle = (x: number, y: number, k: number, direction: number) => {
  const base = roundPx(y - direction * k * 0.72);
  return `M${roundPx(x - k)} ${base}L${roundPx(x)} ${roundPx(y + direction * k)}L${roundPx(x + k)} ${base}Z`;
};
const square = (x: number, y: number, k: number) =>
  `M${roundPx(x - k)} ${roundPx(y - k)}h${roundPx(2 * k)}v${roundPx(2 * k)}h${roundPx(-2 * k)}Z`;
const circle = (x: number, y: number, r: number) =>
  `M${roundPx(x - r)} ${roundPx(y)}a${r} ${r} 0 1 0 ${roundPx(2 * r)} 0a${r} ${r} 0 1 0 ${roundPx(-2 * r)} 0Z`;
/** The arrow leads from the edge of the circle outwards, down with `direction` 1 and up with -1. */
const arrow = (x: number, y: number, r: number, direction: number) => {
  const head = roundPx(r * 0.9);
  const back = roundPx(-direction * r * 0.9);
  return `M${roundPx(x)} ${roundPx(y + direction * r)}v${roundPx(direction * r * 2.2)}m${-head} ${back}l${head} ${-back}l${head} ${back}`;
};

/** A triangle of this radius weighs as much as a circle of radius r. */
const triangleRadius = (r: number) => r * 1.45;

const double = (x: number, y: number, r: number, direction: number) =>
  triangle(x, y - direction * r, triangleRadius(r), direction) +
  triangle(x, y + direction * triangleRadius(r), triangleRadius(r), direction);
const limitCircle = (x: number, y: number, r: number, direction: number) =>
  circle(x, y, r) + arrow(x, y, r, direction);

const SYMBOL_PATHS: Record<SymbolKind, (x: number, y: number, r: number) => string> = {
  normal: circle,
  H: (x, y, r) => triangle(x, y, triangleRadius(r), -1),
  L: (x, y, r) => triangle(x, y, triangleRadius(r), 1),
  HH: (x, y, r) => double(x, y, r, -1),
  LL: (x, y, r) => double(x, y, r, 1),
  A: (x, y, r) => square(x, y, r * 1.2),
  AA: (x, y, r) => square(x, y + r * 1.3, r * 1.1) + square(x, y - r * 1.3, r * 1.1),
  'outside-above': (x, y, r) => triangle(x, y, triangleRadius(r) * 1.1, -1),
  'outside-below': (x, y, r) => triangle(x, y, triangleRadius(r) * 1.1, 1),
  preliminary: (x, y, r) => circle(x, y, roundPx(triangleRadius(r))),
  'limit-below': (x, y, r) => limitCircle(x, y, r, 1),
  'limit-above': (x, y, r) => limitCircle(x, y, r, -1),
};

/** Returns the arrow of a limit. It begins outside the symbol of the flag and is short, so that a tile does not cut it off. */
function limitArrow(limit: LimitKind, kind: SymbolKind, x: number, y: number, r: number): string {
  const direction = limit === 'limit-below' ? 1 : -1;
  const reach = r * (kind.length === 2 ? 2 : 0.8);
  return arrow(x, y + direction * reach, r * 0.8, direction);
}

export const symbolPath = (kind: SymbolKind, x: number, y: number, r: number) => SYMBOL_PATHS[kind](x, y, r);

type SymbolMarkProps = {
  readonly kind: SymbolKind;
  readonly x: number;
  readonly y: number;
  /** The radius is 2 px in a tile and 3.5 px in a chart, and a little more for the latest result. */
  readonly r: number;
  /** A flagged result is a limit. */
  readonly limit?: LimitKind | undefined;
  readonly isCorrected?: boolean;
  /** The value was converted or read from a text. */
  readonly isDerived?: boolean;
  /** The span is given in pixels when the time is a day, a month or a year. */
  readonly span?: readonly [number, number] | undefined;
  /** Results that are alike in everything share one symbol and say how many they are. */
  readonly count?: number;
};

/**
 * Returns the shape alone. It is an element and not a component, because a screen has thousands and each
 * component costs as much as its path.
 */
const symbolElement = (kind: SymbolKind, x: number, y: number, r: number, key?: number) => (
  <path key={key} data-mark={kind} className={symbolClass(kind)} d={symbolPath(kind, x, y, roundPx(r))} />
);

type PointProps = Omit<SymbolMarkProps, 'r'> & { readonly key: number };

/** Returns the symbol of one point. Most have no marks around them and are a shape alone. */
export function pointElement({ key, ...mark }: PointProps, r: number) {
  const { kind, x, y, span, limit, isCorrected, isDerived, count = 1 } = mark;
  if (!span && !limit && !isCorrected && !isDerived && count === 1) return symbolElement(kind, x, y, r, key);
  return <SymbolMark key={key} {...mark} r={r} />;
}

/** Draws the symbol of one point with the marks around it, inside an svg. */
export function SymbolMark(props: SymbolMarkProps) {
  const { kind, x, y, r, limit, isCorrected, isDerived, span, count = 1 } = props;
  return (
    <>
      {span && <path className={styles.stroke} data-symbol="imprecise" d={spanPath(span, y)} />}
      {isCorrected && (
        <circle
          className={styles.ring}
          data-symbol="corrected"
          cx={roundPx(x)}
          cy={roundPx(y)}
          r={roundPx(r * 2.3)}
        />
      )}
      {isDerived && (
        <path
          className={styles.stroke}
          data-symbol="derived"
          d={`M${roundPx(x)} ${roundPx(y + r + 2)}v${roundPx(r + 1)}`}
        />
      )}
      {symbolElement(kind, x, y, span ? r * 0.8 : r)}
      {limit && <path className={styles.open} data-symbol={limit} d={limitArrow(limit, kind, x, y, r)} />}
      {count > 1 && (
        <text className={styles.count} data-symbol="several" x={roundPx(x + r + 3)} y={roundPx(y + 4)}>
          ×{count}
        </text>
      )}
    </>
  );
}

const spanPath = ([from, to]: readonly [number, number], y: number) => {
  const bar = `M${roundPx(from)} ${roundPx(y)}H${roundPx(to)}`;
  return `${bar}M${roundPx(from)} ${roundPx(y - 2.5)}v5M${roundPx(to)} ${roundPx(y - 2.5)}v5`;
};
