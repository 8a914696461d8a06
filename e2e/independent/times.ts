/** This file finds when a result was measured (rule 44 and fixtures 45 to 49). */
import { asObject, asObjects, asText, type Json } from './rawJson.ts';

export type Time = {
  /** This is the date as it was sent. A Period is given as `start/end`. */
  readonly sent: string;
  /** This is the first moment of the date, or undefined if it is no date. */
  readonly ms: number | undefined;
  readonly isPlaced: boolean;
};

const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/;

/** Returns the first moment of a FHIR date. A time without an offset counts by its day alone. */
function msOf(sent: string): number | undefined {
  const [, year, month = '01', day = '01', time = ''] = SHAPE.exec(sent) ?? [];
  if (year === undefined) return undefined;
  const midnightMs = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  const isDay =
    !Number.isNaN(midnightMs) && new Date(midnightMs).toISOString().startsWith(`${year}-${month}-${day}`);
  if (!isDay) return undefined;
  if (!/(Z|[+-]\d\d:\d\d)$/.test(time)) return midnightMs;
  if (time.startsWith('T24')) return undefined;
  const ms = Date.parse(sent.replace(/^(.{17})60/, '$159')) + (/^.{17}60/.test(sent) ? 1000 : 0);
  return Number.isNaN(ms) ? undefined : ms;
}

/**
 * A date in the future, before 1900 or at the zero of a computer's clock is not drawn. A clock may be up to a
 * day fast.
 */
function timeOfDate(sent: string, date: string, nowMs: number): Time {
  const ms = msOf(date);
  if (ms === undefined) return { sent, ms, isPlaced: false };
  const isZero = date.length > 7 && Math.abs(ms) <= DAY_MS;
  return { sent, ms, isPlaced: ms <= nowMs + DAY_MS && ms >= Date.UTC(1900, 0) && !isZero };
}

/** A Period counts at its end and has no place on the axis without one. `issued` never stands in. */
function timeOfPeriod(period: Json, nowMs: number): Time {
  const [start, end] = [asText(period['start']), asText(period['end'])];
  if (start === '' && end === '') return { sent: '', ms: undefined, isPlaced: false };
  const sent = `${start}/${end}`;
  if (end === '') return { sent, ms: msOf(start), isPlaced: false };
  const time = timeOfDate(sent, end, nowMs);
  const isBackwards = (msOf(start) ?? -Infinity) > (msOf(end) ?? Infinity);
  return isBackwards ? { ...time, isPlaced: false } : time;
}

export function timeOf(observation: Json, nowMs: number): Time {
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
  return { sent: events.join(', '), ms: undefined, isPlaced: false };
}
