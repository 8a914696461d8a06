import type { ChartEntry } from '../../charts/reading/chartEntries.ts';
import { flagSeverity, isCriticalFlag } from '../../clinical/observation/flag/flag.ts';
import { markedRow } from './gridCells.ts';

/** A critical result is seen before a final one, and that before one whose flag may still change (rule 34). */
function seenRank(entry: ChartEntry): number {
  const { flag } = markedRow(entry).kind;
  const isPreliminary = entry.rows.some(({ kind }) => kind.status === 'preliminary');
  return flagSeverity(flag) + (isCriticalFlag(flag) ? 100 : isPreliminary ? 0 : 50);
}

/**
 * Returns the results of one moment in the order in which they are seen. The first is all that a cell shows beside their number,
 * and only their ids would order them. What repeats another result stays behind.
 */
export const severestFirst = (entries: readonly ChartEntry[]): readonly ChartEntry[] =>
  entries.toSorted((a, b) => Number(a.isRepeat) - Number(b.isRepeat) || seenRank(b) - seenRank(a));
