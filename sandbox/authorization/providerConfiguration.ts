import { randomBytes } from 'node:crypto';
import type { Configuration, JWK, KoaContextWithOIDC, Provider } from 'oidc-provider';
import { authorizeParameters, launchOfRequest } from './authorizeParameters.ts';
import {
  assertionRules,
  authenticationMethods,
  clientMetadata,
  SIGNING_ALGORITHMS,
  type ConfidentialClient,
} from './confidentialClient.ts';
import { grantTypeOf, rejectTokenRequest } from './faultyToken.ts';
import { createGrantOfLaunch, type GrantContexts } from './grants.ts';
import { oidcErrors } from './oidcLibrary.ts';
import { IDENTITY_SCOPES, isSmartScope, splitScopes } from './scopes.ts';
import { memoryStore } from './memoryStore.ts';
import { authorizationErrorPage } from '../portal/refusedPage.ts';
import type { BackendClients } from '../bulk/backendClients.ts';
import type { ActiveFaults } from '../faults/activeFaults.ts';
import type { Launch, LaunchRegistry } from '../launchRegistry.ts';
import type { Vendor } from '../vendors/vendor.ts';

/** Longview is registered under this id, and so is any page that a person tries in its place. */
export const SANDBOX_CLIENT_ID = 'longview-sandbox';

export const OAUTH_ROUTES = {
  authorization: '/auth/authorize',
  token: '/auth/token',
  jwks: '/auth/jwks',
  revocation: '/auth/revoke',
  introspection: '/auth/introspect',
} as const;

export type User = { readonly fhirUser: string; readonly name: string };

export type AuthorizationOptions = {
  readonly origin: string;
  readonly fhirBases: Readonly<Record<Vendor, string>>;
  readonly appOrigin: string;
  readonly launchRegistry: LaunchRegistry;
  readonly contexts: GrantContexts;
  readonly faults: ActiveFaults;
  readonly findUser: (launch: Launch) => User | undefined;
  readonly confidentialClients: readonly ConfidentialClient[];
  /** These ask for tokens of their own, without a person. */
  readonly backendClients: BackendClients;
};

type ConfigurationInput = AuthorizationOptions & {
  readonly jwk: JWK;
  readonly provider: () => Provider;
};

export function providerConfiguration(input: ConfigurationInput): Configuration {
  const { appOrigin, contexts, faults, findUser } = input;
  return {
    adapter: memoryStore((id) => input.backendClients.metadata(id)),
    ...clientsAndMethods(input),
    jwks: { keys: [input.jwk] },
    // `enableHttpPostMethods` demands 'none'. No cookie ever leaves the server: authorizationServer.ts
    // removes it.
    cookies: {
      keys: [randomBytes(24).toString('base64url')],
      long: { httpOnly: true, sameSite: 'none' },
    },
    routes: OAUTH_ROUTES,
    enableHttpPostMethods: true,
    responseTypes: ['code'],
    scopes: [...IDENTITY_SCOPES],
    claims: { openid: ['sub'], fhirUser: ['fhirUser'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    // SMART requires `redirect_uri` in both requests, also from a client that has registered one alone.
    allowOmittingSingleRegisteredRedirectUri: false,
    // A client with a secret is a server, and a server needs no CORS.
    clientBasedCORS: (_ctx, from, client) => from === appOrigin && client.clientAuthMethod === 'none',
    features: features(input),
    extraParams: authorizeParameters(input),
    loadExistingGrant: (ctx) => createGrantOfLaunch(ctx, input.provider(), contexts),
    interactions: { url: (_ctx, interaction) => `/auth/page/${interaction.uid}` },
    findAccount(ctx, accountId, token) {
      rejectTokenRequest(ctx, faults);
      const launch = contexts.get(token?.grantId ?? '')?.launch ?? launchOfRequest(ctx);
      const user = launch?.user === accountId ? findUser(launch) : undefined;
      return user && { accountId, claims: () => ({ sub: accountId, ...user }) };
    },
    issueRefreshToken: async (_ctx, client, source) =>
      client.grantTypeAllowed('refresh_token') &&
      (contexts.get(source.grantId ?? '')?.scopes ?? []).some((scope) =>
        /^(online|offline)_access$/.test(scope),
      ),
    // Otherwise every token would end with a browser session that is never kept.
    expiresWithSession: () => false,
    rotateRefreshToken: (ctx) => !faults.tokenFault(grantTypeOf(ctx))?.keepRefreshToken,
    ttl: lifetimesSeconds(contexts),
    renderError(ctx, out) {
      ctx.type = 'html';
      ctx.set('Content-Security-Policy', authorizationErrorPage.contentSecurityPolicy);
      ctx.body = authorizationErrorPage.body(ctx.req.headers, out.error, out.error_description ?? '');
    },
  };
}

/** Returns the page as a public client, and the clients that have a secret or a key. */
function clientsAndMethods({ appOrigin, confidentialClients, provider }: ConfigurationInput): Configuration {
  return {
    clients: [
      {
        client_id: SANDBOX_CLIENT_ID,
        client_name: 'Longview',
        token_endpoint_auth_method: 'none',
        redirect_uris: [`${appOrigin}/index.html`],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
      ...confidentialClients.map(clientMetadata),
    ],
    // The second is listed so that a secret is refused and not ignored.
    clientAuthMethods: [
      ...new Set([
        'none' as const,
        'client_secret_post' as const,
        'private_key_jwt' as const,
        ...authenticationMethods(confidentialClients),
      ]),
    ],
    enabledJWA: { clientAuthSigningAlgValues: [...SIGNING_ALGORITHMS] },
    assertJwtClientAuthClaimsAndHeader: assertionRules(provider),
  };
}

const lifetimesSeconds = (contexts: GrantContexts): NonNullable<Configuration['ttl']> => ({
  AccessToken: (_ctx, token) => contexts.get(token.grantId)?.launch.tokenLifeSeconds ?? 3600,
  AuthorizationCode: 60,
  IdToken: 3600,
  Interaction: 3600,
  Grant: 86_400,
  Session: 60,
  ClientCredentials: 300,
  RefreshToken: 86_400,
});

function features({ fhirBases }: ConfigurationInput): NonNullable<Configuration['features']> {
  return {
    devInteractions: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    dPoP: { enabled: false },
    userinfo: { enabled: false },
    clientCredentials: { enabled: true },
    revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
    introspection: {
      enabled: true,
      allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
    },
    // Each FHIR base is a resource server of its own, so that any clinical scope is possible; the library
    // silently drops scopes that are not in `scopes`.
    resourceIndicators: {
      enabled: true,
      useGrantedResource: () => true,
      defaultResource: (ctx, _client, oneOf) => oneOf ?? audienceOf(ctx, fhirBases),
      getResourceServerInfo(ctx, resource) {
        if (!Object.values(fhirBases).includes(resource)) throw new oidcErrors.InvalidTarget();
        return { scope: resourceScope(ctx, resource), audience: resource, accessTokenFormat: 'opaque' };
      },
    },
  };
}

/**
 * Returns the FHIR server that `aud` names. An `aud` that is not ours is refused later, in
 * authorizeParameters.ts.
 */
const audienceOf = (ctx: KoaContextWithOIDC, fhirBases: ConfigurationInput['fhirBases']): string =>
  Object.values(fhirBases).find((base) => base === ctx.oidc.params?.['aud']) ?? fhirBases.generic;

/**
 * Returns what the grant holds at the token endpoint, and what the app requests at the authorization
 * endpoint.
 */
function resourceScope(ctx: KoaContextWithOIDC, resource: string): string {
  const grantedScope = ctx.oidc.entities.Grant?.getResourceScope(resource);
  const scopes = splitScopes(
    grantedScope === undefined || grantedScope === '' ? ctx.oidc.params?.['scope'] : grantedScope,
  );
  // A server without a person gets `system/` scopes alone, and a person never gets any (scopes.ts).
  const isBackend = ctx.oidc.body?.['grant_type'] === 'client_credentials';
  const known = scopes.filter((scope) => isSmartScope(scope) && (!isBackend || scope.startsWith('system/')));
  if (isBackend && known.length === 0) throw new oidcErrors.InvalidScope('no scope system/… is known', '');
  return known.join(' ');
}
