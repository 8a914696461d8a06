/** A FHIR date, dateTime or instant as it can be known: epoch ms of its first moment in UTC, and how exact it is. */
export type Moment = { readonly timeMs: number; readonly precision: Precision };

export const unknownMoment: Moment = { timeMs: Number.NaN, precision: 'none' };

// https://hl7.org/fhir/R4/datatypes.html#dateTime; seconds may be missing, as some servers leave them out.
const DATE_TIME =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):\d\d(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/**
 * Reads a date once, with its precision. A time without an offset could be any of 26 hours, so only its day is taken as
 * known. A text that is no date, or a day that no calendar has, is an unknown moment.
 */
export function readMoment(text: string): Moment {
  const [all, year, month, day, hour, second, offset] = DATE_TIME.exec(text) ?? [];
  const dayMs = utcDayMs(Number(year), Number(month ?? 1), Number(day ?? 1));
  if (all === undefined || Number.isNaN(dayMs)) return unknownMoment;
  if (month === undefined) return { timeMs: dayMs, precision: 'year' };
  if (day === undefined) return { timeMs: dayMs, precision: 'month' };
  if (hour === undefined || offset === undefined) return { timeMs: dayMs, precision: 'day' };
  const timeMs = instantMs(text, second);
  return hour === '24' || Number.isNaN(timeMs) ? unknownMoment : { timeMs, precision: 'instant' };
}

/** The leap second 60, which no parser takes, is a second after 59. */
const instantMs = (text: string, second: string | undefined): number =>
  second === '60' ? Date.parse(text.replace(':60', ':59')) + 1000 : Date.parse(text);

/** NaN for a day that no calendar has: 30 February would be in March. Date.UTC takes the years 0 to 99 for 1900 to 1999. */
function utcDayMs(year: number, month: number, day: number): number {
  const date = new Date(0);
  const dayMs = date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? dayMs : Number.NaN;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "14 Mar 1959", "Mar 1959", "1959" or '': as exact as it is known, the month as a word (display rule 45). Days in UTC. */
export function fhirDateText({ timeMs, precision }: Moment): string {
  if (precision === 'none') return '';
  const date = new Date(timeMs);
  const year = String(date.getUTCFullYear());
  if (precision === 'year') return year;
  const month = `${MONTHS[date.getUTCMonth()]} ${year}`;
  return precision === 'month' ? month : `${date.getUTCDate()} ${month}`;
}

/**
 * One row is one result as it was read: an Observation, or one component of one. A row is either drawn (it has a point
 * in its series) or listed (it stands in the tables with its reason). What many rows share is kept once, in `RowKind`.
 */

/** How exactly the time is known. `none`: no time was sent, or none that can be read. */
export type Precision = 'instant' | 'day' | 'month' | 'year' | 'none';
