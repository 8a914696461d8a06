import type { Site } from '../../src/smart/site/site.ts';

/** The build writes these anyway. */
const WRITTEN: ReadonlySet<string> = new Set(['index.html', 'launch.html', '404.html']);

/**
 * Returns the pages beside `index.html` to which sign-ins come back, such as `general.html` for the redirect URI
 * `https://longview.example/general.html`. Sites with different authorization servers need different redirect URIs
 * (docs/decisions/0043). A redirect URI in another folder, or without `.html`, is for the host to answer with `index.html`.
 */
export const redirectPages = (sites: readonly Site[]): readonly string[] => [
  ...new Set(
    sites.flatMap(({ redirectUri }) => {
      const page = /[^/]\/([\w-][\w.-]*\.html)$/.exec(redirectUri)?.[1];
      return page === undefined || WRITTEN.has(page) ? [] : [page];
    }),
  ),
];
