import { useEffect, type RefObject } from 'react';

const isFocusNowhere = (): boolean => document.activeElement === document.body;

/** Focuses the link to the same result that stands there now, if the one that had the focus is gone and nothing else took it. */
function follow(link: HTMLAnchorElement, main: HTMLElement): void {
  if (link.isConnected || !isFocusNowhere()) return;
  const links = [...main.querySelectorAll<HTMLElement>('a[data-series]')];
  links.find(({ dataset }) => dataset['series'] === link.dataset['series'])?.focus({ preventScroll: true });
}

/**
 * Keeps the focus on a result whose line is drawn anew in another column, or becomes a curve, when the window moves or the record
 * grows. Otherwise a keyboard user would begin again at the top of the page (WCAG 2.4.3).
 */
export function useFocusFollowsResult(lists: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const main = lists.current?.closest('main');
    if (!main) return undefined;
    let link: HTMLAnchorElement | null = null;
    const observer = new MutationObserver(() => link && follow(link, main));
    const forget = (): void => {
      link = null;
      observer.disconnect();
    };
    const remember = ({ target }: Event): void => {
      forget();
      if (!(target instanceof Element) || !main.contains(target)) return;
      link = target.closest<HTMLAnchorElement>('a[data-series]');
      if (link) observer.observe(main, { childList: true, subtree: true });
    };
    // A link that is removed may lose the focus with an event. One that still stands afterwards was left by its reader.
    const leave = ({ target }: Event): void =>
      queueMicrotask(() => {
        if (link === target && link?.isConnected === true) forget();
      });
    // A reader who went on while the result was gone is not called back when it comes again.
    const goOn = (): void => {
      if (link?.isConnected === false) forget();
    };
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', goOn);
    main.addEventListener('focusout', leave);
    return () => {
      forget();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', goOn);
      main.removeEventListener('focusout', leave);
    };
  }, [lists]);
}
