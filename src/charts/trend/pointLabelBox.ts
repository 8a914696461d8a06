/** This file finds the place of the label beside the point that is read. */

export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

type Size = Pick<Box, 'width' | 'height'>;

/** This distance lies between the ring of the point and its label. */
const GAP_PX = 4;

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const isInside = (box: Box, area: Box): boolean =>
  box.x >= area.x &&
  box.y >= area.y &&
  box.x + box.width <= area.x + area.width &&
  box.y + box.height <= area.y + area.height;

const between = (low: number, value: number, high: number): number => Math.max(low, Math.min(high, value));

/** Returns the places for a label, the best first: right and above, then flipped to the other sides, then at the edges. */
function candidates(point: Box, { width, height }: Size, area: Box): readonly Box[] {
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
    ...[area.x, area.x + area.width - width].flatMap((x) => [
      [x, top],
      [x, bottom],
    ]),
  ] as const;
  return places.map(([x = 0, y = 0]) => ({ x, y, width, height }));
}

/**
 * Returns where a label of this size stands in the area: beside its point, on the other side at an edge, and never over the
 * point or one of the boxes to be kept clear. Where all of them cannot be kept clear, at least the point is; it is
 * undefined where no label fits.
 */
export function pointLabelBox(point: Box, size: Size, area: Box, kept: readonly Box[]): Box | undefined {
  const free = candidates(point, size, area).filter((box) => isInside(box, area) && !overlap(box, point));
  return free.find((box) => kept.every((other) => !overlap(box, other)));
}
