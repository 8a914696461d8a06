/** A task of the browser that lasts longer than 50 ms makes a press or a key wait. A slice leaves room for what else is due. */
const SLICE_MS = 8;
/** So many items are taken between two looks at the clock. */
const ITEMS_AT_ONCE = 20;

type Scheduler = { readonly yield?: () => Promise<void> };

/**
 * Resolves in a task of its own, after what the browser has to do first. A timer would do so as well, but waits for 4 ms, and
 * for a second in a page that is hidden. https://wicg.github.io/scheduling-apis/#dom-scheduler-yield
 */
export function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: Scheduler };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}

/** Calls `take` with all items, a few at a time, and lets the browser do something else in between. */
export async function inSlices<T>(items: readonly T[], take: (some: readonly T[]) => void): Promise<void> {
  let sinceMs = performance.now();
  for (let start = 0; start < items.length; start += ITEMS_AT_ONCE) {
    if (performance.now() - sinceMs > SLICE_MS) {
      // oxlint-disable-next-line no-await-in-loop -- slices follow each other
      await nextTask();
      sinceMs = performance.now();
    }
    take(items.slice(start, start + ITEMS_AT_ONCE));
  }
}

/**
 * Returns a way to take pages in slices, one page at a time and to its end: a page counts as a whole, also when the run that
 * read it was stopped meanwhile. `taken` resolves when nothing is being taken.
 */
export function createPageTaker(take: (entries: readonly unknown[]) => void) {
  let taking = Promise.resolve();
  return {
    take: (entries: readonly unknown[]): Promise<void> =>
      (taking = taking.then(() => inSlices(entries, take))),
    taken: (): Promise<void> => taking,
  };
}
