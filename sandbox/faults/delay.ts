import { setTimeout as sleep } from 'node:timers/promises';

const MAX_DELAY_MS = 30_000;

/** Never so long that a forgotten fault looks like a sandbox that hangs, and never what keeps the process alive. */
export const delay = (ms = 0): Promise<void> =>
  ms === 0 ? Promise.resolve() : sleep(Math.min(ms, MAX_DELAY_MS), undefined, { ref: false });
