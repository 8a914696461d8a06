import type { Row } from '../../observation/resultRow.ts';
import { isSameRow } from '../rowList.ts';
import type { Series } from '../series.ts';
import { pressurePairAt, pressurePairIndices, type PressureRowPair } from './pressurePairs.ts';
import { pressureRepeatsOf } from './repeatedPressures.ts';

/**
 * Returns the pressure with this row on one side, or the one that stands for it when it was sent twice; undefined when the
 * row has no point. It looks from the newest on, since a record may hold tens of thousands of pressures.
 */
export function pressureOfRow(
  row: Row,
  side: 'systolic' | 'diastolic',
  systolic: Series,
  diastolic: Series,
): PressureRowPair | undefined {
  const indices = pressurePairIndices(systolic, diastolic);
  const timeMsAt = (i: number): number => {
    const upper = indices.systolic[i]!;
    return upper < 0 ? diastolic.timesMs[indices.diastolic[i]!]! : systolic.timesMs[upper]!;
  };
  let end = indices.systolic.length;
  while (end > 0 && timeMsAt(end - 1) > row.timeMs) end--;
  let start = end;
  while (start > 0 && timeMsAt(start - 1) === row.timeMs) start--;
  const concurrent = Array.from({ length: end - start }, (_, i) =>
    pressurePairAt(start + i, systolic, diastolic),
  );
  const index = concurrent.findLastIndex((pair) => pair[side] && isSameRow(pair[side], row));
  return concurrent[pressureRepeatsOf(concurrent).get(index) ?? index];
}
