/** This file divides time into the windows by which a long record is asked for (decision 53). */
import { elementOf, type FhirElement } from '../../clinical/fhirElements/fhirElement.ts';
import { readMoment } from '../../clinical/time/date.ts';
import { DAY_MS, SECOND_MS } from '../../clinical/time/durations.ts';

/** This is a window of time in epoch ms, at whole seconds. Without a start, everything before its end belongs to it. */
export type DateWindow = { readonly fromMs: number | undefined; readonly untilMs: number };

/** One window is divided into so many at most, because results may lie close together in a small part of it. */
const MOST_PARTS = 24;
/** A search can name the years 1 to 9999. https://hl7.org/fhir/R4/datatypes.html#dateTime */
const [FIRST_MS, LAST_MS] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T00:00:00Z')];

/** Returns whether a search can name this moment, in epoch ms. */
export const isSearchable = (timeMs: number): boolean => timeMs >= FIRST_MS && timeMs <= LAST_MS;

/**
 * Returns the parameters of a search for one window. FHIR compares the ranges of time that dates stand for, so a result that
 * touches two windows next to each other is found in both, and none falls between them.
 * https://hl7.org/fhir/R4/search.html#date
 */
export const windowFilter = ({ fromMs, untilMs }: DateWindow): string =>
  `${fromMs === undefined ? '' : `date=ge${secondText(fromMs)}&`}date=lt${secondText(untilMs)}`;

const secondText = (timeMs: number): string => `${new Date(timeMs).toISOString().slice(0, 19)}Z`;

/** Returns the whole second after a moment, in epoch ms. */
export const secondAfter = (timeMs: number): number => (Math.floor(timeMs / SECOND_MS) + 1) * SECOND_MS;

/** Returns the exact time of a result in epoch ms; NaN where it has none, or only a date or a period. */
export function exactTimeMs(resource: unknown): number {
  const sent = sentTime(elementOf(resource));
  const { timeMs, precision } = readMoment(sent);
  return precision === 'instant' ? timeMs : NaN;
}

/** Returns the first moment that the time of a result can mean, in epoch ms; NaN where it has none. */
export function earliestTimeMs(resource: unknown): number {
  const observation = elementOf(resource);
  const { start } = elementOf(observation['effectivePeriod']);
  return readMoment(sentTime(observation) || textOf(start)).timeMs;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const sentTime = ({ effectiveDateTime, effectiveInstant }: FhirElement): string =>
  textOf(effectiveDateTime) || textOf(effectiveInstant);

/**
 * Returns the time of the last result of a page that has an exact one, in epoch ms; undefined where there is none, or where
 * the page does not stand newest first. What the server sends after such a page is not later.
 */
export function lastTimeMs(entries: readonly unknown[]): number | undefined {
  let last: number | undefined;
  for (const timeMs of entries.map(exactTimeMs)) {
    if (Number.isNaN(timeMs)) continue;
    if (last !== undefined && timeMs >= last + SECOND_MS) return undefined;
    last = timeMs;
  }
  return last;
}

/** Returns whether a result lies outside of a window by more than a zone of time could explain. */
export function isOutside(resource: unknown, { fromMs = -Infinity, untilMs }: DateWindow): boolean {
  const timeMs = exactTimeMs(resource);
  return timeMs < fromMs - DAY_MS || timeMs > untilMs + DAY_MS;
}

/**
 * Divides a window of about `count` results into some that fit on a page each, as if they were spread evenly. The newest
 * stands first. `oldestMs` is where the results of a window without start begin. Returns none where the window is too short.
 */
export function dividedWindow(
  { fromMs, untilMs }: DateWindow,
  oldestMs: number,
  count: number,
  pageLength: number,
): readonly DateWindow[] {
  const startMs = Math.floor((fromMs ?? oldestMs) / SECOND_MS) * SECOND_MS;
  const seconds = (untilMs - startMs) / SECOND_MS;
  const parts = Math.min(MOST_PARTS, Math.ceil(count / filledPage(pageLength)), Math.floor(seconds));
  if (!(parts > 1)) return [];
  const bounds = Array.from(
    { length: parts - 1 },
    (_, i) => startMs + Math.round(((parts - 1 - i) * seconds) / parts) * SECOND_MS,
  );
  return [untilMs, ...bounds].map((end, i) => ({
    fromMs: i < bounds.length ? bounds[i] : fromMs,
    untilMs: end,
  }));
}

/** So many results are meant for one page: few windows then hold more, however the results are scattered. */
const filledPage = (pageLength: number): number =>
  Math.max(1, Math.floor(pageLength - 2.5 * Math.sqrt(pageLength)));
