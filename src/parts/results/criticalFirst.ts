import { isCriticalFlag } from '../../clinical/observation/flag/flag.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { newestResults } from '../../clinical/series/newest/newerUncharted.ts';
import { memoizeBySeries } from '../../clinical/series/memoizeBySeries.ts';
import { isDrawnEntry, seriesOfEntry, type TileEntry } from './tileLayout.ts';

const isCritical = ({ kind }: Pick<Row, 'kind'>): boolean => isCriticalFlag(kind.flag);

const hasCriticalPoint = memoizeBySeries(({ rows }): boolean => rows.some(isCritical));

/** Returns 2 when the newest result of an entry, or one that may be as new, was sent as critical; 1 when an older one was. */
function urgencyOf(entry: TileEntry): number {
  if (!isDrawnEntry(entry)) return 0;
  const all = seriesOfEntry(entry);
  const isUrgent =
    all.some((series) => newestResults(series).some(isCritical)) ||
    entry.newer.some(({ lead }) => isCritical(lead.row));
  if (isUrgent) return 2;
  return all.some(hasCriticalPoint) ? 1 : 0;
}

/** Returns whether a result of an entry was sent as critical, be it its newest or an older one. */
export const isUrgent = (entry: TileEntry): boolean => urgencyOf(entry) > 0;

/**
 * Returns the entries with the critical ones first, when they are more than `most`: of a list that begins with so many of
 * them, no critical result may stand in the part that is not shown. A shorter list keeps its order.
 */
export function criticalFirst<T extends TileEntry>(entries: readonly T[], most: number): readonly T[] {
  if (entries.length <= most) return entries;
  const urgencies = new Map(entries.map((entry) => [entry, urgencyOf(entry)]));
  return entries.toSorted((a, b) => urgencies.get(b)! - urgencies.get(a)!);
}
