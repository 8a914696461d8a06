import { orderAfter } from './newerOrder.ts';
import { newestFirst } from '../rowOrder.ts';
import type { Series } from '../series.ts';
import {
  isCancelled,
  shownRowOf,
  NEVER_NEWER,
  isAwaited,
  resultsOf,
  type Candidate,
  type NewerResult,
} from './newerUncharted.ts';
import { relatedSeries } from './relatedSeries.ts';

/**
 * Returns the tests that may be newer than the result that stands for these series and have no value: those that are still awaited, as
 * preliminary ones, and all that were cancelled. `newerUncharted` leaves out the first, and names a cancelled one only where nothing else
 * is newer. The newest comes first.
 */
export function testsWithoutValue(
  sides: readonly [Series, (Series | undefined)?],
  all: readonly Series[],
): readonly NewerResult[] {
  const own = sides.filter((side) => side !== undefined);
  const shownRow = shownRowOf(own);
  const candidates = [...own, ...relatedSeries(own, all)].flatMap((series) =>
    series.listed.flatMap((row): Candidate[] => {
      const { kind } = row;
      const isCancelledOne = isCancelled(kind);
      if (kind.hasImpossibleTime || NEVER_NEWER.has(kind.reason)) return [];
      const order = isCancelledOne || isAwaited(row) ? orderAfter(row, shownRow) : undefined;
      return order ? [{ row, series, manner: isCancelledOne ? 'cancelled' : 'preliminary', order }] : [];
    }),
  );
  return resultsOf(candidates, own).toSorted((a, b) => newestFirst(a.lead.row, b.lead.row));
}
