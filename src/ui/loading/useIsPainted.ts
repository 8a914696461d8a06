import { startTransition, useEffect, useState } from 'react';
import { addPendingLoad } from './pendingLoads.ts';

/** A page that is hidden has no frames. */
const HIDDEN_MS = 500;

/**
 * Tells whether what a reader sees first has been painted, so that the rest of a screen may follow, in pieces between which the browser
 * answers. Once true it stays true. It waits until the first part is drawn, which `isDrawn` says.
 */
export function useIsPainted(isDrawn = true): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    if (isPainted || !isDrawn) return undefined;
    const arrived = addPendingLoad();
    const tell = (): void => startTransition(() => setPainted(true));
    // The callback of a frame runs before it is painted, and a timer after it.
    let timer = setTimeout(tell, HIDDEN_MS);
    const frame = requestAnimationFrame(() => {
      clearTimeout(timer);
      timer = setTimeout(tell);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      arrived();
    };
  }, [isPainted, isDrawn]);
  return isPainted;
}
