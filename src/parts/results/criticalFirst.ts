import { isCriticalFlag } from '../../clinical/observation/flag.ts';
import { newestResult } from '../../clinical/series/newest/newerUncharted.ts';
import { isDrawnEntry, seriesOfEntry, type TileEntry } from './tileLayout.ts';

/** Returns whether the newest result of an entry, or one that may be newer, was sent as critical. */
function isCritical(entry: TileEntry): boolean {
  if (!isDrawnEntry(entry)) return false;
  return (
    seriesOfEntry(entry).some((series) => isCriticalFlag(newestResult(series)?.kind.flag ?? '')) ||
    entry.newer.some(({ lead }) => isCriticalFlag(lead.row.kind.flag))
  );
}

/**
 * Returns the entries with the critical ones first, when they are more than `most`: of a list that begins with so many of
 * them, no critical result may stand in the part that is not shown. A shorter list keeps its order.
 */
export function criticalFirst<T extends TileEntry>(entries: readonly T[], most: number): readonly T[] {
  if (entries.length <= most) return entries;
  const critical = new Set(entries.filter(isCritical));
  return [...critical, ...entries.filter((entry) => !critical.has(entry))];
}
