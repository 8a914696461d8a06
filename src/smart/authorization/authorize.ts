import { authorize } from 'fhirclient/lib/smart';
import type { fhirclient } from 'fhirclient/lib/types';
import { discover, discoveryAddress, type Discovery } from '../discovery/discovery.ts';
import { fhirclientEnvironment } from './fhirclientEnvironment.ts';
import { answerDiscovery } from './fhirclientFetch.ts';
import { LaunchError } from '../errors/LaunchError.ts';
import type { PendingSignIn } from './pendingSignIn.ts';
import { redirectUriOf } from '../site/redirectUri.ts';
import { scopesFor } from './scopes.ts';
import type { Site } from '../site/site.ts';
import { writeWindowRecord, randomKey } from '../session/windowRecord.ts';

/** The key under which the sign-in of this `state` waits for its answer. */
export const pendingSignInKey = (state: string): string => `pending.${state}`;

export type LaunchRequest = {
  readonly site: Site;
  readonly iss: string;
  readonly launch?: string | undefined;
  /** Set in a window that signs in for a frame: the nonce under which the frame waits for the session. */
  readonly transferNonce?: string | undefined;
};

/** Where to go and with what: by form where the address would be long and the server takes forms. */
export type AuthorizationRequest = {
  /** May carry a query of its own. */
  readonly endpoint: string;
  readonly parameters: URLSearchParams;
  readonly isForm: boolean;
};

const LONGEST_ADDRESS = 2000;

/**
 * Prepares a sign-in and gives the address to go to. EHR launch with `launch`, standalone without. Throws E03, E04, E14.
 * https://hl7.org/fhir/smart-app-launch/STU2.2/app-launch.html#obtain-authorization-code
 */
export async function createAuthorizationRequest(launch: LaunchRequest): Promise<AuthorizationRequest> {
  const { site, iss } = launch;
  const discovery = await discover(site, iss);
  const kind = launch.launch === undefined ? 'standalone' : 'ehr';
  const scope = scopesFor(site, kind, discovery);
  const state = randomKey();
  const { raw, library } = await prepared(launch, discovery, scope, state);
  const nonce = scope.split(' ').includes('openid') && site.identity ? randomKey() : undefined;
  const { isIssParameterSupported, endpoints, remembered } = discovery;
  writeWindowRecord(pendingSignInKey(state), {
    siteId: site.id,
    kind,
    iss,
    isIssParameterSupported,
    endpoints,
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
  const isLong = endpoint.length + parameters.toString().length > LONGEST_ADDRESS;
  return { endpoint, parameters, isForm: isLong && discovery.capabilities.includes('authorize-post') };
}

async function prepared(
  { site, iss, launch }: LaunchRequest,
  discovery: Discovery,
  scope: string,
  state: string,
) {
  const redirectUri = redirectUriOf(site);
  const seen = new URL(redirectUri);
  seen.searchParams.set('iss', iss);
  if (launch !== undefined) seen.searchParams.set('launch', launch);
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
  const raw = await authorize(fhirclientEnvironment(seen, store), params);
  if (typeof raw !== 'string' || raw.startsWith(redirectUri))
    throw new LaunchError('E03', { site, facts: { reason: 'no authorization endpoint' } });
  return { raw, library: structuredClone(library) };
}

/** Leaves for the sign-in page. `replace`: Back from there must not land on a launch that is used up. */
export function redirectToAuthorization({ endpoint, parameters, isForm }: AuthorizationRequest): void {
  if (!isForm) {
    const to = new URL(endpoint); // RFC 6749 3.1: a query of its own is kept
    for (const [name, value] of parameters) to.searchParams.append(name, value);
    location.replace(to);
    return;
  }
  // https://hl7.org/fhir/smart-app-launch/STU2.2/app-launch.html#request-4: POST where a request is long
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

const libraryDocument = ({ authorizationEndpoint, endpoints, pkceMethods }: Discovery): object => ({
  authorization_endpoint: authorizationEndpoint,
  token_endpoint: endpoints.token,
  code_challenge_methods_supported: pkceMethods,
});

/** The library appends `?…` even to an endpoint that has a query of its own. */
const parametersIn = (raw: string): URLSearchParams =>
  new URLSearchParams(raw.slice(raw.lastIndexOf('?response_type=') + 1));
