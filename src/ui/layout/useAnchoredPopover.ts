import { useLayoutEffect, useRef } from 'react';

/** These are the gap between a field and what opens below it, and the least distance from the edge of the window. */
const [GAP_PX, MARGIN_PX] = [2, 8];

/** Places the popover below its anchor, or above it where it has more room there, and inside the window. */
function place(popover: HTMLElement, anchor: HTMLElement): void {
  const { left, top, bottom } = anchor.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const roomBelowPx = clientHeight - bottom - GAP_PX - MARGIN_PX;
  const roomAbovePx = top - GAP_PX - MARGIN_PX;
  const isAbove = popover.scrollHeight > roomBelowPx && roomAbovePx > roomBelowPx;
  const { style } = popover;
  style.maxHeight = `${Math.max(0, isAbove ? roomAbovePx : roomBelowPx)}px`;
  style.left = `${Math.max(MARGIN_PX, Math.min(left, clientWidth - popover.offsetWidth - MARGIN_PX))}px`;
  style.top = isAbove ? 'auto' : `${bottom + GAP_PX}px`;
  style.bottom = isAbove ? `${clientHeight - top + GAP_PX}px` : 'auto';
}

/**
 * Shows an element of `popover="manual"` in the top layer, above everything on the page, beside its anchor, as long as it is
 * open. It follows the anchor when the page scrolls or its content changes its size.
 */
export function useAnchoredPopover<A extends HTMLElement, P extends HTMLElement>(isOpen: boolean) {
  const anchor = useRef<A>(null);
  const popover = useRef<P>(null);
  useLayoutEffect(() => {
    const [shown, beside] = [popover.current, anchor.current];
    // The DOM of the unit tests has no popovers.
    if (!isOpen || !shown || !beside || typeof shown.showPopover !== 'function') return undefined;
    const update = (): void => place(shown, beside);
    shown.showPopover();
    update();
    const observer = new ResizeObserver(update);
    observer.observe(shown);
    addEventListener('scroll', update, true);
    addEventListener('resize', update);
    return () => {
      observer.disconnect();
      removeEventListener('scroll', update, true);
      removeEventListener('resize', update);
      // It is closed already where the browser closed it, or it left the page.
      if (shown.matches(':popover-open')) shown.hidePopover();
    };
  }, [isOpen]);
  return { anchor, popover };
}
