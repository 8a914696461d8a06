import { useEffect } from 'react';

const ancestorsOf = (element: Element): readonly HTMLElement[] => {
  const parent = element.parentElement;
  return parent === null || parent === document.body ? [] : [parent, ...ancestorsOf(parent)];
};

/** What held the button and is still there; the tab key goes on from it. */
function focusNearby(ancestors: readonly HTMLElement[]): void {
  if (document.activeElement !== document.body) return;
  const nearest = ancestors.find(({ isConnected }) => isConnected);
  if (!nearest) return;
  if (!nearest.hasAttribute('tabindex')) nearest.tabIndex = -1;
  nearest.focus({ preventScroll: true });
}

/**
 * A pressed button that goes away, or that cannot be pressed any more, leaves the focus to nobody: who reads by keys would begin
 * again at the top. Where no part of the screen took it, what stands around the button has it (WCAG 2.4.3).
 */
export function useFocusNearRemovedButton(): void {
  useEffect(() => {
    const onClick = ({ target }: MouseEvent): void => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (!button || document.activeElement !== button) return;
      const ancestors = ancestorsOf(button);
      // After what the press changed is on the screen: an address that changed is heard in a turn of its own.
      requestAnimationFrame(() => requestAnimationFrame(() => focusNearby(ancestors)));
    };
    // Before the button's own listeners: after them it may be gone, and with it what stood around it.
    addEventListener('click', onClick, true);
    return () => removeEventListener('click', onClick, true);
  }, []);
}
