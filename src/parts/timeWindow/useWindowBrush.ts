import { useEffect, useLayoutEffect, useRef } from 'react';
import { FRAME_INSET_PX, timeAttributes, type Frame } from '../../charts/axis/frame.ts';
import { useBrush } from '../../charts/axis/useBrush.ts';
import type { TimeWindow } from './recordWindow.ts';

/** The cursor follows the pointer by itself. */
const ignoreLeave = (): void => undefined;

/**
 * Chooses a window by a drag over a time axis. Every curve shows the time while it is marked: `--brush-from`
 * and `--brush-to` are fractions of the axis.
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
  const fractionAt = (px: number | undefined): string =>
    px === undefined ? '0' : String((px - FRAME_INSET_PX.left) / (layout.rightPx - FRAME_INSET_PX.left));
  const [from, to] = [fractionAt(selection?.fromPx), fractionAt(selection?.toPx)];
  useEffect(() => {
    const style = zone.current?.closest('main')?.style;
    style?.setProperty('--brush-from', from);
    style?.setProperty('--brush-to', to);
    return () => {
      style?.removeProperty('--brush-from');
      style?.removeProperty('--brush-to');
    };
  }, [from, to]);
  return { selection, layout, zone: { ref: zone, ...timeAttributes(frame), ...handlers } };
}
