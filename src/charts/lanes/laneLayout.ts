/** Where marks and their texts stand in the lanes. Nothing is lost: a mark without room for its text stays as a tick. */
import type { CareEvent, EventTime } from '../../clinical/events/careEvent.ts';

import type { Frame } from '../axis/frame.ts';
import { cachedSpan } from '../axis/cachedSpans.ts';
import { labelText, textWidthPx } from './labelWidth.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';

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

export type LaneMark<T> = {
  readonly item: T;
  /** The mark itself, clipped to the plot: a stay, what is uncertain of a moment, or a moment (no width). */
  readonly fromPx: number;
  readonly toPx: number;
  /** '' for a mark that never has a text. */
  readonly text: string;
  /** The text stands over the mark, as over the line of a condition that goes on to the right edge. */
  readonly isLabelOver: boolean;
};

export type LabelledMark<T> = LaneMark<T> & {
  readonly row: number;
  readonly label: string;
  readonly textX: number;
  readonly anchor: 'start' | 'end';
  /** Everything that the text covers. */
  readonly textFromPx: number;
  readonly textToPx: number;
};

export type PlacedLabels<T> = {
  readonly labelled: readonly LabelledMark<T>[];
  /** Without a text, or without room for it. */
  readonly ticks: readonly LaneMark<T>[];
};

type LabelArea = {
  readonly rows: number;
  readonly leftPx: number;
  readonly rightPx: number;
  readonly textScale: number;
};

/** A day in a window of years is no wider than a tick; from here on it is seen how unsure a date is. */
export const MIN_UNSURE_PX = 6;

const LABEL_GAP_PX = 4;
const MARK_GAP_PX = 4;

function labelCandidates<T>(
  mark: LaneMark<T>,
  { leftPx, rightPx, textScale }: LabelArea,
): Omit<LabelledMark<T>, 'row'>[] {
  const label = labelText(mark.text);
  const wide = textWidthPx(label, textScale);
  if (mark.isLabelOver) {
    const inset =
      mark.toPx - mark.fromPx >= wide + 2 * LABEL_GAP_PX * textScale ? LABEL_GAP_PX * textScale : 0;
    const from = Math.max(leftPx, Math.min(mark.fromPx + inset, rightPx - wide));
    const over = {
      ...mark,
      label,
      textX: from,
      anchor: 'start' as const,
      textFromPx: from,
      textToPx: from + wide,
    };
    return over.textToPx <= rightPx ? [over] : [];
  }
  const after = mark.toPx + LABEL_GAP_PX * textScale;
  const before = mark.fromPx - LABEL_GAP_PX * textScale;
  return [
    { ...mark, label, textX: after, anchor: 'start' as const, textFromPx: after, textToPx: after + wide },
    { ...mark, label, textX: before, anchor: 'end' as const, textFromPx: before - wide, textToPx: before },
  ].filter(({ textFromPx, textToPx }) => textFromPx >= leftPx && textToPx <= rightPx);
}

/** In the order given: the first have the choice. A text stands right of its mark, or left of it, in the first row with room. */
export function placeLabels<T>(marks: readonly LaneMark<T>[], room: LabelArea): PlacedLabels<T> {
  const labelled: LabelledMark<T>[] = [];
  const ticks: LaneMark<T>[] = [];
  const taken: [number, number][][] = Array.from({ length: room.rows }, () => []);
  const apart = MARK_GAP_PX * room.textScale;
  const place = (mark: LaneMark<T>): LabelledMark<T> | undefined => {
    for (const candidate of labelCandidates(mark, room)) {
      const from = Math.min(mark.fromPx, candidate.textFromPx) - apart;
      const to = Math.max(mark.toPx, candidate.textToPx) + apart;
      const row = taken.findIndex((boxes) => boxes.every(([a, b]) => to <= a || from >= b));
      if (row < 0) continue;
      taken[row]?.push([from + apart, to - apart]);
      return { ...candidate, row };
    }
    return undefined;
  };
  for (const mark of marks) {
    const found = mark.text === '' ? undefined : place(mark);
    if (found) labelled.push(found);
    else ticks.push(mark);
  }
  return { labelled, ticks };
}

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

export type LaneLayout = PlacedLabels<CareEvent> & { readonly outside: OutsideCounts };

type LaneOptions = {
  readonly rows: number;
  readonly textScale: number;
  readonly nowMs: number;
  /** '' for what is drawn without a text. */
  readonly textOf: (event: CareEvent) => string;
};

/** A condition lasts for years: its text stands over its line. So does that of a stay where it has room inside. */
function canLabelStandOver(
  { lane, endMs, isOngoing }: CareEvent,
  mark: Omit<LaneMark<CareEvent>, 'isLabelOver'>,
  textScale: number,
) {
  if (!isOngoing && endMs === undefined) return false;
  const wide = textWidthPx(labelText(mark.text), textScale) + 2 * LABEL_GAP_PX * textScale;
  return (
    lane === 'condition' || (lane === 'encounter' && mark.text !== '' && mark.toPx - mark.fromPx >= wide)
  );
}

/** One lane of events; the newest choose their place first, so that what finds none is old. */
export function layoutLane(events: readonly CareEvent[], frame: Frame, options: LaneOptions): LaneLayout {
  const { rows, textScale, nowMs, textOf } = options;
  const { inside, outside } = splitByWindow(events, frame);
  const marks = inside
    .toSorted((a, b) => b.startMs - a.startMs)
    .map((item): LaneMark<CareEvent> => {
      const [fromPx, toPx] = extentPx(item, frame, nowMs);
      const mark = { item, fromPx, toPx, text: textOf(item) };
      return { ...mark, isLabelOver: canLabelStandOver(item, mark, textScale) };
    });
  const room = { rows, textScale, leftPx: 0, rightPx: frame.widthPx };
  return { ...placeLabels(marks, room), outside };
}
