import { useMemo } from 'react';
import type { LaneColumns } from '../../charts/lanes/LaneRow.tsx';
import { PRINT_COLUMNS } from '../../ui/layout/printMedia.ts';

const ON_PAPER: LaneColumns = {
  namePx: PRINT_COLUMNS.namePx + PRINT_COLUMNS.scalePx,
  readingPx: PRINT_COLUMNS.readingPx,
};

/** The columns beside the lanes, as the curves above have them; undefined where there is no room for any. */
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
