import type { Site } from './site.ts';

/**
 * Returns the redirect URI as it is registered, byte for byte (RFC 6749 3.1.2.3). The query of the page never enters it
 * (client-rules.md row 1).
 */
export const redirectUriOf = (site: Site): string =>
  site.redirectUri || new URL('index.html', `${location.origin}${location.pathname}`).href;

/**
 * Returns whether the host of this page leaves `index.html` and `.html` out of addresses, as Cloudflare Pages does: it redirects an
 * answer for `/index.html` to `/`. The address of a page of such a host never ends in `.html`.
 */
export const isHtmlLeftOut = (): boolean => !location.pathname.endsWith('.html');

/** Returns an address as a host writes it that leaves `index.html` and `.html` out. */
export const withoutHtml = (address: string): string =>
  address.replace(/\/index(\.html)?$/, '/').replace(/\.html$/, '');
