import type { EventTime } from './careEvent.ts';
import { fhirDateText, lastMsOfMoment, readMoment, unknownMoment, type Moment } from '../time/date.ts';
import { elementOf, trimmedText, type FhirElement } from '../fhirElements/fhirElement.ts';
import { DAY_MS } from '../time/durations.ts';

/** When something was, as sent. */
export type SentEventTime = {
  readonly start: string;
  readonly end: string;
  /** It lasts: without an end it is not known when it ended, where a moment has none. */
  readonly hasDuration: boolean;
  /** Its status says that it goes on. */
  readonly isOngoing: boolean;
};

/** The time, and what of it must be said in words. */
export type EventTimeReading = { readonly time: EventTime; readonly notes: readonly string[] };

const MOST_AHEAD_MS = (14 / 24) * DAY_MS;
const YEAR_1900_MS = Date.UTC(1900, 0, 1);

/** Start and end of a Period, '' for what was not sent. */
export function readPeriod(value: unknown): { readonly start: string; readonly end: string } {
  const period = elementOf(value);
  return { start: trimmedText(period['start']), end: trimmedText(period['end']) };
}

/** A choice of dateTime and Period by the beginning of its name: `performed`, `occurrence`, `effective`, `onset`. */
export function sentTimeOf(resource: FhirElement, name: string): Omit<SentEventTime, 'isOngoing'> {
  const start = trimmedText(resource[`${name}DateTime`]);
  if (start !== '') return { start, end: '', hasDuration: false };
  return { ...readPeriod(resource[`${name}Period`]), hasDuration: resource[`${name}Period`] !== undefined };
}

/**
 * Reads when something began and ended. An end before the start is none; one that lies ahead of something that goes on is
 * a plan. Nothing ends by itself: what is over without an end has an end that is not known.
 */
export function eventTime(sent: SentEventTime, nowMs: number): EventTimeReading {
  const [start, startNote] = usable(sent.start);
  const [end, endNote] = endOf(sent, start, nowMs);
  const isEnded = end.precision !== 'none';
  // A day begins up to fourteen hours before it does in UTC.
  const isBegun = !(start.timeMs > nowMs + (start.precision === 'instant' ? 0 : MOST_AHEAD_MS));
  const isUnknown = sent.hasDuration && !isEnded && !sent.isOngoing && endNote === '';
  return {
    time: {
      startMs: start.timeMs,
      precision: start.precision,
      endMs: isEnded ? end.timeMs : undefined,
      endPrecision: end.precision,
      isOngoing: sent.isOngoing && !isEnded && isBegun,
    },
    notes: [startNote, endNote, isUnknown ? 'End not known' : ''],
  };
}

/** The moment of the reading, where something may begin or end after it, in whichever zone. */
export const readAtIfAhead = (
  { startMs, endMs = startMs }: EventTime,
  nowMs: number,
): { readonly readAtMs?: number } =>
  Math.max(startMs, endMs) > nowMs - MOST_AHEAD_MS ? { readAtMs: nowMs } : {};

function endOf({ end: until, isOngoing }: SentEventTime, start: Moment, nowMs: number): [Moment, string] {
  const [end, note] = usable(until);
  if (end.precision === 'none') return [end, note];
  if (lastMsOfMoment(end) < start.timeMs)
    return [unknownMoment, `The end sent is before the start: ${until}`];
  if (start.timeMs > nowMs) return [end, ''];
  if (isOngoing && lastMsOfMoment(end) > nowMs) return [unknownMoment, `Planned until ${dayWords(until)}`];
  // Over by its status, so a date ahead was only the plan; a clock that runs ahead is none.
  const isAhead = end.timeMs > nowMs + DAY_MS;
  return isAhead ? [unknownMoment, `End not known; was planned until ${dayWords(until)}`] : [end, ''];
}

/** The day in the words of the server: no zone moves it. */
const dayWords = (text: string): string => fhirDateText(readMoment(text.slice(0, 10)));

/** As for results: before 1900 and at the zero of the computer's clock nothing is dated (fixtures 45 and 45b). */
function usable(text: string): [Moment, string] {
  const moment = readMoment(text);
  const isExact = moment.precision === 'instant' || moment.precision === 'day';
  const isPlausible = moment.timeMs >= YEAR_1900_MS && !(isExact && Math.abs(moment.timeMs) <= DAY_MS);
  if (text === '' || isPlausible) return [moment, ''];
  return [unknownMoment, `Date cannot be used: ${text}`];
}
