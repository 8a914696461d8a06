import { useEffect, useLayoutEffect, useRef } from 'react';
import { FRAME_INSET_PX, timeAttributes, type Frame } from '../../charts/axis/frame.ts';
import { useBrush } from '../../charts/axis/useBrush.ts';
import { showMarkedPeriod } from './markedPeriod.ts';
import type { TimeWindow } from './recordWindow.ts';

/** The cursor follows the pointer by itself. */
const ignoreLeave = (): void => undefined;

/**
 * Chooses a window by a drag over a time axis. Every curve shows the time while it is marked.
 */
export function useWindowBrush(frame: Frame, heightPx: number, onWindow: (next: TimeWindow) => void) {
  const zone = useRef<HTMLDivElement>(null);
  const layout = {
    frame,
    shiftPx: 0,
    rightPx: frame.widthPx - FRAME_INSET_PX.right,
    topPx: 4,
    bottomPx: heightPx,
  };
  const before = useRef<{ readonly frame: Frame; readonly topPx: number }>(undefined);
  const { selection, handlers } = useBrush(layout, ignoreLeave, (startMs, endMs) => {
    before.current = { frame, topPx: zone.current?.getBoundingClientRect().top ?? 0 };
    onWindow({ startMs, endMs });
  });
  // In another window, other results have a curve. The axis under the pointer must stay where it was.
  useLayoutEffect(() => {
    if (!zone.current || !before.current || before.current.frame === frame) return;
    scrollBy(0, zone.current.getBoundingClientRect().top - before.current.topPx);
    before.current = undefined;
  }, [frame]);
  const [fromPx, toPx] = [selection?.fromPx, selection?.toPx];
  useEffect(() => {
    const element = zone.current;
    if (!element || fromPx === undefined || toPx === undefined) return undefined;
    const fractionAt = (px: number): number =>
      (px - FRAME_INSET_PX.left) / (layout.rightPx - FRAME_INSET_PX.left);
    showMarkedPeriod(element, { from: fractionAt(fromPx), to: fractionAt(toPx) });
    return () => showMarkedPeriod(element, undefined);
  }, [fromPx, toPx, layout.rightPx]);
  return { selection, layout, zone: { ref: zone, ...timeAttributes(frame), ...handlers } };
}
