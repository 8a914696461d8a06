/** This file finds the newest results of a series, and the change between them. */
import { changeBetween, isComparableNumber, isFinal, isIdenticalResult } from '../comparability.ts';
import { decimalsOf, shownNumber } from '../decimals.ts';
import { indicesNotBefore, isCertainlyBefore } from './certainOrder.ts';
import { memoizeBySeries } from '../memoizeBySeries.ts';
import type { Row } from '../../observation/resultRow.ts';
import type { Series } from '../series.ts';
import { repeatsOf, representativeRowAt } from '../pairs/repeatedResults.ts';

/** Returns the index of the latest result in `series.rows`; -1 when there is none. Of twins it is the one that stands for both. */
export function latestIndex(series: Series): number {
  const index = series.rows.findLastIndex(isFinal);
  return repeatsOf(series).get(index) ?? index;
}

/** Returns the newest drawn result that is not preliminary (rules 13 and 34). It may be a limit such as "<0.01". */
export const latest = memoizeBySeries((series): Row | undefined =>
  representativeRowAt(series, latestIndex(series)),
);

/** Returns the newest result that was certainly measured before the latest one (rules 13 and 44). */
export function previous(series: Series): Row | undefined {
  const { rows } = series;
  const newest = rows.findLast(isFinal);
  // Without a newest final result no row is final.
  const isEarlier = (row: Row): boolean => isFinal(row) && isCertainlyBefore(row, newest!);
  return representativeRowAt(series, rows.findLastIndex(isEarlier));
}

/**
 * Returns the other final results that may be as new as the latest, newest first: of these only the order of their ids puts
 * the latest last. Where all results are preliminary, it returns those that may be as new as the newest of them. Identical
 * results are left out.
 */
export const tiedWithLatest = memoizeBySeries((series): readonly Row[] =>
  tiedWithNewest(series, latestIndex(series) < 0 ? () => true : isFinal),
);

function tiedWithNewest(series: Series, accepts: (row: Row) => boolean): readonly Row[] {
  const { rows } = series;
  const repeats = repeatsOf(series);
  const newestIndex = rows.findLastIndex(accepts);
  const newest = rows.at(newestIndex);
  if (newestIndex < 0 || !newest) return [];
  return indicesNotBefore(series, newest)
    .filter((i) => i !== newestIndex && !repeats.has(i))
    .map((i) => rows.at(i)!)
    .filter((row) => accepts(row) && !isIdenticalResult(row, newest));
}

/** This is a difference in the unit of a series. `deltaText` has a sign unless it is "0". */
type Difference = { readonly delta: number; readonly deltaText: string };

/** This is the step between the last two numbers. */
export type LatestChange = Difference & { readonly from: Row; readonly to: Row };

/**
 * Returns the difference of two numbers as they are shown. One that is too small to be seen in them is still told, from the
 * values themselves.
 */
export function differenceBetween(from: Row, to: Row, series: Series): Difference {
  const decimals = Math.max(decimalsOf(from, series), decimalsOf(to, series));
  const delta = shownNumber(to, series) - shownNumber(from, series) || to.value - from.value;
  if (delta === 0) return { delta, deltaText: '0' };
  const rounded = Math.abs(delta).toFixed(decimals);
  const sizeText = Number(rounded) > 0 ? rounded : Math.abs(delta).toPrecision(1);
  return { delta, deltaText: `${delta > 0 ? '+' : '−'}${sizeText}` };
}

/**
 * Returns the last number minus the one before it (rule 24). Limits and preliminary results take no part. There is no change
 * when two numbers are equally new, or when they cannot be compared (rule 18).
 */
export const latestChange = memoizeBySeries((series): LatestChange | undefined => {
  const { rows } = series;
  const repeats = repeatsOf(series);
  const isCounted = (row: Row, i: number): boolean => !repeats.has(i) && isComparableNumber(row);
  const to = rows.findLast(isCounted);
  const from = to && rows.findLast((row, i) => isCounted(row, i) && isCertainlyBefore(row, to));
  if (to === undefined || from === undefined || changeBetween(from.kind, to.kind) !== '') return undefined;
  if (tiedWithNewest(series, isComparableNumber).length > 0) return undefined;
  return { from, to, ...differenceBetween(from, to, series) };
});
