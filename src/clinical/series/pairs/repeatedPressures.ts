/** A blood pressure that was sent more than once is one reading (rule 23). */
import { isIdenticalResult } from '../comparability.ts';
import { pairTimeMs, type PressureRowPair } from './pressurePairs.ts';

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
