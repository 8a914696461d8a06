/** Median, lowest and highest of what a window of time shows, with how many took part and what did not. Pure. */
import { changeBetween, isPlotted, isTwin, type LineChange } from './curve.ts';
import { medianText, middleOf } from './median.ts';
import type { Row } from './row.ts';
import type { Series } from './series.ts';

type Span = { readonly startMs: number; readonly endMs: number };

/** The lowest or the highest result. */
export type Extreme = {
  /** The first of those with this value. */
  readonly row: Row;
  readonly times: number;
};

/** Results inside the window that take no part, each counted once. */
type NotCounted = {
  readonly limits: number;
  readonly preliminary: number;
  /** A day, month or year that an edge of the window cuts. */
  readonly imprecise: number;
  /** Rule 18: by another method, of another specimen or in another unit than the newest of the window. */
  readonly other: number;
  readonly change: LineChange | '';
  /** Rule 23: fully the same result once more. */
  readonly twins: number;
  /** Listed: no number, or none that can be drawn. */
  readonly listed: number;
};

export type WindowStatistics = {
  readonly count: number;
  readonly medianText: string;
  readonly lowest: Extreme;
  readonly highest: Extreme;
  readonly notCounted: NotCounted;
};

/** From and to of what is known of a row's time, in the zone of the screen. */
type KnownSpan = (row: Row) => readonly [fromMs: number, toMs: number];

const LEAST = 2;

type Sorted = { taken: Row[]; limits: number; preliminary: number; imprecise: number; twins: number };

/** Rules 20, 34: the final numbers that lie in the window as a whole, each once. */
function sortedOf(series: Series, { startMs, endMs }: Span, knownSpan: KnownSpan): Sorted {
  const sorted: Sorted = { taken: [], limits: 0, preliminary: 0, imprecise: 0, twins: 0 };
  for (const row of series.rows) {
    const [fromMs, toMs] = knownSpan(row);
    if (toMs < startMs || fromMs > endMs) continue;
    if (row.kind.status === 'preliminary') sorted.preliminary++;
    else if (!isPlotted(row)) sorted.limits++;
    else if (fromMs < startMs || toMs > endMs) sorted.imprecise++;
    else if (hasTwin(sorted.taken, row)) sorted.twins++;
    else sorted.taken.push(row);
  }
  return sorted;
}

function hasTwin(taken: readonly Row[], row: Row): boolean {
  for (let i = taken.length - 1; i >= 0 && taken[i]!.timeMs === row.timeMs; i--)
    if (isTwin(taken[i]!, row)) return true;
  return false;
}

function extremeOf(rows: readonly Row[], isBetter: (value: number, than: number) => boolean): Extreme {
  let [row, times] = [rows[0]!, 0];
  for (const one of rows) {
    if (one.value === row.value) times++;
    else if (isBetter(one.value, row.value)) [row, times] = [one, 1];
  }
  return { row, times };
}

/**
 * What may be said of the results in a window: only final numbers that can be compared with its newest. Limits, preliminary
 * results and texts take no part and are counted. undefined where fewer than two are left.
 */
export function windowStatistics(
  series: Series,
  span: Span,
  knownSpan: KnownSpan,
): WindowStatistics | undefined {
  const { taken, ...counts } = sortedOf(series, span, knownSpan);
  const newest = taken.at(-1);
  if (!newest) return undefined;
  const other = taken.filter(({ kind }) => changeBetween(kind, newest.kind) !== '');
  const rows = taken.filter(({ kind }) => changeBetween(kind, newest.kind) === '');
  if (rows.length < LEAST) return undefined;
  const { startMs, endMs } = span;
  return {
    count: rows.length,
    medianText: medianText(middleOf(rows.map(({ value }) => value).toSorted((a, b) => a - b)), rows, series),
    lowest: extremeOf(rows, (value, than) => value < than),
    highest: extremeOf(rows, (value, than) => value > than),
    notCounted: {
      ...counts,
      other: other.length,
      change: changeBetween((other.at(-1) ?? newest).kind, newest.kind),
      listed: series.listed.filter(({ timeMs }) => timeMs >= startMs && timeMs <= endMs).length,
    },
  };
}
