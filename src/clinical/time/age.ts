import type { Moment } from './date.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './durations.ts';

/**
 * Age at a moment, as exact as both dates allow: days up to four weeks, weeks up to three months, months up to two years,
 * then years. Of a birth date without a day both possible ages are given ("66–67 y"); '' when a date is not known or in the
 * wrong order. Calendar days in UTC.
 */
export function ageText(birth: Moment, at: Moment): string {
  if (birth.precision === 'none' || at.precision === 'none') return '';
  const [eldest, youngest] = [
    agesBetween(birth.timeMs, lastDayMs(at)),
    agesBetween(lastDayMs(birth), at.timeMs),
  ];
  if (eldest.days < 0) return '';
  if (birth.precision === 'instant' || birth.precision === 'day') {
    if (at.precision === 'instant' || at.precision === 'day') return exactWords(eldest);
  }
  return spanWords(Math.max(0, youngest.years), eldest.years);
}

/** Of a newborn whose time of birth is known: minutes up to two hours, hours up to two days; '' for all others. */
export function newbornAgeText(bornMs: number, atMs: number): string {
  const age = atMs - bornMs;
  if (!(age >= 0 && age < 2 * DAY_MS)) return '';
  return age < 2 * HOUR_MS ? `${Math.floor(age / MINUTE_MS)} min` : `${Math.floor(age / HOUR_MS)} h`;
}

const spanWords = (low: number, high: number): string => (low === high ? `${low} y` : `${low}–${high} y`);

function exactWords({ days, months, years }: Ages): string {
  if (days < 28) return `${days} d`;
  if (months < 3) return `${Math.floor(days / 7)} wk`;
  return months < 24 ? `${months} mo` : `${years} y`;
}

type Ages = { readonly days: number; readonly months: number; readonly years: number };

function agesBetween(fromMs: number, toMs: number): Ages {
  const [from, to] = [new Date(fromMs), new Date(toMs)];
  const days = Math.floor(toMs / DAY_MS) - Math.floor(fromMs / DAY_MS);
  const whole = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  const months = to.getUTCDate() < from.getUTCDate() ? whole - 1 : whole;
  return { days, months, years: Math.floor(months / 12) };
}

/** The last day that a moment can mean. */
export function lastDayMs({ timeMs, precision }: Moment): number {
  const date = new Date(timeMs);
  if (precision === 'year') return Date.UTC(date.getUTCFullYear(), 11, 31);
  return precision === 'month' ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) : timeMs;
}
