/**
 * This is the time axis of all lanes. In the window of all results it also reaches the events before the first and after the
 * last result.
 */
import { dateText } from '../../charts/format/dateText.ts';
import { countText } from '../../charts/format/numberText.ts';
import { timeBoundsOf } from '../../charts/lanes/eventTimes.ts';
import type { EventLane, EventTime } from '../../clinical/events/careEvent.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { birthLimitMs } from '../../clinical/series/judged/judgedRows.ts';
import type { Moment } from '../../clinical/time/date.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import type { TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import { timelineTexts } from './timeline.messages.ts';

export type TimelineAxis = TimeWindow & {
  /** These are the numbers of events that ended before the axis begins or begin after its end. They are in the list alone. */
  readonly beforeCount: number;
  readonly afterCount: number;
};

export type AxisChoice = {
  /** It is true if the window is that of all results. */
  readonly isAll: boolean;
  /** It is true if the reader asked for all events, however old they are. */
  readonly isWhole: boolean;
  readonly lanes: readonly EventLane[];
  readonly timeZone: string;
  readonly nowMs: number;
  /** Nothing of the patient lies before this moment, so an event that does has a wrong date. */
  readonly earliestMs: number;
};

type KnownPeriod = {
  readonly fromMs: number;
  /** It is Infinity while it continues. */
  readonly untilMs: number;
  /** It is true for a dose, whose start is drawn as a change even if the dose continues into the window. */
  readonly isStep: boolean;
};

function knownPeriodOf(time: EventTime, isStep: boolean, timeZone: string): KnownPeriod[] {
  const { beginMs, endMs } = timeBoundsOf(time, timeZone);
  const period = { fromMs: beginMs[0], untilMs: (endMs ?? beginMs)[1], isStep };
  return Number.isNaN(period.fromMs) ? [] : [period];
}

const knownPeriodsIn = (
  { events, courses }: EventsSnapshot,
  { lanes, timeZone }: AxisChoice,
): readonly KnownPeriod[] => [
  ...events
    .filter(({ lane, isResultsOnly }) => lanes.includes(lane) && isResultsOnly !== true)
    .flatMap((event) => knownPeriodOf(event, false, timeZone)),
  ...(lanes.includes('medication') ? courses : []).flatMap(({ steps }) =>
    steps.flatMap((step) => knownPeriodOf(step, true, timeZone)),
  ),
];

/** An event may belong to the pregnancy. */
const BEFORE_BIRTH_MS = 366 * DAY_MS;
const CENTURY_MS = 36_525 * DAY_MS;

/** Returns the first moment that an axis of events may reach: a year before the birth, or a century ago without one. */
export const earliestEventMs = (birth: Moment | undefined, nowMs: number): number =>
  Math.max(nowMs - CENTURY_MS, birthLimitMs(birth, nowMs) - BEFORE_BIRTH_MS);

/**
 * The axis begins at most this many lengths of the window before it. Otherwise one event of long ago would press the results of the
 * last years to the edge.
 */
const MAX_EXTENSION = 1;

export function timelineAxis(events: EventsSnapshot, window: TimeWindow, choice: AxisChoice): TimelineAxis {
  const periods = knownPeriodsIn(events, choice);
  let { startMs, endMs } = window;
  if (choice.isAll || choice.isWhole) {
    const extensionMs = choice.isWhole ? Infinity : MAX_EXTENSION * (endMs - startMs);
    const earliestMs = Math.max(choice.earliestMs, startMs - extensionMs);
    for (const { fromMs, untilMs, isStep } of periods) {
      const isBeforeWindow = untilMs < window.startMs || (isStep && fromMs < window.startMs);
      if (isBeforeWindow && fromMs >= earliestMs) startMs = Math.min(startMs, fromMs);
      for (const timeMs of [fromMs, untilMs]) if (timeMs <= choice.nowMs) endMs = Math.max(endMs, timeMs);
    }
  }
  const beforeCount = periods.filter(({ untilMs }) => untilMs < startMs).length;
  const afterCount = periods.filter(({ fromMs }) => fromMs > endMs).length;
  return { startMs, endMs, beforeCount, afterCount };
}

function outsideText({ beforeCount, afterCount }: TimelineAxis): string {
  if (beforeCount > 0 && afterCount > 0)
    return timelineTexts('beforeAndAfter', {
      before: beforeCount,
      after: afterCount,
      shownBefore: countText(beforeCount),
      shownAfter: countText(afterCount),
    });
  if (beforeCount > 0) return timelineTexts('before', { count: beforeCount, shown: countText(beforeCount) });
  return afterCount > 0 ? timelineTexts('after', { count: afterCount, shown: countText(afterCount) }) : '';
}

/** Says how far the axis reaches beyond the results, and how many events it leaves out. */
export function axisText(axis: TimelineAxis, window: TimeWindow, timeZone: string): string {
  const dayText = (timeMs: number) => dateText(timeMs, 'instant', timeZone);
  return [
    dayText(axis.startMs) !== dayText(window.startMs) &&
      timelineTexts('beginsWithEvent', { date: dayText(axis.startMs) }),
    axis.endMs > window.endMs &&
      dayText(axis.endMs - 1) !== dayText(window.endMs) &&
      timelineTexts('endsWithEvent', { date: dayText(axis.endMs - 1) }),
    outsideText(axis),
  ]
    .filter(Boolean)
    .join(' ');
}
