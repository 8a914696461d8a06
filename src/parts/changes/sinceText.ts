/** This file puts the moments since when results count as new into words, for the strip and the grid. */
import type { SinceChoice, SinceId } from '../../clinical/change/sinceChoices.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { changesTexts } from './changes.messages.ts';
import { dateText, dateTimeText } from '../../charts/format/dateText.ts';

/** The menu shows these names. The line below it gives the date. */
export const SINCE_TEXT: Readonly<Record<SinceId, string>> = {
  stay: changesTexts('stay'),
  visit: changesTexts('visit'),
  '90d': changesTexts('days90'),
  '30d': changesTexts('days30'),
  '24h': changesTexts('hours24'),
};

export const SINCE_MEANING: Readonly<Record<SinceId, string>> = {
  stay: changesTexts('startOfStay'),
  visit: changesTexts('startOfVisit'),
  '90d': changesTexts('days90BeforeNewest'),
  '30d': changesTexts('days30BeforeNewest'),
  '24h': changesTexts('hours24BeforeNewest'),
};

/** Returns "26 Aug 2026", with the time of day where that matters and one was sent. */
export function sinceTimeText(
  { id, sinceMs, date }: SinceChoice,
  newestMs: number,
  timeZone: string,
): string {
  if (date) return dateText(date.timeMs, date.precision, timeZone);
  const isShort = id === '24h' || (id !== '90d' && newestMs - sinceMs <= 10 * DAY_MS);
  return (isShort ? dateTimeText : dateText)(sinceMs, 'instant', timeZone);
}

/** Returns "26 Aug 2026, the start of the last visit before the newest result". */
export const sinceSentence = (since: SinceChoice, newestMs: number, timeZone: string): string =>
  changesTexts('sinceTime', {
    when: sinceTimeText(since, newestMs, timeZone),
    meaning: SINCE_MEANING[since.id],
  });
