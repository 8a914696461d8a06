import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Precision } from '../../clinical/time/date.ts';
import { instantMs } from '../format/timeZone.ts';

/**
 * Returns the interval in which a time is known to lie. A day, month or year is sent without a zone and means
 * the zone of the axis, so its first moment is moved there from UTC.
 */
export function momentSpan(
  timeMs: number,
  precision: Precision,
  timeZone: string,
): readonly [number, number] {
  // Nearly every result has an exact time, and there may be many thousands.
  if (precision === 'instant' || precision === 'none') return [timeMs, timeMs];
  const date = new Date(timeMs);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const at = (y: number, m: number, d: number) => instantMs(Date.UTC(y, m, d), timeZone);
  switch (precision) {
    case 'year':
      return [at(year, 0, 1), at(year + 1, 0, 1)];
    case 'month':
      return [at(year, month, 1), at(year, month + 1, 1)];
    case 'day':
      return [at(year, month, day), at(year, month, day + 1)];
    default:
      return precision satisfies never;
  }
}

export const rowTimeSpan = ({ timeMs, kind }: Row, timeZone: string): readonly [number, number] =>
  momentSpan(timeMs, kind.precision, timeZone);

type Span = readonly [fromMs: number, toMs: number];

const spans = new Map<string, Span>();

const MAX_CACHED_SPANS = 20_000;

/**
 * Remembers `momentSpan`, which reads the offset of a zone four times. Lanes ask for the same days again and
 * again.
 */
export function cachedSpan(timeMs: number, precision: Precision, timeZone: string): Span {
  if (precision === 'instant' || precision === 'none') return [timeMs, timeMs];
  const key = `${timeMs} ${precision} ${timeZone}`;
  let span = spans.get(key);
  if (span === undefined) {
    if (spans.size >= MAX_CACHED_SPANS) spans.clear();
    span = momentSpan(timeMs, precision, timeZone);
    spans.set(key, span);
  }
  return span;
}
