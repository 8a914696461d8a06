import { useEffect } from 'react';

/** What lies over the screen, or holds a text, may take the key for itself. */
function leaveOnEscape(event: KeyboardEvent) {
  const isTyping = event.target instanceof Element && event.target.matches('input, select');
  if (event.key === 'Escape' && !event.defaultPrevented && !isTyping) location.hash = '';
}

/** Escape leads back to the overview. */
export function useEscapeToOverview(isOn = true): void {
  useEffect(() => {
    if (!isOn) return undefined;
    addEventListener('keydown', leaveOnEscape);
    return () => removeEventListener('keydown', leaveOnEscape);
  }, [isOn]);
}
