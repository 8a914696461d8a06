import type { EventTime } from '../../clinical/events/careEvent.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import type { Frame } from '../axis/frame.ts';
import { cachedSpan } from '../axis/cachedSpan.ts';

/**
 * An event began between the two times of `beginMs` and ended between the two of `endMs`, in milliseconds of
 * the axis.
 */
export type TimeBounds = {
  readonly beginMs: readonly [number, number];
  /** The end is undefined for a moment and Infinity for an event that goes on. */
  readonly endMs: readonly [number, number] | undefined;
};

export function timeBoundsOf(time: EventTime, timeZone: string): TimeBounds {
  const beginMs = cachedSpan(time.startMs, time.precision, timeZone);
  if (time.isOngoing) return { beginMs, endMs: [Infinity, Infinity] };
  if (time.endMs === undefined) return { beginMs, endMs: undefined };
  const endMs = cachedSpan(time.endMs, time.endPrecision, timeZone);
  // An event that ends before it begins is only known to have begun.
  return { beginMs, endMs: endMs[1] < beginMs[0] ? undefined : endMs };
}

/** Returns the first moment of an event in the zone. By it a day stands between the evening before and its own hours (rule 44). */
export const firstMs = ({ startMs, precision }: EventStart, timeZone: string): number =>
  cachedSpan(startMs, precision, timeZone)[0];

type EventStart = Pick<EventTime, 'startMs' | 'precision'>;

const SLACK_DAYS = { instant: 2, day: 2, month: 33, year: 368, none: 0 };

/**
 * Returns false only when a time is certainly over, or has not begun, on the day of the moment. The check is
 * quick and rough.
 */
export function mayBeActiveAt(time: EventTime, atMs: number): boolean {
  if (time.startMs > atMs + 2 * DAY_MS) return false;
  if (time.isOngoing) return true;
  const ended = time.endMs !== undefined;
  const slackMs = SLACK_DAYS[ended ? time.endPrecision : time.precision] * DAY_MS;
  // An event that ends before it begins counts at its beginning.
  return (
    Math.max(time.endMs ?? time.startMs, time.startMs) + slackMs + SLACK_DAYS[time.precision] * DAY_MS >=
    atMs - 2 * DAY_MS
  );
}

export type WindowSide = 'inside' | 'earlier' | 'later' | 'undated';

/** Compares a time with the window of the frame. An event that only touches the window is inside. */
export function windowSideOf(time: EventTime, { startMs, endMs, timeZone }: Frame): WindowSide {
  const { beginMs, endMs: end } = timeBoundsOf(time, timeZone);
  if (Number.isNaN(beginMs[0])) return 'undated';
  if (beginMs[0] > endMs) return 'later';
  return (end ?? beginMs)[1] < startMs ? 'earlier' : 'inside';
}

/** These are not drawn because they lie outside the window. */
export type OutsideCounts = { readonly earlier: number; readonly later: number; readonly undated: number };

/** Returns the items inside the window and counts the others. */
export function splitByWindow<T extends EventTime>(items: readonly T[], frame: Frame) {
  const outside = { earlier: 0, later: 0, undated: 0 };
  const inside = items.filter((item) => {
    const place = windowSideOf(item, frame);
    if (place === 'inside') return true;
    outside[place] += 1;
    return false;
  });
  return { inside, outside: outside satisfies OutsideCounts };
}

/**
 * A day in a window of years is no wider than a tick. From this width on a reader can see how unsure a date
 * is.
 */
export const MIN_UNSURE_PX = 6;

const clamp = (px: number, { widthPx, x, startMs, endMs }: Frame) =>
  Math.max(0, x(startMs), Math.min(px, x(endMs), widthPx));

/**
 * Returns where a time begins and ends in the plot, clipped to it. An unsure end counts at its first possible
 * moment.
 */
export function extentPx(time: EventTime, frame: Frame, nowMs: number): readonly [number, number] {
  const { beginMs, endMs } = timeBoundsOf(time, frame.timeZone);
  const fromPx = clamp(frame.x(beginMs[0]), frame);
  // An event that goes on is known until now and no further.
  const last = endMs === undefined ? beginMs[1] : Math.min(endMs[0], Math.max(nowMs, beginMs[0]));
  return [fromPx, Math.max(fromPx, clamp(frame.x(last), frame))];
}
