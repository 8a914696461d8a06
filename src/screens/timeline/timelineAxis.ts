/** The time axis of all lanes. With all results shown it holds what happened before the first and after the last of them too. */
import { dateText, countText } from '../../charts/format/format.ts';
import { timeBoundsOf } from '../../charts/lanes/eventTimes.ts';
import type { EventLane, EventTime } from '../../clinical/events/careEvent.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { TimeWindow } from '../../parts/timeWindow/recordWindow.ts';

export type TimelineAxis = TimeWindow & {
  /** Over before it, and not begun at its end: in the list alone. */
  readonly before: number;
  readonly after: number;
};

export type AxisChoice = {
  readonly isAll: boolean;
  /** Asked for by the reader: however far back it goes. */
  readonly isWhole: boolean;
  readonly lanes: readonly EventLane[];
  readonly timeZone: string;
  readonly nowMs: number;
};

type Known = {
  readonly beginMs: number;
  /** Infinity for what goes on. */
  readonly overMs: number;
  /** Where it begins is drawn as a change, also of what goes on into the window. */
  readonly isStep: boolean;
};

function knownOf(time: EventTime, isStep: boolean, timeZone: string): Known[] {
  const { beginMs, endMs } = timeBoundsOf(time, timeZone);
  const known = { beginMs: beginMs[0], overMs: (endMs ?? beginMs)[1], isStep };
  return Number.isNaN(known.beginMs) ? [] : [known];
}

const datedIn = ({ events, courses }: EventsSnapshot, { lanes, timeZone }: AxisChoice): readonly Known[] => [
  ...events
    .filter(({ lane, isResultsOnly }) => lanes.includes(lane) && isResultsOnly !== true)
    .flatMap((event) => knownOf(event, false, timeZone)),
  ...(lanes.includes('medication') ? courses : []).flatMap(({ steps }) =>
    steps.flatMap((step) => knownOf(step, true, timeZone)),
  ),
];

/** Results from the last years must not become a stroke at the edge because of one event of long ago. */
const MOST_WIDER = 1;

export function timelineAxis(events: EventsSnapshot, window: TimeWindow, choice: AxisChoice): TimelineAxis {
  const known = datedIn(events, choice);
  let { startMs, endMs } = window;
  if (choice.isAll || choice.isWhole) {
    const leastMs = choice.isWhole ? -Infinity : startMs - MOST_WIDER * (endMs - startMs);
    for (const { beginMs, overMs, isStep } of known) {
      const isUnseen = overMs < window.startMs || (isStep && beginMs < window.startMs);
      if (isUnseen && beginMs >= leastMs) startMs = Math.min(startMs, beginMs);
      for (const ms of [beginMs, overMs]) if (ms <= choice.nowMs) endMs = Math.max(endMs, ms);
    }
  }
  const before = known.filter(({ overMs }) => overMs < startMs).length;
  const after = known.filter(({ beginMs }) => beginMs > endMs).length;
  return { startMs, endMs, before, after };
}

const eventsText = (n: number): string => `${countText(n)} ${n === 1 ? 'event' : 'events'}`;

/** What the axis holds beyond the results, and what it does not hold. */
export function axisText(axis: TimelineAxis, window: TimeWindow, timeZone: string): string {
  const day = (timeMs: number) => dateText(timeMs, 'instant', timeZone);
  const { before, after } = axis;
  const sides = [before > 0 && `${eventsText(before)} before`, after > 0 && `${eventsText(after)} after`];
  const outside = sides.filter(Boolean).join(', ');
  return [
    day(axis.startMs) !== day(window.startMs) && `The axis begins with an event, on ${day(axis.startMs)}.`,
    axis.endMs > window.endMs &&
      day(axis.endMs - 1) !== day(window.endMs) &&
      `It ends with an event, on ${day(axis.endMs - 1)}.`,
    outside && `${outside} this axis, in the list below.`,
  ]
    .filter(Boolean)
    .join(' ');
}
