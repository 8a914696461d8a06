/** This file goes one zoom back on a double click or a double tap on a chart. */
import { chartUnderPointer } from './chartUnderPointer.ts';
import type { ViewWindow } from './useTimeWindow.ts';
import { undoZoom } from './undoZoom.ts';

/** A second press later than this, or further away, is a press of its own. */
const DOUBLE_MS = 400;
const NEAR_PX = 24;
/** A finger that stays longer, or moves further, does not tap. */
const TAP_MS = 250;
const TAP_PX = 10;

type Press = { readonly atMs: number; readonly x: number; readonly y: number; readonly element: Element };

const isNear = (one: Press, other: Press, px: number): boolean =>
  Math.hypot(one.x - other.x, one.y - other.y) <= px;

/** A second press that a busy page hears later than this is not waited for. */
const FORGET_MS = 3000;

/** The press belongs to the double click alone, not to what stands under it by now. */
function swallow(event: Event): void {
  event.stopPropagation();
  if (event.cancelable) event.preventDefault();
}

/**
 * A press on the curve of a tile opens its screen at once. If it was the first of two, the second one closes that screen
 * again and goes one zoom back.
 */
function undoOnSecondPress(first: Press, view: () => ViewWindow): void {
  const opened = new AbortController();
  const { signal } = opened;
  const hashBefore = location.hash;
  let isDouble = false;
  const forget = setTimeout(() => opened.abort(), FORGET_MS);
  const undo = (): void => undoZoom(view());
  const onDown = (event: PointerEvent): void => {
    const { timeStamp: atMs, clientX: x, clientY: y } = event;
    isDouble =
      event.isPrimary &&
      event.button === 0 &&
      atMs - first.atMs <= DOUBLE_MS &&
      isNear({ ...first, x, y }, first, NEAR_PX);
    if (isDouble) swallow(event);
    else opened.abort();
  };
  const onUp = (event: PointerEvent): void => {
    if (!isDouble) return;
    swallow(event);
    clearTimeout(forget);
    // The click of this press follows at once, and the listeners go after it.
    setTimeout(() => opened.abort());
    if (location.hash === hashBefore) undo();
    else {
      addEventListener('popstate', undo, { once: true });
      history.back();
    }
  };
  const onClick = (event: MouseEvent): void => {
    if (isDouble) swallow(event);
  };
  addEventListener('pointerdown', onDown, { capture: true, signal });
  addEventListener('pointerup', onUp, { capture: true, signal });
  addEventListener('click', onClick, { capture: true, signal });
}

/** A press with a modifier means something else: a new tab, or one more tile. */
const opensScreen = ({ ctrlKey, metaKey, shiftKey, altKey }: PointerEvent, { element }: Press): boolean =>
  !(ctrlKey || metaKey || shiftKey || altKey) && element.closest('a[href]') !== null;

const isSecondOf = (first: Press, second: Press): boolean =>
  first.element === second.element && second.atMs - first.atMs <= DOUBLE_MS && isNear(second, first, NEAR_PX);

/**
 * Listens until the signal aborts. Both presses must be on one chart. Not every browser makes a double click of two taps, so
 * taps are counted here.
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
    const isDouble = last !== undefined && isSecondOf(last, up);
    last = isDouble ? undefined : up;
    if (isDouble) undoZoom(view());
    else if (view().isZoomed && opensScreen(event, up)) undoOnSecondPress(up, view);
  };
  addEventListener('pointerdown', onDown, { passive: true, signal });
  addEventListener('pointerup', onUp, { passive: true, signal });
}
