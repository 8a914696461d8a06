import type { DiscoveryFault } from '../faults/faults.ts';
import type { FhirFault } from '../faults/fhirFault.ts';
import type { HttpResponse } from '../http.ts';
import { outOfOrderHtml } from '../pages/errorPage.ts';
import { ERROR_OUTCOMES } from './faultyOutcome.ts';
import type { FhirResponse } from './interactions.ts';
import { insufficientScopeError, FhirError, unauthorizedError } from './fhirError.ts';

/**
 * Returns the OperationOutcome that the fault names, the same for every vendor, or undefined without such a
 * fault.
 */
export const outcomeResponse = ({
  refusal,
  status = 400,
}: FhirFault & DiscoveryFault): FhirResponse | undefined =>
  refusal && { status, body: ERROR_OUTCOMES[refusal], headers: {}, count: 0 };

/** Returns the error that a server sends with this status, for no reason but the fault. */
export function errorWithStatus(status: number): FhirError {
  if (status === 401) return unauthorizedError('The access token was ended by a fault.', 'invalid_token');
  if (status === 403) return insufficientScopeError('Refused by a fault.');
  return new FhirError(status, status < 500 ? 'processing' : 'transient', 'Answered by a fault.');
}

/** Returns the answer with its fault. faultySending.ts sends it. */
export function faultyResponse(answer: HttpResponse, fault: FhirFault & DiscoveryFault): HttpResponse {
  const { html, emptyBody, noCors, noExpose, retryAfterSeconds, retryAfter } = fault;
  const headers = { ...answer.headers };
  if (noCors) delete headers['Access-Control-Allow-Origin'];
  if (noExpose) delete headers['Access-Control-Expose-Headers'];
  if (retryAfterSeconds !== undefined) headers['Retry-After'] = String(retryAfterSeconds);
  if (retryAfter !== undefined) headers['Retry-After'] = retryAfter;
  return {
    ...answer,
    headers,
    ...(html && { type: 'text/html; charset=utf-8', body: outOfOrderHtml }),
    ...(fault.body && BODIES[fault.body](answer.body ?? '')),
    ...(emptyBody && { body: '' }),
  };
}

const XML = `<?xml version="1.0" encoding="UTF-8"?>
<Bundle xmlns="http://hl7.org/fhir"><type value="searchset"/><total value="0"/></Bundle>`;

const BODIES: Record<
  NonNullable<FhirFault['body']>,
  (json: string) => { readonly type?: string; readonly body: string }
> = {
  cutJson: (json) => ({ body: json.slice(0, json.length / 2) }),
  xml: () => ({ type: 'application/fhir+xml; charset=utf-8', body: XML }),
  text: () => ({ type: 'text/plain; charset=utf-8', body: 'Tenant not valid or accessible' }),
  meditech: () => ({
    type: 'application/json; charset=utf-8',
    body: JSON.stringify({ resource: 'Observation', detail: 'Invalid request' }),
  }),
};
