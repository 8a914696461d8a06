import { useEffect, useRef } from 'react';
import { idInAddress, screenIn, type Screen } from '../parts/navigation/urlFragment.ts';

/** Names a link or a cell, so that it is found again when its screen is built anew. */
type FocusPlace = {
  readonly selector: string;
  readonly index: number;
  /** The link leads to this screen; undefined for a cell. */
  readonly leadsTo?: Screen | undefined;
};

/** Several links of a screen may lead to one result: a tile and its line in What changed. */
function placeOf(target: EventTarget | null): FocusPlace | undefined {
  const element = target instanceof Element ? target.closest('a[href], [data-at]') : null;
  if (!element) return undefined;
  const name = element.hasAttribute('data-at') ? 'data-at' : 'href';
  const value = element.getAttribute(name) ?? '';
  const selector = `[${name}="${CSS.escape(value)}"]`;
  const index = [...document.querySelectorAll(selector)].indexOf(element);
  return { selector, index, leadsTo: name === 'href' ? screenIn(value) : undefined };
}

const elementAt = ({ selector, index }: FocusPlace): HTMLElement | undefined => {
  const found = document.querySelectorAll<HTMLElement>(selector);
  return found[index] ?? found[0];
};

/** The place in the overview of a result is its tile or its line. */
const resultPlace = (seriesId: string): FocusPlace => ({
  selector: `main a[data-series="${CSS.escape(seriesId)}"]`,
  index: 0,
});

/** Returns where the focus goes on: the link that led away, unless the reader went on to another result from there. */
function returnPlace(left: Screen | undefined, place: FocusPlace | undefined): FocusPlace | undefined {
  if (left?.name !== 'series') return place;
  const led = place?.leadsTo;
  const isSameResult = led?.name === 'series' && led.seriesId === idInAddress(left.seriesId);
  return isSameResult ? place : resultPlace(left.seriesId);
}

const isFocusFree = (): boolean => {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || !activeElement.isConnected;
};

/** Focuses an element once it is drawn, unless the focus went elsewhere. Returns a function that stops the waiting. */
function focusWhenDrawn(place: FocusPlace): () => void {
  const observer = new MutationObserver(() => tryFocus());
  const tryFocus = (): void => {
    const element = elementAt(place);
    if (isFocusFree()) element?.focus();
    if (element || !isFocusFree()) observer.disconnect();
  };
  observer.observe(document.body, { childList: true, subtree: true });
  tryFocus();
  return () => observer.disconnect();
}

/**
 * Gives the focus back to the link that led away from a screen, when the reader comes back to it (WCAG 2.4.3). A screen
 * that places the focus itself keeps it where it is.
 */
export function useFocusReturn(screen: Screen): void {
  const places = useRef(new Map<Screen['name'], FocusPlace>());
  const shown = useRef<Screen>(undefined);
  useEffect(() => {
    const remember = ({ target }: Event): void => {
      const place = placeOf(target);
      if (place) places.current.set(screen.name, place);
    };
    // A browser may leave a pressed link without the focus, so both events count.
    addEventListener('focusin', remember, true);
    addEventListener('click', remember, true);
    return () => {
      removeEventListener('focusin', remember, true);
      removeEventListener('click', remember, true);
    };
  }, [screen.name]);
  useEffect(() => {
    const left = shown.current;
    shown.current = screen;
    const place = left && left.name !== screen.name && returnPlace(left, places.current.get(screen.name));
    return place ? focusWhenDrawn(place) : undefined;
  }, [screen]);
}
