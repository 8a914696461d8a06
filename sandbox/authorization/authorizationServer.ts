// This is the authorization server: the library `oidc-provider` with SMART's rules set around it.
//
// An EHR launch is already consented to and needs one redirect and no page. A standalone request meets the
// consent page, whose decision becomes a one-time launch that is sent through `authorize` again. So there is
// one way to a code, and it needs no cookie, which a cross-site frame would not send back anyway. The issuer
// is the origin, and the endpoints are under /auth/.
import { generateKeyPair, type KeyObject } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import type { JWK, KoaContextWithOIDC, Provider as OidcProvider } from 'oidc-provider';
import { OAUTH_ROUTES, providerConfiguration, type AuthorizationOptions } from './providerConfiguration.ts';
import type { GrantContext, GrantContexts } from './grants.ts';
import { faultyEndpoints } from './faultyEndpoints.ts';
import { grantTypeOf, addOddSuffixes } from './faultyToken.ts';
import { Provider } from './oidcLibrary.ts';
import { scopeCovers, grantedScopes, IDENTITY_SCOPES, isHubScope, splitScopes } from './scopes.ts';
import type { Launch } from '../launchRegistry.ts';
import type { BackendAccess, BackendClients } from '../bulk/backendClients.ts';
import { cacheHeaders } from '../cacheHeaders.ts';
import type { LoggedRequest, RequestLog } from '../requestLog.ts';

const OPENID_CONFIGURATION = '/.well-known/openid-configuration';

export type TokenAccess = {
  /** This is the id of who signed in: a patient, a proxy or the clinician. */
  readonly user: string;
  readonly scopes: readonly string[];
  readonly patient: string | undefined;
  /** The token is valid at this FHIR server only. */
  readonly fhirBase: string;
};

export type ConsentRequest = { readonly clientId: string; readonly requestedScopes: readonly string[] };

export type AuthorizationServer = {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  readonly findAccess: (authorizationHeader: string | undefined) => Promise<TokenAccess | undefined>;
  /** Returns who a token of a backend client belongs to; undefined for any other token. */
  readonly findBackend: (authorizationHeader: string | undefined) => Promise<BackendAccess | undefined>;
  readonly consentRequest: (uid: string) => Promise<ConsentRequest | undefined>;
  /** Ends a consent page and returns the address that carries the decision on. */
  readonly completeConsent: (uid: string, decision: Launch) => Promise<string | undefined>;
};

export async function createAuthorizationServer(
  options: Omit<AuthorizationOptions, 'contexts'> & { readonly log: RequestLog },
): Promise<AuthorizationServer> {
  const { privateKey, jwk } = await signingKey();
  const { faults, log } = options;
  const contexts: GrantContexts = new Map();
  const provider: OidcProvider = new Provider(
    options.origin,
    providerConfiguration({ ...options, contexts, jwk, provider: () => provider }),
  );
  addOddSuffixes(provider, faults);
  provider.use(async (ctx: KoaContextWithOIDC, next: () => Promise<void>) => {
    const time = new Date().toISOString();
    await next();
    if (ctx.method !== 'OPTIONS') log.add({ ...logEntryOf(ctx), time });
    rememberBackend(ctx, options.backendClients);
    // A person's way to the sign-in is no request of the app, and its redirects hold the code.
    const isPage = ctx.path === OAUTH_ROUTES.authorization;
    const headers = isPage ? undefined : cacheHeaders(faults.current.cache, JSON.stringify(ctx.body) ?? '');
    if (headers === undefined || ctx.res.headersSent) return;
    for (const name of ['Cache-Control', 'Pragma', 'Expires']) ctx.remove(name);
    ctx.set({ ...headers });
  });
  provider.use(faultyEndpoints({ ...options, signingKey: privateKey }));
  provider.use(async (ctx: KoaContextWithOIDC, next: () => Promise<void>) => {
    await next();
    ctx.remove('Set-Cookie');
    refuseOtherMethods(ctx);
    // RFC 6749, section 5.1, asks for both headers, for caches of HTTP/1.0 too.
    if (ctx.path === OAUTH_ROUTES.token) ctx.set('Pragma', 'no-cache');
    completeTokenResponse(ctx, contexts);
    completeIntrospection(ctx, contexts, options.findUser);
  });
  return {
    handle: provider.callback(),
    findAccess: (header) => accessOfHeader(provider, contexts, header),
    async findBackend(header) {
      const value = /^Bearer (\S+)$/i.exec(header ?? '')?.[1];
      const token = value === undefined ? undefined : await provider.ClientCredentials.find(value);
      return token?.clientId === undefined
        ? undefined
        : { clientId: token.clientId, scopes: splitScopes(token.scope) };
    },
    async consentRequest(uid) {
      const interaction = await provider.Interaction.find(uid);
      return (
        interaction && {
          clientId: String(interaction.params['client_id']),
          requestedScopes: grantedScopes(splitScopes(interaction.params['requested_scope']), undefined),
        }
      );
    },
    async completeConsent(uid, decision) {
      const interaction = await provider.Interaction.find(uid);
      if (!interaction) return undefined;
      await interaction.destroy();
      const query = originalRequest(interaction.params);
      query.set('launch', options.launchRegistry.add(decision));
      return `${provider.pathFor('authorization')}?${query.toString()}`;
    },
  };
}

/**
 * Returns the authorize request as the app sent it. It leaves `prompt` out, because `prompt=login` would ask
 * again for ever.
 */
function originalRequest({
  requested_scope: scope,
  prompt: _prompt,
  ...params
}: Record<string, unknown>): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...params, scope })) {
    if (typeof value === 'string' || typeof value === 'number') query.set(name, String(value));
  }
  return query;
}

/** Returns whether the authorization server answers at this path. */
export const isProviderPath = (path: string): boolean =>
  path === OPENID_CONFIGURATION || (path.startsWith('/auth/') && !path.startsWith('/auth/page/'));

type SigningKey = { readonly privateKey: KeyObject; readonly jwk: JWK };

let keyPromise: Promise<SigningKey> | undefined;

/**
 * The key is made once per process, because it is the slow part of a start and tests start many sandboxes.
 */
function signingKey(): Promise<SigningKey> {
  keyPromise ??= promisify(generateKeyPair)('rsa', { modulusLength: 2048 }).then(({ privateKey }) => ({
    privateKey,
    jwk: { ...(privateKey.export({ format: 'jwk' }) as JWK), use: 'sig', alg: 'RS256' },
  }));
  return keyPromise;
}

/** Tests look at every part of a backend client's request. Its assertion is used up and opens nothing. */
function rememberBackend(ctx: KoaContextWithOIDC, clients: BackendClients): void {
  const form = ctx.oidc?.body;
  if (ctx.oidc?.route !== 'token' || form?.['client_assertion'] === undefined) return;
  clients.rememberTokenRequest({
    form: Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)])),
    authorization: ctx.get('authorization') !== '',
    status: ctx.status,
  });
}

/** The library says "not found" of an address that it has, where the method is another one. */
const METHODS: ReadonlyMap<string, string> = new Map([
  [OAUTH_ROUTES.authorization, 'GET, HEAD, POST'],
  [OAUTH_ROUTES.jwks, 'GET, HEAD'],
  [OPENID_CONFIGURATION, 'GET, HEAD'],
  [OAUTH_ROUTES.token, 'POST'],
  [OAUTH_ROUTES.revocation, 'POST'],
  [OAUTH_ROUTES.introspection, 'POST'],
]);

/** https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6 */
function refuseOtherMethods(ctx: KoaContextWithOIDC): void {
  const allowed = METHODS.get(ctx.path);
  if (ctx.status !== 404 || allowed === undefined || allowed.includes(ctx.method)) return;
  ctx.status = 405;
  ctx.set('Allow', allowed);
  ctx.body = { error: 'invalid_request', error_description: `This address answers ${allowed}.` };
}

/** Leaves out the query and the body, which hold codes and tokens. */
function logEntryOf(ctx: KoaContextWithOIDC): Omit<LoggedRequest, 'time'> {
  const { method, path } = ctx;
  const grantType = grantTypeOf(ctx);
  // A fault may have cut the connection; then nothing was answered.
  const status = ctx.respond === false ? 0 : ctx.status;
  return { method, path, status, count: 0, ...(typeof grantType === 'string' && { grantType }) };
}

/** Adds SMART's launch context and the full scope, because the library lists neither. */
function completeTokenResponse(ctx: KoaContextWithOIDC, contexts: GrantContexts): void {
  if (ctx.oidc?.route !== 'token' || ctx.status !== 200) return;
  const context = contexts.get(ctx.oidc.entities.Grant?.jti ?? '');
  if (!context) return;
  const requestedScopes = splitScopes(ctx.oidc.params?.['scope']);
  const scopes = requestedScopes.length > 0 ? scopesWithin(context.scopes, requestedScopes) : context.scopes;
  ctx.body = { ...Object(ctx.body), scope: scopes.join(' '), ...launchContext(context) };
}

/** Adds what was said with the token: https://hl7.org/fhir/smart-app-launch/STU2.2/token-introspection.html */
function completeIntrospection(
  ctx: KoaContextWithOIDC,
  contexts: GrantContexts,
  findUser: AuthorizationOptions['findUser'],
): void {
  const body: Record<string, unknown> = Object(ctx.body);
  const context = contexts.get(ctx.oidc?.entities.Grant?.jti ?? '');
  if (ctx.oidc?.route !== 'introspection' || body['active'] !== true || !context) return;
  const scopes = scopesOfToken(context, body['scope']);
  ctx.body = {
    ...body,
    scope: scopes.join(' '),
    ...launchContext(context),
    ...(scopes.includes('openid') &&
      scopes.includes('fhirUser') && { fhirUser: findUser(context.launch)?.fhirUser }),
  };
}

function launchContext({ launch, hasPatientScope, scopes }: GrantContext): object {
  const { banner, intent, tenant, fhirContext, styleUrl, appContext, hub } = launch;
  const { patient, encounter } = hasPatientScope ? launch : {};
  const isHubGranted = scopes.some(isHubScope);
  // JSON leaves out what is undefined.
  return {
    patient,
    encounter,
    need_patient_banner: banner === 'absent' ? undefined : banner,
    intent,
    tenant,
    fhirContext,
    smart_style_url: styleUrl,
    appContext,
    'hub.url': isHubGranted ? hub?.url : undefined,
    'hub.topic': isHubGranted ? hub?.topic : undefined,
  };
}

const scopesWithin = (granted: readonly string[], requestedScopes: readonly string[]): readonly string[] =>
  granted.filter((scope) => requestedScopes.some((wide) => scopeCovers(wide, scope)));

/** A token names the scopes of the FHIR server only; the identity scopes were granted beside them. */
const scopesOfToken = ({ scopes }: GrantContext, named: unknown): readonly string[] => {
  const within = scopesWithin(scopes, splitScopes(named));
  return scopes.filter((scope) => IDENTITY_SCOPES.includes(scope) || within.includes(scope));
};

async function accessOfHeader(
  provider: OidcProvider,
  contexts: GrantContexts,
  header: string | undefined,
): Promise<TokenAccess | undefined> {
  const value = /^Bearer (\S+)$/i.exec(header ?? '')?.[1];
  const token = value === undefined ? undefined : await provider.AccessToken.find(value);
  const context = token && contexts.get(token.grantId);
  if (!token || !context) return undefined;
  const { user, patient, fhirBase } = context.launch;
  return { user, scopes: scopesOfToken(context, token.scope), patient, fhirBase };
}
