import type { TimeSpan } from '../../../clinical/change/comparableRows.ts';

/** Returns a window of the same length with the moment at this share of its length before its right end. */
export function spanEndingAt(timeMs: number, { startMs, endMs }: TimeSpan, share = 0.02): TimeSpan {
  const lengthMs = endMs - startMs;
  const lastMs = timeMs + lengthMs * share;
  return { startMs: lastMs - lengthMs, endMs: lastMs };
}
