import { useEffect, useRef, type ReactNode } from 'react';

/** Draws a menu that stands open. */
export function OpenPopover({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const menu = place.current?.querySelector<HTMLElement>('[popover]');
    if (menu?.matches(':popover-open') === false) menu.showPopover();
  }, []);
  return <div ref={place}>{children}</div>;
}
