// The sandbox normally forbids every cache to keep its answers. Real servers often do not: some send no header at all, so that a
// browser may keep an answer for a tenth of its age, and others allow it in as many words.
// https://www.rfc-editor.org/rfc/rfc9111#section-4.2.2
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { HttpResponse } from './http.ts';

const DAY_MS = 86_400_000;
const dateIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toUTCString();

/** Headers for caches are chosen by these names. */
export const CACHE_HEADER_NAMES = [
  'absent',
  'lastModified',
  'etag',
  'maxAge',
  'maxAgeAndLastModified',
  'immutable',
  'expires',
  'staleWhileRevalidate',
  'vary',
] as const;

export type CacheHeaders = (typeof CACHE_HEADER_NAMES)[number];

const CACHE_HEADERS: Readonly<Record<CacheHeaders, (body: string) => Readonly<Record<string, string>>>> = {
  absent: () => ({}),
  lastModified: () => ({ 'Last-Modified': dateIn(-365) }),
  etag: (body) => ({ ETag: `W/"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"` }),
  maxAge: () => ({ 'Cache-Control': 'max-age=3600' }),
  maxAgeAndLastModified: () => ({ 'Cache-Control': 'private, max-age=3600', 'Last-Modified': dateIn(-365) }),
  immutable: () => ({ 'Cache-Control': 'public, max-age=31536000, immutable' }),
  expires: () => ({ Expires: dateIn(1) }),
  staleWhileRevalidate: () => ({ 'Cache-Control': 'max-age=0, stale-while-revalidate=86400' }),
  vary: () => ({ 'Cache-Control': 'max-age=3600', Vary: 'Origin, Accept, Authorization' }),
};

/** Returns the chosen headers; undefined leaves the answer as it is, which forbids to keep it. */
export const cacheHeaders = (
  chosen: CacheHeaders | undefined,
  body: string,
): Readonly<Record<string, string>> | undefined => chosen && CACHE_HEADERS[chosen](body);

/**
 * Returns the answer with the chosen headers in place of those that forbid to keep it. A request that knows the entity tag
 * already is answered with 304.
 */
export function withCacheHeaders(
  answer: HttpResponse,
  chosen: CacheHeaders | undefined,
  request: IncomingMessage,
): HttpResponse {
  const chosenHeaders = cacheHeaders(chosen, answer.body ?? '');
  if (chosenHeaders === undefined) return answer;
  // The version of a resource is said by the headers that caches read.
  const versions = { ETag: undefined, 'Last-Modified': undefined };
  const headers = { ...answer.headers, ...versions, 'Cache-Control': undefined, ...chosenHeaders };
  const isKnown = 'ETag' in chosenHeaders && request.headers['if-none-match'] === chosenHeaders['ETag'];
  return isKnown && answer.status === 200 ? { status: 304, headers } : { ...answer, headers };
}
