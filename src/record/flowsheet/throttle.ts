/** Calls that come soon after each other become one. */
export type Throttled = {
  /** Acts at once, or as soon as the time since it last acted is over. */
  readonly soon: () => void;
  /** Acts at once. */
  readonly now: () => void;
  /** Forgets what is still to come. */
  readonly stop: () => void;
};

/** Returns a way to call `act` at most once in so many milliseconds. The last call is never lost. */
export function throttle(ms: number, act: () => void): Throttled {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
    isDue = false;
  };
  const now = (): void => {
    stop();
    if (ms > 0)
      timer = setTimeout(() => {
        timer = undefined;
        if (isDue) now();
      }, ms);
    act();
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
