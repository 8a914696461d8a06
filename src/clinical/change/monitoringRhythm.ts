import { indicesInWindow } from '../series/inWindow.ts';
import type { Series } from '../series/series.ts';

/** A monitor writes every few minutes, and goes on for hours. */
const LONGEST_STEP_MS = 15 * 60_000;
const FEWEST_READINGS = 100;
/** A week of readings in a window of years is a thin line at its end: the monitor's own window is what they fill. */
const LEAST_SHARE = 1 / 3;

/** Whether a window shows what a monitor wrote: by the rhythm of the readings, never by the name of what is measured. */
export function isMonitored(series: Series, startMs: number, endMs: number): boolean {
  const { timesMs } = series;
  const [from, to] = indicesInWindow(series, startMs, endMs);
  if (timesMs.length < FEWEST_READINGS || to - from < 2) return false;
  const steps = timesMs.subarray(from + 1, to).map((timeMs, i) => timeMs - timesMs[from + i]!);
  const middleMs = steps.toSorted()[steps.length >> 1]!;
  return middleMs <= LONGEST_STEP_MS && (to - from) * middleMs >= (endMs - startMs) * LEAST_SHARE;
}
