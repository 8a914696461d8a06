/** The one cursor of the overview: the curves, the ribbon and the words of both stand at the same moment. */
import { useSyncExternalStore } from 'react';

export type Cursor = {
  readonly timeMs: number;
  /** Then it is said; who points at it sees it. */
  readonly byKey: boolean;
};

let now: Cursor | undefined;
const listeners = new Set<() => void>();

export function moveCursor(next: Cursor | undefined): void {
  now = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useSharedCursor = (): Cursor | undefined => useSyncExternalStore(subscribe, () => now);

type Stretch = { readonly startMs: number; readonly endMs: number };

export const isWithin = (cursor: Cursor | undefined, { startMs, endMs }: Stretch): cursor is Cursor =>
  cursor !== undefined && cursor.timeMs >= startMs && cursor.timeMs <= endMs;
