/** This file keeps the one cursor of the overview. Curves, ribbon and texts stand at the same moment. */
import { useEffect, useSyncExternalStore } from 'react';

export type SharedCursor = {
  readonly timeMs: number;
  /** A cursor moved by a key is announced. A reader with a pointer sees it. */
  readonly isMovedByKey: boolean;
};

let now: SharedCursor | undefined;
const listeners = new Set<() => void>();

const notifyListeners = (): void => listeners.forEach((listener) => listener());

export function moveCursor(next: SharedCursor | undefined): void {
  now = next;
  notifyListeners();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useSharedCursor = (): SharedCursor | undefined => useSyncExternalStore(subscribe, () => now);

let readers = 0;

/**
 * Declares that this part announces the cursor together with the values at it, so that no other part
 * announces it too.
 */
export function useAnnouncesCursor(): void {
  useEffect(() => {
    readers++;
    notifyListeners();
    return () => {
      readers--;
      notifyListeners();
    };
  }, []);
}

export const useIsCursorAnnounced = (): boolean => useSyncExternalStore(subscribe, () => readers > 0);

type Stretch = { readonly startMs: number; readonly endMs: number };

export const isCursorWithin = (
  cursor: SharedCursor | undefined,
  { startMs, endMs }: Stretch,
): cursor is SharedCursor => cursor !== undefined && cursor.timeMs >= startMs && cursor.timeMs <= endMs;
