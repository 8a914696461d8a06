import type { RecordSnapshot } from '../../../record/flowsheet/recordSnapshot.ts';
import { haveNewestCome } from '../../../record/search/searchStates.ts';
import { useIsOver } from './useIsOver.ts';

/**
 * The first results wait this long for those of the other searches that began with theirs. Otherwise an old answer about smoking would
 * stand first in the list, and jump away when the laboratory's results come.
 */
const RESULTS_WAIT_MS = 4000;

/** Returns whether the newest results are there, or have been waited for long enough. */
export function useNewestResults(reported: RecordSnapshot | undefined): boolean {
  const isOver = useIsOver(RESULTS_WAIT_MS, reported !== undefined);
  return reported !== undefined && (isOver || haveNewestCome(reported.searches));
}
