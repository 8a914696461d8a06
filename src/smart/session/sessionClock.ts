/** A session reads the time from this clock, in epoch ms. */
export type SessionClock = {
  /** Returns the time. It never runs back, and it stands still neither in sleep nor when the device's clock is set back. */
  nowMs(): number;
  /**
   * Returns by how much the device's clock has moved ahead of the time that the page has counted: after a sleep, in which
   * some browsers stop counting, or when it was set forward. It is negative when it was set back.
   */
  aheadMs(): number;
};

/** The clocks of two pages may differ by this much without anybody having set one. */
export const CLOCK_TOLERANCE_MS = 60_000;

/**
 * Starts the clock of a session. `Date` follows every change of the device's clock, and `performance.now()` stops during
 * sleep in some browsers and begins anew with each page load. So the later of both counts, and never less than `seenAtMs`,
 * which the page before has noted (decision 47). https://www.w3.org/TR/hr-time-3/#sec-monotonic-clock
 */
export function startSessionClock(seenAtMs: number): SessionClock {
  const startMs = Math.max(Date.now(), seenAtMs);
  const pageStartMs = performance.now();
  const countedMs = (): number => startMs + performance.now() - pageStartMs;
  let latestMs = startMs;
  return {
    nowMs: () => (latestMs = Math.max(latestMs, Date.now(), countedMs())),
    aheadMs: () => Date.now() - countedMs(),
  };
}
