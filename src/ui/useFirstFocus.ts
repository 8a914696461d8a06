import { useEffect, useRef, type RefObject } from 'react';
import { focusWhenLaidOut } from './focusWhenLaidOut.ts';

/** Returns the ref of the heading with which a page begins. It takes the focus, so that it is read first. */
export function useFirstFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (heading.current !== null) focusWhenLaidOut(heading.current);
  }, []);
  return heading;
}
