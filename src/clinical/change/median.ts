import { decimalsOf } from '../series/decimals.ts';
import type { Row } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';

/** Of sorted numbers; undefined of none. */
export function medianOf(sorted: readonly number[]): number | undefined {
  const half = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

const MOST = 6;

/** With the decimals of its rows as sent, and one more where the middle of two results needs it (rule 14). '' of none. */
export function medianText(median: number | undefined, rows: readonly Row[], series: Series): string {
  if (median === undefined) return '';
  const places = rows.reduce((most, row) => Math.max(most, Math.min(decimalsOf(row, series), MOST)), 0);
  const isBetween = Math.abs(Number(median.toFixed(places)) - median) > 1e-9;
  return median.toFixed(isBetween ? places + 1 : places);
}
