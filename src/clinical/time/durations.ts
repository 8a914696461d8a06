/** Durations in milliseconds. A day is 24 hours: calendar days across a change of the clocks are counted elsewhere. */
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
