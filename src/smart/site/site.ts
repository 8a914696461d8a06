import type { WrittenSite } from './siteSchema.ts';

/**
 * A site is one health system that Longview may be opened from. Its fields are those of the site file (docs/contract.md,
 * section 2).
 */
export type Site = Omit<WrittenSite, 'allowPrefix' | 'redirectUri' | 'authOrigins' | 'identifierSystem'> & {
  /** The redirect URI is absolute, or '' for `index.html` beside the page. */
  readonly redirectUri: string;
  /** The authorization endpoints must be on these origins. The list is never empty. */
  readonly authOrigins: readonly string[];
  /** The number beside the patient's name is of the first of these systems that has one; of any system without a list. */
  readonly identifierSystem?: readonly string[];
  /** People look for it under these names on the start page, from a brands bundle; without them, under the label. */
  readonly brands?: readonly Brand[];
};

/** This is one name of a place where people get care. https://hl7.org/fhir/smart-app-launch/STU2.2/brands.html */
export type Brand = {
  readonly name: string;
  /** A place reads like "Madison, WI". */
  readonly places: readonly string[];
  readonly aliases: readonly string[];
  /** This is the name of the portal, or ''. */
  readonly portal: string;
};

/** Returns the sites that the build wrote into the page. */
export const inlinedSites = (): readonly Site[] => {
  const sites: readonly Site[] = JSON.parse(document.getElementById('sites')?.textContent ?? '[]');
  return sites; // the build has checked and written them
};

/**
 * Returns the site of an issuer; undefined when there is none. Only a trailing slash and the case of scheme and host may
 * differ, because a look-alike issuer would get the patient's sign-in (client-rules.md row 3, RFC 9700 4.9.1).
 */
export function siteForIss(sites: readonly Site[], iss: string): Site | undefined {
  const wanted = comparableIssuer(iss);
  if (wanted === undefined) return undefined;
  return sites.find((site) => {
    const own = comparableIssuer(site.iss);
    if (own === undefined) return false;
    return site.issPrefix ? wanted === own || wanted.startsWith(`${own}/`) : wanted === own;
  });
}

/** An error has this reason when something was stored for a site that the pages no longer have. */
export const UNLISTED = 'unlisted';

/** Returns whether the pages no longer have the site of something stored: neither its id nor its issuer (decision 55). */
export const isUnlisted = (
  { siteId, iss }: { readonly siteId: string; readonly iss: string },
  sites: readonly Site[],
): boolean => sites.every(({ id }) => id !== siteId) && siteForIss(sites, iss) === undefined;

/** An issuer has a scheme, a host, perhaps a port, and a path. */
const PLAIN_ISSUER = /^[a-z]+:\/\/([^/:]+)(?::[1-9]\d*)?(\/.*)?$/i;

/**
 * Returns an issuer in a form to compare; undefined when it is not a plain, secure address: one with a user, query or fragment,
 * or with a character that a URL parser drops. A host that a browser reads as another one (`127.1`, `%65hr.example`) is none
 * either: it was not reviewed so.
 */
export function comparableIssuer(iss: string): string | undefined {
  const [, host, path] = PLAIN_ISSUER.exec(iss) ?? [];
  if (!URL.canParse(iss)) return undefined;
  const url = new URL(iss);
  return host?.toLowerCase() === url.hostname && (path || '/') === url.pathname && isSecure(url)
    ? `${url.origin}${url.pathname.replace(/\/$/, '')}`
    : undefined;
}

/** Returns whether a URL is https, or http to this machine, which sandboxes use. */
export const isSecure = (url: URL): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));

/** Returns whether a URL leads to this machine. */
export const isLoopback = (url: URL): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);

/** SMART has two launches: https://hl7.org/fhir/smart-app-launch/STU2.2/app-launch.html */
export type LaunchKind = 'ehr' | 'standalone';

/** Returns whether a stored value is a kind of launch. */
export const isLaunchKind = (value: unknown): value is LaunchKind =>
  value === 'ehr' || value === 'standalone';
