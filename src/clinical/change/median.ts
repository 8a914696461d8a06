import { decimalsOf } from '../series/decimals.ts';
import type { Row } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';

/** Returns the median of sorted numbers; undefined when there are none. */
export function medianOf(sorted: ArrayLike<number>): number | undefined {
  const half = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

const MAX_DECIMALS = 6;

/**
 * Returns a median with the decimals of its rows as they were sent, and one more when the middle of two results needs
 * it (rule 14); '' without a median.
 */
export function medianText(median: number | undefined, rows: readonly Row[], series: Series): string {
  if (median === undefined) return '';
  const decimals = rows.reduce(
    (highest, row) => Math.max(highest, Math.min(decimalsOf(row, series), MAX_DECIMALS)),
    0,
  );
  const isBetween = Math.abs(Number(median.toFixed(decimals)) - median) > 1e-9;
  return median.toFixed(isBetween ? decimals + 1 : decimals);
}
