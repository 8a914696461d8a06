import { useEffect } from 'react';
import { preloadDeferredParts } from '../ui/loading/lazyScreen.ts';

let isAsked = false;

/**
 * Asks at once for every file that the overview needs after its first chart, so that they come in one wave and none of them waits until
 * another has been run. They are only fetched: each runs when it is imported.
 */
export function prefetchFiles(): void {
  if (isAsked) return;
  isAsked = true;
  for (const { href } of document.querySelectorAll<HTMLLinkElement>('link[data-later]')) {
    const link = document.createElement('link');
    if (href.endsWith('.css')) prefetchStyle(link);
    else link.rel = 'modulepreload';
    link.fetchPriority = 'low';
    link.href = href;
    document.head.append(link);
  }
}

/** An import asks for its style sheet with CORS, and the browser takes the one that was fetched ahead only if that was asked for alike. */
function prefetchStyle(link: HTMLLinkElement): void {
  link.rel = 'preload';
  link.as = 'style';
  link.crossOrigin = '';
}

/** Fetches the later files once they are due, and runs what the overview needs of them. */
export const usePrefetchedFiles = (isDue: boolean): void =>
  useEffect(() => {
    if (!isDue) return;
    prefetchFiles();
    preloadDeferredParts();
  }, [isDue]);
