/** This file finds the place of the label beside the point that is read. */
import type { LabelBox } from '../marks/extremeLabels.ts';

export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Returns the same box by its corner and its size. */
export const boxOfEdges = ({ leftPx, rightPx, topPx, bottomPx }: LabelBox): Box => ({
  x: leftPx,
  y: topPx,
  width: rightPx - leftPx,
  height: bottomPx - topPx,
});

type Size = Pick<Box, 'width' | 'height'>;

/** This distance lies between the ring of the point and its label. */
const GAP_PX = 4;

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const isInside = (box: Box, area: Box): boolean =>
  box.x >= area.x &&
  box.y >= area.y &&
  box.x + box.width <= area.x + area.width &&
  box.y + box.height <= area.y + area.height;

const between = (low: number, value: number, high: number): number => Math.max(low, Math.min(high, value));

/** Returns the places for a label at its point, the best first: right and above, then on the other sides. */
function placesAtPoint(point: Box, { width, height }: Size, area: Box): readonly Box[] {
  const [right, left] = [point.x + point.width + GAP_PX, point.x - GAP_PX - width];
  const middle = between(area.x, point.x + (point.width - width) / 2, area.x + area.width - width);
  const [above, below] = [point.y - GAP_PX - height, point.y + point.height + GAP_PX];
  const [top, bottom] = [area.y, area.y + area.height - height];
  const level = between(top, point.y + (point.height - height) / 2, bottom);
  const places = [
    [right, between(top, above, bottom)],
    [left, between(top, above, bottom)],
    [right, level],
    [left, level],
    [right, between(top, below, bottom)],
    [left, between(top, below, bottom)],
    [middle, above],
    [middle, below],
    [middle, top],
    [middle, bottom],
  ] as const;
  return places.map(([x, y]) => ({ x, y, width, height }));
}

/** Returns how far the middle of a box lies from that of another one. */
const distance = (a: Box, b: Box): number =>
  Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2);

/** Returns places along the edges of the point, of what is printed, and of the area, the nearest first. */
function placesAlong(point: Box, printed: readonly Box[], { width, height }: Size, area: Box) {
  const boxes = [point, ...printed];
  const [right, bottom] = [area.x + area.width - width, area.y + area.height - height];
  const xs = [...boxes.flatMap((box) => [box.x - width, box.x + box.width]), area.x, right];
  const ys = [...boxes.flatMap((box) => [box.y - height, box.y + box.height]), area.y, bottom];
  return xs
    .flatMap((x) => ys.map((y) => ({ x, y, width, height })))
    .toSorted((a, b) => distance(a, point) - distance(b, point));
}

export type KeptBoxes = {
  /** These are the newest results, which the label never covers. */
  readonly results: readonly Box[];
  /** These are words in the plot. The label covers them only where it has no other place. */
  readonly words: readonly Box[];
};

/**
 * Returns where a label of this size stands in the area: beside its point, on the other side at an edge, and where words are
 * printed there at the nearest place that is free. It never lies over the point or the newest results; it is undefined where
 * it does not fit.
 */
export function pointLabelBox(
  point: Box,
  size: Size,
  area: Box,
  { results, words }: KeptBoxes,
): Box | undefined {
  const isFree = (box: Box) =>
    isInside(box, area) && [point, ...results].every((other) => !overlap(box, other));
  const isClear = (box: Box) => isFree(box) && words.every((other) => !overlap(box, other));
  const atPoint = placesAtPoint(point, size, area);
  const clear = atPoint.find(isClear);
  if (clear) return clear;
  const further = placesAlong(point, [...results, ...words], size, area);
  return further.find(isClear) ?? [...atPoint, ...further].find(isFree);
}
