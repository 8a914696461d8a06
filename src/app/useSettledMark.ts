import { useEffect } from 'react';
import { hasPendingLoads, onLoadFinished } from '../ui/loading/pendingLoads.ts';

const SETTLED = 'longview:settled';

/**
 * Sets the mark `longview:settled` once, when everything has been read and every part of the screen is there and painted
 * (contract.md, section 3). A part that asks for another one keeps it waiting.
 */
export function useSettledMark(isRead: boolean): void {
  useEffect(() => {
    if (!isRead) return undefined;
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = (): void => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
    // A part that is drawn in one frame may load or measure something that is drawn in the next.
    const whenStill = (frames: number): void => {
      if (hasPendingLoads()) return;
      if (frames > 0) frame = requestAnimationFrame(() => whenStill(frames - 1));
      else
        timer = setTimeout(() => {
          if (!hasPendingLoads() && performance.getEntriesByName(SETTLED).length === 0)
            performance.mark(SETTLED);
        });
    };
    const begin = (): void => {
      stop();
      whenStill(FRAMES);
    };
    begin();
    const stopListening = onLoadFinished(begin);
    return () => {
      stop();
      stopListening();
    };
  }, [isRead]);
}

const FRAMES = 3;
