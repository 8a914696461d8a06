import { useEffect } from 'react';

const ancestorsOf = (element: Element): readonly HTMLElement[] => {
  const parent = element.parentElement;
  return parent === null || parent === document.body ? [] : [parent, ...ancestorsOf(parent)];
};

/** Focuses the nearest ancestor of the button that is still there, so that the tab key goes on from it. */
function focusNearby(button: HTMLButtonElement, ancestors: readonly HTMLElement[]): void {
  // A button that can still be pressed has lost the focus to a press beside it.
  const isThere = button.isConnected && !button.disabled;
  if (isThere || document.activeElement !== document.body) return;
  const nearest = ancestors.find(({ isConnected }) => isConnected);
  if (!nearest) return;
  if (!nearest.hasAttribute('tabindex')) nearest.tabIndex = -1;
  nearest.focus({ preventScroll: true });
}

/**
 * Keeps the focus near a pressed button that is removed or disabled; otherwise a keyboard user would begin
 * again at the top. If no part of the screen took the focus, the surrounding element gets it (WCAG 2.4.3).
 */
export function useFocusNearRemovedButton(): void {
  useEffect(() => {
    const onClick = ({ target }: MouseEvent): void => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (!button || document.activeElement !== button) return;
      const ancestors = ancestorsOf(button);
      // The change must be on the screen first: a changed address is handled in a task of its own.
      requestAnimationFrame(() => requestAnimationFrame(() => focusNearby(button, ancestors)));
    };
    // This runs before the button's own listeners, which may remove the button and what surrounds it.
    addEventListener('click', onClick, true);
    return () => removeEventListener('click', onClick, true);
  }, []);
}
