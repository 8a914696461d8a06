/**
 * Finds what was sent of a test beside the result of its card and is certainly neither newer nor older: results without a date, with one that
 * cannot be right, and those of the same moment that have no place on a curve. They are told, and never called the latest (rules 13 and 43).
 */
import { isUndated } from '../../../../clinical/series/newest/newerOrder.ts';
import {
  isCancelled,
  NEVER_NEWER,
  resultsOf,
  shownRowOf,
  type Candidate,
  type NewerResult,
} from '../../../../clinical/series/newest/newerUncharted.ts';
import { relatedSeries } from '../../../../clinical/series/newest/relatedSeries.ts';
import { newestFirst } from '../../../../clinical/series/rowOrder.ts';
import type { Row } from '../../../../clinical/observation/resultRow.ts';
import type { Series } from '../../../../clinical/series/series.ts';
import { hasDoubtfulDate } from '../doubts.ts';
import { isNotFinal } from '../notFinal.ts';

/** Returns whether the time of a result says nothing of its order. */
export const hasNoSureDate = (row: Row): boolean => isUndated(row) || hasDoubtfulDate(row.kind);

/** The final result of a moment takes the place of a preliminary one, and a missing value says nothing beside it. */
const isBeside = (row: Row, shown: Row): boolean =>
  row.timeMs === shown.timeMs &&
  [row, shown].every(({ kind }) => kind.precision === 'instant') &&
  !isNotFinal(row.kind) &&
  row.kind.reason !== 'no-value' &&
  row.valueText !== shown.valueText;

const isResult = ({ kind }: Row): boolean => !NEVER_NEWER.has(kind.reason) && !isCancelled(kind);

/** Returns these results of one series or of both sides of a blood pressure, those of the same moment first. `all` are the series of the record. */
export function asideResults(
  sides: readonly [Series, (Series | undefined)?],
  all: readonly Series[],
): readonly NewerResult[] {
  const own = sides.filter((side) => side !== undefined);
  const shown = shownRowOf(own);
  if (shown === undefined) return [];
  const candidates = [...own, ...relatedSeries(own, all)].flatMap((series) =>
    series.listed.flatMap((row): Candidate[] => {
      if (row.id === shown.id || !isResult(row)) return [];
      const manner = isNotFinal(row.kind) ? 'preliminary' : 'listed';
      if (hasNoSureDate(row)) return [{ row, series, manner, order: 'perhaps-after' }];
      return own.includes(series) && isBeside(row, shown)
        ? [{ row, series, manner, order: 'same-time' }]
        : [];
    }),
  );
  return resultsOf(candidates, own).toSorted(
    (a, b) =>
      Number(hasNoSureDate(a.lead.row)) - Number(hasNoSureDate(b.lead.row)) ||
      newestFirst(a.lead.row, b.lead.row),
  );
}
