/** What of the overview needs a curve, and what a line of text says as well. */
import { countInWindow } from '../../clinical/series/inWindow.ts';
import { PINNED_GROUP } from './pins.ts';
import type { TimeWindow } from '../timeWindow/recordWindow.ts';
import { columnsOf, tallestOf, type DrawnEntry, type TileEntry } from './tileLayout.ts';

/** A curve needs two points; where the screen is full the next ones to go are those of two and three. */
const MIN_POINTS = [2, 3, 4];

export type SparklineSelection = {
  readonly sparklines: readonly TileEntry[];
  /** With a result in the window, and those with none, each in clinical order. */
  readonly brief: readonly TileEntry[];
  readonly outside: readonly TileEntry[];
};
const NO_SELECTION: SparklineSelection = { sparklines: [], brief: [], outside: [] };
/** Of a pair that side which has more: the other may not have been recorded. */
const pointCountIn = (entry: DrawnEntry, startMs: number, endMs: number): number =>
  Math.max(
    countInWindow(entry.series, startMs, endMs),
    entry.kind === 'pair' ? countInWindow(entry.diastolic, startMs, endMs) : 0,
  );

type Room = { readonly columns: number; readonly tilePx: number; readonly roomPx: number };

/**
 * Once all is read, a series with fewer than two results in the window is a line: its last value, flag and date. Where that
 * makes the curves fit on the screen, so is one with two or three. So the first screen holds what moves now, and nothing
 * that was ever measured is out of reach. What is pinned is always a curve. `roomPx` 0: the page scrolls anyway.
 */
export function selectSparklines(
  entries: readonly TileEntry[],
  { startMs, endMs }: TimeWindow,
  { columns, tilePx, roomPx }: Room,
): SparklineSelection {
  const points = new Map(
    entries.map((entry) => [
      entry.id,
      entry.kind === 'waiting' ? Infinity : pointCountIn(entry, startMs, endMs),
    ]),
  );
  const withAtLeast = (minPoints: number): SparklineSelection => {
    const hasEnoughPoints = ({ id }: TileEntry): boolean => (points.get(id) ?? 0) >= minPoints;
    const hasCurve = (entry: TileEntry): boolean => entry.group === PINNED_GROUP || hasEnoughPoints(entry);
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
  const fits = ({ sparklines }: SparklineSelection): boolean =>
    tallestOf(columnsOf(sparklines, columns, tilePx), tilePx) <= roomPx;
  const selection = (roomPx > 0 && all.find((one) => one.sparklines.length > 0 && fits(one))) || all[0]!;
  // Where nothing moves, everything is drawn as it is: a screen of lines alone would hide the shape of a sparse record.
  return selection.sparklines.length === 0 ? { ...NO_SELECTION, sparklines: entries } : selection;
}
