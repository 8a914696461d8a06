/**
 * Times are epoch milliseconds everywhere. A wall-clock time is what a clock in one zone shows, kept as if it
 * were UTC so that the getUTC… methods read it. Offsets come from Intl alone, because it knows the changes of
 * the past.
 */

import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../clinical/time/durations.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let clock = formatters.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, clock);
  }
  return clock;
}

/** Returns how far the clocks of a zone are before UTC at a moment, in ms. */
function exactOffsetMs(timeMs: number, timeZone: string): number {
  const wholeMs = Math.floor(timeMs / 1000) * 1000;
  const part: Record<string, number> = {};
  for (const { type, value } of formatterFor(timeZone).formatToParts(wholeMs)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeMs;
}

/** This is the offset at the start of each UTC day that was asked for, by zone. */
const offsetsByDay = new Map<string, Map<number, number>>();
/** These are the days of more than fifty years. */
const MOST_DAYS = 20_000;

function offsetAtStart(day: number, timeZone: string): number {
  let byDay = offsetsByDay.get(timeZone);
  if (byDay === undefined || byDay.size > MOST_DAYS) offsetsByDay.set(timeZone, (byDay = new Map()));
  let offsetMs = byDay.get(day);
  if (offsetMs === undefined) byDay.set(day, (offsetMs = exactOffsetMs(day * DAY_MS, timeZone)));
  return offsetMs;
}

/**
 * Returns what a clock in the zone shows at a moment. Intl takes some microseconds for each answer and a screen asks for
 * thousands, so it is asked twice a day only, unless the clocks changed on that day.
 */
export function wallClockMs(timeMs: number, timeZone: string): number {
  if (timeZone === 'UTC' || Number.isNaN(timeMs)) return timeMs;
  const day = Math.floor(timeMs / DAY_MS);
  const offsetMs = offsetAtStart(day, timeZone);
  const isSame = offsetMs === offsetAtStart(day + 1, timeZone);
  return timeMs + (isSame ? offsetMs : exactOffsetMs(timeMs, timeZone));
}

/**
 * Returns the instant at which a clock in the zone shows this time. The offset is read twice, because the
 * first guess may lie across a change of clocks. A time that a change leaves out is read by the clock before it, so that a day without
 * a midnight does not begin on the evening before.
 */
export function instantMs(wallMs: number, timeZone: string): number {
  const guessMs = 2 * wallMs - wallClockMs(wallMs, timeZone);
  const foundMs = guessMs + wallMs - wallClockMs(guessMs, timeZone);
  return wallClockMs(foundMs, timeZone) === wallMs ? foundMs : Math.max(guessMs, foundMs);
}

/** A change of clocks repeats at most this much time. */
const MAX_REPEATED_MS = 3 * HOUR_MS;

/** Returns whether a clock in the zone shows this time twice, because it is set back in that night (rule 42). */
export function isShownTwice(timeMs: number, timeZone: string): boolean {
  const wallMs = wallClockMs(timeMs, timeZone);
  return [-MAX_REPEATED_MS, MAX_REPEATED_MS].some((apartMs) => {
    const otherMs = wallMs - wallClockMs(timeMs + apartMs, timeZone) + timeMs + apartMs;
    return otherMs !== timeMs && wallClockMs(otherMs, timeZone) === wallMs;
  });
}

export const twoDigits = (n: number) => String(n).padStart(2, '0');

const nameFormatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes milliseconds, so each is made once. */
function nameFormatterFor(locale: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  const formatter =
    nameFormatters.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' });
  nameFormatters.set(key, formatter);
  return formatter;
}

const LOCALES = ['en-US', 'en-GB', 'en-AU', 'en-NZ', 'en-IN', 'en-ZA'];

/** Returns the offset of the clocks of a zone at a moment: "-06:00". */
export function utcOffsetText(timeMs: number, timeZone: string): string {
  const minutes = Math.round((wallClockMs(timeMs, timeZone) - timeMs) / MINUTE_MS);
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

/**
 * Returns "CST, UTC−06:00", or "UTC−03:00" for a zone without a common short name. Several locales are asked
 * because none has all short names.
 */
export function zoneText(timeMs: number, timeZone: string): string {
  const offset = `UTC${utcOffsetText(timeMs, timeZone).replace('-', '−')}`;
  for (const locale of LOCALES) {
    const parts = nameFormatterFor(locale, timeZone).formatToParts(timeMs);
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    if (name === 'UTC') return name;
    if (/^[A-Z]{2,5}$/.test(name) && name !== 'GMT') return `${name}, ${offset}`;
    if (name === 'GMT' && offset.endsWith('+00:00')) return `${name}, ${offset}`;
  }
  return offset;
}
