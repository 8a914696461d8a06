import type { Site } from './site.ts';

/** The redirect URI as registered, byte for byte; never made from a query that the EHR added. RFC 6749 3.1.2.3. */
export const redirectUriOf = (site: Site): string =>
  site.redirectUri === ''
    ? new URL('index.html', `${location.origin}${location.pathname}`).href
    : site.redirectUri;
