/** So many tries in a row may fail. They take about four minutes. */
export const SERIES_LIMIT = 8;

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Returns how long to wait before the next try, in ms: twice as long each time, up to a minute. Half of it is left to chance, so
 * that the windows of a hospital do not all come back at once. `chance` is from 0 to 1.
 */
export function reconnectDelayMs(failures: number, chance = Math.random()): number {
  const longestMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
  return longestMs * (0.5 + chance / 2);
}
