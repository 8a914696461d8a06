import { useCallback, useState, useSyncExternalStore } from 'react';

/** Without layout, as in a unit test, there is still a plot. */
const UNMEASURED_PX = 640;

const subscribe = (changed: () => void): (() => void) => {
  addEventListener('resize', changed);
  return () => removeEventListener('resize', changed);
};

/** The width of the column of plots in whole pixels, known before the first paint, and the height of the frame. */
export function usePlotSize() {
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
  return { ref, widthPx, screenPx };
}
