/** Counts the parts of the screen that are on their way, so that it is known when the screen has come to rest. */
let count = 0;
const listeners = new Set<() => void>();
const loadedListeners = new Set<() => void>();

/** Counts one part. The returned function takes it back. */
export function addPendingLoad(): () => void {
  count += 1;
  return () => {
    count -= 1;
    for (const listener of listeners) listener();
  };
}

export const hasPendingLoads = (): boolean => count > 0;

/** Calls `listener` each time a part has arrived, until the returned function is called. */
export function onLoadFinished(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Calls `listener` each time the file of a part has come, before the part is drawn, until the returned function is called. */
export function onLoaded(listener: () => void): () => void {
  loadedListeners.add(listener);
  return () => void loadedListeners.delete(listener);
}

export function tellLoaded(): void {
  for (const listener of loadedListeners) listener();
}
