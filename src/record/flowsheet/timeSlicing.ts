/** A task of the browser that lasts longer than 50 ms makes a press or a key wait. A slice leaves room for what else is due. */
const SLICE_MS = 8;
/** Before the first curve nothing else is due that somebody could see, and each pause lets a frame without it come between. */
const FIRST_SLICE_MS = 24;
/** So many items are taken between two looks at the clock. */
const ITEMS_AT_ONCE = 20;

/** A frame that has not come by then is not waited for. */
const LATE_FRAME_MS = 100;

/**
 * Resolves in a task of its own, after what the browser has to do first. A timer would do so as well, but waits for 4 ms, and
 * for a second in a page that is hidden. `scheduler.yield` would come before the next frame.
 */
export function nextTask(): Promise<void> {
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

const nextTimer = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Resolves after the browser has painted what is being told now, and after the mark that says so. A page that is hidden paints nothing, so
 * it does not wait.
 */
async function painted(): Promise<void> {
  if (typeof document === 'undefined' || document.visibilityState !== 'visible') return nextTask();
  await nextTask(); // it is told by then
  await nextTimer(); // the query cache tells those who draw in a timer
  await new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, LATE_FRAME_MS);
  });
  // The callback of a frame runs before it is painted, and the mark is set in a timer after it (app/usePerformanceMarks.ts).
  await nextTimer();
}

/** Calls `take` with all items, a few at a time, and lets the browser do something else in between. */
export async function takeInSlices<T>(
  items: readonly T[],
  take: (some: readonly T[]) => void,
  sliceMs = SLICE_MS,
): Promise<void> {
  let sinceMs = performance.now();
  for (let start = 0; start < items.length; start += ITEMS_AT_ONCE) {
    if (performance.now() - sinceMs > sliceMs) {
      // oxlint-disable-next-line no-await-in-loop -- slices follow each other
      await nextTask();
      sinceMs = performance.now();
    }
    take(items.slice(start, start + ITEMS_AT_ONCE));
  }
}

/**
 * So many results of a page are drawn before the rest of it is taken, when there is no curve yet. They hold the newest of the usual
 * tests. Two hundred took a tenth longer from the token to the first chart.
 */
const FIRST_ENTRIES = 60;

/**
 * Returns a way to take pages in slices, one page at a time and to its end: a page counts as a whole, also when the run that
 * read it was stopped meanwhile. The first curves are painted before more is taken, and those of a long page before its
 * rest: `tellPart` hears that there are some. `firstShown` resolves when they are painted, for which they wait until `beforeFirst` has
 * resolved.
 */
export function createPageTaker(
  take: (entries: readonly unknown[]) => void,
  beforeFirst: () => Promise<void> = () => Promise.resolve(),
) {
  let taking = Promise.resolve();
  let waiting = 0;
  let shown: Promise<void> | undefined;
  let tellShown = (): void => {};
  const firstShown = new Promise<void>((resolve) => (tellShown = resolve));
  // Whether it is enough is asked for no later page: to answer, all series are built.
  const showFirst = async (isEnough: () => boolean): Promise<boolean> => {
    if (shown !== undefined || !isEnough()) return false;
    await beforeFirst();
    shown = painted().then(tellShown);
    return true;
  };
  const sliceMs = (): number => (shown === undefined ? FIRST_SLICE_MS : SLICE_MS);
  const takeNext = async (
    entries: readonly unknown[],
    isEnough: (isWholePage: boolean) => boolean,
    tellPart: () => void,
  ): Promise<void> => {
    await shown;
    const part = shown === undefined ? entries.slice(0, FIRST_ENTRIES) : entries;
    await takeInSlices(part, take, sliceMs());
    if (part.length < entries.length) {
      if (await showFirst(() => isEnough(false))) tellPart();
      await shown;
      await takeInSlices(entries.slice(part.length), take, sliceMs());
    }
    await showFirst(() => isEnough(true));
  };
  return {
    take(...page: Parameters<typeof takeNext>): Promise<void> {
      waiting += 1;
      return (taking = taking.then(() => takeNext(...page)).finally(() => (waiting -= 1)));
    },
    /** Returns how many pages have come and are not taken to their end. */
    waiting: () => waiting,
    firstShown,
    /** Resolves when what is being drawn first is painted, or at once where nothing is. */
    painting: () => shown,
  };
}
