/**
 * This file computes the usual values of one patient for a measure, and how far the newest result is from them. This
 * serves a sort and nothing more: it sets no flag and knows no range (rule 25). Chronic patients are out of range for
 * years, so a range alone does not show what is new.
 */
import { changeBetween, isComparableNumber, isIdenticalResult } from '../series/comparability.ts';
import { decimalsOf } from '../series/decimals.ts';
import { latest } from '../series/latest.ts';
import type { KnownSpanOf } from './comparableRows.ts';
import { medianOf } from './median.ts';
import { compareText } from '../series/rowOrder.ts';
import type { Row } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';

/**
 * The usual values come from up to eight earlier results that can be compared with the newest. They are in the unit
 * of the series.
 */
export type PersonalBaseline = {
  readonly median: number;
  /** This is the median absolute deviation from the median. */
  readonly spread: number;
  readonly low: number;
  readonly high: number;
  /** There are at least three results, oldest first. */
  readonly rows: readonly Row[];
};

/** A change says how far the latest result of a series is from the usual values. */
export type BaselineChange = {
  readonly series: Series;
  /** This is the latest result, which was taken after the moment. */
  readonly row: Row;
  readonly baseline: PersonalBaseline;
  /**
   * The distance from the median is counted in spreads of this patient. Series are compared by this number only,
   * never by their values.
   */
  readonly distance: number;
  readonly direction: 'up' | 'down' | 'same';
  /** These are the decimals for the numbers that are computed from the results. */
  readonly decimals: number;
};

const MAX_RESULTS = 8;
const MIN_RESULTS = 3;
/** Turns the median absolute deviation of normally distributed results into their standard deviation. */
const STANDARD_DEVIATION_PER_MAD = 1.4826;
/**
 * Results that were alike three times would make any next one endlessly far, so that noise would lead the list. A
 * measure is therefore taken to spread by at least a twentieth of its fixed y range, which is as wide as the measure
 * moves in illness (potassium 0.18 mmol/L, creatinine 0.12 mg/dL, systolic pressure 7 mmHg: about analytic and
 * day-to-day variation). Without a fixed range it is a hundredth of the median (body weight of 90 kg: 0.9 kg). It is
 * never less than one step of the last decimal. These numbers are our own, to be reviewed by clinicians before
 * release.
 */
const MIN_SPREAD_OF_AXIS = 0.05;
const MIN_SPREAD_OF_MEDIAN = 0.01;
/** A fraction sent with ten digits says no more than this many decimals beyond the usual ones. */
const MAX_EXTRA_DECIMALS = 2;

/**
 * Compares the latest result, if it was taken after `sinceMs`, with those at or before it. Returns undefined when
 * nothing is newer, when the latest is a limit, which is no number to compare (rule 20), or when fewer than three
 * earlier results have its method, specimen and unit.
 */
export function changeAgainstBaseline(
  series: Series,
  sinceMs: number,
  knownSpanOf: KnownSpanOf,
): BaselineChange | undefined {
  const row = latestSince(series, sinceMs, knownSpanOf);
  if (row === undefined || !isComparableNumber(row)) return undefined;
  const baseline = baselineBefore(series, row, sinceMs, knownSpanOf);
  if (baseline === undefined) return undefined;
  const delta = row.value - baseline.median;
  const decimals = decimalsFor([row, ...baseline.rows], series);
  const distance =
    Math.abs(delta) /
    Math.max(STANDARD_DEVIATION_PER_MAD * baseline.spread, minSpread(series, baseline, decimals));
  // Numbers near the largest that a computer holds have no distance.
  if (!Number.isFinite(distance)) return undefined;
  const direction = delta === 0 ? 'same' : delta > 0 ? 'up' : 'down';
  return { series, row, baseline, distance, direction, decimals };
}

/**
 * Returns the latest result if it was certainly taken after the moment. A preliminary result is never the latest
 * (rule 34).
 */
export function latestSince(series: Series, sinceMs: number, knownSpanOf: KnownSpanOf): Row | undefined {
  const row = latest(series);
  return row && knownSpanOf(row)[0] > sinceMs ? row : undefined;
}

/**
 * Returns the usual values before a moment, from the results that can be compared with `row`; undefined for fewer
 * than three.
 */
export function baselineBefore(
  series: Series,
  row: Row,
  sinceMs: number,
  knownSpanOf: KnownSpanOf,
): PersonalBaseline | undefined {
  const rows = earlierRows(series, row, sinceMs, knownSpanOf);
  if (rows.length < MIN_RESULTS) return undefined;
  const values = rows.map(({ value }) => value).toSorted((a, b) => a - b);
  const median = medianOf(values) ?? Number.NaN; // There are at least three.
  const deviations = values.map((value) => Math.abs(value - median)).toSorted((a, b) => a - b);
  const spread = medianOf(deviations) ?? Number.NaN;
  return { median, spread, low: values[0]!, high: values.at(-1)!, rows };
}

/**
 * Returns the newest eight that certainly lie at or before the moment, each once (rule 23), and none across a break
 * of the line (rule 18).
 */
function earlierRows(
  { rows }: Series,
  newest: Row,
  sinceMs: number,
  knownSpanOf: KnownSpanOf,
): readonly Row[] {
  const earlier: Row[] = [];
  for (let i = rows.length - 1; i >= 0 && earlier.length < MAX_RESULTS; i--) {
    const row = rows.at(i)!;
    if (
      !isComparableNumber(row) ||
      changeBetween(row.kind, newest.kind) !== '' ||
      knownSpanOf(row)[1] > sinceMs
    )
      continue;
    if (!earlier.some((one) => isIdenticalResult(one, row))) earlier.push(row);
  }
  return earlier.toReversed();
}

const decimalsFor = (rows: readonly Row[], series: Series): number =>
  Math.min(series.decimals + MAX_EXTRA_DECIMALS, Math.max(...rows.map((row) => decimalsOf(row, series))));

function minSpread({ axis }: Series, { median }: PersonalBaseline, decimals: number): number {
  const step = 10 ** -decimals;
  const minimum = axis ? MIN_SPREAD_OF_AXIS * (axis[1] - axis[0]) : MIN_SPREAD_OF_MEDIAN * Math.abs(median);
  return Math.max(step, minimum);
}

/** Sorts the farthest first, and equals in clinical order, so that the order of arrival decides nothing. */
export const byDistanceFromBaseline = (a: BaselineChange, b: BaselineChange): number =>
  b.distance - a.distance || a.series.order - b.series.order || compareText(a.series.id, b.series.id);
