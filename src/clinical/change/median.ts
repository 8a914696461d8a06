import { decimalsOf, shownNumber } from '../series/decimals.ts';
import type { Row } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';

/** Returns the median of sorted numbers; undefined when there are none. */
export function medianOf(sorted: ArrayLike<number>): number | undefined {
  const half = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

const MAX_DECIMALS = 6; /** A number is shown with this many digits at least, however small it is. */
const MIN_DIGITS = 3;

/**
 * Returns a median in the way in which its rows are shown (rule 14): the middle result as it stands everywhere else, or the
 * middle of two with their decimals, and one more when it needs it and the two do not look alike; '' without a median.
 */
export function medianText(median: number | undefined, rows: readonly Row[], series: Series): string {
  if (median === undefined) return '';
  const middle = rows.filter(({ value }) => value === median);
  const most = Math.max(MAX_DECIMALS, MIN_DIGITS - 1 - Math.floor(Math.log10(Math.abs(median) || 1)));
  const decimals = (middle.length > 0 ? middle : rows).reduce(
    (highest, row) => Math.max(highest, Math.min(decimalsOf(row, series), most)),
    0,
  );
  const isBetween = Math.abs(Number(median.toFixed(decimals)) - median) > 10 ** -decimals / 1000;
  const needsOneMore = middle.length === 0 && isBetween && !isMiddleAlike(rows, series);
  const text = median.toFixed(needsOneMore ? decimals + 1 : decimals);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

/** Returns whether the two results around a median are shown as one number. */
function isMiddleAlike(rows: readonly Row[], series: Series): boolean {
  const shown = rows.map((row) => shownNumber(row, series)).toSorted((a, b) => a - b);
  const half = shown.length >> 1;
  return shown[half - 1] === shown[half];
}
