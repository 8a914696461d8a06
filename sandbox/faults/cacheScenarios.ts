import { CACHE_HEADER_NAMES, type CacheHeaders } from '../cacheHeaders.ts';
import type { FaultScenario } from './faults.ts';

const WHAT_IS_SENT: Readonly<Record<CacheHeaders, readonly [title: string, description: string]>> = {
  absent: ['No header for caches', 'The answers do not say whether they may be kept.'],
  lastModified: [
    'Last-Modified',
    'The answers were last changed a year ago, so a browser may keep them for weeks.',
  ],
  etag: ['ETag', 'The answers have an entity tag, and 304 comes for one that the browser knows.'],
  maxAge: ['max-age', 'The answers may be kept for an hour.'],
  maxAgeAndLastModified: [
    'max-age and Last-Modified',
    'The answers may be kept for an hour, as FHIR servers send it.',
  ],
  immutable: ['immutable', 'The answers may be kept for a year, by everybody on the way.'],
  expires: ['Expires', 'The answers may be kept for a day, in the words of HTTP/1.0.'],
  staleWhileRevalidate: ['stale-while-revalidate', 'An old answer may be shown while a new one is read.'],
  vary: ['max-age and Vary', 'The answers may be kept for an hour, apart for each token.'],
};

/** Every answer of the FHIR server, of the authorization server and of the look has these headers. */
export const cacheScenarios: readonly FaultScenario[] = CACHE_HEADER_NAMES.map((name) => {
  const [title, description] = WHAT_IS_SENT[name];
  return { name: `cache-${name}`, title, description, faults: { cache: name } };
});
