import { useLayoutEffect } from 'react';

/** Leaves for the overview, unless something over the screen, or a text field, has handled the key. */
function leaveOnEscape(event: KeyboardEvent) {
  // oxlint-disable-next-line longview/texts-in-catalogs -- a selector
  const isTyping = event.target instanceof Element && event.target.matches('input, select');
  if (event.key === 'Escape' && !event.defaultPrevented && !isTyping) location.hash = '';
}

/** Leads back to the overview on Escape. */
export function useEscapeToOverview(): void {
  // A key counts from the moment that the screen stands. A later effect would miss one that is pressed before it.
  useLayoutEffect(() => {
    addEventListener('keydown', leaveOnEscape);
    return () => removeEventListener('keydown', leaveOnEscape);
  }, []);
}
