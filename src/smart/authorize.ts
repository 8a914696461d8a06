import { authorize } from 'fhirclient/lib/smart';
import type { fhirclient } from 'fhirclient/lib/types';
import { discover, discoveryAddress, type Discovery } from './discovery.ts';
import { environment } from './environment.ts';
import { answerDiscovery } from './handshakeFetch.ts';
import { LaunchError } from './LaunchError.ts';
import { scopesFor, type LaunchKind } from './scopes.ts';
import type { Site } from './site.ts';
import { textOf } from './untrusted.ts';
import { keep, randomKey } from './windowRecord.ts';

/** The sign-in under way, kept under its `state` until the answer comes; used once. */
export type PendingSignIn = {
  readonly siteId: string;
  readonly kind: LaunchKind;
  readonly iss: string;
  readonly issuer: string;
  readonly announcesIss: boolean;
  readonly tokenEndpoint: string;
  readonly scope: string;
  /** What fhirclient wants to find again: endpoints, redirect URI, verifier. */
  readonly library: unknown;
};

export const isPendingSignIn = (value: unknown): value is PendingSignIn =>
  ['siteId', 'kind', 'iss', 'tokenEndpoint'].every((name) => textOf(value, name) !== '');

export const pendingKey = (state: string): string => `pending.${state}`;

export type Launch = { readonly site: Site; readonly iss: string; readonly launch?: string };

/**
 * Prepares a sign-in and gives the address to go to. EHR launch with `launch`, standalone without. Throws E03, E04, E14.
 * https://hl7.org/fhir/smart-app-launch/STU2.2/app-launch.html#obtain-authorization-code
 */
export async function authorizationAddress({ site, iss, launch }: Launch): Promise<URL> {
  const discovery = await discover(site, iss);
  const kind = launch === undefined ? 'standalone' : 'ehr';
  const scope = scopesFor(site, kind, discovery);
  const state = randomKey();
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
  const raw = await authorize(environment(seen, store), params);
  if (typeof raw !== 'string' || raw.startsWith(redirectUri))
    throw new LaunchError('E03', site.label, { reason: 'no authorization endpoint' });

  const { issuer, announcesIss, tokenEndpoint } = discovery;
  keep(pendingKey(state), {
    siteId: site.id,
    kind,
    iss,
    issuer,
    announcesIss,
    tokenEndpoint,
    scope,
    library: structuredClone(library),
  } satisfies PendingSignIn);
  return withOwnQuery(discovery.authorizationEndpoint, raw);
}

/** The redirect URI as registered, byte for byte; never made from a query that the EHR added. RFC 6749 3.1.2.3. */
export const redirectUriOf = (site: Site): string =>
  site.redirectUri === ''
    ? new URL('index.html', `${location.origin}${location.pathname}`).href
    : site.redirectUri;

const libraryDocument = ({ authorizationEndpoint, tokenEndpoint, pkceMethods }: Discovery): object => ({
  authorization_endpoint: authorizationEndpoint,
  token_endpoint: tokenEndpoint,
  code_challenge_methods_supported: pkceMethods,
});

/** The library appends `?…` even to an endpoint that has a query of its own; RFC 6749 3.1 wants that kept. */
function withOwnQuery(endpoint: string, raw: string): URL {
  const to = new URL(endpoint);
  for (const [name, value] of new URLSearchParams(raw.slice(raw.lastIndexOf('?response_type=') + 1)))
    to.searchParams.append(name, value);
  return to;
}
