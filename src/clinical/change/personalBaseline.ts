/**
 * The patient's own usual of a measure, and how far the newest result is from it. A sort and nothing more: it sets no flag
 * and knows no range (rule 25). Chronic patients are out of range for years, so a range alone does not say what is new.
 */
import { changeBetween, isComparableNumber, isIdenticalResult } from '../series/comparability.ts';
import { decimalsOf } from '../series/decimals.ts';
import { latest } from '../series/latest.ts';
import { medianOf } from './median.ts';
import { compareText } from '../series/rowOrder.ts';
import type { Row } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';

/** First and last moment that a result can mean: a day, a month or a year lasts. */
type SpanOf = (row: Row) => readonly [fromMs: number, toMs: number];

/** Up to eight earlier results that can be compared with the newest. */
export type PersonalBaseline = {
  readonly median: number;
  /** Median absolute deviation from the median. */
  readonly spread: number;
  readonly low: number;
  readonly high: number;
  /** Oldest first; at least three. */
  readonly rows: readonly Row[];
};

export type BaselineChange = {
  readonly series: Series;
  /** The latest result, taken after the moment. */
  readonly row: Row;
  readonly baseline: PersonalBaseline;
  /** In the patient's own spreads; only this is compared between series, never a value of one with a value of another. */
  readonly distance: number;
  readonly direction: 'up' | 'down' | 'same';
  /** Decimals of the results, for whatever is counted from them. */
  readonly decimals: number;
};

const MOST = 8;
const LEAST = 3;
/** Makes the median absolute deviation of normally spread results their standard deviation. */
const TO_DEVIATION = 1.4826;
/**
 * The least spread that a measure is thought to have. Results that were alike three times would make any next one endlessly
 * far, so noise would lead the list. A twentieth of the fixed y range, which is as wide as the measure moves in illness
 * (potassium 0.18 mmol/L, creatinine 0.12 mg/dL, systolic pressure 7 mmHg: about analytic and day-to-day variation), or
 * without one a hundredth of the usual (body weight of 90 kg: 0.9 kg), and never less than one step of the last decimal.
 * Ours, for clinical review before release.
 */
const LEAST_OF_AXIS = 0.05;
const LEAST_OF_MEDIAN = 0.01;
/** A sent fraction of ten digits says no more than this many beyond the usual ones. */
const FURTHER_PLACES = 2;

/**
 * The latest result, if it was taken after `sinceMs`, against the usual of those at or before it. undefined where nothing is
 * newer, where the latest is a limit, which is no number to compare (rule 20), or where fewer than three of the same method,
 * specimen and unit are earlier: then nothing is known that could be baseline.
 */
export function changeAgainstBaseline(
  series: Series,
  sinceMs: number,
  spanOf: SpanOf,
): BaselineChange | undefined {
  const row = latestSince(series, sinceMs, spanOf);
  if (row === undefined || !isComparableNumber(row)) return undefined;
  const baseline = baselineBefore(series, row, sinceMs, spanOf);
  if (baseline === undefined) return undefined;
  const delta = row.value - baseline.median;
  const decimals = decimalsFor([row, ...baseline.rows], series);
  const distance =
    Math.abs(delta) / Math.max(TO_DEVIATION * baseline.spread, leastSpread(series, baseline, decimals));
  // Numbers at the edge of what a computer holds have no distance.
  if (!Number.isFinite(distance)) return undefined;
  const direction = delta === 0 ? 'same' : delta > 0 ? 'up' : 'down';
  return { series, row, baseline, distance, direction, decimals };
}

/** The latest result if it was surely taken after the moment; a preliminary one is never the latest (rule 34). */
export function latestSince(series: Series, sinceMs: number, spanOf: SpanOf): Row | undefined {
  const row = latest(series);
  return row && spanOf(row)[0] > sinceMs ? row : undefined;
}

/** What was usual before a moment, of all that can be compared with `row`. */
export function baselineBefore(
  series: Series,
  row: Row,
  sinceMs: number,
  spanOf: SpanOf,
): PersonalBaseline | undefined {
  const rows = earlierOf(series, row, sinceMs, spanOf);
  if (rows.length < LEAST) return undefined;
  const values = rows.map(({ value }) => value).toSorted((a, b) => a - b);
  const median = medianOf(values) ?? Number.NaN; // at least three
  const apart = values.map((value) => Math.abs(value - median)).toSorted((a, b) => a - b);
  const spread = medianOf(apart) ?? Number.NaN;
  return { median, spread, low: values[0]!, high: values.at(-1)!, rows };
}

/** The newest eight that surely lie at or before the moment, each once (rule 23), none across a break of the line (rule 18). */
function earlierOf({ rows }: Series, newest: Row, sinceMs: number, spanOf: SpanOf): readonly Row[] {
  const earlier: Row[] = [];
  for (let i = rows.length - 1; i >= 0 && earlier.length < MOST; i--) {
    const row = rows.at(i)!;
    if (!isComparableNumber(row) || changeBetween(row.kind, newest.kind) !== '' || spanOf(row)[1] > sinceMs)
      continue;
    if (!earlier.some((one) => isIdenticalResult(one, row))) earlier.push(row);
  }
  return earlier.toReversed();
}

const decimalsFor = (rows: readonly Row[], series: Series): number =>
  Math.min(series.decimals + FURTHER_PLACES, Math.max(...rows.map((row) => decimalsOf(row, series))));

function leastSpread({ axis }: Series, { median }: PersonalBaseline, decimals: number): number {
  const step = 10 ** -decimals;
  const least = axis ? LEAST_OF_AXIS * (axis[1] - axis[0]) : LEAST_OF_MEDIAN * Math.abs(median);
  return Math.max(step, least);
}

/** Farthest first; of equals in clinical order, so that the order of arrival decides nothing. */
export const byDistanceFromBaseline = (a: BaselineChange, b: BaselineChange): number =>
  b.distance - a.distance || a.series.order - b.series.order || compareText(a.series.id, b.series.id);
