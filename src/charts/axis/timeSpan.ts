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

/**
 * Returns where the symbol of a result stands: at its moment, or in the middle of its day, month or year, and never beyond the end of a
 * plot in which that begins.
 */
export const symbolMs = ([fromMs, toMs]: ReturnType<typeof momentSpan>, plotEndMs: number): number =>
  Math.max(fromMs, Math.min((fromMs + toMs) / 2, plotEndMs));
