/** Where the cursor of the screen stands, whichever screen it is: a zoom keeps that moment where it is. */
import { useEffect } from 'react';
import type { TimeWindow } from './recordWindow.ts';

let anchorMs: number | undefined;

/**
 * Only of a cursor that a key or a press put there: the pointer passes curves on its way elsewhere, and a window that moves
 * leaves it behind.
 */
export function useZoomAnchor(timeMs: number | undefined, isPlaced: boolean): void {
  useEffect(() => {
    anchorMs = isPlaced ? timeMs : undefined;
    return () => {
      anchorMs = undefined;
    };
  }, [timeMs, isPlaced]);
}

/** undefined where no cursor stands in this stretch. */
export const zoomAnchorIn = ({ startMs, endMs }: TimeWindow): number | undefined =>
  anchorMs !== undefined && anchorMs >= startMs && anchorMs <= endMs ? anchorMs : undefined;
