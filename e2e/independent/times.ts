/** This file finds when a result was measured (rule 44 and fixtures 45 to 49). */
import { asObject, asObjects, asText, type Json } from './rawJson.ts';

export type MeasuredTime = {
  /** This is the date as it was sent. A Period is given as `start/end`. */
  readonly sent: string;
  /** This is the first moment of the date, or undefined if it is no date. */
  readonly ms: number | undefined;
  /** A date that is not on the axis is listed. */
  readonly hasPlaceOnAxis: boolean;
};

const DAY_MS = 86_400_000;
const HAS_OFFSET = /(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const SHAPE =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?)?)?$/;

/** Returns the first moment of a FHIR date. A time without an offset counts by its day alone. */
function msOf(sent: string): number | undefined {
  const [, year, month = '01', day = '01', time = ''] = SHAPE.exec(sent) ?? [];
  if (year === undefined) return undefined;
  const midnightMs = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  const isDay =
    !Number.isNaN(midnightMs) && new Date(midnightMs).toISOString().startsWith(`${year}-${month}-${day}`);
  if (!isDay) return undefined;
  if (!HAS_OFFSET.test(time)) return midnightMs;
  if (time.startsWith('T24')) return undefined;
  // A leap second, :60, counts as :59 and one second more.
  const ms = Date.parse(sent.replace(/^(.{17})60/, '$159')) + (/^.{17}60/.test(sent) ? 1000 : 0);
  return Number.isNaN(ms) ? undefined : ms;
}

const MINUTE_MS = 60_000;
/** A day begins in Kiribati this long before it begins in UTC. */
const KIRIBATI_MS = 14 * 60 * MINUTE_MS;

/**
 * A date in the future, before 1905 or at the zero of a computer's clock is not drawn. A clock may be ten
 * minutes fast, and a day has come when it has begun somewhere.
 */
function timeOfDate(sent: string, date: string, nowMs: number): MeasuredTime {
  const ms = msOf(date);
  if (ms === undefined) return { sent, ms, hasPlaceOnAxis: false };
  const hasDay = date.length > 'YYYY-MM'.length;
  const isZero = hasDay && Math.abs(ms) <= DAY_MS;
  const isExact = date.includes('T') && HAS_OFFSET.test(date);
  const hasCome = ms - (isExact ? 0 : KIRIBATI_MS) <= nowMs + 10 * MINUTE_MS;
  return { sent, ms, hasPlaceOnAxis: hasCome && ms >= Date.UTC(1905, 0) && !isZero };
}

/** Returns how long the year, month, day or moment is that a date names, at most. */
function lengthMsOf(date: string): number {
  const [, , month, day, time] = SHAPE.exec(date) ?? [];
  if (time !== undefined) return 1;
  if (day !== undefined) return DAY_MS;
  return month === undefined ? 366 * DAY_MS : 31 * DAY_MS;
}

/**
 * Returns whether a date lies more than a day before the day of birth, whose date may be a month or a year.
 * It may do so if the words of the result name the unborn.
 */
export function isBeforeBirth(sent: string, birthDate: string, words: string): boolean {
  const [birthMs, date] = [msOf(birthDate), sent.slice(sent.indexOf('/') + 1)];
  if (birthMs === undefined || /f(?:o?e)t(?:al|us)|cord|placenta|amnio|umbilic/i.test(words)) return false;
  return (msOf(date) ?? Infinity) + lengthMsOf(date) <= birthMs - DAY_MS;
}

/** A Period counts at its end and has no place on the axis without one. `issued` never stands in. */
function timeOfPeriod(period: Json, nowMs: number): MeasuredTime {
  const [start, end] = [asText(period['start']), asText(period['end'])];
  if (start === '' && end === '') return { sent: '', ms: undefined, hasPlaceOnAxis: false };
  const sent = `${start}/${end}`;
  if (end === '' || end.startsWith('9999')) return { sent, ms: msOf(start), hasPlaceOnAxis: false };
  const time = timeOfDate(sent, end, nowMs);
  const isBackwards = (msOf(start) ?? -Infinity) > (msOf(end) ?? Infinity);
  return isBackwards ? { ...time, hasPlaceOnAxis: false } : time;
}

export function timeOf(observation: Json, nowMs: number): MeasuredTime {
  const { effectiveDateTime, effectiveInstant, effectivePeriod, effectiveTiming } = observation;
  const sent = asText(effectiveDateTime) || asText(effectiveInstant);
  if (sent !== '') return timeOfDate(sent, sent, nowMs);
  if (effectivePeriod !== undefined) return timeOfPeriod(asObject(effectivePeriod), nowMs);
  const { event, repeat } = asObject(effectiveTiming);
  const events = Array.isArray(event) ? event.map(asText) : [];
  const [only = ''] = events;
  if (events.length === 1) return timeOfDate(only, only, nowMs);
  const [bounds] = asObjects(asObject(repeat)['boundsPeriod']);
  if (bounds !== undefined) return timeOfPeriod(bounds, nowMs);
  return { sent: events.join(', '), ms: undefined, hasPlaceOnAxis: false };
}
