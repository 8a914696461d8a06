/**
 * Marks and their labels are placed in the lanes here. Nothing is lost, because a mark without room for its
 * label stays as a tick.
 */
import type { CareEvent } from '../../clinical/events/careEvent.ts';

import type { Frame } from '../axis/frame.ts';
import { extentPx, splitByWindow, timeBoundsOf, type OutsideCounts } from './eventTimes.ts';
import { labelText, textWidthPx } from './labelWidth.ts';

export type LaneMark<T> = {
  readonly item: T;
  /**
   * The mark is clipped to the plot. It is a stay, the uncertainty of a moment, or a moment without width.
   */
  readonly fromPx: number;
  readonly toPx: number;
  /** The text is '' for a mark that never has a label. */
  readonly text: string;
  /** The label stands over the mark, as over the line of a condition that goes on to the right edge. */
  readonly isLabelOver: boolean;
};

export type LabelledMark<T> = LaneMark<T> & {
  readonly row: number;
  readonly label: string;
  readonly textX: number;
  readonly anchor: 'start' | 'end';
  /** The label covers these pixels. */
  readonly textFromPx: number;
  readonly textToPx: number;
};

export type PlacedLabels<T> = {
  readonly labelled: readonly LabelledMark<T>[];
  /** These marks have no label or found no room for it. */
  readonly ticks: readonly LaneMark<T>[];
};

type LabelArea = {
  readonly rows: number;
  readonly leftPx: number;
  readonly rightPx: number;
  readonly textScale: number;
};

/** A name ends where the axis does, which is a little before the edge of the plot. */
export const axisEndsPx = ({ x, startMs, endMs }: Frame) => ({ leftPx: x(startMs), rightPx: x(endMs) });

const LABEL_GAP_PX = 4;
const MARK_GAP_PX = 4;

function labelCandidates<T>(
  mark: LaneMark<T>,
  { leftPx, rightPx, textScale }: LabelArea,
): Omit<LabelledMark<T>, 'row'>[] {
  const label = labelText(mark.text);
  const labelPx = textWidthPx(label, textScale);
  if (mark.isLabelOver) {
    const inset =
      mark.toPx - mark.fromPx >= labelPx + 2 * LABEL_GAP_PX * textScale ? LABEL_GAP_PX * textScale : 0;
    const from = Math.max(leftPx, Math.min(mark.fromPx + inset, rightPx - labelPx));
    const over = {
      ...mark,
      label,
      textX: from,
      anchor: 'start' as const,
      textFromPx: from,
      textToPx: from + labelPx,
    };
    return over.textToPx <= rightPx ? [over] : [];
  }
  const after = mark.toPx + LABEL_GAP_PX * textScale;
  const before = mark.fromPx - LABEL_GAP_PX * textScale;
  return [
    { ...mark, label, textX: after, anchor: 'start' as const, textFromPx: after, textToPx: after + labelPx },
    { ...mark, label, textX: before, anchor: 'end' as const, textFromPx: before - labelPx, textToPx: before },
  ].filter(({ textFromPx, textToPx }) => textFromPx >= leftPx && textToPx <= rightPx);
}

/**
 * Marks choose in the order given. A label stands right of its mark, or left of it, in the first row with
 * room.
 */
export function placeLabels<T>(marks: readonly LaneMark<T>[], area: LabelArea): PlacedLabels<T> {
  const labelled: LabelledMark<T>[] = [];
  const ticks: LaneMark<T>[] = [];
  const takenPx: [number, number][][] = Array.from({ length: area.rows }, () => []);
  const gapPx = MARK_GAP_PX * area.textScale;
  const place = (mark: LaneMark<T>): LabelledMark<T> | undefined => {
    for (const candidate of labelCandidates(mark, area)) {
      const from = Math.min(mark.fromPx, candidate.textFromPx) - gapPx;
      const to = Math.max(mark.toPx, candidate.textToPx) + gapPx;
      const row = takenPx.findIndex((boxes) => boxes.every(([a, b]) => to <= a || from >= b));
      if (row < 0) continue;
      takenPx[row]?.push([from + gapPx, to - gapPx]);
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

/** A text and the tick beside it keep this distance. */
const TICK_CLEAR_PX = 2;

/** Returns whether a mark without a label stands where this row has the text of another one. */
export const crossesText = <T>(
  mark: LaneMark<T>,
  labelled: readonly LabelledMark<T>[],
  atRow = 0,
  clearPx = TICK_CLEAR_PX,
): boolean => {
  const toPx = mark.isLabelOver ? mark.fromPx : mark.toPx;
  return labelled.some(
    ({ row, textFromPx, textToPx }) =>
      row === atRow && toPx + clearPx >= textFromPx && mark.fromPx - clearPx <= textToPx,
  );
};

export type LaneLayout = PlacedLabels<CareEvent> & {
  readonly outside: OutsideCounts;
  /** These conditions lasted already when the window began and found no room for their name: words alone tell of them. */
  readonly unmarked: readonly LaneMark<CareEvent>[];
};

type LaneOptions = {
  readonly rows: number;
  readonly textScale: number;
  readonly nowMs: number;
  /** Returns '' for an event that is drawn without a label. */
  readonly textOf: (event: CareEvent) => string;
};

/**
 * A condition lasts for years, so its label stands over its line. The label of a stay does so when it has
 * room inside.
 */
function canLabelStandOver(
  { lane, endMs, isOngoing }: CareEvent,
  mark: Omit<LaneMark<CareEvent>, 'isLabelOver'>,
  textScale: number,
) {
  if (!isOngoing && endMs === undefined) return false;
  const labelPx = textWidthPx(labelText(mark.text), textScale) + 2 * LABEL_GAP_PX * textScale;
  return (
    lane === 'condition' || (lane === 'encounter' && mark.text !== '' && mark.toPx - mark.fromPx >= labelPx)
  );
}

/**
 * Lays out one lane of events. The newest choose their place first, so that an event without a place is an
 * old one.
 */
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
  const { labelled, ticks } = placeLabels(marks, { rows, textScale, ...axisEndsPx(frame) });
  const isUnmarked = ({ item }: LaneMark<CareEvent>): boolean =>
    item.lane === 'condition' && timeBoundsOf(item, frame.timeZone).beginMs[1] <= frame.startMs;
  return {
    labelled,
    // Their mark would stand at the edge, where they did not begin.
    unmarked: ticks.filter(isUnmarked),
    ticks: ticks.filter((tick) => !isUnmarked(tick)),
    outside,
  };
}
