import { MAX_MONITOR_STEP_MS } from './monitorSilence.ts';
import { indicesInWindow } from '../inWindow.ts';
import { distinctResults } from '../resultCount.ts';
import type { Series } from '../series.ts';

/** A monitor goes on for hours. */
const MIN_READINGS = 100;
/**
 * A week of readings in a window of years is a thin line at its end, so the readings have to fill this share of the
 * window.
 */
const MIN_SHARE = 1 / 3;

/**
 * Returns whether a window shows what a monitor wrote: by the rhythm of the readings, never by the name of what is
 * measured.
 */
export function isMonitored(series: Series, startMs: number, endMs: number): boolean {
  // A reading that was sent twice is one (rule 23), and no step of no time.
  const readings = distinctResults(series);
  const { timesMs } = readings;
  const [from, to] = indicesInWindow(readings, startMs, endMs);
  if (timesMs.length < MIN_READINGS || to - from < 2) return false;
  const stepsMs = timesMs.subarray(from + 1, to).map((timeMs, i) => timeMs - timesMs[from + i]!);
  const medianStepMs = stepsMs.toSorted()[stepsMs.length >> 1]!;
  return medianStepMs <= MAX_MONITOR_STEP_MS && (to - from) * medianStepMs >= (endMs - startMs) * MIN_SHARE;
}
