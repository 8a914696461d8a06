import type { EventTime } from '../../clinical/events/careEvent.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import type { Frame } from '../axis/frame.ts';
import { cachedSpan } from '../axis/timeSpan.ts';

/** What of an event is known, in ms of the axis: it began between the first two and ended between the last two. */
export type TimeBounds = {
  readonly beginMs: readonly [number, number];
  /** Undefined for a moment; Infinity for what goes on. */
  readonly endMs: readonly [number, number] | undefined;
};

export function timeBoundsOf(time: EventTime, timeZone: string): TimeBounds {
  const beginMs = cachedSpan(time.startMs, time.precision, timeZone);
  if (time.isOngoing) return { beginMs, endMs: [Infinity, Infinity] };
  if (time.endMs === undefined) return { beginMs, endMs: undefined };
  const endMs = cachedSpan(time.endMs, time.endPrecision, timeZone);
  // One that ends before it begins is only known to have begun.
  return { beginMs, endMs: endMs[1] < beginMs[0] ? undefined : endMs };
}

const SLACK_DAYS = { instant: 2, day: 2, month: 33, year: 368, none: 0 };

/** Quick and rough: false only where a time is certainly over, or not begun, on the day of a moment. */
export function mayBeActiveAt(time: EventTime, atMs: number): boolean {
  if (time.startMs > atMs + 2 * DAY_MS) return false;
  if (time.isOngoing) return true;
  const ended = time.endMs !== undefined;
  const slackMs = SLACK_DAYS[ended ? time.endPrecision : time.precision] * DAY_MS;
  // One whose end lies before its beginning counts at its beginning.
  return (
    Math.max(time.endMs ?? time.startMs, time.startMs) + slackMs + SLACK_DAYS[time.precision] * DAY_MS >=
    atMs - 2 * DAY_MS
  );
}

export type WindowSide = 'inside' | 'earlier' | 'later' | 'undated';

/** Against the window of the frame: what only touches it is inside. */
export function windowSideOf(time: EventTime, { startMs, endMs, timeZone }: Frame): WindowSide {
  const { beginMs, endMs: end } = timeBoundsOf(time, timeZone);
  if (Number.isNaN(beginMs[0])) return 'undated';
  if (beginMs[0] > endMs) return 'later';
  return (end ?? beginMs)[1] < startMs ? 'earlier' : 'inside';
}

/** How many are not drawn because the window does not hold them. */
export type OutsideCounts = { readonly earlier: number; readonly later: number; readonly undated: number };

/** Splits by the window and counts what lies outside it. */
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

/** A day in a window of years is no wider than a tick; from here on it is seen how unsure a date is. */
export const MIN_UNSURE_PX = 6;

const clamp = (px: number, { widthPx, x, startMs, endMs }: Frame) =>
  Math.max(0, x(startMs), Math.min(px, x(endMs), widthPx));

/** From and to of a time in the plot, clipped. An unsure end counts at its first possible moment. */
export function extentPx(time: EventTime, frame: Frame, nowMs: number): readonly [number, number] {
  const { beginMs, endMs } = timeBoundsOf(time, frame.timeZone);
  const fromPx = clamp(frame.x(beginMs[0]), frame);
  // What goes on is known until now and no further.
  const last = endMs === undefined ? beginMs[1] : Math.min(endMs[0], Math.max(nowMs, beginMs[0]));
  return [fromPx, Math.max(fromPx, clamp(frame.x(last), frame))];
}
