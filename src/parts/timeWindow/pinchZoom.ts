/** This file zooms and moves the window by two fingers on a chart. One finger still scrolls the page. */
import { chartUnderPointer, fractionAt, type ChartUnderPointer } from './chartUnderPointer.ts';
import { windowMovedBy, windowZoomedAt } from './windowInRecord.ts';
import type { ViewWindow } from './useTimeWindow.ts';
import { createWindowGesture } from './windowGesture.ts';

/** Fingers that stand one above the other would zoom by the smallest move, so they count as this far apart. */
const MIN_APART_PX = 30;

type Fingers = { readonly middleX: number; readonly apartPx: number };
type Pinch = { readonly chart: ChartUnderPointer; readonly from: Fingers };

function fingersOf({ touches }: TouchEvent): Fingers | undefined {
  const [a, b] = [touches[0], touches[1]];
  if (!a || !b || touches.length !== 2) return undefined;
  return {
    middleX: (a.clientX + b.clientX) / 2,
    apartPx: Math.max(MIN_APART_PX, Math.abs(a.clientX - b.clientX)),
  };
}

/** Both fingers must be on a chart. Elsewhere the page itself is zoomed, which nobody may lose (WCAG 1.4.4). */
function pinchFrom(event: TouchEvent, { visible }: ViewWindow): Pinch | undefined {
  const from = fingersOf(event);
  const [chart, other] = [0, 1].map((i) => chartUnderPointer(event.touches[i]?.target ?? null, visible));
  return from && chart && other ? { chart, from } : undefined;
}

/** Listens until the signal aborts. */
export function zoomByPinch(view: () => ViewWindow, signal: AbortSignal): void {
  const gesture = createWindowGesture(view, false);
  let pinch: Pinch | undefined;
  const onMove = (event: TouchEvent): void => {
    const fingers = fingersOf(event);
    const { whole } = view();
    if (!pinch || !fingers || !whole) return;
    // A browser that has begun to scroll goes on.
    if (event.cancelable) event.preventDefault();
    const { chart, from } = pinch;
    const at = fractionAt(chart, from.middleX);
    const zoomed = windowZoomedAt(whole, chart.window, from.apartPx / fingers.apartPx, at);
    gesture.show(
      chart.element,
      windowMovedBy(whole, zoomed, (from.middleX - fingers.middleX) / chart.widthPx),
    );
  };
  const end = (): void => {
    if (!pinch) return;
    removeEventListener('touchmove', onMove);
    pinch = undefined;
    gesture.finish();
  };
  const onStart = (event: TouchEvent): void => {
    end();
    pinch = pinchFrom(event, view());
    // A page with such a listener scrolls less smoothly, so there is one only while two fingers are down.
    if (pinch) addEventListener('touchmove', onMove, { passive: false });
  };
  addEventListener('touchstart', onStart, { passive: true, signal });
  addEventListener('touchend', end, { passive: true, signal });
  addEventListener('touchcancel', end, { passive: true, signal });
  signal.addEventListener('abort', () => {
    removeEventListener('touchmove', onMove);
    gesture.cancel();
  });
}
