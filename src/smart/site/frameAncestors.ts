import { sendRequest } from '../../network/serverRequest.ts';
import { LaunchError } from '../errors/LaunchError.ts';
import * as siteTexts from './site.messages.ts';
import type { Site } from './site.ts';

/** A browser writes this for an origin that it does not tell: of a sandboxed page, of a file, or of one that hides itself. */
const UNTOLD = 'null';

/**
 * Throws E21 where a page around this one is not listed, however deep the frames are. The header frame-ancestors has the
 * same list and the browser refuses by itself, but some hosts set no headers. Firefox does not tell the page who shows it,
 * so there only the header helps. https://html.spec.whatwg.org/multipage/nav-history-apis.html#dom-location-ancestororigins
 */
export async function refuseForeignFrame(sites: readonly Site[]): Promise<void> {
  const foreign = foreignAncestors(sites, location);
  if (foreign.length === 0) return;
  // A listed page may hide its origin by the referrer policy of its frame. The browser itself is told it all the same, so
  // where the header was sent the browser has let this page in by its true origin.
  const isCompared = (headers: Headers): boolean => hasOwnAncestors(headers, sites);
  if (foreign.join() === UNTOLD && (await ownPageHeaders().then(isCompared, () => false))) return;
  throw new LaunchError('E21', { facts: { [siteTexts.shownInside]: foreign.join(', ') } });
}

/** Returns the origins around this page that no site lists. Where the browser tells none, it returns none. */
export function foreignAncestors(
  sites: readonly Site[],
  { ancestorOrigins, origin: own }: Pick<Location, 'origin'> & Partial<Pick<Location, 'ancestorOrigins'>>,
): readonly string[] {
  const listed = sites.flatMap(({ frameAncestors }) => frameAncestors.map(normalized));
  return [...new Set(ancestorOrigins ?? [])].filter(
    (origin) => origin === UNTOLD || (origin !== own && !listed.includes(origin)),
  );
}

/** Returns an entry as a browser writes an origin: in lower case and without the usual port. */
const normalized = (entry: string): string => new URL(entry).origin;

/**
 * Asks the host for this page once more and returns its headers, since no page can read the headers that it came with.
 * Rejects where the host does not answer, redirects or answers with an error.
 */
export async function ownPageHeaders(): Promise<Headers> {
  const { ok, headers } = await sendRequest(location.pathname, {});
  if (!ok) throw new Error('refused');
  return headers;
}

/** Returns whether the headers name exactly the ancestors of this build. A browser enforces each of several policies. */
export function hasOwnAncestors(headers: Headers, sites: readonly Site[]): boolean {
  const listed = sites.flatMap(({ frameAncestors }) => frameAncestors.map(normalized));
  const wanted = ["frame-ancestors 'self'", ...new Set(listed)].join(' ');
  return (headers.get('content-security-policy') ?? '').split(/[;,] */).includes(wanted);
}
