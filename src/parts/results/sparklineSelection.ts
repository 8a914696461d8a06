/** This file selects the entries of the overview that need a curve. A line of text says as much about the others. */
import { resultCount } from '../../clinical/series/resultCount.ts';
import { PINNED_GROUP } from './pins.ts';
import type { TimeWindow } from '../timeWindow/recordWindow.ts';
import type { DrawnEntry, TileEntry } from './tileLayout.ts';

/** A curve needs two points. If the screen is full, curves of two and then of three points are left out. */
const MIN_POINTS = [2, 3, 4];

export type SparklineSelection = {
  readonly sparklines: readonly TileEntry[];
  /** These entries have a result in the window, and those below have none. Both are in clinical order. */
  readonly brief: readonly TileEntry[];
  readonly outside: readonly TileEntry[];
};
const NO_SELECTION: SparklineSelection = { sparklines: [], brief: [], outside: [] };
/** Counts the results of an entry, each once: one that was sent twice is no curve (rule 23). */
const pointCountIn = (entry: DrawnEntry, startMs: number, endMs: number): number =>
  resultCount(entry.series, entry.kind === 'pair' ? entry.diastolic : undefined, startMs, endMs).inside;

type Room = {
  /** These entries were drawn while the record was read, and keep their place whatever the window holds of them. */
  readonly kept: ReadonlySet<TileEntry>;
  /** Returns the height of the tallest column with these curves, at a text size of 16 px. */
  readonly tallestPx: (sparklines: readonly TileEntry[]) => number;
  readonly roomPx: number;
};

/**
 * Selects the entries that are drawn as a curve, once everything is read. A series with fewer than two
 * results in the window becomes a line with its last value, flag and date. So does one with two or three, if
 * the curves then fit on the screen: it first shows what moves, and everything that was ever measured stays
 * in reach. A pinned entry is always a curve, and so is a kept one. With `roomPx` 0 the page scrolls anyway.
 */
export function selectSparklines(
  entries: readonly TileEntry[],
  { startMs, endMs }: TimeWindow,
  { kept, tallestPx, roomPx }: Room,
): SparklineSelection {
  const points = new Map(
    entries.map((entry) => [
      entry.id,
      entry.kind === 'waiting' ? Infinity : pointCountIn(entry, startMs, endMs),
    ]),
  );
  const withAtLeast = (minPoints: number): SparklineSelection => {
    const hasEnoughPoints = ({ id }: TileEntry): boolean => (points.get(id) ?? 0) >= minPoints;
    const hasCurve = (entry: TileEntry): boolean =>
      entry.group === PINNED_GROUP || kept.has(entry) || hasEnoughPoints(entry);
    const rest = entries.filter((entry) => !hasCurve(entry));
    if (!entries.some(hasEnoughPoints)) return NO_SELECTION;
    return {
      sparklines: entries.filter(hasCurve),
      brief: rest.filter((entry) => !isOutside(entry)),
      outside: rest.filter(isOutside),
    };
  };
  const isOutside = ({ id }: TileEntry): boolean => points.get(id) === 0;
  const all = MIN_POINTS.map(withAtLeast);
  const fits = ({ sparklines }: SparklineSelection): boolean => tallestPx(sparklines) <= roomPx;
  const selection = (roomPx > 0 && all.find((one) => one.sparklines.length > 0 && fits(one))) || all[0]!;
  // If nothing moves, everything is drawn: a screen of lines only would hide the shape of a sparse record.
  return selection.sparklines.length === 0 ? { ...NO_SELECTION, sparklines: entries } : selection;
}
