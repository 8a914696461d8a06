import type { DiscoveryFault, FhirFault } from '../faults/faults.ts';
import type { Answer } from '../http.ts';
import { outOfOrder } from '../pages/errorPage.ts';
import { insufficientScope, Refusal, unauthorized } from './Refusal.ts';

/** A refusal for no reason but the fault, with what a real one of this status says. */
export function refusalWith(status: number): Refusal {
  if (status === 401) return unauthorized('The access token was ended by a fault.', 'invalid_token');
  if (status === 403) return insufficientScope('Refused by a fault.');
  return new Refusal(status, status < 500 ? 'processing' : 'transient', 'Answered by a fault.');
}

/** The answer as it leaves with its fault. A cut connection has none: see fhir/server.ts. */
export function faultyAnswer(answer: Answer, fault: FhirFault & DiscoveryFault): Answer {
  const { html, emptyBody, noCors, retryAfterSeconds } = fault;
  const headers = { ...answer.headers };
  if (noCors) delete headers['Access-Control-Allow-Origin'];
  if (retryAfterSeconds !== undefined) headers['Retry-After'] = String(retryAfterSeconds);
  return {
    ...answer,
    headers,
    ...(html && { type: 'text/html; charset=utf-8', body: outOfOrder }),
    ...(emptyBody && { body: '' }),
  };
}
