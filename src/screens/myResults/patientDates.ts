/** Dates of the patient's view follow the language and the place of the device (rules 43 and 44). */
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Precision } from '../../clinical/time/date.ts';
import { currentSpeech } from '../../words/language.ts';

type DateStyle = 'day' | 'dayAndTime' | 'time';

const STYLES: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  day: { year: 'numeric', month: 'long', day: 'numeric' },
  dayAndTime: { year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  time: { hour: 'numeric', minute: '2-digit' },
};
const OF_PRECISION: Readonly<Partial<Record<Precision, Intl.DateTimeFormatOptions>>> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(options: Intl.DateTimeFormatOptions, timeZone: string): Intl.DateTimeFormat {
  const { locale } = currentSpeech();
  const key = JSON.stringify([locale, timeZone, options]);
  let format = formats.get(key);
  if (format === undefined)
    formats.set(
      key,
      (format = new Intl.DateTimeFormat(locale, {
        calendar: 'gregory',
        numberingSystem: 'latn',
        ...options,
        timeZone,
      })),
    );
  return format;
}

/**
 * Returns "November 12, 2026", "November 2026" or "2026", as exact as the time is known and in the order of the device's place; ''
 * without a date. Only an instant is moved into the zone: a day is the same in every zone.
 */
export function longDate(timeMs: number, precision: Precision, timeZone: string): string {
  if (precision === 'none' || Number.isNaN(timeMs)) return '';
  const zone = precision === 'instant' ? timeZone : 'UTC';
  return formatFor(OF_PRECISION[precision] ?? STYLES.day, zone).format(timeMs);
}

/** Returns the date with the time of day where one was sent: "November 12, 2026 at 8:10 AM". */
export function longDateAndTime(timeMs: number, precision: Precision, timeZone: string): string {
  if (precision !== 'instant' || Number.isNaN(timeMs)) return longDate(timeMs, precision, timeZone);
  return currentSpeech().agree(formatFor(STYLES.dayAndTime, timeZone).format(timeMs));
}

/** Returns the date of a result beside another one: with its time of day where both are of one day. */
export function dateBeside(
  { timeMs, kind: { precision } }: Row,
  other: Row | undefined,
  timeZone: string,
): string {
  const date = longDate(timeMs, precision, timeZone);
  const isOfOneDay = other !== undefined && date === longDate(other.timeMs, other.kind.precision, timeZone);
  return isOfOneDay ? longDateAndTime(timeMs, precision, timeZone) : date;
}

/** Returns whether two moments are of one day on the calendar of a zone. */
export const isSameDay = (oneMs: number, otherMs: number, timeZone: string): boolean =>
  longDate(oneMs, 'instant', timeZone) === longDate(otherMs, 'instant', timeZone);

/** Returns the time of day alone: "8:10 AM". */
export const timeOfDay = (timeMs: number, timeZone: string): string =>
  formatFor(STYLES.time, timeZone).format(timeMs);
