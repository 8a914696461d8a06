import { isSecure, type Site } from '../site/site.ts';

/** Longview sends these to an endpoint. An endpoint that has one in its own query would send it twice or replace it. */
const OWN_PARAMETER =
  /^(response_(type|mode)|client_\w+|redirect_uri|scope|state|aud|launch|nonce|code(_\w+)?|grant_type|refresh_token|token(_\w+)?|request(_uri)?)$/i;

/** An endpoint cannot be used for this reason. `origin` is the origin that the site file would have to allow. */
export type EndpointProblem = { readonly problem: string; readonly origin?: string };

/**
 * Returns why nothing may be sent to an endpoint that a server names; undefined when it may. A query of its own is allowed
 * (RFC 6749, section 3.1), but no parameter may come twice, and there is no fragment.
 */
export function endpointProblem(url: URL, site: Site): EndpointProblem | undefined {
  if (!isSecure(url)) return { problem: 'is not https' };
  if (url.username !== '' || url.password !== '') return { problem: 'has a user name or a password' };
  if (url.hash !== '' || url.href.endsWith('#')) return { problem: 'has a fragment' };
  const own = [...url.searchParams.keys()].find((name) => OWN_PARAMETER.test(name));
  if (own !== undefined) return { problem: `has ${own.toLowerCase()} in its own query` };
  if (!site.authOrigins.includes(url.origin))
    return {
      problem: `is on ${url.origin}; if that is right, add it to authOrigins`,
      origin: url.origin,
    };
  return undefined;
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
