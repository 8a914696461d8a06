/**
 * Moves the focus to an element, at the latest when it is laid out. A browser ignores focus() in a frame to which the page around it has
 * given no place yet: that page still waits for its style sheets, or the frame stands in a tab of the EHR that is not open.
 */
export function focusWhenLaidOut(element: HTMLElement): void {
  element.focus();
  if (document.activeElement === element) return;
  new ResizeObserver((_, observer) => {
    observer.disconnect();
    element.focus();
  }).observe(element);
}
