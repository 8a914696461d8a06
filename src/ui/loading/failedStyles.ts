/** These style sheets could not be fetched, and those are asked for again. */
const failed = new Set<HTMLLinkElement>();
const asked = new Set<Promise<void>>();

/**
 * Remembers each style sheet that cannot be fetched. What imports a file asks for its style sheet once only, so a second try
 * would show a screen without it. https://vite.dev/guide/build.html#load-error-handling
 */
export const watchFailedStyles = (): void =>
  addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failed.add(target);
    },
    { capture: true }, // the error of an element does not rise
  );

/**
 * Asks again for the style sheets that could not be fetched, and returns nothing where there is none. It rejects where one fails
 * again.
 */
export function fetchFailedStyles(): Promise<unknown> | undefined {
  const links = [...failed];
  failed.clear();
  for (const link of links) {
    const fetched = askAgain(link).finally(() => asked.delete(fetched));
    asked.add(fetched);
  }
  return asked.size > 0 ? Promise.all(asked) : undefined;
}

/** A link that has failed asks for nothing any more, so another one takes its place in the order of the style sheets. */
function askAgain(link: HTMLLinkElement): Promise<void> {
  const next = document.createElement('link');
  next.rel = 'stylesheet';
  next.crossOrigin = link.crossOrigin;
  next.href = link.href;
  const fetched = new Promise<void>((resolve, reject) => {
    next.addEventListener('load', () => resolve());
    next.addEventListener('error', () => reject(new Error(next.href)));
  });
  link.replaceWith(next);
  return fetched;
}
