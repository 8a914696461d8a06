/** This file zooms and moves the window by wheel and trackpad. */
import { chartUnderPointer, fractionAt } from './chartUnderPointer.ts';
import { windowMovedBy, windowZoomedAt } from './windowInRecord.ts';
import type { ViewWindow } from './useTimeWindow.ts';
import { createWindowGesture } from './windowGesture.ts';

const PX_PER_LINE = 16;
const PX_PER_PAGE = 400;
/** So many pixels of the wheel make the window half or twice as long. A trackpad sends few pixels at a time. */
const PX_PER_DOUBLING = 50;
/** One event of a wheel with notches zooms by no more than this power of two. */
const MAX_POWER = 0.5;

const pxOf = (delta: number, { deltaMode }: WheelEvent): number =>
  delta * (deltaMode === 1 ? PX_PER_LINE : deltaMode === 2 ? PX_PER_PAGE : 1);

/** Returns how much longer the window becomes; undefined for a wheel that does not zoom. A pinch on a trackpad comes with Ctrl. */
function zoomFactor(event: WheelEvent): number | undefined {
  if (!event.ctrlKey && !event.metaKey) return undefined;
  const power = pxOf(event.deltaY, event) / PX_PER_DOUBLING;
  return 2 ** Math.min(MAX_POWER, Math.max(-MAX_POWER, power));
}

/** Returns how far the wheel moves the charts sideways; 0 for a wheel that scrolls the page. */
function sidewaysPx(event: WheelEvent): number {
  const { deltaX, deltaY, shiftKey } = event;
  if (shiftKey) return pxOf(deltaX || deltaY, event); // some browsers turn the wheel themselves
  return Math.abs(deltaX) > Math.abs(deltaY) ? pxOf(deltaX, event) : 0;
}

/** Listens until the signal aborts. A plain wheel is left to the page. */
export function zoomByWheel(view: () => ViewWindow, signal: AbortSignal): void {
  const gesture = createWindowGesture(view, true);
  const onWheel = (event: WheelEvent): void => {
    const factor = zoomFactor(event);
    const px = factor === undefined ? sidewaysPx(event) : 0;
    if (factor === undefined && px === 0) return;
    const { whole, visible } = view();
    const chart = chartUnderPointer(event.target, visible);
    if (!chart || !whole) return;
    event.preventDefault();
    const from = gesture.windowOn(chart.element) ?? chart.window;
    const next =
      factor === undefined
        ? windowMovedBy(whole, from, px / chart.widthPx)
        : windowZoomedAt(whole, from, factor, fractionAt(chart, event.clientX));
    gesture.show(chart.element, next);
  };
  addEventListener('wheel', onWheel, { passive: false, signal });
  // A wheel that was turned before does not change what Back or a link opens.
  addEventListener('popstate', gesture.cancel, { signal });
  signal.addEventListener('abort', gesture.cancel);
}
