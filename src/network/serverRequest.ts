import { DOCUMENT_BYTES, withBodyLimit } from './bodyLimit.ts';

/** These parts of a request may differ. The others are the same for every server, so that none of them is forgotten. */
type ServerRequest = Pick<RequestInit, 'method' | 'headers' | 'body' | 'signal' | 'keepalive'>;

const SAME_FOR_ALL = {
  // The browser neither answers from its cache nor writes to it. A result from the cache could be out of date or belong
  // to a chart that is closed by now, and the disk of a shared computer would keep it after the session.
  cache: 'no-store',
  credentials: 'omit', // no cookie of the EHR takes part
  referrerPolicy: 'no-referrer',
} as const satisfies RequestInit;

/**
 * Sends a request to a FHIR or OAuth server. All requests of the app go through this function, and lint refuses `fetch`
 * outside of this folder. Resolves with the answer, whatever its status. Rejects with TypeError when nothing answered, CORS
 * did not allow the answer or it was a redirect (with `manual` that is an answer of status 0), and with the reason of the signal when that was aborted. The body of the
 * answer breaks off behind `maxBytes`; with Infinity, who reads it must limit it. https://fetch.spec.whatwg.org/#concept-request-cache-mode
 */
export async function sendRequest(
  address: string | URL,
  request: ServerRequest,
  maxBytes = DOCUMENT_BYTES,
  redirect: 'error' | 'manual' = 'error',
): Promise<Response> {
  // A token or a code goes to the address that was checked and nowhere else: no redirect is ever followed.
  const response = await fetch(address, { ...request, ...SAME_FOR_ALL, redirect });
  return maxBytes === Infinity ? response : withBodyLimit(response, maxBytes);
}

/**
 * Loads a file that was built with the app, such as the catalog of analytes. It comes from the page's own host, says nothing
 * of a person and has a name that changes with its content, so the browser may keep it. The request has the defaults of
 * `fetch`, because only then it takes the file that the page has preloaded.
 */
export function loadOwnFile(address: string): Promise<Response> {
  return fetch(address);
}
