import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { FhirError } from '../fhir/fhirError.ts';
import type { HttpResponse } from '../http.ts';
import { rebaseUrls } from '../rebaseUrls.ts';
import { isJsonType, mediaTypeOf, requestServer, type ServerAnswer } from '../serverRequest.ts';
import type { EhrEndpoints } from './handlerOptions.ts';

const ANSWER_LIMIT_BYTES = 32 * 1024 * 1024;
const PASSED_HEADERS = ['ETag', 'Last-Modified', 'Retry-After', 'WWW-Authenticate'];

/** Sends a read or a search on with the page's own token, and writes the handler's address where the EHR wrote its own. */
export async function passRecordRequest(
  request: IncomingMessage,
  path: string,
  search: string,
  { fhirBase }: EhrEndpoints,
  own: { readonly fhirBase: string; readonly timeLimitMs: number },
): Promise<HttpResponse> {
  if (request.method !== 'GET')
    throw new FhirError(405, 'not-supported', 'This address answers GET only.', { Allow: 'GET' });
  if (!isBelowBase(path)) throw new FhirError(404, 'not-found', 'There is nothing at this address.');
  const { authorization, accept = 'application/fhir+json' } = request.headers;
  const answer = await requestServer(fhirBase + path + search, {
    headers: {
      Accept: accept,
      ...(authorization !== undefined && { Authorization: authorization }),
    },
    timeLimitMs: own.timeLimitMs,
    maxBytes: ANSWER_LIMIT_BYTES,
  });
  return passedOn(answer, fhirBase, own.fhirBase);
}

/** A segment such as `..` or one with an encoded slash could lead out of the FHIR base. */
const isBelowBase = (path: string): boolean =>
  /^(\/[\w.$-]+)*\/?$/.test(path) && !path.split('/').some((part) => part === '.' || part === '..');

function passedOn(answer: ServerAnswer, ehrBase: string, ownBase: string): HttpResponse {
  const { status, headers, text } = answer;
  const passed: OutgoingHttpHeaders = Object.fromEntries(
    PASSED_HEADERS.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  const type = mediaTypeOf(headers);
  if (isJsonType(type) || text === '') {
    return {
      status,
      ...(text !== '' && { type }),
      body: rebaseUrls(text, ehrBase, ownBase),
      headers: passed,
    };
  }
  // A page of the EHR must not appear at the handler's address.
  const { outcome } = new FhirError(status, 'exception', 'The server behind did not answer in JSON.');
  return {
    status: status >= 400 ? status : 502,
    type: 'application/fhir+json',
    body: JSON.stringify(outcome),
    headers: passed,
  };
}
