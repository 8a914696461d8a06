type Leaving = { readonly currentTarget: HTMLElement; readonly relatedTarget: EventTarget | null };

/**
 * Closes a menu when a keyboard goes on to the page below, which the menu lies on (WCAG 2.4.11). The button that opened it may have the
 * focus beside it, until that is left for the page too. A window that loses the focus leaves it open.
 */
export function closeWhenLeft({ currentTarget: menu, relatedTarget: next }: Leaving): void {
  if (!(next instanceof Element) || menu.contains(next)) return;
  if (next.getAttribute('popovertarget') !== menu.id) {
    menu.hidePopover();
    return;
  }
  const onLeaveButton = ({ relatedTarget }: Event & { readonly relatedTarget?: EventTarget | null }): void =>
    closeWhenLeft({ currentTarget: menu, relatedTarget: relatedTarget ?? null });
  next.addEventListener('blur', onLeaveButton, { once: true });
}
