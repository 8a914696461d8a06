/**
 * The lanes say in words what they are called, what lies outside the window, and what was the case at one
 * moment.
 */
import { isDrawnAsBar } from './eventMarkPaths.ts';
import { hasOccurred } from '../../clinical/events/eventOccurrence.ts';
import type { CareEvent, EventLane, MedicationCourse } from '../../clinical/events/careEvent.ts';
import { dateTimeText } from '../format/dateText.ts';
import { countText } from '../format/numberText.ts';
import type { Frame } from '../axis/frame.ts';
import { cachedSpan } from '../axis/cachedSpan.ts';
import { labelText } from './labelWidth.ts';
import type { LaneLayout } from './laneLayout.ts';
import { firstMs, mayBeActiveAt, timeBoundsOf, type OutsideCounts } from './eventTimes.ts';
import { courseChangesOf, eventText } from './laneMoments.ts';
import { wallClockMs } from '../format/timeZone.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { lanesTexts } from './lanes.messages.ts';

/** The lanes are listed in their order on the screen. */
export const LANES: readonly EventLane[] = [
  'medication',
  'encounter',
  'procedure',
  'condition',
  'immunization',
  'report',
];

export const LANE_TITLES: Record<EventLane, string> = {
  medication: lanesTexts('medications'),
  encounter: lanesTexts('encounters'),
  procedure: lanesTexts('procedures'),
  condition: lanesTexts('conditions'),
  immunization: lanesTexts('immunizations'),
  report: lanesTexts('reports'),
};

export const NONE_IN_WINDOW = lanesTexts('noneInWindow');

export const laneCountText = (n: number, lane: EventLane): string =>
  lanesTexts('counted', { shown: countText(n), noun: lanesTexts('noun', { lane, count: n }) });

/** Returns "3 earlier changes, 1 without a date", or '' when the window holds all. */
export function outsideText({ earlier, later, undated }: OutsideCounts, lane: EventLane): string {
  const counts = {
    earlier: countText(earlier),
    later: countText(later),
    noun: lanesTexts('noun', { lane, count: earlier + later }),
  };
  const parts: string[] = [];
  if (earlier > 0 && later > 0) parts.push(lanesTexts('earlierAndLaterOutside', counts));
  else if (earlier > 0) parts.push(lanesTexts('earlierOutside', counts));
  else if (later > 0) parts.push(lanesTexts('laterOutside', counts));
  if (undated > 0) parts.push(lanesTexts('undated', { count: countText(undated) }));
  return parts.join(', ');
}

/** More names than these would fill the foot of the lanes. */
const MAX_NAMED = 6;

/**
 * Counts the events of a lane outside the window and those drawn without a label, and names those without a mark. Visits have
 * no label and are not counted.
 */
export function notDrawnText({ outside, ticks, unmarked }: LaneLayout, lane: EventLane): string {
  const crowded = ticks.filter(({ text }) => text !== '').length;
  const unnamed = crowded > 0 ? lanesTexts('withoutLabel', { events: laneCountText(crowded, lane) }) : '';
  const names = unmarked.map(({ text }) => labelText(text));
  const more = names.length - MAX_NAMED;
  const fromBefore =
    names.length > 0 &&
    lanesTexts('fromBefore', {
      shown: countText(names.length),
      noun: lanesTexts('noun', { lane, count: names.length }),
      names: [
        ...names.slice(0, MAX_NAMED),
        ...(more > 0 ? [lanesTexts('andMore', { count: countText(more) })] : []),
      ].join(', '),
    });
  return [outsideText(outside, lane), unnamed, fromBefore].filter(Boolean).join(', ');
}

/** Returns "Conditions, reports: none in this window." */
export const emptyLanesText = (lanes: readonly EventLane[]): string =>
  lanes.length === 0
    ? ''
    : lanesTexts('lanesEmpty', { lanes: lanes.map((lane) => LANE_TITLES[lane]).join(', ') });

/** Counts the changes of all courses that lie outside the window. */
export function changesOutside(courses: readonly MedicationCourse[], frame: Frame): OutsideCounts {
  const outside = { earlier: 0, later: 0, undated: 0 };
  for (const course of courses) {
    outside.undated += course.steps.filter(({ startMs }) => Number.isNaN(startMs)).length;
    for (const { atMs, precision } of courseChangesOf(course, frame.timeZone)) {
      const [from, to] = cachedSpan(atMs, precision, frame.timeZone);
      if (to < frame.startMs) outside.earlier += 1;
      else if (from > frame.endMs) outside.later += 1;
    }
  }
  return outside;
}

/** The text at the right of a lane has an emphasized part and a quiet part. */
export type LaneSummary = readonly [strong: string, quiet: string];

const NONE_THIS_DAY = lanesTexts('noneThisDay');

/** Returns the events on the day of a moment, or without a moment the newest event in the window. */
export function eventSummary(
  events: readonly CareEvent[],
  { startMs, endMs, timeZone }: Frame,
  atMs: number | undefined,
): LaneSummary {
  const dated = events.filter((event) => !Number.isNaN(event.startMs));
  if (atMs === undefined) {
    const newest = dated
      .map((event) => ({ event, atMs: firstMs(event, timeZone) }))
      .filter(({ atMs: beganMs }) => beganMs <= endMs && beganMs >= startMs - DAY_MS)
      .toSorted((a, b) => b.atMs - a.atMs)[0]?.event;
    return newest ? [eventText(newest), dateTimeText(newest.startMs, newest.precision, timeZone)] : ['', ''];
  }
  const [there, isSure] = eventsOfDay(dated, atMs, timeZone);
  const [only] = there;
  if (only === undefined) return ['', NONE_THIS_DAY];
  const date = isSure ? '' : dateTimeText(only.startMs, only.precision, timeZone);
  const more = there.length > 1 ? lanesTexts('andMore', { count: countText(there.length - 1) }) : '';
  return [eventText(only), [date, more].filter(Boolean).join(', ')];
}

/**
 * Returns the events of the day of a moment, and whether the first of them is surely of it. Of a month or a year nobody knows which day
 * is meant.
 */
function eventsOfDay(events: readonly CareEvent[], atMs: number, timeZone: string) {
  const dayOf = (ms: number): number =>
    ms === Infinity ? ms : Math.floor(wallClockMs(ms, timeZone) / DAY_MS);
  const day = dayOf(atMs);
  const there = events
    .filter((event) => mayBeActiveAt(event, atMs))
    .map((event) => {
      const { beginMs, endMs = beginMs } = timeBoundsOf(event, timeZone);
      const lastBeginMs = Math.max(beginMs[0], beginMs[1] - 1);
      const isThere = dayOf(beginMs[0]) <= day && day <= Math.max(dayOf(lastBeginMs), dayOf(endMs[1] - 1));
      return { event, isThere, isSure: dayOf(lastBeginMs) <= day && day <= dayOf(endMs[0]) };
    })
    .filter(({ isThere }) => isThere)
    .toSorted((a, b) => Number(b.isSure) - Number(a.isSure));
  return [there.map(({ event }) => event), there[0]?.isSure === true] as const;
}

/** Visits are ticks without a label. A stay, and a visit that did not happen, is named. */
export const laneLabel = (event: CareEvent): string =>
  event.lane !== 'encounter' || isDrawnAsBar(event) || !hasOccurred(event) ? eventText(event) : '';
