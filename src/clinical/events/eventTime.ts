import type { EventTime } from './careEvent.ts';
import {
  fhirDateText,
  isAhead,
  isPlausibleMoment,
  endsBeforeStart,
  FURTHEST_ZONE_BEHIND_MS,
  lastMsOfMoment,
  readMoment,
  unknownMoment,
  type Moment,
} from '../time/date.ts';
import { elementOf, trimmedText, type FhirElement } from '../fhirElements/fhirElement.ts';
import { DAY_MS, HOUR_MS } from '../time/durations.ts';
import { careEventsTexts } from './careEvents.messages.ts';

/** This is the time of an event as it was sent. */
export type SentEventTime = {
  readonly start: string;
  readonly end: string;
  /**
   * This is true for an event with a duration: without an end it is not known when it ended, whereas a moment has no
   * end.
   */
  readonly hasDuration: boolean;
  /** It is true when the status says that the event goes on. */
  readonly isOngoing: boolean;
  /** It is true when the status says that it has not taken place, so that its times are those of the plan. */
  readonly isPlan?: boolean;
  /** These two times were sent and cannot both be right, so that neither is chosen (decision 66); absent for one time. */
  readonly contradiction?: string;
};

/** This is the time of an event, and what must be said about it in words. */
export type EventTimeReading = { readonly time: EventTime; readonly notes: readonly string[] };

/** A day begins up to fourteen hours before that day in UTC. */
const EARLIEST_ZONE_MS = 14 * HOUR_MS;

/** Returns the last moment, in epoch ms, that a moment can mean in any time zone. */
export const latestMsOfMoment = (moment: Moment): number =>
  lastMsOfMoment(moment) + (moment.precision === 'instant' ? 0 : FURTHEST_ZONE_BEHIND_MS);

/** Returns the start and the end of a Period as they were sent; '' for what is missing. */
export function readPeriod(value: unknown): { readonly start: string; readonly end: string } {
  const period = elementOf(value);
  return { start: trimmedText(period['start']), end: trimmedText(period['end']) };
}

/**
 * Returns a choice of dateTime and Period as it was sent. `name` is the beginning of the field's name: `performed`,
 * `occurrence`, `effective` or `onset`. A Period that holds the dateTime says more than it. Where it does not, neither counts.
 */
export function sentTimeOf(resource: FhirElement, name: string): Omit<SentEventTime, 'isOngoing'> {
  const at = trimmedText(resource[`${name}DateTime`]);
  const period = readPeriod(resource[`${name}Period`]);
  const hasDuration = resource[`${name}Period`] !== undefined;
  if (at === '') return { ...period, hasDuration };
  if (period.start === '' && period.end === '') return { start: at, end: '', hasDuration: false };
  if (isHeldBy(readMoment(at), period)) return { ...period, hasDuration };
  const contradiction = `${at}; ${period.start}/${period.end}`;
  return { start: '', end: '', hasDuration: false, contradiction };
}

/** Returns whether a moment lies in a Period, as far as both are known and in whatever zone a day is meant. */
function isHeldBy(at: Moment, period: { readonly start: string; readonly end: string }): boolean {
  const [start, end] = [readMoment(period.start), readMoment(period.end)];
  const zoneMs = [at, start, end].every(({ precision }) => precision === 'instant') ? 0 : EARLIEST_ZONE_MS;
  return !(lastMsOfMoment(at) < start.timeMs - zoneMs) && !(at.timeMs > lastMsOfMoment(end) + zoneMs);
}

/**
 * Reads when an event began and ended, in epoch ms. An end before the start is not used, and an end that lies ahead of an
 * event that goes on is a plan. Nothing ends by itself: the end of an event that is over without one is not known.
 */
export function eventTime(sent: SentEventTime, nowMs: number): EventTimeReading {
  const [start, startNote] = readUsable(sent.start, nowMs);
  const [end, endNote] = readEnd(sent, start, nowMs);
  const isEnded = end.precision !== 'none';
  const isBegun = !(start.timeMs > nowMs + (start.precision === 'instant' ? 0 : EARLIEST_ZONE_MS));
  const isEndUnknown = sent.hasDuration && !isEnded && !sent.isOngoing && endNote === '';
  return {
    time: {
      startMs: start.timeMs,
      precision: start.precision,
      endMs: isEnded ? end.timeMs : undefined,
      endPrecision: end.precision,
      isOngoing: sent.isOngoing && !isEnded && isBegun,
    },
    notes: [
      sent.contradiction === undefined ? '' : careEventsTexts('twoTimes', { times: sent.contradiction }),
      startNote,
      endNote,
      isEndUnknown ? careEventsTexts('endNotKnown') : '',
    ],
  };
}

/**
 * Returns whether a time lies more than a day ahead: what is said to be done then is not known to have happened. A clock that
 * runs ahead by less is no plan.
 */
export const isDatedAhead = (start: string, nowMs: number): boolean =>
  isAhead(readMoment(start), nowMs + DAY_MS);

/** Returns when the record was read, if the event may begin or end after that in some time zone. */
export const readAtIfAhead = (
  { startMs, endMs = startMs }: EventTime,
  nowMs: number,
): { readonly readAtMs?: number } =>
  Math.max(startMs, endMs) > nowMs - EARLIEST_ZONE_MS ? { readAtMs: nowMs } : {};

function readEnd(
  { end: sentEnd, isOngoing, isPlan }: SentEventTime,
  start: Moment,
  nowMs: number,
): [Moment, string] {
  if (isOpenEnd(sentEnd, nowMs)) return [unknownMoment, ''];
  const [end, note] = readUsable(sentEnd, nowMs);
  if (end.precision === 'none') return [end, note];
  if (endsBeforeStart(start, end))
    return [unknownMoment, careEventsTexts('endBeforeStart', { end: sentEnd })];
  if (isPlan || start.timeMs > nowMs) return [end, ''];
  if (isOngoing && lastMsOfMoment(end) > nowMs)
    return [unknownMoment, careEventsTexts('plannedUntil', { date: dayText(sentEnd) })];
  // The status says that the event is over, so a date ahead was only the plan. A clock that runs ahead is no plan.
  const isPlanOnly = end.timeMs > nowMs + DAY_MS;
  return isPlanOnly
    ? [unknownMoment, careEventsTexts('wasPlannedUntil', { date: dayText(sentEnd) })]
    : [end, ''];
}

/** Returns the day as the server wrote it, so that no time zone moves it. */
const dayText = (text: string): string => fhirDateText(readMoment(text.slice(0, 10)));

/** Nobody plans so far ahead: databases write such a date where there is none (9999-12-31, 2999-12-31). */
const LONGEST_PLAN_MS = 50 * 366 * DAY_MS;
const isBeyondPlans = ({ timeMs }: Moment, nowMs: number): boolean => timeMs > nowMs + LONGEST_PLAN_MS;
const isOpenEnd = (text: string, nowMs: number): boolean => isBeyondPlans(readMoment(text), nowMs);

/**
 * Returns the first of some dates that can be used, else the first that was sent, and says in words which dates before it cannot be. Of a date
 * that cannot be used `eventTime` says it.
 */
export function firstUsable(dates: readonly string[]): readonly [date: string, notes: readonly string[]] {
  const sent = dates.filter(Boolean);
  const isUsable = (text: string): boolean => isPlausibleMoment(readMoment(text));
  const first = sent.find(isUsable) ?? sent[0] ?? '';
  const before = isUsable(first) ? sent.slice(0, sent.indexOf(first)) : [];
  return [first, before.map((text) => careEventsTexts('dateNotUsable', { text }))];
}

/** Reads a date, and says in words when it is implausible and not used (fixtures 45 and 45b). */
function readUsable(text: string, nowMs: number): [Moment, string] {
  const moment = readMoment(text);
  if (text === '' || (isPlausibleMoment(moment) && !isBeyondPlans(moment, nowMs))) return [moment, ''];
  return [unknownMoment, careEventsTexts('dateNotUsable', { text })];
}
