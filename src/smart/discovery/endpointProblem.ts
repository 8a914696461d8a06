import * as discoveryTexts from './discovery.messages.ts';
import { isSecure, type Site } from '../site/site.ts';

/** Longview sends these. An endpoint that has one in its own query would send it twice or replace it. */
const OWN_PARAMETER =
  /^((response|client|redirect|code|grant|refresh|token|request)|(scope|state|aud|launch|nonce)$)/i;

/**
 * Returns why nothing may be sent to an endpoint that a server names in a field; undefined when it may. A query of its own is allowed
 * (RFC 6749, section 3.1), but no parameter may come twice, and there is no fragment.
 */
export function endpointProblem(field: string, url: URL, { authOrigins }: Site): string | undefined {
  const problem = addressProblem(field, url);
  if (problem !== undefined) return problem;
  const parameter = [...url.searchParams.keys()].find((name) => OWN_PARAMETER.test(name));
  if (parameter !== undefined) return discoveryTexts.parameterInQuery(field, parameter);
  return authOrigins.includes(url.origin) ? undefined : discoveryTexts.foreignOrigin(field, url.origin);
}

/** Returns why an address of a server is not taken: a user name could make one host look like another. */
export function addressProblem(field: string, url: URL): string | undefined {
  if (!isSecure(url)) return discoveryTexts.notHttps(field);
  return url.username + url.password !== '' || url.href.includes('#')
    ? discoveryTexts.userOrFragment(field)
    : undefined;
}

/**
 * Returns an endpoint as an absolute address; undefined when it is none. SMART lets endpoints be relative to the FHIR base
 * (client-rules.md row 7). A URL parser drops line breaks and tabs, so an address that has one is not taken.
 */
export const endpointUrl = (sent: string, base: string): URL | undefined =>
  // oxlint-disable-next-line no-control-regex -- these are the characters to refuse
  sent !== '' && !/[\u0000-\u0020\\]/.test(sent) && URL.canParse(sent, base)
    ? new URL(sent, base)
    : undefined;
