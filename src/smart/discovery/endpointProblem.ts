import { isSecure, type Site } from '../site/site.ts';

/** Longview sends these. An endpoint that has one in its own query would send it twice or replace it. */
const OWN_PARAMETER =
  /^((response|client|redirect|code|grant|refresh|token|request)|(scope|state|aud|launch|nonce)$)/i;

/**
 * Returns why nothing may be sent to an endpoint that a server names; undefined when it may. A query of its own is allowed
 * (RFC 6749, section 3.1), but no parameter may come twice, and there is no fragment.
 */
export function endpointProblem(url: URL, { authOrigins }: Site): string | undefined {
  const problem = addressProblem(url);
  if (problem !== undefined) return problem;
  const own = [...url.searchParams.keys()].find((name) => OWN_PARAMETER.test(name));
  if (own !== undefined) return `has ${own} in its query`;
  return authOrigins.includes(url.origin)
    ? undefined
    : `is on ${url.origin}; if that is right, add it to authOrigins`;
}

/** Returns why an address of a server is not taken: a user name could make one host look like another. */
export function addressProblem(url: URL): string | undefined {
  if (!isSecure(url)) return 'is not https';
  return url.username + url.password !== '' || url.href.includes('#')
    ? 'has a user name, a password or a fragment'
    : undefined;
}

/**
 * Returns an endpoint as an absolute address; undefined when it is none. SMART lets endpoints be relative to the FHIR base
 * (rules.md row 7). A URL parser drops line breaks and tabs, so an address that has one is not taken.
 */
export const endpointUrl = (sent: string, base: string): URL | undefined =>
  // oxlint-disable-next-line no-control-regex -- these are the characters to refuse
  sent !== '' && !/[\u0000-\u0020\\]/.test(sent) && URL.canParse(sent, base)
    ? new URL(sent, base)
    : undefined;
