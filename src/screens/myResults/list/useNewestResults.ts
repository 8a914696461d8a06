import type { RecordSnapshot } from '../../../record/flowsheet/recordSnapshot.ts';
import { NEWEST_WAIT_MS } from '../../../record/flowsheet/recordPass.ts';
import { haveNewestCome } from '../../../record/search/searchStates.ts';
import { useIsOver } from './useIsOver.ts';

/**
 * Returns whether the newest results are there, or have been waited for long enough. Otherwise an old answer about smoking would stand first
 * in the list, and jump away when the laboratory's results come.
 */
export function useNewestResults(reported: RecordSnapshot | undefined): boolean {
  const isOver = useIsOver(NEWEST_WAIT_MS, reported !== undefined);
  return reported !== undefined && (isOver || haveNewestCome(reported.searches));
}
