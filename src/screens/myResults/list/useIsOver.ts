import { useEffect, useState } from 'react';

/** Returns whether so much time has passed since `isBegun`. */
export function useIsOver(ms: number, isBegun: boolean): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (!isBegun) return undefined;
    const timer = setTimeout(() => setOver(true), ms);
    return () => clearTimeout(timer);
  }, [ms, isBegun]);
  return isOver;
}
