/** This file puts the moments since when results count as new into words, for the strip and the grid. */
import type { SinceChoice, SinceId } from '../../clinical/change/sinceChoices.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { dateText, dateTimeText } from '../../charts/format/format.ts';

/** The menu shows these names. The line below it gives the date. */
export const SINCE_TEXT: Readonly<Record<SinceId, string>> = {
  stay: 'this stay',
  visit: 'last visit',
  '90d': '90 days',
  '30d': '30 days',
  '24h': '24 hours',
};

export const SINCE_MEANS: Readonly<Record<SinceId, string>> = {
  stay: 'the start of this stay',
  visit: 'the start of the last visit before the newest result',
  '90d': '90 days before the newest result',
  '30d': '30 days before the newest result',
  '24h': '24 hours before the newest result',
};

/** Returns "26 Aug 2026", with the time of day where that matters. */
export function sinceTimeText({ id, sinceMs }: SinceChoice, newestMs: number, timeZone: string): string {
  const isShort = id === '24h' || (id !== '90d' && newestMs - sinceMs <= 10 * DAY_MS);
  return (isShort ? dateTimeText : dateText)(sinceMs, 'instant', timeZone);
}

/** Returns "26 Aug 2026, the start of the last visit before the newest result". */
export const sinceSentence = (since: SinceChoice, newestMs: number, timeZone: string): string =>
  `${sinceTimeText(since, newestMs, timeZone)}, ${SINCE_MEANS[since.id]}`;
