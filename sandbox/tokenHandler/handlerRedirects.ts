import { HttpError, seeOther, type HttpResponse } from '../http.ts';
import type { EhrEndpoints, HandlerClient } from './handlerOptions.ts';

const withoutLastSlash = (address: string): string => address.replace(/\/$/, '');

/**
 * Sends a launch of the EHR on to the page, which knows the handler's FHIR base only. A launch from another server gets an
 * error and no redirect.
 */
export function launchRedirect(
  query: URLSearchParams,
  { launchUri }: HandlerClient,
  { fhirBase }: EhrEndpoints,
  ownFhirBase: string,
): HttpResponse {
  const iss = onlyValue(query, 'iss');
  const launch = onlyValue(query, 'launch');
  if (withoutLastSlash(iss) !== withoutLastSlash(fhirBase))
    throw new HttpError(400, 'This launch is from another server.');
  return seeOther(`${launchUri}?${new URLSearchParams({ iss: ownFhirBase, launch }).toString()}`);
}

/**
 * Sends an authorization request of the page on to the EHR. Only `aud` is replaced, because the EHR knows its own FHIR base
 * and no other. State, PKCE and the redirect URI stay those of the page.
 */
export function authorizeRedirect(
  query: URLSearchParams,
  { clientId, redirectUri }: HandlerClient,
  { authorization, fhirBase }: EhrEndpoints,
  ownFhirBase: string,
): HttpResponse {
  const demanded: readonly (readonly [string, string])[] = [
    ['response_type', 'code'],
    ['client_id', clientId],
    ['redirect_uri', redirectUri],
    ['code_challenge_method', 'S256'],
    ['aud', ownFhirBase],
  ];
  for (const [name, value] of demanded) {
    if (onlyValue(query, name) !== value) throw new HttpError(400, `${name} is not the one registered here.`);
  }
  if (!/^[\w-]{43}$/.test(onlyValue(query, 'code_challenge')))
    throw new HttpError(400, 'code_challenge is not one of S256.');
  onlyValue(query, 'state');
  for (const name of query.keys()) onlyValue(query, name);
  const address = new URL(authorization);
  for (const [name, value] of query) address.searchParams.append(name, name === 'aud' ? fhirBase : value);
  return seeOther(address.href);
}

function onlyValue(query: URLSearchParams, name: string): string {
  const [value, ...others] = query.getAll(name);
  if (value === undefined || value === '' || others.length > 0)
    throw new HttpError(400, `${name} must be given once.`);
  return value;
}
