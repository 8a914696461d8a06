/** This file remembers where a reader is, so that a look elsewhere on the same screen leaves no trace. */

export type SavedScrollAndFocus = {
  /** Gives back the focus and every scroll position, also where the element was drawn anew. */
  readonly restore: () => void;
};

type Scrolled = { readonly element: Element; readonly top: number; readonly left: number };

/** These attributes name an element that a search may take away and draw again. */
const NAMES = ['data-at', 'data-series', 'href', 'id'] as const;

function findAgain(element: HTMLElement): () => HTMLElement | undefined {
  const name = NAMES.find((one) => element.getAttribute(one));
  if (name === undefined) return () => (element.isConnected ? element : undefined);
  const tag = element.localName;
  const selector = `${tag}[${name}="${CSS.escape(element.getAttribute(name) ?? '')}"]`;
  const index = [...document.querySelectorAll(selector)].indexOf(element);
  return () => {
    if (element.isConnected) return element;
    const found = document.querySelectorAll<HTMLElement>(selector);
    return found[index] ?? found[0];
  };
}

const ancestorsOf = (element: Element | null): readonly Element[] =>
  element === null ? [] : [element, ...ancestorsOf(element.parentElement)];

function scrolledAround(element: Element | null, pageTopPx: number | undefined): readonly Scrolled[] {
  const page = document.scrollingElement;
  const tables = [...document.querySelectorAll('main [role="grid"]')].flatMap(ancestorsOf);
  const all = new Set([...ancestorsOf(element), ...tables, ...(page ? [page] : [])]);
  return [...all]
    .map((one) => ({
      element: one,
      top: (one === page ? pageTopPx : undefined) ?? one.scrollTop,
      left: one.scrollLeft,
    }))
    .filter(({ element: one, top, left }) => one === page || top !== 0 || left !== 0);
}

/** The screen is drawn again within so many frames, also on a slow machine, or not at all. */
const MAX_FRAMES = 300;

/** The part that is drawn last may make the page short for a moment, which takes the scroll position away again. */
const HELD_FRAMES = 30;

/** A reader who does one of these goes on, and is not taken back any more. */
const GOING_ON = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

function scrollBack(places: readonly Scrolled[]): boolean {
  return places
    .filter(({ element }) => element.isConnected)
    .map(({ element, top, left }) => {
      if (element.scrollTop !== top) element.scrollTop = top;
      if (element.scrollLeft !== left) element.scrollLeft = left;
      // Zoomed pages scroll by fractions of a pixel.
      return Math.abs(element.scrollTop - top) < 1.5;
    })
    .every(Boolean);
}

/**
 * Remembers an element that has or had the focus, and how far everything around it is scrolled. Who calls it later than
 * the reader left says how far the page was scrolled then.
 */
export function saveScrollAndFocus(target: EventTarget | null, pageTopPx?: number): SavedScrollAndFocus {
  const element = target instanceof HTMLElement && target !== document.body ? target : undefined;
  const find = element ? findAgain(element) : () => undefined;
  const places = scrolledAround(element ?? null, pageTopPx);
  return {
    restore() {
      let frames = 0;
      let heldFrames = 0;
      const goingOn = new AbortController();
      for (const name of GOING_ON)
        addEventListener(name, () => goingOn.abort(), {
          capture: true,
          passive: true,
          signal: goingOn.signal,
        });
      const step = (): void => {
        if (goingOn.signal.aborted) return;
        frames += 1;
        const isFree = document.activeElement === document.body || document.activeElement === null;
        const found = find();
        if (isFree) found?.focus({ preventScroll: true });
        else if (document.activeElement !== found) return; // the reader went on
        const isBack = scrollBack(places) && (element === undefined || found !== undefined);
        heldFrames = isBack ? heldFrames + 1 : 0;
        if (frames < MAX_FRAMES && heldFrames < HELD_FRAMES) requestAnimationFrame(step);
        else goingOn.abort();
      };
      step();
    },
  };
}
