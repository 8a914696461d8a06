/** This file describes a window. The first chart needs none of it. */
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { dateText, dateTimeText } from '../../charts/format/dateText.ts';
import { lastMomentMs, type TimeWindow } from './recordWindow.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { timeWindowTexts } from './timeWindow.messages.ts';

/**
 * Returns the result that a window ends with, the one of several whose time is known best, or undefined if it
 * ends elsewhere.
 */
export function lastResultAt(
  { series, readAtMs }: RecordSnapshot,
  endMs: number,
  timeZone: string,
): Row | undefined {
  const rows = series.flatMap((one) => one.rows.at(-1) ?? []);
  const ending = rows.filter((row) => lastMomentMs(row, timeZone, readAtMs) === endMs);
  return ending.find(({ kind }) => kind.precision === 'instant' || kind.precision === 'day') ?? ending[0];
}

/** Returns "25 Nov 2014 – 24 Nov 2026", with the time of day in a window of days. */
export function windowText({ startMs, endMs }: TimeWindow, timeZone: string): string {
  const text = endMs - startMs <= 10 * DAY_MS ? dateTimeText : dateText;
  return timeWindowTexts('window', {
    start: text(startMs, 'instant', timeZone),
    end: text(endMs, 'instant', timeZone),
  });
}
