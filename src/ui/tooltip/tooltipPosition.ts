/** This is the distance in px between a tooltip and what it explains, and between a tooltip and the edge of the frame. */
const GAP_PX = 6;
const EDGE_PX = 8;

export type Size = { readonly widthPx: number; readonly heightPx: number };
export type TooltipBox = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

const between = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(value, most));

/**
 * Returns where a tooltip stands, in px of the frame: below what it explains, else above it, and always wholly inside the frame.
 * What it explains may lie outside the frame in part.
 */
export function tooltipPosition(
  target: TooltipBox,
  tooltip: Size,
  frame: Size,
): { leftPx: number; topPx: number } {
  const below = target.bottom + GAP_PX;
  const above = target.top - GAP_PX - tooltip.heightPx;
  const isRoomBelow = below + tooltip.heightPx <= frame.heightPx - EDGE_PX;
  const mostTop = Math.max(EDGE_PX, frame.heightPx - tooltip.heightPx - EDGE_PX);
  const mostLeft = Math.max(EDGE_PX, frame.widthPx - tooltip.widthPx - EDGE_PX);
  return {
    leftPx: between(EDGE_PX, target.left, mostLeft),
    topPx: between(EDGE_PX, isRoomBelow || above < EDGE_PX ? below : above, mostTop),
  };
}

/** Returns whether a point lies on the target, on its tooltip, or on the way between them. */
export function isOnTheWay(x: number, y: number, target: TooltipBox, tooltip: TooltipBox): boolean {
  const isIn = ({ left, right, top, bottom }: TooltipBox): boolean =>
    x >= left && x <= right && y >= top && y <= bottom;
  if (isIn(target) || isIn(tooltip)) return true;
  const [upper, lower] = target.top <= tooltip.top ? [target, tooltip] : [tooltip, target];
  const [left, right] = [Math.max(target.left, tooltip.left), Math.min(target.right, tooltip.right)];
  return isIn({ left, right, top: upper.bottom, bottom: lower.top });
}
