/** Which results of a window may stand in one number, and how many of it may not. Pure. */
import {
  changeBetween,
  isComparableNumber,
  isIdenticalResult,
  type LineChange,
} from '../series/comparability.ts';
import type { Row } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';

export type TimeSpan = { readonly startMs: number; readonly endMs: number };

/** From and to of what is known of a row's time, in the zone of the screen. */
export type KnownSpanOf = (row: Row) => readonly [fromMs: number, toMs: number];

/** Results inside the window that take no part, each counted once. */
export type NotCounted = {
  readonly limits: number;
  readonly preliminary: number;
  /** A day, month or year that an edge of the window cuts, or the moment that divides it. */
  readonly imprecise: number;
  /** Rule 18: by another method, of another specimen or in another unit than the newest of the window. */
  readonly notComparable: number;
  readonly change: LineChange | '';
  /** Rule 23: fully the same result once more. */
  readonly identical: number;
  /** Listed: no number, or none that can be drawn. */
  readonly listed: number;
};

export type ComparableRows = { readonly rows: readonly Row[]; readonly notCounted: NotCounted };

type Sorted = { taken: Row[]; limits: number; preliminary: number; imprecise: number; identical: number };

/** Rules 20, 34: the final numbers that lie in the window as a whole, and on one side of the moment, each once. */
function sortedOf(
  series: Series,
  { startMs, endMs }: TimeSpan,
  knownSpan: KnownSpanOf,
  momentMs: number,
): Sorted {
  const sorted: Sorted = { taken: [], limits: 0, preliminary: 0, imprecise: 0, identical: 0 };
  for (const row of series.rows) {
    const [fromMs, toMs] = knownSpan(row);
    if (toMs < startMs || fromMs > endMs) continue;
    const isCut = fromMs < startMs || toMs > endMs || (fromMs <= momentMs && toMs > momentMs);
    if (row.kind.status === 'preliminary') sorted.preliminary++;
    else if (!isComparableNumber(row)) sorted.limits++;
    else if (isCut) sorted.imprecise++;
    else if (hasTwin(sorted.taken, row)) sorted.identical++;
    else sorted.taken.push(row);
  }
  return sorted;
}

function hasTwin(taken: readonly Row[], row: Row): boolean {
  for (let i = taken.length - 1; i >= 0 && taken[i]!.timeMs === row.timeMs; i--)
    if (isIdenticalResult(taken[i]!, row)) return true;
  return false;
}

/**
 * The final numbers of a window that can be compared with its newest, oldest first; all else is counted. A moment divides the
 * window: a date that holds it lies on no side.
 */
export function comparableRows(
  series: Series,
  span: TimeSpan,
  knownSpan: KnownSpanOf,
  momentMs = Number.NaN,
): ComparableRows {
  const { taken, ...counts } = sortedOf(series, span, knownSpan, momentMs);
  const newest = taken.at(-1);
  const changeOf = ({ kind }: Row) => (newest ? changeBetween(kind, newest.kind) : '');
  const others = taken.filter((row) => changeOf(row) !== '');
  const last = others.at(-1);
  return {
    rows: taken.filter((row) => changeOf(row) === ''),
    notCounted: {
      ...counts,
      notComparable: others.length,
      change: last ? changeOf(last) : '',
      listed: series.listed.filter(({ timeMs }) => timeMs >= span.startMs && timeMs <= span.endMs).length,
    },
  };
}
