/**
 * This file lists the events of the window in words, and what is not known of them, for a note or for paper.
 */
import { dateText, dateTimeText } from '../../charts/format/dateText.ts';
import { countText } from '../../charts/format/numberText.ts';
import { eventText } from '../../charts/lanes/laneMoments.ts';
import { timeBoundsOf } from '../../charts/lanes/eventTimes.ts';
import { LANES } from '../../charts/lanes/laneSummary.ts';
import type { EventLane } from '../../clinical/events/careEvent.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import {
  emptyLaneText,
  laneTitle,
  leftOutText,
  unreadTypesText,
  resultsOnlyText,
} from '../events/eventText.ts';
import { missingResultsText } from '../events/reportsWithMissingResults.ts';
import type { TimeWindow } from '../timeWindow/recordWindow.ts';
import {
  NO_UNLISTED_STEPS,
  exportMedicationChanges,
  unlistedStepCounts,
  type DatedText,
  type UnlistedStepCounts,
  type TimeFormat,
} from './exportMedicationChanges.ts';
import { entryTimeText } from '../events/timelineEntries.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { noteTexts } from './note.messages.ts';

export type ExportEvent = { readonly lane: EventLane; readonly text: string };

export type ExportEvents = {
  /** The lanes have the order of the screen. In each the newest event comes first. */
  readonly lines: readonly ExportEvent[];
  /** Each lane says what is not listed, what could not be read, and what does not exist. */
  readonly omissions: readonly string[];
};

/** At most this many lines of a lane are listed. */
export type ExportLimits = { readonly changes: number; readonly others: number };

function datedTexts(
  { events, courses }: EventsSnapshot,
  lane: EventLane,
  window: TimeWindow,
  timeZone: string,
): DatedText[] {
  // In a window of days, a dose may change twice on one day.
  const dated = window.endMs - window.startMs <= 10 * DAY_MS ? dateTimeText : dateText;
  const whenOf: TimeFormat = (timeMs, precision) => dated(timeMs, precision, timeZone);
  if (lane === 'medication')
    return courses.flatMap((course) => exportMedicationChanges(course, timeZone, whenOf));
  return events
    .filter((event) => event.lane === lane && event.isResultsOnly !== true)
    .map((event) => {
      const { beginMs, endMs } = timeBoundsOf(event, timeZone);
      const missing = missingResultsText(event);
      const text = [eventText(event), entryTimeText(event, timeZone), missing].filter(Boolean).join(', ');
      return { text, fromMs: beginMs[0], toMs: (endMs ?? beginMs)[1] };
    });
}

/** Counts the events that are not listed, because nothing from outside the window is. */
function notListedText(
  dated: readonly DatedText[],
  { startMs, endMs }: TimeWindow,
  more: number,
  { undated, notGiven, others }: UnlistedStepCounts,
): string {
  const undatedCount = undated + dated.filter(({ fromMs }) => Number.isNaN(fromMs)).length;
  const counted = (
    count: number,
    key: 'moreInWindow' | 'eventsBefore' | 'eventsAfter' | 'notGiven' | 'undated',
  ) => (count > 0 ? [noteTexts(key, { shown: countText(count) })] : []);
  const parts = [
    ...counted(more, 'moreInWindow'),
    ...counted(dated.filter(({ toMs }) => toMs < startMs).length, 'eventsBefore'),
    ...counted(dated.filter(({ fromMs }) => fromMs > endMs).length, 'eventsAfter'),
    ...counted(notGiven, 'notGiven'),
    ...others
      .filter(([count]) => count > 0)
      .map(([count, type]) => noteTexts('ofType', { shown: countText(count), type })),
    ...counted(undatedCount, 'undated'),
  ];
  return parts.length === 0 ? '' : noteTexts('notListed', { list: parts.join(', ') });
}

function laneTexts(
  events: EventsSnapshot,
  lane: EventLane,
  window: TimeWindow,
  timeZone: string,
  maxLines: number,
) {
  const dated = datedTexts(events, lane, window, timeZone);
  const inside = dated
    .filter(({ fromMs, toMs }) => fromMs <= window.endMs && toMs >= window.startMs)
    .toSorted((a, b) => b.fromMs - a.fromMs);
  const stepCounts = lane === 'medication' ? unlistedStepCounts(events, window, timeZone) : NO_UNLISTED_STEPS;
  const omissions = [
    inside.length > 0 ? '' : emptyLaneText(events, lane, dated.length).text,
    notListedText(dated, window, inside.length - maxLines, stepCounts),
  ].filter(Boolean);
  return {
    lines: inside.slice(0, maxLines).map(({ text }) => ({ lane, text })),
    omissions: [
      ...(omissions.length > 0
        ? [noteTexts('laneOmissions', { lane: exportEventTitle(lane), omissions: omissions.join('; ') })]
        : []),
      // An empty lane has already said why.
      ...(inside.length > 0 || dated.length > 0 ? unreadTypesText(events, lane).map(({ text }) => text) : []),
    ],
  };
}

/** Returns the title of a lane. The medication lane lists changes, not single orders. */
export const exportEventTitle = (lane: EventLane): string =>
  lane === 'medication' ? noteTexts('medicationChanges') : laneTitle(lane);

/** Lists the events of all lanes in the window. */
export function exportEvents(
  events: EventsSnapshot | undefined,
  window: TimeWindow,
  timeZone: string,
  limits: ExportLimits,
): ExportEvents {
  if (!events) return { lines: [], omissions: [noteTexts('eventsNotRead')] };
  const lanes = LANES.map((lane) =>
    laneTexts(events, lane, window, timeZone, lane === 'medication' ? limits.changes : limits.others),
  );
  return {
    lines: lanes.flatMap(({ lines }) => lines),
    omissions: [
      ...lanes.flatMap((lane) => lane.omissions),
      resultsOnlyText(events.events),
      leftOutText(events.leftOut),
    ].filter(Boolean),
  };
}
