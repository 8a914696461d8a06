import type { Row } from '../../clinical/observation/resultRow.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';

import { rowTimeSpan } from '../../charts/axis/timeSpan.ts';
import { instantMs, wallClockMs } from '../../charts/format/timeZone.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';

export type TimeWindow = { readonly startMs: number; readonly endMs: number };

/**
 * Rounds down to the beginning of the year, month or day, so that older pages rarely move the axis while they
 * arrive.
 */
function coarseStartMs(startMs: number, endMs: number, timeZone: string): number {
  const date = new Date(wallClockMs(startMs, timeZone));
  const days = (endMs - startMs) / DAY_MS;
  const month = days > 366 ? 0 : date.getUTCMonth();
  const day = days > 45 ? 1 : date.getUTCDate();
  return instantMs(Date.UTC(date.getUTCFullYear(), month, day), timeZone);
}

/** A result that seems older has a wrong date. It is counted as older and does not press the others together. */
const CENTURY_MS = 36_525 * DAY_MS;

/** Returns the time from the first to the last drawn result, for all curves alike, or undefined if nothing is drawn. */
export function recordWindow(record: RecordSnapshot | undefined, timeZone: string): TimeWindow | undefined {
  let startMs = Infinity;
  let endMs = -Infinity;
  for (const { rows } of record?.series ?? []) {
    const [first, last] = [rows.at(0), rows.at(-1)];
    if (!first || !last) continue;
    startMs = Math.min(startMs, rowTimeSpan(first, timeZone)[0]);
    endMs = Math.max(endMs, lastMomentMs(last, timeZone, record!.readAtMs));
  }
  if (!record || startMs > endMs) return undefined;
  startMs = Math.max(startMs, endMs - CENTURY_MS);
  // It ends with the result, as every window of the record does.
  if (startMs === endMs) return { startMs: startMs - DAY_MS, endMs };
  return { startMs: record.ended ? startMs : coarseStartMs(startMs, endMs, timeZone), endMs };
}

/**
 * Returns the last moment of a result's day, month or year, which is just before the next begins. A month or year that goes on ends when
 * the record was read, so that the last days of the record are not days to come.
 */
export function lastMomentMs(row: Row, timeZone: string, readAtMs: number): number {
  const { timeMs, kind } = row;
  if (kind.precision === 'instant') return timeMs;
  const lastMs = rowTimeSpan(row, timeZone)[1] - 1;
  return kind.precision === 'day' ? lastMs : Math.max(timeMs, Math.min(lastMs, readAtMs));
}
