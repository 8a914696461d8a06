/** Where the cursor of the screen stands, whichever screen it is: a zoom keeps that moment where it is. */
import { useEffect } from 'react';
import type { TimeWindow } from './recordWindow.ts';

type Standing = {
  readonly timeMs: number | undefined;
  /** Put there by a key or a press, not by a pointer that passed on its way to a button. */
  readonly isPut: boolean;
};

const NOWHERE: Standing = { timeMs: undefined, isPut: false };
let standing = NOWHERE;

export function useStandsAt(timeMs: number | undefined, isPut: boolean): void {
  useEffect(() => {
    standing = { timeMs, isPut };
    return () => {
      standing = NOWHERE;
    };
  }, [timeMs, isPut]);
}

/** undefined where no cursor stands in this stretch, or with `onlyPut` none that was put there. */
export function cursorIn({ startMs, endMs }: TimeWindow, onlyPut = false): number | undefined {
  const { timeMs, isPut } = standing;
  const isIn = timeMs !== undefined && timeMs >= startMs && timeMs <= endMs;
  return isIn && (isPut || !onlyPut) ? timeMs : undefined;
}
