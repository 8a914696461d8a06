/** This file finds the silence of a monitor by the rhythm of its readings. Times are epoch ms. */
import { MINUTE_MS } from '../../time/durations.ts';
import { indexFromTime } from '../inWindow.ts';
import type { Series } from '../series.ts';

/** A monitor writes at least every quarter of an hour. */
export const MAX_MONITOR_STEP_MS = 15 * MINUTE_MS;
/** So many steps in a row are a rhythm. A few readings in an emergency room are none. */
const MIN_STEPS = 6;
/** A monitor that was silent for so long was off or elsewhere, so no line is drawn over that time (rule 6). */
export const MONITOR_SILENCE_MS = 30 * MINUTE_MS;

const distinctTimes = new WeakMap<Float64Array, Float64Array>();

/** A reading that was sent twice is one step of no time (rule 23), so each time counts once. */
function distinctTimesMs(timesMs: Float64Array): Float64Array {
  const found = distinctTimes.get(timesMs) ?? timesMs.filter((timeMs, i) => timeMs !== timesMs[i - 1]);
  distinctTimes.set(timesMs, found);
  return found;
}

/**
 * Returns whether a monitor wrote before or after the time without results that follows a moment. It looks at the whole
 * series, so that a window that shows a part of it breaks the line at the same silence.
 */
export function isMonitorSilence(series: Series, afterMs: number): boolean {
  const timesMs = distinctTimesMs(series.wholeTimesMs ?? series.timesMs);
  const next = indexFromTime({ timesMs }, afterMs + 1);
  const isRhythm = (from: number): boolean =>
    timesMs[from + MIN_STEPS]! - timesMs[from]! <= MIN_STEPS * MAX_MONITOR_STEP_MS;
  return isRhythm(next - 1 - MIN_STEPS) || isRhythm(next);
}
