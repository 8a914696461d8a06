import { useEffect, useState } from 'react';

/** Returns the last value that stood for this long. A value that comes and goes sooner is never returned. */
export function useResting<T>(value: T, restMs: number): T {
  const [resting, setResting] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setResting(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return resting;
}
