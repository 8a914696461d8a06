import { useEffect, useRef } from 'react';
import { dragOnCharts } from './dragOnChart.ts';
import { undoOnDoubleClick } from './doubleClick.ts';
import { zoomByPinch } from './pinchZoom.ts';
import { zoomByWheel } from './wheelZoom.ts';
import type { ViewWindow } from './useTimeWindow.ts';

/**
 * Lets every chart of the screen be zoomed by pointer. One set of listeners serves all charts, so that none is
 * drawn anew for it. Buttons and keys do the same.
 */
export function useChartGestures(view: ViewWindow): void {
  const now = useRef(view);
  useEffect(() => {
    now.current = view;
  });
  useEffect(() => {
    const listeners = new AbortController();
    zoomByWheel(() => now.current, listeners.signal);
    dragOnCharts(() => now.current, listeners.signal);
    zoomByPinch(() => now.current, listeners.signal);
    undoOnDoubleClick(() => now.current, listeners.signal);
    return () => listeners.abort();
  }, []);
}
