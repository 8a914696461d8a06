import type { Precision } from './row.ts';

/** A FHIR date, dateTime or instant as it can be known: epoch ms of its first moment in UTC, and how exact it is. */
export type Moment = { readonly timeMs: number; readonly precision: Precision };

export const unknownMoment: Moment = { timeMs: Number.NaN, precision: 'none' };

// https://hl7.org/fhir/R4/datatypes.html#dateTime; seconds may be missing, as some servers leave them out.
const DATE_TIME =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

const MINUTE_MS = 60_000;

/**
 * Reads a date once, with its precision. A time without an offset could be any of 26 hours, so only its day is taken as
 * known. A text that is no date, or a day that no calendar has, is an unknown moment.
 */
export function readMoment(text: string): Moment {
  const [all, year, month, day, ...time] = DATE_TIME.exec(text) ?? [];
  const dayMs = utcDayMs(Number(year), Number(month ?? 1), Number(day ?? 1));
  if (all === undefined || Number.isNaN(dayMs)) return unknownMoment;
  if (month === undefined) return { timeMs: dayMs, precision: 'year' };
  if (day === undefined) return { timeMs: dayMs, precision: 'month' };
  const [hour, , , , offset] = time;
  if (hour === undefined || offset === undefined) return { timeMs: dayMs, precision: 'day' };
  const timeMs = dayMs + timeOfDayMs(time) - offsetMs(offset);
  return Number.isNaN(timeMs) ? unknownMoment : { timeMs, precision: 'instant' };
}

/** NaN for a time that no clock shows; 60 is a leap second. */
function timeOfDayMs([hour, minute, second = 0, fraction = 0]: readonly (
  | string
  | number
  | undefined
)[]): number {
  const seconds = Number(second) + Number(fraction);
  if (Number(hour) > 23 || Number(minute) > 59 || seconds >= 61) return Number.NaN;
  return (Number(hour) * 60 + Number(minute)) * MINUTE_MS + Math.floor(seconds * 1000);
}

const offsetMs = (offset: string): number =>
  offset === 'Z'
    ? 0
    : (offset.startsWith('-') ? -1 : 1) *
      (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4))) *
      MINUTE_MS;

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** NaN for a day that no calendar has. Date.UTC takes the years 0 to 99 for 1900 to 1999. */
function utcDayMs(year: number, month: number, day: number): number {
  const days = DAYS[month - 1];
  if (days === undefined || day < 1 || day > days) return Number.NaN;
  if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0)))
    return Number.NaN;
  return year > 99 ? Date.UTC(year, month - 1, day) : new Date(0).setUTCFullYear(year, month - 1, day);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "14 Mar 1959", "Mar 1959", "1959" or '': as exact as it is known, the month as a word (display rule 45). Days in UTC. */
export function dateWords({ timeMs, precision }: Moment): string {
  if (precision === 'none') return '';
  const date = new Date(timeMs);
  const year = String(date.getUTCFullYear());
  if (precision === 'year') return year;
  const month = `${MONTHS[date.getUTCMonth()]} ${year}`;
  return precision === 'month' ? month : `${date.getUTCDate()} ${month}`;
}
