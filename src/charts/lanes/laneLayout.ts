/** Where marks and their texts stand in the lanes. Nothing is lost: a mark without room for its text stays as a tick. */
import type { CareEvent } from '../../clinical/events/careEvent.ts';

import type { Frame } from '../axis/frame.ts';
import { extentPx, splitByWindow, type OutsideCounts } from './eventTimes.ts';
import { labelText, textWidthPx } from './labelWidth.ts';

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
