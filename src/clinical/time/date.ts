/** Reads and writes FHIR dates with the precision that was sent. https://hl7.org/fhir/R4/datatypes.html#dateTime */
import { DAY_MS, HOUR_MS, MINUTE_MS } from './durations.ts';

/** The precision says how exactly a time is known. `none` means that no time was sent, or none that can be read. */
export type Precision = 'instant' | 'day' | 'month' | 'year' | 'none';

/**
 * A moment is a FHIR date, dateTime or instant. `timeMs` is epoch ms of its first moment in UTC; it is NaN when the
 * time is not known.
 */
export type Moment = { readonly timeMs: number; readonly precision: Precision };

/** The time is not known. */
export const unknownMoment: Moment = { timeMs: Number.NaN, precision: 'none' };

// Some servers leave out the seconds, or the colon or the minutes of the offset, although FHIR asks for them. No clock is more than 14 hours apart from UTC.
const DATE_TIME =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):\d\d(?::(\d\d)(?:\.\d+)?)?(?:(Z|[+-](?:(?:0\d|1[0-3])(?::?[0-5]\d)?|14(?::?00)?))|[+-]\d\d(?::?\d\d)?)?)?)?)?$/;

/**
 * Reads a FHIR date, dateTime or instant (rule 44). Without an offset, or with one that no clock has, a time could be any of 26
 * hours, so only its day is taken as known. A text that is no date, or a day that no calendar has, gives the unknown moment.
 */
export function readMoment(text: string): Moment {
  const [all, year, month, day, hour, second, offset] = DATE_TIME.exec(text) ?? [];
  const date = [Number(year), Number(month ?? 1), Number(day ?? 1)] as const;
  if (all === undefined || !isCalendarDay(...date)) return unknownMoment;
  if (month === undefined) return { timeMs: utcDayMs(...date), precision: 'year' };
  if (day === undefined) return { timeMs: utcDayMs(...date), precision: 'month' };
  if (hour === undefined || offset === undefined) return { timeMs: utcDayMs(...date), precision: 'day' };
  const timeMs = instantMs(text, second, offset);
  return hour === '24' || Number.isNaN(timeMs) ? unknownMoment : { timeMs, precision: 'instant' };
}

/** No parser takes the leap second 60, which is read as the second after 59, and not each takes an offset without colon or minutes. */
function instantMs(sent: string, second: string | undefined, offset: string): number {
  const isShort = offset.length === 3 || offset.length === 5;
  const text = isShort
    ? `${sent.slice(0, -offset.length)}${offset.slice(0, 3)}:${offset.slice(3) || '00'}`
    : sent;
  return second === '60' ? Date.parse(text.replace(':60', ':59')) + 1000 : Date.parse(text);
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Returns whether the calendar has this day. A Date would make 1 or 2 March of 30 February. */
function isCalendarDay(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (MONTH_DAYS[month - 1] ?? 0) + (isLeap && month === 2 ? 1 : 0);
}

/** `Date.UTC` would read the years 0 to 99 as 1900 to 1999. */
const utcDayMs = (year: number, month: number, day: number): number =>
  new Date(0).setUTCFullYear(year, month - 1, day);

/** Returns the start, in UTC, of the last day that a moment can mean. An instant is returned as it is. */
export function lastDayMs({ timeMs, precision }: Moment): number {
  const date = new Date(timeMs);
  if (precision === 'year') return Date.UTC(date.getUTCFullYear(), 11, 31);
  return precision === 'month' ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) : timeMs;
}

/** Returns the midnight in UTC that ends a day, month or year. An instant is returned as it is. */
export const endMsOfMoment = (moment: Moment): number =>
  lastDayMs(moment) + (moment.precision === 'instant' ? 0 : DAY_MS);

/** Returns the last millisecond in UTC that a moment can mean. An instant is returned as it is. */
export const lastMsOfMoment = (moment: Moment): number =>
  lastDayMs(moment) + (moment.precision === 'instant' ? 0 : DAY_MS - 1);

/** A day ends this much after that day in UTC in the furthest time zone. */
export const FURTHEST_ZONE_BEHIND_MS = 12 * HOUR_MS;

/**
 * Returns whether a period certainly ends before it begins. The evening of a day in the west is the next day in UTC, and its morning in the
 * east the day before.
 */
export function endsBeforeStart(start: Moment, end: Moment): boolean {
  const [hasStartTime, hasEndTime] = [start, end].map(({ precision }) => precision === 'instant');
  const apartMs =
    hasStartTime === hasEndTime ? 0 : hasStartTime ? FURTHEST_ZONE_BEHIND_MS : FURTHEST_ZONE_AHEAD_MS;
  return lastMsOfMoment(end) + apartMs < start.timeMs;
}

/**
 * A day, month or year is sorted among exact times at this offset in ms from its first moment in UTC (rule 44). The
 * evening before comes before it, and the end of its own day after it, in every zone from UTC−10 to UTC+14.
 */
export const IMPRECISE_DATE_OFFSET_MS = 10 * HOUR_MS - MINUTE_MS;

// Clocks of computers begin in 1900, 1901 (the least number of 32 bits) and 1904.
const EARLIEST_MS = Date.UTC(1905, 0, 1);
// Databases write this year for "no date".
const LATEST_MS = Date.UTC(9999, 0, 1);

/** Returns whether a date is known, and at neither end nor the zero of a computer's clock (fixtures 45 and 45b). */
export function isPlausibleMoment({ timeMs, precision }: Moment): boolean {
  const isExact = precision === 'instant' || precision === 'day';
  return timeMs >= EARLIEST_MS && timeMs < LATEST_MS - DAY_MS && !(isExact && Math.abs(timeMs) <= DAY_MS);
}

/** The clock of a server may run ahead by this much. */
const CLOCK_TOLERANCE_MS = 10 * MINUTE_MS;
/** A day begins this much before that day in UTC in the furthest time zone. */
export const FURTHEST_ZONE_AHEAD_MS = 14 * HOUR_MS;

/** Returns whether a moment has not come yet. A day, month or year has come when it has begun in any time zone. */
export const isAhead = ({ timeMs, precision }: Moment, nowMs: number): boolean =>
  timeMs - (precision === 'instant' ? 0 : FURTHEST_ZONE_AHEAD_MS) > nowMs + CLOCK_TOLERANCE_MS;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Returns "14 Mar 1959", "Mar 1959", "1959" or '': as exact as the date is known, the month as a word (rules 44 and 45), and
 * the day in UTC.
 */
export function fhirDateText({ timeMs, precision }: Moment): string {
  if (precision === 'none') return '';
  const date = new Date(timeMs);
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  if (precision === 'year') return year;
  const month = `${MONTHS[date.getUTCMonth()]} ${year}`;
  return precision === 'month' ? month : `${date.getUTCDate()} ${month}`;
}
