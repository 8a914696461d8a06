import { sendRequest } from '../network/serverRequest.ts';
import { NO_TOKEN } from '../smart/session/noToken.ts';

/**
 * Asks for FHIR JSON with a bearer token, at an address that was checked before. Resolves and rejects as `sendRequest` does.
 * The body breaks off behind `maxBytes`. A server without a sign-in gets no Authorization header. https://www.rfc-editor.org/rfc/rfc6750#section-2.1
 */
export const fhirGet = (
  url: URL,
  token: string,
  signal: AbortSignal,
  maxBytes: number,
): Promise<Response> => {
  const headers = {
    accept: 'application/fhir+json',
    ...(token !== NO_TOKEN && { authorization: `Bearer ${token}` }),
  };
  // A redirect is not followed either. It is an answer, so that nobody waits for one or is told that none came.
  return sendRequest(url, { headers, signal }, maxBytes, 'manual');
};
