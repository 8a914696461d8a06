import { useEffect, useRef, useState, type PointerEvent } from 'react';
import type { Frame } from './frame.ts';

/** A pointer that presses is never quite still. */
const DRAG_START_PX = 6;
/** Nobody means a span of time that is narrower than this. */
const MIN_SELECTION_PX = 10;

/** A brush marks a span of time on a chart or on a time axis alone. */
export type BrushArea = {
  readonly frame: Frame;
  /** Added to a pixel of the frame it gives the pixel of the element. */
  readonly shiftPx: number;
  /** The time of the frame ends at this pixel of the frame. */
  readonly rightPx: number;
};

/** The selection runs from left to right in pixels of the frame. */
export type BrushSelection = { readonly fromPx: number; readonly toPx: number };

type Drag = { readonly pointerId: number; readonly startPx: number; hasStarted: boolean };

/** Returns the time at a pixel of the frame. */
const timeAtPx = ({ frame: { startMs, endMs, x } }: BrushArea, px: number): number =>
  startMs + ((px - x(startMs)) / (x(endMs) - x(startMs))) * (endMs - startMs);

export const brushSpan = ({ fromPx, toPx }: BrushSelection, layout: BrushArea) => ({
  fromMs: timeAtPx(layout, fromPx),
  toMs: timeAtPx(layout, toPx),
});

type OnZoom = (fromMs: number, toMs: number) => void;

/** The listener hears Escape before the screen does, because there the key means to leave. */
function useEscape(isActive: boolean, cancel: () => void) {
  const now = useRef(cancel);
  useEffect(() => {
    now.current = cancel;
  });
  useEffect(() => {
    if (!isActive) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      now.current();
    };
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, [isActive]);
}

/** A drag on the labels of the axis moves the period. */
// oxlint-disable-next-line longview/texts-in-catalogs -- a selector
const isOnAxisLabels = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('[data-time-pan]') !== null;

const selectionBetween = (startPx: number, px: number): BrushSelection => ({
  fromPx: Math.min(startPx, px),
  toPx: Math.max(startPx, px),
});

/**
 * Marks a span of time by dragging over the plot with mouse, pen or finger. It only adds to the buttons and
 * keys of the window (rule 53). A press or a move without a drag is left to `onPoint`, and Escape cancels the
 * selection.
 */
export function useBrush(
  area: BrushArea,
  onPoint: (event: PointerEvent<HTMLElement>) => void,
  onZoom: OnZoom | undefined,
) {
  const drag = useRef<Drag>(undefined);
  const [selection, setSelection] = useState<BrushSelection>();
  const cancel = () => {
    drag.current = undefined;
    setSelection(undefined);
  };
  useEscape(selection !== undefined, cancel);

  const { frame, rightPx, shiftPx } = area;
  const pointerPx = ({ currentTarget, clientX }: PointerEvent<HTMLElement>) => {
    const px = clientX - currentTarget.getBoundingClientRect().left - shiftPx;
    return Math.min(rightPx, Math.max(frame.x(frame.startMs), px));
  };

  const handlers = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      // A second finger is a pinch, which belongs to the browser.
      if (!event.isPrimary) cancel();
      else if (onZoom && event.button === 0 && !isOnAxisLabels(event.target))
        drag.current = { pointerId: event.pointerId, startPx: pointerPx(event), hasStarted: false };
      onPoint(event);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const now = drag.current;
      // A button that is released outside the page sends no event.
      const isLeft = now !== undefined && event.buttons === 0;
      if (isLeft) cancel();
      if (!now || isLeft || now.pointerId !== event.pointerId) {
        onPoint(event);
        return;
      }
      const px = pointerPx(event);
      if (!now.hasStarted && Math.abs(px - now.startPx) < DRAG_START_PX) return;
      if (!now.hasStarted) event.currentTarget.setPointerCapture(event.pointerId);
      now.hasStarted = true;
      setSelection(selectionBetween(now.startPx, px));
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const now = drag.current;
      cancel();
      if (!now?.hasStarted || now.pointerId !== event.pointerId) return;
      const marked = selectionBetween(now.startPx, pointerPx(event));
      if (marked.toPx - marked.fromPx < MIN_SELECTION_PX) return;
      const { fromMs, toMs } = brushSpan(marked, area);
      onZoom?.(fromMs, toMs);
    },
    onPointerCancel: cancel,
  };
  return { selection, handlers };
}
