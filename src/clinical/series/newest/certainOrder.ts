import { IMPRECISE_DATE_OFFSET_MS } from '../../observation/effective.ts';
import type { Row } from '../../observation/resultRow.ts';
import { endMsOfMoment } from '../../time/date.ts';
import { HOUR_MS } from '../../time/durations.ts';

/** A day begins up to 14 hours before that day in UTC, and ends up to 12 hours after it. */
const EARLIEST_ZONE_MS = 14 * HOUR_MS;
const LATEST_ZONE_MS = 12 * HOUR_MS;

/** Returns the first moment in UTC of a day, month or year. */
const startMs = ({ timeMs }: Row): number => timeMs - IMPRECISE_DATE_OFFSET_MS;
const endMs = (row: Row): number => endMsOfMoment({ timeMs: startMs(row), precision: row.kind.precision });

/**
 * Returns whether a result was certainly measured before another one (rules 13, 24 and 44). That is not known of two results
 * at one moment, nor of a moment and a day that it may lie in, because the time zone of a day is not sent.
 */
export function isCertainlyBefore(a: Row, b: Row): boolean {
  const [isExact, isOtherExact] = [a, b].map(({ kind }) => kind.precision === 'instant');
  if (isExact) return a.timeMs < (isOtherExact ? b.timeMs : startMs(b) - EARLIEST_ZONE_MS);
  return endMs(a) <= (isOtherExact ? b.timeMs - LATEST_ZONE_MS : startMs(b));
}
