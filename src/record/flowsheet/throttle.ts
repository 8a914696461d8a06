/** Calls that come soon after each other become one. */
export type Throttled = {
  /** Acts at once, or as soon as the time since it last acted is over. */
  readonly soon: () => void;
  /** Acts at once. */
  readonly now: () => void;
  /** Forgets what is still to come. */
  readonly stop: () => void;
};

/** A call that is due is put off so often at most, each time as long as calls are apart. */
const MOST_DELAYS = 2;

/**
 * Returns a way to call `act` at most once in so many milliseconds. While `isBusy`, a call that is due comes up to three times later. The
 * last call is never lost.
 */
export function throttle(ms: number, act: () => void, isBusy = (): boolean => false): Throttled {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;
  let delays = 0;
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
    isDue = false;
    delays = 0;
  };
  const now = (): void => {
    stop();
    if (ms > 0) wait();
    act();
  };
  const wait = (): void => {
    timer = setTimeout(() => {
      timer = undefined;
      if (!isDue) return;
      if (delays === MOST_DELAYS || !isBusy()) return now();
      delays += 1;
      wait();
    }, ms);
  };
  return {
    now,
    soon() {
      if (timer === undefined) now();
      else isDue = true;
    },
    stop,
  };
}
