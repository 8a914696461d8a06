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

let frameRequest = 0;

/**
 * Moves the cursor, or takes it away. A pointer may move many times before the browser draws, and what is written at each move
 * would be laid out at each, so its moves are told with the next frame.
 */
export function moveCursor(next: SharedCursor | undefined): void {
  now = next;
  if (next?.isMovedByKey === false) {
    frameRequest ||= requestAnimationFrame(tellNow);
    return;
  }
  cancelAnimationFrame(frameRequest);
  tellNow();
}

function tellNow(): void {
  frameRequest = 0;
  notifyListeners();
}

/** Returns the cursor as it stands now, for a part that writes its values without drawing anything anew. */
export const currentCursor = (): SharedCursor | undefined => now;

/** Calls the listener at each move of the cursor, and returns the function that ends it. */
export function subscribeToCursor(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useSharedCursor = (): SharedCursor | undefined =>
  useSyncExternalStore(subscribeToCursor, currentCursor);

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

export const useIsCursorAnnounced = (): boolean => useSyncExternalStore(subscribeToCursor, () => readers > 0);

type Stretch = { readonly startMs: number; readonly endMs: number };

export const isCursorWithin = (
  cursor: SharedCursor | undefined,
  { startMs, endMs }: Stretch,
): cursor is SharedCursor => cursor !== undefined && cursor.timeMs >= startMs && cursor.timeMs <= endMs;
