/** Which of two results was measured first, where that is known. */
import { lastDayMs } from '../time/date.ts';
import { IMPRECISE_DATE_OFFSET_MS } from '../observation/effective.ts';
import type { Row } from '../observation/resultRow.ts';
import { HOUR_MS } from '../time/durations.ts';

const firstMs = ({ timeMs }: Row): number => timeMs - IMPRECISE_DATE_OFFSET_MS;
const endMs = (row: Row): number =>
  lastDayMs({ timeMs: firstMs(row), precision: row.kind.precision }) + 24 * HOUR_MS;

/**
 * Whether a result was surely measured before another one. Of two at one moment nobody knows, nor of a moment and the day that
 * it may lie in: the zone of a day is not sent, so it may begin 14 hours before that of UTC and end 12 hours after it.
 */
export function isCertainlyBefore(a: Row, b: Row): boolean {
  const [isExact, isThenExact] = [a, b].map(({ kind }) => kind.precision === 'instant');
  if (isExact) return a.timeMs < (isThenExact ? b.timeMs : firstMs(b) - 14 * HOUR_MS);
  return endMs(a) <= (isThenExact ? b.timeMs - 12 * HOUR_MS : firstMs(b));
}
