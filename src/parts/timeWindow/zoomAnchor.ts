/** This file keeps the time of the cursor of the screen. A zoom leaves that time where it is. */
import { useEffect } from 'react';
import type { TimeWindow } from './recordWindow.ts';

let anchorMs: number | undefined;

/**
 * Registers the time of a cursor that a key or a press has set. A pointer passes curves on its way elsewhere,
 * and a moving window leaves it behind.
 */
export function useZoomAnchor(timeMs: number | undefined, isPlaced: boolean): void {
  useEffect(() => {
    anchorMs = isPlaced ? timeMs : undefined;
    return () => {
      anchorMs = undefined;
    };
  }, [timeMs, isPlaced]);
}

/** Returns the time of the cursor, or undefined if it is not in this window. */
export const zoomAnchorIn = ({ startMs, endMs }: TimeWindow): number | undefined =>
  anchorMs !== undefined && anchorMs >= startMs && anchorMs <= endMs ? anchorMs : undefined;
