import type { Site } from './site.ts';

/**
 * Returns the redirect URI as it is registered, byte for byte (RFC 6749 3.1.2.3). The query of the page never enters it
 * (rules.md row 1).
 */
export const redirectUriOf = (site: Site): string =>
  site.redirectUri === ''
    ? new URL('index.html', `${location.origin}${location.pathname}`).href
    : site.redirectUri;
