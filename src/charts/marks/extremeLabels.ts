/**
 * This file says on the curve which result of the window is the highest and which the lowest, with value and time, and finds
 * a place where the words lie on nothing else.
 */
import { isToCheck } from '../../clinical/change/comparableRows.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { extremeIndices } from '../../clinical/series/newest/extremes.ts';
import { dateTimeText } from '../format/dateText.ts';
import { valueText } from '../format/valueText.ts';
import { extremeLabelsTexts } from './extremeLabels.messages.ts';

export type LabelBox = {
  readonly leftPx: number;
  readonly rightPx: number;
  readonly topPx: number;
  readonly bottomPx: number;
};

export type ExtremeLabel = {
  readonly text: string;
  /** The words have this room. */
  readonly box: LabelBox;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
};

/** This is a result to be named, where it stands, and its words from the longest to the shortest. */
export type NamedExtreme = {
  readonly x: number;
  readonly y: number;
  readonly isHighest: boolean;
  readonly texts: readonly string[];
};

/** A letter of 11 px is hardly wider than this on the average, and its line is so high, at a text size of 16 px. */
const [LETTER_PX, LINE_PX] = [5.9, 13];

/** The ring of a point that is read has its room between the point and the words. */
const GAP_PX = 12;

export const doBoxesOverlap = (a: LabelBox, b: LabelBox): boolean =>
  a.leftPx < b.rightPx && b.leftPx < a.rightPx && a.topPx < b.bottomPx && b.topPx < a.bottomPx;

const isInside = (a: LabelBox, b: LabelBox): boolean =>
  a.leftPx >= b.leftPx && a.rightPx <= b.rightPx && a.topPx >= b.topPx && a.bottomPx <= b.bottomPx;

/** Returns words whose line starts, ends or has its middle at `x`, and the room that they are estimated to take. */
export function labelAt(
  text: string,
  { x, y, anchor }: Pick<ExtremeLabel, 'x' | 'y' | 'anchor'>,
  textScale: number,
): ExtremeLabel {
  const widthPx = text.length * LETTER_PX * textScale;
  const leftPx = x - widthPx * { start: 0, middle: 0.5, end: 1 }[anchor];
  const bottomPx = y + 3 * textScale;
  const topPx = bottomPx - LINE_PX * textScale;
  return { text, x, y, anchor, box: { leftPx, rightPx: leftPx + widthPx, topPx, bottomPx } };
}

type PlacedBox = { readonly box: LabelBox; readonly x: number; readonly anchor: ExtremeLabel['anchor'] };

/**
 * Returns boxes for the words beside, over or under their result, the nearest first. The width is an estimate, so the words are
 * anchored at the side of their result.
 */
function boxesAt({ x, y, isHighest }: NamedExtreme, widthPx: number, heightPx: number): readonly PlacedBox[] {
  const outward = isHighest ? -1 : 1;
  const shiftsPx = [0, 1, -1, 1.5, -1.5, 2, -2].map((lines) => lines * outward * heightPx);
  return shiftsPx.flatMap((shiftPx) => {
    const topPx = y + shiftPx - heightPx / 2;
    const rows = { topPx, bottomPx: topPx + heightPx };
    const [rightOfIt, leftOfIt] = [x + GAP_PX, x - GAP_PX];
    const right = { box: { leftPx: rightOfIt, rightPx: rightOfIt + widthPx, ...rows }, x: rightOfIt };
    const left = { box: { leftPx: leftOfIt - widthPx, rightPx: leftOfIt, ...rows }, x: leftOfIt };
    const middle = { box: { leftPx: x - widthPx / 2, rightPx: x + widthPx / 2, ...rows }, x };
    return [
      { ...right, anchor: 'start' as const },
      // Words over or under their result need not stand beside it, and words beside it not in its middle.
      ...(shiftPx === 0 ? [] : [{ ...middle, anchor: 'middle' as const }]),
      { ...left, anchor: 'end' as const },
    ];
  });
}

/**
 * Places the words of each extreme where they overlap neither the obstacles nor each other: whole, without the time, or the
 * value alone. Words without any place are left out, and never printed over a point.
 */
export function placeExtremes(
  extremes: readonly NamedExtreme[],
  obstacles: readonly LabelBox[],
  plot: LabelBox,
  textScale: number,
): readonly ExtremeLabel[] {
  const taken = [...obstacles];
  const heightPx = LINE_PX * textScale;
  return extremes.flatMap((extreme): ExtremeLabel[] => {
    for (const text of extreme.texts) {
      const widthPx = text.length * LETTER_PX * textScale;
      const placed = boxesAt(extreme, widthPx, heightPx).find(
        ({ box }) => isInside(box, plot) && !taken.some((other) => doBoxesOverlap(box, other)),
      );
      if (!placed) continue;
      const { box, x, anchor } = placed;
      taken.push(box);
      return [{ text, box, x, y: box.bottomPx - 3 * textScale, anchor }];
    }
    return [];
  });
}

/** Returns the value with a word that it is to be checked first: an unlikely number is often the highest or the lowest. */
const valueToCheck = (row: Row, value: string): string =>
  isToCheck(row) ? extremeLabelsTexts('toCheck', { value }) : value;

/**
 * Returns the words of a result: "highest 8.2, 19 Nov 2026, 14:20", "highest 8.2", and "8.2". One side of a blood pressure is
 * named: "lowest systolic 58".
 */
export function extremeTexts(
  row: Row,
  number: string,
  kind: 'highest' | 'lowest',
  timeZone: string,
  side?: 'systolic' | 'diastolic',
): readonly string[] {
  const when = dateTimeText(row.timeMs, row.kind.precision, timeZone);
  const value = valueToCheck(row, number);
  const named = side ? extremeLabelsTexts(side, { value }) : value;
  return [
    extremeLabelsTexts(kind, { value: named, when }),
    extremeLabelsTexts(kind === 'highest' ? 'highestAlone' : 'lowestAlone', { value: named }),
    value,
  ];
}

type Place = (row: Row) => { readonly x: number; readonly y: number };

/**
 * Returns the highest and the lowest result of a series, unless all its values are the same. Beside the bars of a blood pressure
 * a value without its side could be read as the other one, so the words of a side are never the value alone.
 */
export function extremesOf(
  series: Series,
  placeOf: Place,
  timeZone: string,
  side?: 'systolic' | 'diastolic',
): readonly NamedExtreme[] {
  const [highest, lowest] = extremeIndices(series).map((i) => series.rows.at(i)!);
  if (!highest || !lowest || highest.value === lowest.value) return [];
  return (
    [
      ['highest', highest],
      ['lowest', lowest],
    ] as const
  ).map(([kind, row]) => ({
    ...placeOf(row),
    isHighest: kind === 'highest',
    texts: extremeTexts(row, valueText(row, series), kind, timeZone, side).slice(0, side ? 2 : 3),
  }));
}

/** Returns the extremes of both sides of a blood pressure, first those at which its bars end. */
export function pairExtremesOf(
  systolic: Series,
  diastolic: Series,
  placeOf: Place,
  timeZone: string,
): readonly NamedExtreme[] {
  const [highest, low] = extremesOf(systolic, placeOf, timeZone, 'systolic');
  const [high, lowest] = extremesOf(diastolic, placeOf, timeZone, 'diastolic');
  return [highest, lowest, low, high].filter((one) => one !== undefined);
}

/** Returns a box around a point of this radius. */
export const boxAround = (x: number, y: number, radiusPx: number): LabelBox => ({
  leftPx: x - radiusPx,
  rightPx: x + radiusPx,
  topPx: y - radiusPx,
  bottomPx: y + radiusPx,
});

const STEP_PX = 5;

/** The line reaches so far to each side of its middle, and words stay off it. */
export const LINE_RADIUS_PX = 1.5;

/** Returns boxes along the straight line between two points, so that words do not lie on it. */
export function boxesAlong(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): readonly LabelBox[] {
  const steps = Math.min(200, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP_PX));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const share = steps === 0 ? 0 : i / steps;
    return boxAround(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y), LINE_RADIUS_PX);
  });
}

const COMMAND = /([MHVZ])([^MHVZ]*)/g;

/** Returns boxes over the upright and level lines of a path, which would strike a number through. */
export function straightLineBoxes(path: string): readonly LabelBox[] {
  const boxes: LabelBox[] = [];
  let [start, at] = [
    { x: 0, y: 0 },
    { x: 0, y: 0 },
  ];
  for (const [, command, numbers = ''] of path.matchAll(COMMAND)) {
    const [first = 0, second = 0] = numbers.trim().split(' ').map(Number);
    if (command === 'M') {
      start = at = { x: first, y: second };
      continue;
    }
    const next = command === 'H' ? { ...at, x: first } : command === 'V' ? { ...at, y: first } : start;
    boxes.push({
      leftPx: Math.min(at.x, next.x) - 1,
      rightPx: Math.max(at.x, next.x) + 1,
      topPx: Math.min(at.y, next.y) - 1,
      bottomPx: Math.max(at.y, next.y) + 1,
    });
    at = next;
  }
  return boxes;
}
