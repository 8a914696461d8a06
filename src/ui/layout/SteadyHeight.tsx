import { useCallback, useRef, type ReactNode } from 'react';

type SteadyHeightProps = { readonly className?: string | undefined; readonly children: ReactNode };

/**
 * Keeps the room that its content has had, so that what stands below does not move up and down while the content changes by
 * itself. A press inside, which may fold something, and another width begin anew.
 */
export function SteadyHeight({ className, children }: SteadyHeightProps) {
  const room = useRef<HTMLDivElement>(null);
  const reset = (): void => {
    if (room.current) room.current.style.minHeight = '';
  };
  const measure = useCallback((element: HTMLDivElement | null) => {
    room.current = element;
    if (!element) return undefined;
    let width = element.clientWidth;
    const observer = new ResizeObserver(() => {
      const isSameWidth = element.clientWidth === width;
      width = element.clientWidth;
      element.style.minHeight = isSameWidth ? `${element.offsetHeight}px` : '';
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- it only listens to the buttons inside
    <div ref={measure} className={className} onClick={reset}>
      {children}
    </div>
  );
}
