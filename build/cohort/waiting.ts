import { setTimeout as delay } from 'node:timers/promises';

/** This is the clock and the patience of an import. Tests put their own in their place. */
export type Clock = {
  readonly now: () => number;
  readonly wait: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
};

export const REAL_CLOCK: Clock = {
  now: () => Date.now(),
  wait: async (ms, signal) => {
    await delay(ms, undefined, { ...(signal && { signal }) });
  },
};

const SHORTEST_MS = 250;
const LONGEST_OWN_MS = 60_000;

/** Returns the wait before another try: as the server asks, else 1, 2, 4 … up to 60 s. A server cannot ask to be flooded. */
export const backOffMs = (attempt: number, askedMs: number | undefined): number =>
  Math.max(SHORTEST_MS, askedMs ?? Math.min(LONGEST_OWN_MS, 1000 * 2 ** attempt));
