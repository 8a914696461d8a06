import { useEffect, useRef, type ReactNode } from 'react';

/** Draws a menu that stands open. */
export function OpenPopover({ children }: { readonly children: ReactNode }) {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const menu = container.current?.querySelector<HTMLElement>('[popover]');
    if (menu?.matches(':popover-open') === false) menu.showPopover();
  }, []);
  return <div ref={container}>{children}</div>;
}
