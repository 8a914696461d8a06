/** This file splits the results of the overview by whether a visit has one of them. */
import type { Series } from '../../../clinical/series/series.ts';
import { resultCount } from '../../../clinical/series/resultCount.ts';
import type { TimeWindow } from '../../timeWindow/recordWindow.ts';
import { PINNED_GROUP } from '../pins.ts';
import type { SparklineSelection } from '../sparklineSelection.ts';
import { isDrawnEntry, seriesOfEntry, type TileEntry } from '../tileLayout.ts';

/** Returns whether a series has a result in the window that is not charted. */
export const hasListedIn = ({ listed }: Series, { startMs, endMs }: TimeWindow): boolean =>
  listed.some(({ timeMs }) => timeMs >= startMs && timeMs <= endMs);

const hasPointIn = (entry: TileEntry, { startMs, endMs }: TimeWindow): boolean =>
  isDrawnEntry(entry) &&
  resultCount(entry.series, entry.kind === 'pair' ? entry.diastolic : undefined, startMs, endMs).inside > 0;

/**
 * Selects what a visit shows: a tile for each test with a result of that time, however few, and a line for one whose result is
 * not charted. The others have no frame. A pinned test keeps its tile.
 */
export function visitSelection(entries: readonly TileEntry[], window: TimeWindow): SparklineSelection {
  const isTile = (entry: TileEntry): boolean => entry.group === PINNED_GROUP || hasPointIn(entry, window);
  const isLine = (entry: TileEntry): boolean =>
    isDrawnEntry(entry) && seriesOfEntry(entry).some((series) => hasListedIn(series, window));
  const others = entries.filter((entry) => !isTile(entry));
  return {
    sparklines: entries.filter(isTile),
    brief: others.filter(isLine),
    outside: others.filter((entry) => !isLine(entry)),
  };
}
