/**
 * The reader waits because the server is `busy`, answered with another `error` of its own, or gave `no-answer`; or because the
 * `connection` is lost: the device is offline.
 */
export type WaitCause = 'busy' | 'error' | 'no-answer' | 'connection';

/**
 * Hears of a wait: the instant of the next try in epoch ms, or undefined when the wait is over; why; and the HTTP status of the answer
 * that led to it, if there was one.
 */
export type OnWait = (untilMs: number | undefined, cause?: WaitCause, status?: number) => void;

/** A wait goes on as long as it `isNeeded` and the signal is not aborted. Without a cause nobody hears of it. */
export type Waiting = {
  readonly signal: AbortSignal;
  readonly isNeeded: () => boolean;
  readonly cause?: WaitCause | undefined;
  /** The HTTP status of the answer that led to it. */
  readonly status?: number | undefined;
};

type Wait = { readonly untilMs: number; readonly cause: WaitCause; readonly status: number | undefined };

const POLL_MS = 250;

/** Returns a function that waits until an instant. A wait with a cause is told to `onWait`: of several, the longest. */
export function createWaitUntil(onWait: OnWait) {
  const waits = new Set<Wait>();
  const announce = (): void => {
    const longest = [...waits].toSorted((a, b) => b.untilMs - a.untilMs)[0];
    onWait(longest?.untilMs, longest?.cause, longest?.status);
  };

  return async function waitUntil(untilMs: number, { signal, isNeeded, cause, status }: Waiting) {
    const wait = cause && { untilMs, cause, status };
    if (wait) {
      waits.add(wait);
      announce();
    }
    while (!signal.aborted && Date.now() < untilMs && isNeeded())
      // oxlint-disable-next-line no-await-in-loop -- the wait may be called off at each look
      await sleep(Math.min(POLL_MS, untilMs - Date.now()), signal);
    if (wait && waits.delete(wait)) announce();
  };
}

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    signal.addEventListener('abort', finish);
  });
