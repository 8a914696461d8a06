import * as security from 'fhirclient/lib/security/browser';
import { authorize } from 'fhirclient/lib/smart';
import type { fhirclient } from 'fhirclient/lib/types';
import { discover, discoveryAddress, type Discovery } from '../discovery/discovery.ts';
import { fhirclientEnvironment } from './fhirclientEnvironment.ts';
import { answerDiscovery } from './fhirclientFetch.ts';
import * as discoveryTexts from '../discovery/discovery.messages.ts';
import { LaunchError } from '../errors/LaunchError.ts';
import { pendingSignInKey, type PendingSignIn } from './pendingSignIn.ts';
import { isHtmlLeftOut, redirectUriOf } from '../site/redirectUri.ts';
import { IDENTITY_SCOPES, scopesFor } from './scopesFor.ts';
import type { Site } from '../site/site.ts';
import { writeWindowItem, randomKey } from '../session/windowStorage.ts';

/** A launch asks to sign in at a site. */
export type LaunchRequest = {
  readonly site: Site;
  readonly iss: string;
  /** An EHR launch brings this value; a standalone launch has none. */
  readonly launch?: string | undefined;
  /** A frame waits for the session under this nonce; undefined unless this window signs in for one. */
  readonly transferNonce?: string | undefined;
};

/** This is the authorization request, ready to be sent. */
export type AuthorizationRequest = {
  /** The authorization endpoint may have a query of its own. */
  readonly endpoint: string;
  readonly parameters: URLSearchParams;
  /** Says whether to send a form (POST): the address would be too long, and the server takes forms. */
  readonly isForm: boolean;
};

/** A longer request goes as a form where the server takes forms (client-rules.md row 22). */
const MAX_URL_LENGTH = 2000;

/**
 * Prepares a sign-in, stores it, and returns the authorization request. With `launch` it is an EHR launch, without it a
 * standalone launch. Throws E03, E04 or E14.
 * https://hl7.org/fhir/smart-app-launch/STU2.2/app-launch.html#obtain-authorization-code
 */
export async function createAuthorizationRequest(launch: LaunchRequest): Promise<AuthorizationRequest> {
  const { site, iss } = launch;
  const discovery = await discover(site, iss);
  const kind = launch.launch === undefined ? 'standalone' : 'ehr';
  const scope = scopesFor(site, kind, discovery);
  const state = randomKey();
  const { raw, library } = await authorizeWithLibrary(launch, discovery, scope, state);
  const asksWho = IDENTITY_SCOPES.every((one) => scope.split(' ').includes(one));
  const nonce = asksWho ? randomKey() : undefined;
  const { isIssParameterSupported, endpoints, remembered } = discovery;
  writeWindowItem(pendingSignInKey(state), {
    siteId: site.id,
    kind,
    iss,
    isIssParameterSupported,
    endpoints,
    redirectUri: redirectUriOf(site),
    isHtmlLeftOut: isHtmlLeftOut(),
    scope,
    nonce,
    transferNonce: launch.transferNonce,
    remembered,
    startedAtMs: Date.now(),
    libraryState: library,
  } satisfies PendingSignIn);
  const endpoint = discovery.authorizationEndpoint;
  const parameters = parametersIn(raw);
  if (nonce !== undefined) parameters.set('nonce', nonce);
  const isLong = endpoint.length + parameters.toString().length > MAX_URL_LENGTH;
  return { endpoint, parameters, isForm: isLong && discovery.capabilities.includes('authorize-post') };
}

/** Lets fhirclient make the authorization URL. The library sees a URL of checked values alone. */
async function authorizeWithLibrary(
  { site, iss, launch }: LaunchRequest,
  discovery: Discovery,
  scope: string,
  state: string,
) {
  const redirectUri = redirectUriOf(site);
  const libraryUrl = new URL(redirectUri);
  libraryUrl.searchParams.set('iss', iss);
  if (launch !== undefined) libraryUrl.searchParams.set('launch', launch);
  let library: unknown = null;
  const store = {
    get: async () => null,
    set: async (_key: string, value: unknown) => (library = value),
    unset: async () => false,
  };
  answerDiscovery(discoveryAddress(iss), libraryDocument(discovery));
  const params: fhirclient.AuthorizeParams = {
    clientId: site.clientId,
    scope,
    redirectUri,
    stateKey: state,
    pkceMode: site.pkce === 'always' ? 'unsafeV1' : 'required',
    completeInTarget: true,
    noRedirect: true,
  };
  const raw = await authorize(fhirclientEnvironment(libraryUrl, store, security), params);
  if (typeof raw !== 'string' || raw.startsWith(redirectUri))
    throw new LaunchError('E03', { site, facts: { reason: discoveryTexts.noAuthorizationEndpoint } });
  return { raw, library: structuredClone(library) };
}

/**
 * Goes to the sign-in page. It replaces the history entry, so that Back does not return to a used launch (client-rules.md row 26).
 */
export function redirectToAuthorization({ endpoint, parameters, isForm }: AuthorizationRequest): void {
  if (!isForm) {
    const url = new URL(endpoint); // its own query is kept (RFC 6749 3.1)
    for (const [name, value] of parameters) url.searchParams.append(name, value);
    location.replace(url);
    return;
  }
  // SMART prefers POST for long requests: https://hl7.org/fhir/smart-app-launch/STU2.2/app-launch.html#request-4
  const form = document.createElement('form');
  form.method = 'post';
  form.action = endpoint;
  for (const [name, value] of parameters) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}

/** Returns the discovery document that fhirclient gets to see. */
const libraryDocument = ({ authorizationEndpoint, endpoints, pkceMethods }: Discovery): object => ({
  authorization_endpoint: authorizationEndpoint,
  token_endpoint: endpoints.token,
  code_challenge_methods_supported: pkceMethods,
});

/** fhirclient appends `?` even to an endpoint that has a query, so the parameters are found by the first of them. */
const parametersIn = (raw: string): URLSearchParams =>
  new URLSearchParams(raw.slice(raw.lastIndexOf('?response_type=') + 1));
