/** Finds the comparison periods that can be laid over the window of the same patient. docs/decisions/0027. */
import { isDrawnAsBar } from '../../charts/lanes/eventMarkPaths.ts';
import { dateText } from '../../charts/format/dateText.ts';
import { momentSpan } from '../../charts/axis/timeSpan.ts';
import { eventText } from '../../charts/lanes/laneMoments.ts';
import type { ShiftedSpan } from '../../charts/strip/strip.ts';
import type { TimeSpan } from '../../clinical/change/comparableRows.ts';
import { instantMs, wallClockMs } from '../../charts/format/timeZone.ts';
import type { CareEvent } from '../../clinical/events/careEvent.ts';
import { hasOccurred } from '../../clinical/events/eventOccurrence.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { daysText, type CompareView } from '../../parts/screenUrls/compareUrl.ts';
import { emptyLaneText, unreadTypesText } from '../../parts/events/eventText.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { comparisonPeriodTexts } from './compare.messages.ts';

/** This is an encounter that a comparison period may begin with. */
export type ComparisonStart = {
  /** This is the value in the address, which says how many days earlier the period lies. */
  readonly value: string;
  /** The label reads like "6 Feb 2023: Inpatient, pneumonia". */
  readonly label: string;
  /** Day 0 of the window begins here. */
  readonly zeroMs: number;
};

export type ComparisonStarts = {
  readonly stays: readonly ComparisonStart[];
  readonly visits: readonly ComparisonStart[];
  /** Says why there are none, or not all; else ''. */
  readonly unavailableText: string;
};

type StartedEncounter = { readonly event: CareEvent; readonly startMs: number };

/** Returns the encounters that took place and began on a known day, newest first. */
function startedEncountersOf(events: readonly CareEvent[], timeZone: string): StartedEncounter[] {
  const datedEncounters = events.filter(
    (event) =>
      event.lane === 'encounter' &&
      hasOccurred(event) &&
      (event.precision === 'instant' || event.precision === 'day') &&
      !Number.isNaN(event.startMs),
  );
  return datedEncounters
    .map((event) => ({ event, startMs: momentSpan(event.startMs, event.precision, timeZone)[0] }))
    .toSorted((a, b) => b.startMs - a.startMs);
}

/** Two encounters that began at the same moment are one choice with both names. */
function startChoicesOf(
  encounters: readonly StartedEncounter[],
  zeroMs: number,
  timeZone: string,
): ComparisonStart[] {
  const byValue = new Map<string, ComparisonStart>();
  for (const { event, startMs } of encounters) {
    const value = daysText((zeroMs - startMs) / DAY_MS);
    const text = eventText(event);
    const previousLabel = byValue.get(value)?.label;
    const label = previousLabel
      ? `${previousLabel}; ${text}`
      : `${dateText(event.startMs, event.precision, timeZone)}: ${text}`;
    byValue.set(value, { value, label, zeroMs });
  }
  return [...byValue.values()];
}

/**
 * Returns the starts before the window. A stay is laid over the first stay that begins in the window, admission over
 * admission. A visit, and a stay if the window has none, is laid on the left edge.
 */
export function startsBefore(
  events: EventsSnapshot | undefined,
  span: TimeSpan,
  timeZone: string,
): ComparisonStarts {
  const encounters = startedEncountersOf(events?.events ?? [], timeZone);
  const earlier = encounters.filter(({ startMs }) => startMs < span.startMs);
  const stayInWindow = encounters.findLast(
    ({ event, startMs }) => isDrawnAsBar(event) && startMs >= span.startMs && startMs <= span.endMs,
  );
  const missing = unreadTypesText(events, 'encounter').map(({ text }) => text);
  return {
    stays: startChoicesOf(
      earlier.filter(({ event }) => isDrawnAsBar(event)),
      stayInWindow?.startMs ?? span.startMs,
      timeZone,
    ),
    visits: startChoicesOf(
      earlier.filter(({ event }) => !isDrawnAsBar(event)),
      span.startMs,
      timeZone,
    ),
    unavailableText:
      earlier.length > 0
        ? missing.join(' ')
        : encounters.length > 0
          ? comparisonPeriodTexts('noneBeginsBefore')
          : emptyLaneText(events, 'encounter', 0).text,
  };
}

/** Returns the same clock time on the same day a year before. */
function yearBefore(timeMs: number, timeZone: string): number {
  const date = new Date(wallClockMs(timeMs, timeZone));
  return instantMs(date.setUTCFullYear(date.getUTCFullYear() - 1), timeZone);
}

/** Returns the same clock time so many days before: a day is an hour longer or shorter where the clocks change. */
const daysBefore = (timeMs: number, days: number, timeZone: string): number =>
  instantMs(wallClockMs(timeMs, timeZone) - days * DAY_MS, timeZone);

function shiftMsOf(
  { options, earlier }: ComparisonChoice,
  { startMs, endMs }: TimeSpan,
  timeZone: string,
  isFromStart: boolean,
): number | undefined {
  if (earlier === 'year') return startMs - yearBefore(startMs, timeZone);
  // An encounter begins exactly so long before, whatever the clocks did.
  if (earlier !== undefined)
    return isFromStart || !Number.isInteger(earlier)
      ? Math.round(earlier * DAY_MS)
      : startMs - daysBefore(startMs, earlier, timeZone);
  return options.includes('before') ? endMs - startMs : undefined;
}

type ComparisonChoice = Pick<CompareView, 'options' | 'earlier'>;

/** This share of a window may overlap its comparison period: a calendar year is hours shorter than a window of a year. */
const OVERLAP_TOLERANCE = 0.01;

export type ComparisonPeriod = ShiftedSpan & {
  /** Day 0 of the window ends here. */
  readonly zeroMs: number;
  /** This is the encounter it begins with, if the events are known. */
  readonly start: ComparisonStart | undefined;
  /** The period would reach into the window, so it ends there and nothing is drawn twice. */
  readonly isCut: boolean;
};

/** Returns the chosen comparison period; undefined if none is chosen. */
export function comparisonPeriod(
  choice: ComparisonChoice,
  span: TimeSpan,
  { stays, visits }: ComparisonStarts,
  timeZone: string,
): ComparisonPeriod | undefined {
  const { earlier } = choice;
  const value = typeof earlier === 'number' ? daysText(earlier) : '';
  const start = [...stays, ...visits].find((one) => one.value === value);
  const shiftMs = shiftMsOf(choice, span, timeZone, start !== undefined);
  if (shiftMs === undefined || !(shiftMs > 0)) return undefined;
  const lastMs = span.endMs - shiftMs;
  return {
    startMs: span.startMs - shiftMs,
    endMs: Math.min(lastMs, span.startMs - 1),
    shiftMs,
    zeroMs: start?.zeroMs ?? span.startMs,
    start,
    isCut: lastMs - span.startMs > OVERLAP_TOLERANCE * (span.endMs - span.startMs),
  };
}
