/** A blood pressure that was sent more than once is one reading (rule 23). */
import { isIdenticalResult } from '../comparability.ts';
import type { Row } from '../../observation/resultRow.ts';
import { isSameRow } from '../rowList.ts';
import type { Series } from '../series.ts';
import { pairTimeMs, pressurePairAt, pressurePairIndices, type PressureRowPair } from './pressurePairs.ts';

/** Returns whether two pairs are the same reading sent under two ids (rule 23). */
const isIdenticalPair = (a: PressureRowPair, b: PressureRowPair): boolean =>
  (['systolic', 'diastolic'] as const).every((side) =>
    a[side] && b[side] ? isIdenticalResult(a[side], b[side]) : a[side] === b[side],
  );

/**
 * Returns, by the index of each pair that repeats another one, the index of the pair that stands for both: the last of them.
 * The pairs are in order of time, and those of one time in the order of `pairPrecedence`.
 */
export function pressureRepeatsOf(pairs: readonly PressureRowPair[]): ReadonlyMap<number, number> {
  const repeats = new Map<number, number>();
  let concurrent: number[] = [];
  for (let i = pairs.length - 1; i >= 0; i--) {
    const pair = pairs[i]!;
    if (concurrent.length > 0 && pairTimeMs(pairs[concurrent[0]!]!) !== pairTimeMs(pair)) concurrent = [];
    const standing = concurrent.find((at) => isIdenticalPair(pairs[at]!, pair));
    if (standing === undefined) concurrent.push(i);
    else repeats.set(i, standing);
  }
  return repeats;
}

/** Returns each reading once, with the number of times that it was sent. */
export function distinctPairs(
  pairs: readonly PressureRowPair[],
): readonly (readonly [pair: PressureRowPair, count: number])[] {
  const repeats = pressureRepeatsOf(pairs);
  const counts = new Map<number, number>();
  for (const at of repeats.values()) counts.set(at, (counts.get(at) ?? 1) + 1);
  return pairs.flatMap((pair, i) => (repeats.has(i) ? [] : [[pair, counts.get(i) ?? 1] as const]));
}

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
