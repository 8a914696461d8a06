/** A strip is read at a moment here, and keys move the moment from result to result. */
import { firstIndexAfter, firstIndexFrom, type PlacedEntry, type Strip } from './strip.ts';
import { concurrentEntries, finalEntryBefore, isFinalEntry } from '../reading/entryOrder.ts';
import { latestEntry } from '../trend/trendLabels.ts';
import type { ChartEntry } from '../reading/chartEntries.ts';

export type StripReading = {
  readonly entry: ChartEntry;
  /**
   * The offset leads from the moment to the result. Below 0 the result is the earlier one, and without a
   * moment it is undefined.
   */
  readonly offsetMs: number | undefined;
  /** The result is drawn at the moment itself. */
  readonly isAtCursor: boolean;
  /** These results have the same time, or may have it where the reading is the latest. */
  readonly sameTimeEntries: readonly ChartEntry[];
  readonly before: ChartEntry | undefined;
};

/** Returns the result at the moment, or one that is drawn at the same place, or the last final one before. */
function entryAt({ placed }: Strip, momentMs: number, nearMs: number): PlacedEntry | undefined {
  const after = firstIndexAfter(placed, momentMs);
  const exact = placed.slice(firstIndexFrom(placed, momentMs), after);
  if (exact.length > 0) return exact.findLast(({ entry }) => isFinalEntry(entry)) ?? exact.at(-1);
  const gap = (one: PlacedEntry | undefined) =>
    Math.abs((one?.momentMs ?? Number.POSITIVE_INFINITY) - momentMs);
  const nearest = [placed[after - 1], placed[after]].toSorted((a, b) => gap(a) - gap(b))[0];
  if (nearest && gap(nearest) <= nearMs) return nearest;
  for (let i = after - 1; i >= 0; i--) if (isFinalEntry(placed[i]!.entry)) return placed[i];
  return undefined;
}

/**
 * Returns the reading at a moment. Without a moment it is the latest of the record, or the newest so far
 * while the record is being read.
 */
export function readingOf(
  strip: Strip,
  momentMs: number | undefined,
  toleranceMs: number,
  isComplete: boolean,
): StripReading | undefined {
  const { series, entries, placed } = strip;
  const { drawn } = entries;
  if (momentMs === undefined) {
    const entry = (isComplete ? latestEntry(series, drawn) : undefined) ?? drawn.at(-1);
    if (!entry) return undefined;
    return {
      entry,
      offsetMs: undefined,
      isAtCursor: false,
      sameTimeEntries: concurrentEntries(drawn, entry),
      before: isComplete ? finalEntryBefore(drawn, entry) : undefined,
    };
  }
  const found = entryAt(strip, momentMs, toleranceMs);
  if (!found) return undefined;
  const { entry } = found;
  const sameTime = placed.slice(
    firstIndexFrom(placed, found.momentMs),
    firstIndexAfter(placed, found.momentMs),
  );
  return {
    entry,
    offsetMs: found.momentMs - momentMs,
    isAtCursor: Math.abs(found.momentMs - momentMs) <= toleranceMs,
    sameTimeEntries: sameTime.flatMap((one) => (one.entry === entry ? [] : [one.entry])),
    before: isComplete ? finalEntryBefore(drawn, entry) : undefined,
  };
}

/** Returns the distinct moments of the results in the window, oldest first. */
export const momentsOf = (strips: readonly Strip[]): number[] =>
  [...new Set(strips.flatMap(({ inside }) => inside.map(({ momentMs }) => momentMs)))].toSorted(
    (a, b) => a - b,
  );

/**
 * Returns the moment that a key leads to, or undefined when there is none or for another key. The first key
 * reads the newest result.
 */
export function momentAfterKey(
  key: string,
  moments: readonly number[],
  nowMs: number | undefined,
): number | undefined {
  const [first, last] = [moments[0], moments.at(-1)];
  if (key === 'Home') return first;
  if (key === 'End') return last;
  if (key === 'ArrowLeft')
    return nowMs === undefined ? last : (moments.findLast((timeMs) => timeMs < nowMs) ?? first);
  if (key === 'ArrowRight')
    return nowMs === undefined ? last : (moments.find((timeMs) => timeMs > nowMs) ?? last);
  return undefined;
}

/** Returns the nearest moment that is not farther away than this. */
export function nearestMoment(
  moments: readonly number[],
  timeMs: number,
  withinMs: number,
): number | undefined {
  let best: number | undefined;
  let bestMs = withinMs;
  for (const one of moments) {
    const gapMs = Math.abs(one - timeMs);
    if (gapMs <= bestMs) [best, bestMs] = [one, gapMs];
  }
  return best;
}
