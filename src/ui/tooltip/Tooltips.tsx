import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { listenForTooltips, type TooltipAsked } from './tooltipEvents.ts';
import { isOnTheWay, tooltipPosition } from './tooltipPosition.ts';
import { tooltipTextOf } from './tooltipTarget.ts';
import styles from './Tooltips.module.css';

const ID = 'tooltip';
/** A dialog over the page takes everything outside of it away from readers. */
// oxlint-disable-next-line longview/texts-in-catalogs -- a selector
const PARTS = 'dialog, main, header';

/** Lets the tooltip describe an element, unless its name says the same already. */
function describe({ target, described }: TooltipAsked): () => void {
  if (described.getAttribute('aria-label') === tooltipTextOf(target)) return () => undefined;
  const before = described.getAttribute('aria-describedby');
  described.setAttribute('aria-describedby', [before, ID].filter(Boolean).join(' '));
  return () => {
    if (before === null) described.removeAttribute('aria-describedby');
    else described.setAttribute('aria-describedby', before);
  };
}

function moveTo(tooltip: HTMLElement, target: Element): void {
  const { offsetWidth: widthPx, offsetHeight: heightPx } = tooltip;
  const { clientWidth, clientHeight } = document.documentElement;
  const frame = { widthPx: clientWidth, heightPx: clientHeight };
  const { leftPx, topPx } = tooltipPosition(target.getBoundingClientRect(), { widthPx, heightPx }, frame);
  tooltip.style.left = `${leftPx}px`;
  tooltip.style.top = `${topPx}px`;
}

/** Calls `changed` when the element says something else or has left the page, until the returned function is called. */
function watchText(target: Element, changed: () => void): () => void {
  const before = tooltipTextOf(target);
  const observer = new MutationObserver(() => {
    const isAsBefore = target.isConnected && tooltipTextOf(target) === before;
    if (!isAsBefore) changed();
  });
  const attributeFilter = ['data-tooltip'];
  observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter });
  return () => observer.disconnect();
}

/**
 * Draws the one tooltip of the page. Every element with `data-tooltip` has one. It opens under a pointer that rests, on a focus that
 * comes by a key, and under a finger that holds; Escape closes it, and nothing opens by itself.
 */
export function Tooltips() {
  const tooltip = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<TooltipAsked>();
  const asked = useRef<TooltipAsked>(undefined);
  useEffect(() => {
    const controller = new AbortController();
    const set = (next: TooltipAsked | undefined): void => {
      asked.current = next;
      setShown(next);
    };
    const handlers = {
      onShow: set,
      onHide: () => set(undefined),
      isShown: () => asked.current !== undefined,
      isKeptAt: (x: number, y: number): boolean => {
        const drawn = tooltip.current;
        if (!asked.current || !drawn) return false;
        return isOnTheWay(x, y, asked.current.target.getBoundingClientRect(), drawn.getBoundingClientRect());
      },
    };
    listenForTooltips(handlers, controller.signal);
    return () => controller.abort();
  }, []);
  useLayoutEffect(() => {
    const drawn = tooltip.current;
    if (!shown || !drawn) return undefined;
    // It stands over everything, a dialog included.
    drawn.showPopover();
    moveTo(drawn, shown.target);
    const stopDescribing = describe(shown);
    // A record that is read again changes or takes away what the pointer rests on, and no old value may stand on (rule 35).
    const stopWatching = watchText(shown.target, () => {
      const isThere = shown.target.isConnected && tooltipTextOf(shown.target) !== '';
      asked.current = isThere ? { ...shown } : undefined;
      setShown(asked.current);
    });
    return () => {
      stopWatching();
      stopDescribing();
      drawn.hidePopover();
    };
  }, [shown]);
  if (!shown) return null;
  return createPortal(
    <div ref={tooltip} id={ID} role="tooltip" popover="manual" className={styles.tooltip} dir="auto">
      {tooltipTextOf(shown.target)}
    </div>,
    // It belongs to the part of the page of which it speaks, also for a reader who goes from part to part.
    shown.target.closest(PARTS) ?? document.body,
  );
}
