import { useEffect, useRef, useState, type PointerEvent } from 'react';
import type { Frame } from './frame.ts';

/** A hand that presses is never quite still. */
const START_PX = 6;
/** Less than this across is no stretch of time that anybody meant. */
const LEAST_PX = 10;

/** Where a stretch is marked: of a chart, or of a time axis alone. */
export type BrushPosition = {
  readonly frame: Frame;
  /** From the frame's own pixels to those of the place. */
  readonly shift: number;
  /** In the frame's own pixels: where its time ends. */
  readonly right: number;
};

/** In the frame's own pixels, from left to right. */
export type BrushStretch = { readonly fromPx: number; readonly toPx: number };

type Drag = { readonly pointerId: number; readonly startPx: number; isOpen: boolean };

/** The moment under a place of the frame. */
const momentAt = ({ frame: { startMs, endMs, x } }: BrushPosition, px: number): number =>
  startMs + ((px - x(startMs)) / (x(endMs) - x(startMs))) * (endMs - startMs);

export const brushSpan = ({ fromPx, toPx }: BrushStretch, layout: BrushPosition) => ({
  fromMs: momentAt(layout, fromPx),
  toMs: momentAt(layout, toPx),
});

type OnZoom = (fromMs: number, toMs: number) => void;

/** Before the screen hears it, for which the key means to leave. */
function useEscape(isMarking: boolean, giveUp: () => void) {
  const now = useRef(giveUp);
  useEffect(() => {
    now.current = giveUp;
  });
  useEffect(() => {
    if (!isMarking) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      now.current();
    };
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, [isMarking]);
}

const stretchTo = (startPx: number, px: number): BrushStretch => ({
  fromPx: Math.min(startPx, px),
  toPx: Math.max(startPx, px),
});

/**
 * A stretch of time marked by dragging over the plot, with mouse, pen or finger. Only an addition to the buttons and keys of
 * the window (rule 53); a press or a move without a drag is left to `onPoint`. Escape gives the stretch up.
 */
export function useBrush(
  layout: BrushPosition,
  onPoint: (event: PointerEvent<HTMLElement>) => void,
  onZoom: OnZoom | undefined,
) {
  const drag = useRef<Drag>(undefined);
  const [stretch, setStretch] = useState<BrushStretch>();
  const giveUp = () => {
    drag.current = undefined;
    setStretch(undefined);
  };
  useEscape(stretch !== undefined, giveUp);

  const { frame, right, shift } = layout;
  const placeOf = ({ currentTarget, clientX }: PointerEvent<HTMLElement>) => {
    const px = clientX - currentTarget.getBoundingClientRect().left - shift;
    return Math.min(right, Math.max(frame.x(frame.startMs), px));
  };

  const handlers = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      // A second finger is no drag but a pinch, which is the browser's.
      if (!event.isPrimary) giveUp();
      else if (onZoom && event.button === 0)
        drag.current = { pointerId: event.pointerId, startPx: placeOf(event), isOpen: false };
      onPoint(event);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const now = drag.current;
      // Let go outside the page: nothing said so.
      const isLeft = now !== undefined && event.buttons === 0;
      if (isLeft) giveUp();
      if (!now || isLeft || now.pointerId !== event.pointerId) {
        onPoint(event);
        return;
      }
      const px = placeOf(event);
      if (!now.isOpen && Math.abs(px - now.startPx) < START_PX) return;
      if (!now.isOpen) event.currentTarget.setPointerCapture(event.pointerId);
      now.isOpen = true;
      setStretch(stretchTo(now.startPx, px));
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const now = drag.current;
      giveUp();
      if (!now?.isOpen || now.pointerId !== event.pointerId) return;
      const marked = stretchTo(now.startPx, placeOf(event));
      if (marked.toPx - marked.fromPx < LEAST_PX) return;
      const { fromMs, toMs } = brushSpan(marked, layout);
      onZoom?.(fromMs, toMs);
    },
    onPointerCancel: giveUp,
  };
  return { stretch, handlers };
}
