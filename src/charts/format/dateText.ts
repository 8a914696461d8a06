/** Dates, times and ages are put into words here for a reader (rules 44 and 45). */
import type { Precision } from '../../clinical/time/date.ts';
import { calendarAge } from '../../clinical/time/age.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { isShownTwice, twoDigits, wallClockMs, zoneText } from './timeZone.ts';
import { formatTexts } from './format.messages.ts';

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Only an instant is moved into the zone, because a day, month or year is the same in every zone. */
const calendarDate = (timeMs: number, precision: Precision, timeZone: string) =>
  new Date(precision === 'instant' ? wallClockMs(timeMs, timeZone) : timeMs);

const NO_DATE = formatTexts('noDate');

/** Returns "12 Nov 2026", "Nov 2026" or "2026" by the precision, and "no date" without one. */
export function dateText(timeMs: number, precision: Precision, timeZone: string): string {
  if (precision === 'none' || Number.isNaN(timeMs)) return NO_DATE;
  const date = calendarDate(timeMs, precision, timeZone);
  const year = String(date.getUTCFullYear());
  if (precision === 'year') return year;
  const month = `${MONTHS[date.getUTCMonth()]} ${year}`;
  return precision === 'month' ? month : `${date.getUTCDate()} ${month}`;
}

/** Returns a time of day such as "08:10" on a 24-hour clock. */
export function clockText(timeMs: number, timeZone: string): string {
  const date = new Date(wallClockMs(timeMs, timeZone));
  return `${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`;
}

/** Returns "08:10", and "01:30 CDT" for a time that the clock shows twice in the night in which it is set back (rule 42). */
export const momentClockText = (timeMs: number, timeZone: string): string =>
  clockText(timeMs, timeZone) +
  (isShownTwice(timeMs, timeZone) ? ` ${zoneText(timeMs, timeZone).split(',')[0]}` : '');

/** Returns "12 Nov 2026, 08:10", or the date alone when no time was sent. */
export function dateTimeText(timeMs: number, precision: Precision, timeZone: string): string {
  const date = dateText(timeMs, precision, timeZone);
  return precision === 'instant' && !Number.isNaN(timeMs)
    ? `${date}, ${momentClockText(timeMs, timeZone)}`
    : date;
}

/** Returns "12 Nov 2026, 08:10 CST, UTC−06:00" for an instant. */
export const zonedTimeText = (timeMs: number, timeZone: string): string =>
  `${dateText(timeMs, 'instant', timeZone)}, ${clockText(timeMs, timeZone)} ${zoneText(timeMs, timeZone)}`;

const AGO = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** Ages below two years and these numbers of days are said in this unit, which has so many days. */
const AGE_UNITS = [
  [14, 'day', 1],
  [61, 'week', 7],
  [Number.POSITIVE_INFINITY, 'month', 365.25 / 12],
] as const;

/**
 * Returns "today", "12 days ago", "3 months ago" or "3 years ago" by the days of the calendar, in the unit that a person would
 * use, and '' for the future or an unknown day.
 */
export function agoText(timeMs: number, precision: Precision, nowMs: number, timeZone: string): string {
  if (precision !== 'instant' && precision !== 'day') return '';
  const thenDay = Math.floor(calendarDate(timeMs, precision, timeZone).getTime() / DAY_MS);
  const today = Math.floor(wallClockMs(nowMs, timeZone) / DAY_MS);
  const days = today - thenDay;
  if (!(days >= 0)) return '';
  // A year is over on its day of the calendar, whatever leap days lie between.
  const { years } = calendarAge(thenDay * DAY_MS, today * DAY_MS);
  if (years >= 2) return AGO.format(-years, 'year');
  const [, unit, length] = AGE_UNITS.find(([below]) => days < below)!;
  const count = unit === 'month' ? Math.round(days / length) : Math.floor(days / length);
  return AGO.format(-count, unit);
}
