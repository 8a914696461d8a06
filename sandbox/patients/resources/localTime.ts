// The sandbox hospital is in US Central time. Stories are written in its local time ("2023-02-06T05:40") and
// sent with the offset of that day, so that a reader in the hospital's zone sees what the story says.
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

const transitions = new Map<number, readonly [number, number]>();

/** Returns a local time in milliseconds, read as if it were UTC. */
export function localTimeMs(localTime: string): number {
  return Date.parse(`${localTime.length > 10 ? localTime : `${localTime}T00:00`}:00Z`);
}

/** Returns the local time of such milliseconds, to the minute. */
export function localTimeText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16);
}

/** Turns "2023-02-06T05:40" into "2023-02-06T05:40:00-06:00"; a date without a time stays a date. */
export function withUtcOffset(localTime: string): string {
  return localTime.length === 10 ? localTime : `${localTime}:00-0${offsetHours(localTimeMs(localTime))}:00`;
}

/** Returns the instant of a local time in milliseconds since the epoch, for meta.lastUpdated. */
export function instantMs(localTime: string): number {
  const ms = localTimeMs(localTime);
  return ms + offsetHours(ms) * HOUR_MS;
}

function offsetHours(ms: number): 5 | 6 {
  const year = new Date(ms).getUTCFullYear();
  const [startMs, endMs] = daylightSavingPeriod(year);
  return ms >= startMs && ms < endMs ? 5 : 6;
}

// Daylight saving time has lasted from the second Sunday of March to the first Sunday of November, at 02:00
// local time, since 2007.
function daylightSavingPeriod(year: number): readonly [number, number] {
  const known = transitions.get(year);
  if (known) return known;
  const found = [sundayMs(year, 2, 8), sundayMs(year, 10, 1)] as const;
  transitions.set(year, found);
  return found;
}

function sundayMs(year: number, month: number, earliestDay: number): number {
  const first = new Date(Date.UTC(year, month, earliestDay, 2));
  return first.getTime() + ((7 - first.getUTCDay()) % 7) * DAY_MS;
}
