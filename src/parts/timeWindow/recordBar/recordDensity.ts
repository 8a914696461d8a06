/** This file counts the results of tests along the whole time of a record, for the bar that shows all of it. */
import type { TimeWindow } from '../recordWindow.ts';

type Timed = { readonly timesMs: ArrayLike<number> };

/** Returns how many results lie in each of so many equal parts of the record. */
export function countsAlong(tests: readonly Timed[], whole: TimeWindow, parts: number): number[] {
  const counts = Array.from<number>({ length: parts }).fill(0);
  const lengthMs = Math.max(1, whole.endMs - whole.startMs);
  for (const { timesMs } of tests)
    for (let i = 0; i < timesMs.length; i++) {
      const fraction = ((timesMs[i] ?? Number.NaN) - whole.startMs) / lengthMs;
      if (!(fraction >= 0 && fraction <= 1)) continue;
      const part = Math.min(parts - 1, Math.floor(fraction * parts));
      counts[part] = (counts[part] ?? 0) + 1;
    }
  return counts;
}

/** A single result is at least this high, of 100. */
const LOWEST = 22;

/** Returns a column for each part with results, one wide and up to 100 high. The height follows the root, so that few are seen beside many. */
export function densityPath(counts: readonly number[]): string {
  const most = Math.sqrt(Math.max(1, ...counts));
  return counts
    .map((count, i) => {
      if (count === 0) return '';
      const height = Math.max(LOWEST, (100 * Math.sqrt(count)) / most);
      return `M${i} 100V${Math.round(100 - height)}h1V100z`;
    })
    .join('');
}
