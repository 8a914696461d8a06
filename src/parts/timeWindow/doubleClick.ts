/** This file goes one zoom back on a double click or a double tap on a chart. */
import { chartUnderPointer } from './chartUnderPointer.ts';
import type { ViewWindow } from './useTimeWindow.ts';
import { undoZoom } from './zoomHistory.ts';

/** A second press later than this, or further away, is a press of its own. */
const DOUBLE_MS = 400;
const NEAR_PX = 24;
/** A finger that stays longer, or moves further, does not tap. */
const TAP_MS = 250;
const TAP_PX = 10;

type Press = { readonly atMs: number; readonly x: number; readonly y: number; readonly element: Element };

const isNear = (one: Press, other: Press, px: number): boolean =>
  Math.hypot(one.x - other.x, one.y - other.y) <= px;

/**
 * Listens until the signal aborts. Both presses must be on one chart: the first press on a tile opens another screen.
 * Not every browser makes a double click of two taps, so taps are counted here.
 */
export function undoOnDoubleClick(view: () => ViewWindow, signal: AbortSignal): void {
  let down: Press | undefined;
  let last: Press | undefined;
  const pressOf = ({ target, clientX, clientY, timeStamp }: PointerEvent): Press | undefined => {
    const chart = chartUnderPointer(target, view().visible);
    return chart && { atMs: timeStamp, x: clientX, y: clientY, element: chart.element };
  };
  const onDown = (event: PointerEvent): void => {
    down = event.isPrimary && event.button === 0 ? pressOf(event) : undefined;
  };
  const onUp = (event: PointerEvent): void => {
    const up = event.isPrimary ? pressOf(event) : undefined;
    const isPress =
      up &&
      down &&
      isNear(up, down, TAP_PX) &&
      (event.pointerType === 'mouse' || up.atMs - down.atMs <= TAP_MS);
    if (!isPress) {
      last = undefined;
      return;
    }
    const isDouble =
      last !== undefined &&
      last.element === up.element &&
      up.atMs - last.atMs <= DOUBLE_MS &&
      isNear(up, last, NEAR_PX);
    last = isDouble ? undefined : up;
    if (isDouble) undoZoom(view());
  };
  addEventListener('pointerdown', onDown, { passive: true, signal });
  addEventListener('pointerup', onUp, { passive: true, signal });
}
