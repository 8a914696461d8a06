/** What a measure was before and after a moment. Order in time is shown, cause is never claimed. Pure. */
import { medianText, middleOf } from './median.ts';
import type { Row } from './row.ts';
import type { Series } from './series.ts';

type Span = { readonly startMs: number; readonly endMs: number };

/** The results of one side of the moment. */
export type Side = {
  readonly count: number;
  /** In the unit of the series; undefined without a result. */
  readonly median: number | undefined;
  /** With the decimals that were sent, and one more where the middle of two results needs it. '' without a result. */
  readonly medianText: string;
  /** From the moment to the result farthest from it, to the nearest day. */
  readonly days: number;
};

/** Results inside the window that take no part, each counted once. */
export type LeftOut = {
  readonly limits: number;
  readonly preliminary: number;
  /** A day, month or year that holds the moment or an edge of the window. */
  readonly imprecise: number;
  /** Listed: no number, or none that can be drawn. */
  readonly listed: number;
};

export type BeforeAfter = { readonly before: Side; readonly after: Side; readonly leftOut: LeftOut };

/** From and to of what is known of a row's time, in the zone of the screen. */
type KnownSpan = (row: Row) => readonly [fromMs: number, toMs: number];

const DAY_MS = 86_400_000;

function sideOf(rows: readonly Row[], momentMs: number, series: Series): Side {
  const median = middleOf(rows.map(({ value }) => value).toSorted((a, b) => a - b));
  const farthestMs = Math.max(0, ...rows.map(({ timeMs }) => Math.abs(timeMs - momentMs)));
  return {
    count: rows.length,
    median,
    medianText: medianText(median, rows, series),
    days: Math.round(farthestMs / DAY_MS),
  };
}

/**
 * Median, count and days of the results inside the window up to a moment, and after it; what was taken at the moment itself
 * is before it. Limits, preliminary results, texts and dates that are not exact enough take no part and are counted.
 */
export function beforeAfter(
  series: Series,
  { startMs, endMs }: Span,
  momentMs: number,
  knownSpan: KnownSpan,
): BeforeAfter {
  const [before, after]: [Row[], Row[]] = [[], []];
  const leftOut = { limits: 0, preliminary: 0, imprecise: 0, listed: 0 };
  for (const row of series.rows) {
    const [fromMs, toMs] = knownSpan(row);
    if (toMs < startMs || fromMs > endMs) continue;
    if (row.kind.status === 'preliminary') leftOut.preliminary++;
    else if (row.kind.comparator !== '') leftOut.limits++;
    else if (fromMs < startMs || toMs > endMs || (fromMs <= momentMs && toMs > momentMs)) leftOut.imprecise++;
    else (toMs <= momentMs ? before : after).push(row);
  }
  leftOut.listed = series.listed.filter(({ timeMs }) => timeMs >= startMs && timeMs <= endMs).length;
  return { before: sideOf(before, momentMs, series), after: sideOf(after, momentMs, series), leftOut };
}
