import { siteForIss, type Site } from '../site/site.ts';
import { fieldOf } from '../site/untrustedJson.ts';

/** The endpoints of a session are absolute addresses, or '' when the server names none. */
export type Endpoints = {
  /** Responses and id_tokens are compared with the issuer. It is never requested. */
  readonly issuer: string;
  readonly token: string;
  readonly revocation: string;
  readonly jwks: string;
  /** A person sees and ends on this page of the server what apps may do. */
  readonly management: string;
};

/** Returns whether a stored value has all endpoints. */
export const isEndpoints = (value: unknown): value is Endpoints =>
  ['issuer', 'token', 'revocation', 'jwks', 'management'].every(
    (name) => typeof fieldOf(value, name) === 'string',
  );

/**
 * Returns whether a stored issuer and endpoints are of a site, as the site file has it now. Anyone who can write to storage
 * could have made others, and a code or a token would be sent there.
 */
export function areOfSite(
  { iss, endpoints }: { readonly iss: string; readonly endpoints: Endpoints },
  site: Site,
): boolean {
  const { token, revocation, jwks } = endpoints;
  const isAllowed = (address: string): boolean =>
    address === '' || (URL.canParse(address) && site.authOrigins.includes(new URL(address).origin));
  return siteForIss([site], iss) !== undefined && [token, revocation, jwks].every(isAllowed);
}
