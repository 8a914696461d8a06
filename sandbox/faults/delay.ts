import { setTimeout as sleep } from 'node:timers/promises';

const MAX_DELAY_MS = 30_000;

/**
 * Waits at most half a minute, so that a forgotten fault does not look like a sandbox that hangs, and does
 * not keep the process alive.
 */
export const delay = (ms = 0): Promise<void> =>
  ms === 0 ? Promise.resolve() : sleep(Math.min(ms, MAX_DELAY_MS), undefined, { ref: false });
