import { useLayoutEffect } from 'react';

/**
 * These parts lay out the page around them while they stand: a source beside the screen, the bar of the tests that are
 * selected, and the buttons that move a test of Compare.
 */
type RootAttribute = 'data-source-beside' | 'data-comparing' | 'data-reordering';

/**
 * Marks the root element while the component stands and `isSet` is true, so that style sheets can lay out the whole page.
 * With `:root:has()` in its place, a browser finds the styles of the whole page anew for each element that comes or goes
 * anywhere: https://developer.mozilla.org/en-US/docs/Web/CSS/:has#performance_considerations
 */
export function useRootAttribute(mark: RootAttribute, isSet = true): void {
  useLayoutEffect(() => {
    if (!isSet) return undefined;
    const root = document.documentElement;
    root.setAttribute(mark, '');
    return () => root.removeAttribute(mark);
  }, [mark, isSet]);
}
