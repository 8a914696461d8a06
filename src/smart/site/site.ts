import type { WrittenSite } from './siteSchema.ts';

/** One health system that Longview may be opened from, as the build inlined it. The fields are those of the site file. */
export type Site = Omit<WrittenSite, 'allowPrefix' | 'redirectUri' | 'authOrigins'> & {
  /** Absolute, or '' for `index.html` beside the page. */
  readonly redirectUri: string;
  /** Origins of the authorization endpoints; never empty. */
  readonly authOrigins: readonly string[];
};

/** The sites that the build put into the page. */
export const inlinedSites = (): readonly Site[] => {
  const sites: readonly Site[] = JSON.parse(document.getElementById('sites')?.textContent ?? '[]');
  return sites; // written and checked by our own build
};

/**
 * The site that answers for an issuer; undefined when none does. Only a trailing slash and the case of scheme and host
 * are forgiven: a look-alike issuer would be handed the patient's sign-in (RFC 9700 4.9.1).
 */
export function siteForIss(sites: readonly Site[], iss: string): Site | undefined {
  const asked = comparable(iss);
  if (asked === undefined) return undefined;
  return sites.find((site) => {
    const own = comparable(site.iss);
    if (own === undefined) return false;
    return site.issPrefix ? asked === own || asked.startsWith(`${own}/`) : asked === own;
  });
}

/** Scheme and host, then the path as written: no user, query, fragment, `..` or character that a URL parser drops. */
const WRITTEN = /^[a-z]+:\/\/[^/?#\\@\s]+(.*)$/i;

function comparable(iss: string): string | undefined {
  const path = WRITTEN.exec(iss)?.[1];
  if (path === undefined || !URL.canParse(iss)) return undefined;
  const url = new URL(iss);
  return (path || '/') === url.pathname && isSecure(url)
    ? `${url.origin}${url.pathname.replace(/\/$/, '')}`
    : undefined;
}

/** https anywhere; http on this machine alone, for sandboxes. */
export const isSecure = (url: URL): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));

export const isLoopback = (url: URL): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);

export type LaunchKind = 'ehr' | 'standalone';
