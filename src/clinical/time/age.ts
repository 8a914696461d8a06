import { lastDayMs, type Moment } from './date.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './durations.ts';

/** Nobody has grown so old, so that an earlier birth date fills a field. */
const OLDEST_YEARS = 130;

/**
 * Returns the age at a moment, as exact as both dates allow: days up to four weeks, weeks up to three months, months up to two
 * years, then years. A birth date without a day gives both possible ages ("66–67 y"). '' when a date is not known or the birth
 * comes after the moment. Days are counted in UTC.
 */
export function ageText(birth: Moment, at: Moment): string {
  if (birth.precision === 'none' || at.precision === 'none') return '';
  const oldest = calendarAge(birth.timeMs, lastDayMs(at));
  const youngest = calendarAge(lastDayMs(birth), at.timeMs);
  if (oldest.days < 0 || youngest.years > OLDEST_YEARS) return '';
  if (birth.precision === 'instant' || birth.precision === 'day') {
    if (at.precision === 'instant' || at.precision === 'day') return exactAgeText(oldest);
  }
  return yearRangeText(Math.max(0, youngest.years), oldest.years);
}

/** Returns the age of a newborn: minutes up to two hours, hours up to two days; '' for anybody older. */
export function newbornAgeText(bornMs: number, atMs: number): string {
  const ageMs = atMs - bornMs;
  if (!(ageMs >= 0 && ageMs < 2 * DAY_MS)) return '';
  return ageMs < 2 * HOUR_MS ? `${Math.floor(ageMs / MINUTE_MS)} min` : `${Math.floor(ageMs / HOUR_MS)} h`;
}

const yearRangeText = (low: number, high: number): string => (low === high ? `${low} y` : `${low}–${high} y`);

function exactAgeText({ days, months, years }: CalendarAge): string {
  if (days < 28) return `${days} d`;
  if (months < 3) return `${Math.floor(days / 7)} wk`;
  return months < 24 ? `${months} mo` : `${years} y`;
}

/** These are completed days, months and years; each counts for itself. */
export type CalendarAge = { readonly days: number; readonly months: number; readonly years: number };

/**
 * Returns the time between two days in completed days, months and years of the calendar in UTC, as birthdays are counted. It is
 * negative where the second day comes first.
 */
export function calendarAge(fromMs: number, toMs: number): CalendarAge {
  const [from, to] = [new Date(fromMs), new Date(toMs)];
  const days = Math.floor(toMs / DAY_MS) - Math.floor(fromMs / DAY_MS);
  const calendarMonths =
    (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  const months = to.getUTCDate() < from.getUTCDate() ? calendarMonths - 1 : calendarMonths;
  return { days, months, years: Math.floor(months / 12) };
}
