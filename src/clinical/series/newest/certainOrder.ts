import type { Row, RowKind } from '../../observation/resultRow.ts';
import { endMsOfMoment, IMPRECISE_DATE_OFFSET_MS } from '../../time/date.ts';
import { DAY_MS, HOUR_MS } from '../../time/durations.ts';
import { memoizeBySeries } from '../memoizeBySeries.ts';
import type { Series } from '../series.ts';

/** A day begins up to 14 hours before that day in UTC, and ends up to 12 hours after it. */
const EARLIEST_ZONE_MS = 14 * HOUR_MS;
const LATEST_ZONE_MS = 12 * HOUR_MS;

/** This is the time of a row, or a moment to compare rows with. */
type Timed = Pick<Row, 'timeMs'> & { readonly kind: Pick<RowKind, 'precision'> };

/** Returns whether the moment of a result was sent, and not only its day, month or year. */
export const isExact = ({ kind }: Timed): boolean => kind.precision === 'instant';

/** Returns the first moment in UTC of a day, month or year. */
const startMs = ({ timeMs }: Timed): number => timeMs - IMPRECISE_DATE_OFFSET_MS;
const endMs = (row: Timed): number => endMsOfMoment({ timeMs: startMs(row), precision: row.kind.precision });

/**
 * Returns whether a result was certainly measured before another one (rules 13, 24 and 44). That is not known of two results
 * at one moment, nor of a moment and a day that it may lie in, because the time zone of a day is not sent.
 */
export function isCertainlyBefore(a: Timed, b: Timed): boolean {
  if (isExact(a)) return a.timeMs < (isExact(b) ? b.timeMs : startMs(b) - EARLIEST_ZONE_MS);
  return endMs(a) <= (isExact(b) ? b.timeMs - LATEST_ZONE_MS : startMs(b));
}

/** Returns the indices of the drawn days, months and years, oldest first. Most series have none. */
const impreciseIndices = memoizeBySeries(({ rows, timesMs }): readonly number[] => {
  const indices: number[] = [];
  timesMs.forEach((timeMs, i) => {
    // All of them stand at one time of the day, so hardly any row has to be made.
    if ((timeMs - IMPRECISE_DATE_OFFSET_MS) % DAY_MS === 0 && !isExact(rows.at(i)!)) indices.push(i);
  });
  return indices;
});

/**
 * Returns the indices of the drawn results that were not certainly measured before a row, the last ones first. A day, month or
 * year stands near its beginning, so results that were certainly measured before may stand behind one that may be newer.
 * Only the first `count` results of the series are asked for.
 */
export function indicesNotBefore(series: Series, row: Timed, count = series.rows.length): readonly number[] {
  const { rows } = series;
  const isOpen = (i: number): boolean => !isCertainlyBefore(rows.at(i)!, row);
  const last: number[] = [];
  let i = count - 1;
  for (; i >= 0 && isOpen(i); i--) last.push(i);
  const further = impreciseIndices(series).filter((at) => at < i && isOpen(at));
  return [...last, ...further.toReversed()];
}
