/** This file finds the highest and the lowest result of a series. */
import { isComparableNumber } from '../comparability.ts';
import type { Series } from '../series.ts';

/**
 * Returns the indices of the highest and the lowest value, the oldest of equals. A limit or a preliminary value is neither
 * (rule 20).
 */
export function extremeIndices({ rows, values }: Pick<Series, 'rows' | 'values'>): readonly number[] {
  let [high, low] = [-1, -1];
  rows.forEach((row, i) => {
    if (!isComparableNumber(row)) return;
    if (high < 0 || values[i]! > values[high]!) high = i;
    if (low < 0 || values[i]! < values[low]!) low = i;
  });
  return high < 0 ? [] : [high, low];
}
