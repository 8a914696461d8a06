import type { Plugin } from 'vite';
import type { Site } from '../src/smart/site/site.ts';

/**
 * Returns the pages beside `index.html` to which sign-ins come back, such as `general.html` for the redirect URI
 * `https://longview.example/general.html`. Sites with different authorization servers need different redirect URIs
 * (docs/decisions/0043). A redirect URI in another folder, or without `.html`, is for the host to answer with `index.html`.
 */
export const redirectPages = (sites: readonly Site[]): readonly string[] => [
  ...new Set(
    sites.flatMap(({ redirectUri }) => {
      const page = /\/([A-Za-z0-9_-]+\.html)$/.exec(redirectUri)?.[1];
      return page === undefined || page === 'index.html' ? [] : [page];
    }),
  ),
];

/** Writes a copy of `index.html` for each page that a redirect URI names. It runs after everything that changes the page. */
export const writeRedirectPages = (sites: readonly Site[]): Plugin => ({
  name: 'longview:redirect-pages',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') return;
      for (const fileName of redirectPages(sites))
        if (bundle[fileName] === undefined) this.emitFile({ type: 'asset', fileName, source: page.source });
    },
  },
});
