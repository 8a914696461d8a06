import type { FocusEvent } from 'react';

/**
 * Closes a menu when a keyboard goes on to the page below, which the menu lies on (WCAG 2.4.11). The button that opened it may have the
 * focus beside it, and a window that loses the focus leaves it open.
 */
export function closeWhenLeft({ currentTarget: menu, relatedTarget: next }: FocusEvent<HTMLElement>): void {
  if (!(next instanceof Element) || menu.contains(next) || next.getAttribute('popovertarget') === menu.id)
    return;
  menu.hidePopover();
}
