/** This file says which hour, shift or day a column of the grid holds. */
import { dateText } from '../../../charts/format/dateText.ts';
import { twoDigits } from '../../../charts/format/timeZone.ts';
import { DAY_MS, MINUTE_MS } from '../../../clinical/time/durations.ts';
import type { BucketUnit } from '../../../parts/screenUrls/gridUrl.ts';
import { gridTexts } from '../grid.messages.ts';

/** This is an hour, shift or day on the clock of the stated zone, in ms as if the clock were in UTC. */
export type GridBucket = {
  readonly unit: BucketUnit;
  readonly wallStartMs: number;
  readonly wallEndMs: number;
  /** It is more than 0 where the same hour, shift or day was begun by another column, as before a visit. */
  readonly part: number;
};

/** Returns "07" or "07:30". */
function clockEndText(wallMs: number): string {
  const minutes = Math.round((wallMs - Math.floor(wallMs / DAY_MS) * DAY_MS) / MINUTE_MS);
  const [hour, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0 ? twoDigits(hour) : `${twoDigits(hour)}:${twoDigits(rest)}`;
}

/** Returns "07–19" for a shift and "14–15" for an hour; a day ends at 24. */
export function bucketClockText({ unit, wallStartMs, wallEndMs }: GridBucket): string {
  if (unit === 'day') return gridTexts('wholeDay');
  const end = clockEndText(wallEndMs);
  return gridTexts('clockSpan', { from: clockEndText(wallStartMs), to: end === '00' ? '24' : end });
}

/** Returns the day on which the bucket begins: a night belongs to the day before it. */
export const bucketDayText = ({ wallStartMs }: GridBucket): string => dateText(wallStartMs, 'day', 'UTC');
