import { useEffect, useLayoutEffect, useRef } from 'react';
import { screenIn } from '../navigation/urlFragment.ts';

/** Returns what the address names: a zoom or an option changes the address, and not what is looked at. */
function shownThing(): string {
  const screen = screenIn(location.hash);
  return JSON.stringify(screen.name === 'series' ? screen : screen.name);
}

/** Escape belongs first to a menu or another dialog that is open, and to a field in which somebody types. */
const isTakenElsewhere = (target: EventTarget | null): boolean =>
  // oxlint-disable-next-line longview/texts-in-catalogs -- a selector
  (target instanceof Element && target.matches('input:not([type=checkbox]), textarea, select')) ||
  document.querySelector('[popover]:popover-open:not([role=tooltip]), dialog:modal') !== null;

/**
 * Lets the drawer begin below the patient, who is never covered (rule 47), however many lines the header has. The headline of the
 * result stays there too.
 */
function useTopBelowHeader(): void {
  useLayoutEffect(() => {
    const header = document.querySelector('header');
    if (!header) return undefined;
    const { style } = document.documentElement;
    const place = (): void => {
      const bottom = Math.max(0, header.getBoundingClientRect().bottom);
      style.setProperty('--below-header', `${bottom}px`);
    };
    place();
    const observer = new ResizeObserver(place);
    observer.observe(header);
    return () => {
      observer.disconnect();
      style.removeProperty('--below-header');
    };
  }, []);
}

/** Keeps the chosen row in sight when the drawer takes a part of the screen. */
function useChosenInSight(id: string): void {
  useEffect(() => {
    if (id === '') return undefined;
    const frame = requestAnimationFrame(() => {
      const chosen = document.querySelector(
        'main [data-twin] [aria-selected="true"], main [data-active-cell]',
      );
      chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
    return () => cancelAnimationFrame(frame);
  }, [id]);
}

/**
 * Opens a dialog beside the screen, which stays in use, with its heading in focus. Escape closes it wherever the focus is, and so
 * does another screen. The element that had the focus before gets it back, unless the reader has moved on.
 */
export function useDocked(id: string, onClose: () => void) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useTopBelowHeader();
  useChosenInSight(id);
  useLayoutEffect(() => {
    const opened = dialog.current;
    const opener = document.activeElement;
    opened?.show();
    heading.current?.focus();
    return () => {
      const isWithin = opened?.contains(document.activeElement) ?? false;
      opened?.close();
      if (!isWithin) return;
      // A long table draws its rows anew, and the button that was pressed may be gone.
      const back = opener?.isConnected ? opener : document.querySelector('[data-twin]');
      if (back instanceof HTMLElement) back.focus();
    };
  }, []);
  useEffect(() => {
    const openedOn = shownThing();
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isTakenElsewhere(event.target)) return;
      // The screen would take the key for its own.
      event.preventDefault();
      onClose();
    };
    const closeElsewhere = () => {
      if (shownThing() !== openedOn) onClose();
    };
    // The capturing listener is heard before the one of the screen.
    addEventListener('keydown', closeOnEscape, true);
    addEventListener('hashchange', closeElsewhere);
    return () => {
      removeEventListener('keydown', closeOnEscape, true);
      removeEventListener('hashchange', closeElsewhere);
    };
  }, [onClose]);
  return { dialog, heading };
}
