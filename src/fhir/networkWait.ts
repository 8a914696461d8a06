import { isHidden, isOffline } from './deviceState.ts';

/** All requests of one session wait together for a network that was lost. */
export type NetworkWait = {
  /** Says whether the network is away, and not yet for so long that it is given up. Looks again at each call. */
  readonly isWorthWaiting: () => boolean;
  readonly leftMs: () => number;
  /** Begins the waiting time anew. */
  readonly reset: () => void;
};

/** A longer time between two looks means that the page was asleep, a negative one that the clock was set back. Neither counts. */
const MAX_STEP_MS = 500;

/** Creates the wait of one session. Only the time in which the page is seen and awake counts towards `offlineMs`. */
export function networkWait(offlineMs: number): NetworkWait {
  let awayMs = 0;
  let seenAtMs = 0;
  return {
    isWorthWaiting() {
      if (!isOffline()) return false;
      const sinceMs = Date.now() - seenAtMs;
      if (sinceMs >= 0 && sinceMs <= MAX_STEP_MS && !isHidden()) awayMs += sinceMs;
      seenAtMs = Date.now();
      return awayMs < offlineMs;
    },
    leftMs: () => offlineMs - awayMs,
    reset() {
      awayMs = 0;
      seenAtMs = 0;
    },
  };
}
