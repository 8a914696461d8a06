import { useMemo } from 'react';
import type { LaneColumns } from '../../charts/lanes/LaneRow.tsx';
import { PRINT_COLUMNS } from '../../ui/layout/printMedia.ts';

const ON_PAPER: LaneColumns = {
  namePx: PRINT_COLUMNS.namePx + PRINT_COLUMNS.scalePx,
  readingPx: PRINT_COLUMNS.readingPx,
};

/** Returns the columns beside the lanes, in line with those of the curves above, or undefined if there is no room. */
export function useLaneSides(
  isOnPaper: boolean,
  isNarrow: boolean,
  namePx: number,
  readingPx: number,
): LaneColumns | undefined {
  return useMemo(() => {
    if (isOnPaper) return ON_PAPER;
    return isNarrow ? undefined : { namePx, readingPx };
  }, [isOnPaper, isNarrow, namePx, readingPx]);
}
