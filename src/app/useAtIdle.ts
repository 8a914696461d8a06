import { useEffect } from 'react';

/** Calls `act` once it is due and the browser is idle. */
export function useAtIdle(act: () => void, isDue: boolean): void {
  useEffect(() => {
    if (!isDue) return undefined;
    let idle: number | undefined;
    const timer = setTimeout(() => {
      if ('requestIdleCallback' in globalThis) idle = requestIdleCallback(act);
      else act();
    }, 500);
    return () => {
      clearTimeout(timer);
      if (idle !== undefined) cancelIdleCallback(idle);
    };
  }, [act, isDue]);
}
