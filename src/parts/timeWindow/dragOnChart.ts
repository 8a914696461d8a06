/** This file moves the window by a drag on the labels of a time axis, and marks a new one by a drag over a curve. */
import { chartUnderPointer, fractionAt, type ChartUnderPointer } from './chartUnderPointer.ts';
import { showMarkedPeriod } from './markedPeriod.ts';
import { windowMovedBy } from './windowInRecord.ts';
import type { ViewWindow } from './useTimeWindow.ts';
import { createWindowGesture } from './windowGesture.ts';
import { showTimeWindow } from './shiftAndZoom.ts';

/** A pointer that presses is never quite still. */
const DRAG_START_PX = 6;
/** Nobody means a period that is narrower than this. */
const MIN_MARK_PX = 10;

/* oxlint-disable longview/texts-in-catalogs -- selectors */
const AXIS = '[data-time-pan]';
/** This is a curve in a link, or a lane. Other plots mark a period by themselves. */
const CURVE = 'a [data-plot], [data-lane-row] [data-time-width]';
/* oxlint-enable longview/texts-in-catalogs */

type Drag = {
  readonly pointerId: number;
  readonly chart: ChartUnderPointer;
  readonly fromX: number;
  readonly isOnAxis: boolean;
  hasStarted: boolean;
};

/** Shows the time that is marked so far. */
function showMark(chart: ChartUnderPointer, fromX: number, toX: number): void {
  const [from, to] = [Math.min(fromX, toX), Math.max(fromX, toX)].map((x) => fractionAt(chart, x));
  showMarkedPeriod(chart.element, { from: from ?? 0, to: to ?? 0 });
}

const hideMark = ({ element }: ChartUnderPointer): void => showMarkedPeriod(element, undefined);

function markedWindow(chart: ChartUnderPointer, fromX: number, toX: number) {
  const { startMs, endMs } = chart.window;
  const [a, b] = [fromX, toX].map((x) => fractionAt(chart, x)).toSorted((one, other) => one - other);
  if (a === undefined || b === undefined || (b - a) * chart.widthPx < MIN_MARK_PX) return undefined;
  const timeAt = (fraction: number): number => startMs + fraction * (endMs - startMs);
  return { startMs: timeAt(a), endMs: timeAt(b) };
}

/** The press that ends a drag opens nothing. */
function ignoreNextClick(): void {
  const ignore = (event: MouseEvent): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', ignore, { capture: true, once: true });
  setTimeout(() => removeEventListener('click', ignore, { capture: true }));
}

/** A finger that is drawn over a curve scrolls the page, so only a mouse or a pen marks there. */
function dragFrom(event: PointerEvent, { visible }: ViewWindow): Drag | undefined {
  const { target, pointerId, pointerType, clientX } = event;
  if (event.button !== 0 || !(target instanceof Element)) return undefined;
  const isOnAxis = target.closest(AXIS) !== null;
  if (!isOnAxis && (pointerType === 'touch' || !target.closest(CURVE))) return undefined;
  const chart = chartUnderPointer(target, visible);
  return chart && { pointerId, chart, fromX: clientX, isOnAxis, hasStarted: false };
}

/** Listens until the signal aborts. Escape gives the drag up. */
export function dragOnCharts(view: () => ViewWindow, signal: AbortSignal): void {
  const gesture = createWindowGesture(view, false);
  let drag: Drag | undefined;
  const stop = (): void => {
    if (drag?.hasStarted && !drag.isOnAxis) hideMark(drag.chart);
    drag = undefined;
  };
  const cancel = (): void => {
    stop();
    gesture.cancel();
  };
  const onDown = (event: PointerEvent): void => {
    // A second finger is a pinch.
    if (!event.isPrimary) cancel();
    else drag = dragFrom(event, view());
  };
  const onMove = (event: PointerEvent): void => {
    if (drag?.pointerId !== event.pointerId) return;
    // A button that is released outside the page sends no event.
    if (event.buttons === 0) {
      cancel();
      return;
    }
    const { chart, fromX, isOnAxis } = drag;
    const byPx = event.clientX - fromX;
    if (!drag.hasStarted && Math.abs(byPx) < DRAG_START_PX) return;
    drag.hasStarted = true;
    const { whole } = view();
    if (!isOnAxis) showMark(chart, fromX, event.clientX);
    else if (whole) gesture.show(chart.element, windowMovedBy(whole, chart.window, -byPx / chart.widthPx));
  };
  const onUp = (event: PointerEvent): void => {
    const now = drag?.pointerId === event.pointerId ? drag : undefined;
    stop();
    if (!now?.hasStarted) return;
    ignoreNextClick();
    const marked = now.isOnAxis ? undefined : markedWindow(now.chart, now.fromX, event.clientX);
    if (now.isOnAxis) gesture.finish();
    else if (marked) showTimeWindow(view(), marked);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !drag?.hasStarted) return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };
  // The browser would drag the link of a curve, or select the words that the pointer passes.
  const keepOwn = (event: Event): void => {
    if (drag) event.preventDefault();
  };
  addEventListener('pointerdown', onDown, { passive: true, signal });
  addEventListener('pointermove', onMove, { passive: true, signal });
  addEventListener('pointerup', onUp, { passive: true, signal });
  addEventListener('pointercancel', cancel, { passive: true, signal });
  addEventListener('keydown', onKey, { capture: true, signal });
  addEventListener('dragstart', keepOwn, { signal });
  addEventListener('selectstart', keepOwn, { signal });
  signal.addEventListener('abort', cancel);
}
