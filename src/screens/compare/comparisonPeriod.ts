/** Two periods of one patient on one axis: which second one there can be, and where it lies. docs/decisions/0027. */
import { isDrawnAsBar } from '../../charts/lanes/eventMarkPaths.ts';
import { dateText } from '../../charts/format/format.ts';
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

/** What a second period may begin with. */
export type ComparisonStart = {
  /** As in the fragment: how much earlier it lies. */
  readonly value: string;
  /** "6 Feb 2023: Inpatient, pneumonia" */
  readonly label: string;
  /** Day 0 of the window. */
  readonly zeroMs: number;
};

export type ComparisonStarts = {
  readonly stays: readonly ComparisonStart[];
  readonly visits: readonly ComparisonStart[];
  /** Why there are none, or not all. */
  readonly said: string;
};

type Begun = { readonly event: CareEvent; readonly atMs: number };

/** Encounters that took place and of whose beginning the day is known, newest first. */
function begunIn(events: readonly CareEvent[], timeZone: string): Begun[] {
  const known = events.filter(
    (event) =>
      event.lane === 'encounter' &&
      hasOccurred(event) &&
      (event.precision === 'instant' || event.precision === 'day') &&
      !Number.isNaN(event.startMs),
  );
  return known
    .map((event) => ({ event, atMs: momentSpan(event.startMs, event.precision, timeZone)[0] }))
    .toSorted((a, b) => b.atMs - a.atMs);
}

/** Two that begin at one moment are one period, with both names. */
function offered(begun: readonly Begun[], zeroMs: number, timeZone: string): ComparisonStart[] {
  const byValue = new Map<string, ComparisonStart>();
  for (const { event, atMs } of begun) {
    const value = daysText((zeroMs - atMs) / DAY_MS);
    const text = eventText(event);
    const before = byValue.get(value)?.label;
    const label = before ? `${before}; ${text}` : `${dateText(atMs, 'instant', timeZone)}: ${text}`;
    byValue.set(value, { value, label, zeroMs });
  }
  return [...byValue.values()];
}

/**
 * The beginnings before the window. A stay is laid over the first stay that begins in the window, admission over admission;
 * anything else, and a stay where the window has none, begins at the left edge.
 */
export function startsBefore(
  events: EventsSnapshot | undefined,
  span: TimeSpan,
  timeZone: string,
): ComparisonStarts {
  const begun = begunIn(events?.events ?? [], timeZone);
  const earlier = begun.filter(({ atMs }) => atMs < span.startMs);
  const here = begun.findLast(
    ({ event, atMs }) => isDrawnAsBar(event) && atMs >= span.startMs && atMs <= span.endMs,
  );
  const missing = unreadTypesText(events, 'encounter').map(({ text }) => text);
  return {
    stays: offered(
      earlier.filter(({ event }) => isDrawnAsBar(event)),
      here?.atMs ?? span.startMs,
      timeZone,
    ),
    visits: offered(
      earlier.filter(({ event }) => !isDrawnAsBar(event)),
      span.startMs,
      timeZone,
    ),
    said:
      earlier.length > 0
        ? missing.join(' ')
        : begun.length > 0
          ? 'none that begins before this window'
          : emptyLaneText(events, 'encounter', 0).text,
  };
}

/** The same clock time of the same day a year before. */
function yearBefore(timeMs: number, timeZone: string): number {
  const date = new Date(wallClockMs(timeMs, timeZone));
  return instantMs(date.setUTCFullYear(date.getUTCFullYear() - 1), timeZone);
}

function shiftOf(
  { options, earlier }: Which,
  { startMs, endMs }: TimeSpan,
  timeZone: string,
): number | undefined {
  if (earlier === 'year') return startMs - yearBefore(startMs, timeZone);
  if (earlier !== undefined) return Math.round(earlier * DAY_MS);
  return options.includes('before') ? endMs - startMs : undefined;
}

type Which = Pick<CompareView, 'options' | 'earlier'>;

/** A year of the calendar is some hours shorter than a window of a year. */
const A_PART = 0.01;

export type ComparisonPeriod = ShiftedSpan & {
  /** Day 0 of the window; that of the second period lies `shiftMs` before it. */
  readonly zeroMs: number;
  /** The event it was chosen by, as far as it is known. */
  readonly begin: ComparisonStart | undefined;
  /** A good part of it would lie in the window: it ends there, so that nothing is drawn twice. */
  readonly isCut: boolean;
};

export function comparisonPeriod(
  view: Which,
  span: TimeSpan,
  { stays, visits }: ComparisonStarts,
  timeZone: string,
): ComparisonPeriod | undefined {
  const shiftMs = shiftOf(view, span, timeZone);
  if (shiftMs === undefined || !(shiftMs > 0)) return undefined;
  const { earlier } = view;
  const value = typeof earlier === 'number' ? daysText(earlier) : '';
  const begin = [...stays, ...visits].find((one) => one.value === value);
  const lastMs = span.endMs - shiftMs;
  return {
    startMs: span.startMs - shiftMs,
    endMs: Math.min(lastMs, span.startMs - 1),
    shiftMs,
    zeroMs: begin?.zeroMs ?? span.startMs,
    begin,
    isCut: lastMs - span.startMs > A_PART * (span.endMs - span.startMs),
  };
}
