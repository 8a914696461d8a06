import { DAY_MS } from '../../clinical/time/durations.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';

/** A clock in the wrong time zone is behind by 26 hours at most. What lies further ahead has a wrong date of its own. */
const MOST_BEHIND_MS = 2 * DAY_MS;

/** These Observations lie ahead of the clock of the device by up to `mostMs`. */
type AheadResults = { readonly count: number; readonly mostMs: number };

/**
 * Returns how many Observations are not charted because they lie a little ahead of the time of reading; undefined where there are none. A
 * clock of the device that is behind puts them there, and an older result then stands as the latest.
 */
export function aheadResults({
  series,
  readAtMs,
}: Pick<RecordSnapshot, 'series' | 'readAtMs'>): AheadResults | undefined {
  const ids = new Set<string>();
  let mostMs = 0;
  for (const { listed } of series)
    for (const { id, timeMs, kind } of listed) {
      const byMs = timeMs - readAtMs;
      if (!kind.hasImpossibleTime || !(byMs > 0) || byMs > MOST_BEHIND_MS) continue;
      ids.add(id);
      mostMs = Math.max(mostMs, byMs);
    }
  return ids.size > 0 ? { count: ids.size, mostMs } : undefined;
}
