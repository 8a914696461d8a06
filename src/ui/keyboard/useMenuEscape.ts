import { useLayoutEffect } from 'react';

/** Returns the menu that is open, of two the inner one. A tooltip and the list under a field are none. */
const openMenu = (): HTMLElement | undefined =>
  // oxlint-disable-next-line longview/texts-in-catalogs -- a selector
  [...document.querySelectorAll<HTMLElement>('[popover=auto]:popover-open')].at(-1);

function closeMenu(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
  const menu = openMenu();
  if (!menu) return;
  event.preventDefault();
  event.stopPropagation(); // the screen below would leave
  menu.hidePopover();
  // The platform returns the focus only from within the menu. A press on its words has taken the focus from everything.
  if (document.activeElement === document.body)
    document.querySelector<HTMLElement>(`[popovertarget="${CSS.escape(menu.id)}"]`)?.focus();
}

/** Lets Escape close an open menu and nothing else, wherever the focus is. */
export function useMenuEscape(): void {
  useLayoutEffect(() => {
    // The capturing listener is heard before those of the screen.
    addEventListener('keydown', closeMenu, true);
    return () => removeEventListener('keydown', closeMenu, true);
  }, []);
}
