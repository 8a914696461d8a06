import { useEffect, useRef, type ReactNode } from 'react';

/** Lets a pointer rest on the first element with a tooltip, as soon as it is drawn. */
export function RestingPointer({ children }: { readonly children: ReactNode }) {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const target = container.current?.querySelector('[data-tooltip]');
    const { left = 0, top = 0 } = target?.getBoundingClientRect() ?? {};
    const at = { bubbles: true, pointerType: 'mouse', clientX: left + 4, clientY: top + 4 };
    target?.dispatchEvent(new PointerEvent('pointermove', at));
  }, []);
  return (
    <div ref={container} data-resting-pointer="">
      {children}
    </div>
  );
}
