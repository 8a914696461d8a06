import { EVENT_TYPES } from '../../src/smart/authorization/eventTypes.ts';
import { comparableIssuer, isLoopback } from '../../src/smart/site/site.ts';
import type { WrittenSite } from '../../src/smart/site/siteSchema.ts';

// These rules hold between fields, and between sites. A schema cannot say them. Each returns the path of a field and what is
// wrong with it, such as "/redirectUri is the same page as …".

/**
 * Returns why an address is not written as browsers read it; undefined when it is. `https://a.example/x/../r4` and
 * `http://2130706433` would be other addresses than the ones that were reviewed, and no launch would ever match them.
 */
export function spellingProblem(address: string): string | undefined {
  const [, host = '', path = ''] = /^[a-z]+:\/\/([^/:]*)(?::\d*)?(.*)$/.exec(address) ?? [];
  if (!URL.canParse(address)) return 'is not an address';
  const url = new URL(address);
  if (url.hostname !== host.toLowerCase() || url.pathname !== (path || '/'))
    return `is read by browsers as ${url.href}; expected it to be written so`;
  if (/(^|\.)\.|\.$/.test(host)) return 'has a host with an empty part';
  return url.port === '0' ? 'has no port that can be reached' : undefined;
}

/** Returns the FHIR base where an address is that of a document of a server, which no launch ever names; else undefined. */
export const baseOfDocument = (address: string): string | undefined =>
  /^(.+?)\/(?:\.well-known\/.*|metadata\/?)$/.exec(address)?.[1];

/** Scopes name a context before a slash, or in servers' own forms before another sign. */
const SYSTEM_CONTEXT = /(?:^|[/:.])system(?:[/.:_-]|$)/i;
const PERSON_CONTEXT = /(?:^|[/:.])(?:patient|user)[/.]/i;
const READ_RIGHTS = /[/.](?:read|rs?|s)$/i;
const WRITE_RIGHTS = /(?:^|[/.:_-])(?:(?:(?:read)?write|create|update|delete)(?:[/.:_-]|$)|\*$)/i;

/**
 * Returns why Longview must not ask for a scope; undefined when it may. Longview reads the record of one patient for one
 * person, so it never asks for the rights of a system or for a right to write, in the forms of SMART 1 and 2 or in another.
 * https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html#scopes-for-requesting-fhir-resources
 */
export function scopeProblem(scope: string): string | undefined {
  // The host of a scope that is an address says nothing of rights.
  const [name = ''] = scope.replace(/^[a-z]+:\/\/[^/]*/i, '').split('?');
  if (SYSTEM_CONTEXT.test(name))
    return 'asks for the rights of a whole system; Longview reads the record of one patient';
  if (WRITE_RIGHTS.test(name) || (PERSON_CONTEXT.test(name) && !READ_RIGHTS.test(name)))
    return 'asks for a right to write; Longview only reads (expected .read, .r, .s or .rs)';
  return undefined;
}

/** Returns the problems of the scopes and resources that one site asks for. */
export function accessProblems({ scopes, resources }: WrittenSite): string[] {
  const readable: readonly string[] = [...EVENT_TYPES, 'Medication'];
  return [
    ...(typeof scopes === 'string' ? [] : scopes).flatMap((scope, i) => {
      const problem = scopeProblem(scope);
      return problem === undefined ? [] : [`/scopes/${i} ${scope} ${problem}`];
    }),
    ...resources.flatMap((type, i) =>
      readable.includes(type)
        ? []
        : [`/resources/${i} ${type} is nothing that Longview reads; expected one of ${readable.join(', ')}`],
    ),
  ];
}

/**
 * Returns why a site may not be open. Whoever reaches an open server reads every record on it,
 * and the page can ask for any patient. So it is for test data on this machine, and on hosts that were named by hand when the
 * page was started, which no site file can do.
 */
export function openProblems({ iss, open, issPrefix }: WrittenSite, openHosts: readonly string[]): string[] {
  if (open !== true || !URL.canParse(iss)) return [];
  if (issPrefix) return ['/open is for one server, and issPrefix is for many; remove one of them'];
  const url = new URL(iss);
  if (isLoopback(url) || openHosts.includes(url.hostname)) return [];
  return [
    `/open is for test data on this machine alone (localhost, 127.0.0.1), and ${url.host} is another; remove it, and let people sign in`,
  ];
}

/** Returns the problems that a site has with the sites before it in the file. */
export function problemsBetween(sites: readonly WrittenSite[], index: number): string[] {
  const site = sites[index];
  if (site === undefined) return [];
  return sites
    .slice(0, index)
    .flatMap((before, i) => [
      ...mixedProblems(site, before, `/sites/${i}`),
      ...issuerProblems(site, before, `/sites/${i}`),
      ...redirectProblems(site, before, `/sites/${i}`),
    ]);
}

/** The page of an open site says "no sign-in" all the time, which would be wrong for any other. */
const mixedProblems = (site: WrittenSite, before: WrittenSite, path: string): string[] =>
  (site.open === true) === (before.open === true)
    ? []
    : [`/open differs from ${path}/open; build one Longview for open sites and another for the rest`];

/** A launch must belong to one site, whatever the order of the file. Some servers do not tell capitals in a path apart. */
function issuerProblems(site: WrittenSite, before: WrittenSite, path: string): string[] {
  const key = ({ iss }: WrittenSite): string =>
    (comparableIssuer(iss) ?? iss).replace(/\/+$/, '').toLowerCase();
  const [own, other] = [key(site), key(before)];
  if (own === other) return [`/iss is the same as ${path}/iss: ${site.iss}; each issuer is one site`];
  if (before.issPrefix && own.startsWith(`${other}/`))
    return [`/iss lies below ${path}/iss, which is a prefix: ${site.iss}; each issuer is one site`];
  if (site.issPrefix && other.startsWith(`${own}/`))
    return [`/iss is a prefix, and ${path}/iss lies below it: ${site.iss}; each issuer is one site`];
  if (site.issuer !== undefined && site.issuer === before.issuer && !isSameServer(site, before))
    return [
      `/issuer is the one of ${path}/issuer, whose authOrigins are others; expected the same authOrigins`,
    ];
  return [];
}

/**
 * A code that arrives must show by its address which authorization server it comes from, since not every server says so
 * (RFC 9700, section 4.4.2.2; decision 43).
 */
function redirectProblems(site: WrittenSite, before: WrittenSite, path: string): string[] {
  const [own, other] = [site.redirectUri, before.redirectUri];
  const isForeign =
    own !== undefined &&
    other !== undefined &&
    URL.canParse(own) &&
    URL.canParse(other) &&
    new URL(own).origin !== new URL(other).origin;
  if (isForeign)
    return [
      `/redirectUri is on another origin than ${path}/redirectUri (${own}, ${other}); the pages of one build are on one origin`,
    ];
  // No code arrives where there is no sign-in.
  if (site.open === true || isSameServer(site, before) || !isSamePage(own, other)) return [];
  return [
    `/redirectUri is the same page as ${path}/redirectUri, and the two sites have different authorization servers (authOrigins ${originsOf(site).join(' ')} and ${originsOf(before).join(' ')}); expected a redirectUri of its own, such as https://your.host/${site.id}.html, which the build then writes`,
  ];
}

/**
 * Returns two sites with different authorization servers whose sign-ins come back to one page; undefined when there are none.
 * It takes any number of sites, as a brands bundle has them.
 */
export function sitesOnOnePage<One extends SignInPage>(
  sites: readonly One[],
): readonly [One, One] | undefined {
  const byPage = new Map<string, One>();
  for (const site of sites) {
    const page = pageKey(site.redirectUri || '/');
    const key = /\/(?:index)?$/.test(page) ? 'index' : page;
    const other = byPage.get(key);
    if (other !== undefined && !isSameServer(site, other)) return [other, site];
    byPage.set(key, site);
  }
  return undefined;
}

type Server = {
  readonly iss: string;
  readonly issuer?: string | undefined;
  readonly authOrigins?: readonly string[] | undefined;
};
type SignInPage = Server & { readonly redirectUri?: string | undefined };

/** Returns the origins of the authorization server of a site, in a form to compare. */
const originsOf = ({ authOrigins, iss }: Server): string[] =>
  [
    ...new Set(
      (authOrigins ?? [iss]).map((address) => (URL.canParse(address) ? new URL(address).origin : address)),
    ),
  ].toSorted();

/** Sites share an authorization server only where all of its origins are the same and no other issuer is pinned. */
const isSameServer = (site: Server, other: Server): boolean =>
  originsOf(site).join(' ') === originsOf(other).join(' ') &&
  (site.issuer === undefined || other.issuer === undefined || site.issuer === other.issuer);

/** A site without a redirect URI uses `index.html` beside the page, wherever the pages will be. */
const isSamePage = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined
    ? [one, other].every((page) => page === undefined || /\/(?:index)?$/.test(pageKey(page)))
    : pageKey(one) === pageKey(other);

/** Returns an address in a form in which hosts that leave out `index.html`, `.html` or a slash write the same page. */
const pageKey = (address: string): string =>
  (URL.canParse(address) ? new URL(address).href : address)
    .toLowerCase()
    .replace(/\.html?$/, '')
    .replace(/\/index$/, '/')
    .replace(/([^/])\/$/, '$1/');

/** `launch.html` begins a sign-in and would take the answer for a launch, and `404.html` runs nothing that could read it. */
export function redirectProblem(redirectUri: string | undefined): string | undefined {
  const [, page] = /\/(launch|404)(?:\.html?)?$/i.exec(redirectUri ?? '') ?? [];
  if (page === undefined) return undefined;
  const reason = page === '404' ? 'for addresses at which there is nothing' : 'that begins a sign-in';
  return `/redirectUri is the page ${reason}: ${redirectUri}; expected index.html or a page of its own`;
}
