import { useCallback, useState, useSyncExternalStore } from 'react';

import { usePrintWidthPx, PRINT_COLUMNS } from './printMedia.ts';

/** Without layout, as in a unit test, there is still a plot. */
const UNMEASURED_PX = 640;

const subscribe = (changed: () => void): (() => void) => {
  addEventListener('resize', changed);
  return () => removeEventListener('resize', changed);
};

/**
 * Returns the width of the column of plots in whole pixels, known before the first paint, and the height of
 * the frame. On paper the height is 0, which makes strips as low as they go.
 */
export function usePlotSize() {
  const paperPx = usePrintWidthPx();
  const [widthPx, setWidth] = useState<number>();
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const measure = () => setWidth(Math.floor(element.clientWidth) || UNMEASURED_PX);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const screenPx = useSyncExternalStore(subscribe, () => innerHeight);
  if (paperPx === undefined) return { ref, widthPx, screenPx };
  const { namePx, scalePx, readingPx } = PRINT_COLUMNS;
  return { ref, widthPx: paperPx - namePx - scalePx - readingPx, screenPx: 0 };
}
