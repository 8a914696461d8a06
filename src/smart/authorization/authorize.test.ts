import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  createAuthorizationRequest,
  redirectToAuthorization,
  type AuthorizationRequest,
} from './authorize.ts';
import type { PendingSignIn } from './pendingSignIn.ts';
import { isLaunchError } from '../errors/LaunchError.ts';
import { rememberDiscovery } from '../discovery/rememberedDiscovery.ts';
import type { Site } from '../site/site.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { enterWindow } from '../../testing/browserWindowFixture.ts';

const iss = 'https://fhir.general.example/r4';
const auth = 'https://auth.general.example';
const redirectUri = 'https://longview.example/app/index.html';
const ours = { iss, redirectUri, authOrigins: [auth] };
const settings = {
  authorization_endpoint: `${auth}/authorize?p=b2c_1`,
  token_endpoint: `${auth}/token`,
  code_challenge_methods_supported: ['S256'],
  capabilities: ['permission-v2'],
};

/** Prepares a request with settings that are remembered, so that no network is needed. */
async function asked(
  more: Partial<Site> = {},
  how: { launch?: string; iss?: string; document?: object } = {},
) {
  const site = siteOf({ ...ours, ...more });
  const issuer = how.iss ?? site.iss;
  rememberDiscovery(issuer, { document: { ...settings, ...how.document }, readAtMs: Date.now() });
  sessionStorage.clear();
  const request = await createAuthorizationRequest({ site, iss: issuer, launch: how.launch });
  const [key = ''] = Object.keys(sessionStorage);
  const pending = JSON.parse(sessionStorage.getItem(key) ?? '{}') as PendingSignIn;
  return { request, pending, key, sent: Object.fromEntries(request.parameters) };
}
const verifierOf = ({ libraryState }: PendingSignIn): string =>
  String(Reflect.get(Object(libraryState), 'codeVerifier'));
const words = ({ parameters }: AuthorizationRequest): string[] => parameters.get('scope')?.split(' ') ?? [];

beforeEach(() => {
  enterWindow();
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('no network in this test'));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const SITES: [string, Partial<Site>][] = [
  ['a plain site', {}],
  ['a site of v1 scopes', { scopes: 'v1' }],
  ['a site with its own list of scopes', { scopes: ['launch', 'launch/patient', 'patient/*.rs'] }],
  ['a site with identity', { identity: true }],
  ['a site that stays signed in', { refresh: 'offline' }],
  ['a site that does not announce PKCE', { pkce: 'always' }],
  ['a site of many resources', { resources: ['Encounter', 'Condition', 'MedicationRequest'] }],
  ['a site whose client id needs escaping', { clientId: 'a+b/c=&client_id=x d' }],
];

test.each(SITES.flatMap(([name, more]) => [[name, more, 'xyz'] as const, [name, more, undefined] as const]))(
  'Inferno A1–A10: %s %j, launch %s',
  async (_, more, launch) => {
    const withoutPkce = more.pkce === 'always' ? { code_challenge_methods_supported: [] } : {};
    const { request, pending, sent } = await asked(more, {
      ...(launch && { launch }),
      document: withoutPkce,
    });
    expect(sent).toMatchObject({
      response_type: 'code',
      client_id: more.clientId ?? 'longview-general',
      redirect_uri: redirectUri,
      aud: iss,
      code_challenge_method: 'S256',
      code_challenge: createHash('sha256').update(verifierOf(pending)).digest('base64url'),
    });
    expect(sent['launch']).toBe(launch);
    expect(sent['state']).toMatch(/^[\w-]{43}$/);
    const scopes = words(request);
    expect(scopes.includes('launch')).toBe(launch !== undefined);
    expect(scopes.includes('launch/patient')).toBe(launch === undefined);
    expect(new Set(scopes).size).toBe(scopes.length);
    // A server could read a second parameter of one name in place of the first.
    expect([...request.parameters.keys()].toSorted()).toEqual(Object.keys(sent).toSorted());
    expect(sent).not.toHaveProperty('client_secret');
    expect('nonce' in sent).toBe(more.identity === true);
    expect(pending.nonce).toBe(sent['nonce']);
  },
);

test('row 20: aud is the issuer as the EHR wrote it', async () => {
  for (const issuer of [iss, `${iss}/`, 'https://FHIR.General.example/r4'])
    expect((await asked({}, { iss: issuer, launch: 'x' })).sent['aud']).toBe(issuer);
});

test.each([['a+b/c=&d%20e'], ['ü ✓'], ['?response_type=token'], ['..'], ['x'.repeat(500)]])(
  'row 16: the launch value %s comes back byte for byte',
  async (launch) => {
    expect((await asked({}, { launch })).sent['launch']).toBe(launch);
  },
);

test('row 4: what the EHR adds to the address changes neither client, patient nor redirect URI', async () => {
  vi.stubGlobal(
    'location',
    new URL(
      `https://longview.example/launch.html?clientId=EVIL&patientId=p9&fhirServiceUrl=https://evil.example`,
    ),
  );
  const { sent } = await asked({ redirectUri: '' }, { launch: 'x' });
  expect(sent).toMatchObject({
    client_id: 'longview-general',
    aud: iss,
    redirect_uri: 'https://longview.example/index.html',
  });
  expect(JSON.stringify(sent)).not.toContain('EVIL');
});

test('row 19: state and verifier are different each time', async () => {
  const seen = new Set<string>();
  for (let turn = 0; turn < 20; turn += 1) {
    const { sent, pending, key } = await asked();
    expect(key).toBe(`longview.pending.${sent['state']}`);
    expect(verifierOf(pending)).toMatch(/^[\w.~-]{43,128}$/);
    seen.add(String(sent['state'])).add(verifierOf(pending));
  }
  expect(seen.size).toBe(40);
});

test('row 24: openid without identity asks for no nonce', async () => {
  const { sent } = await asked({ scopes: ['openid', 'patient/*.rs'] });
  expect(sent).not.toHaveProperty('nonce');
});

test('row 39: what waits for the answer holds no token, and no secret but the verifier', async () => {
  const { pending } = await asked({ identity: true });
  expect(pending).toMatchObject({
    siteId: 'general',
    kind: 'standalone',
    iss,
    isIssParameterSupported: false,
  });
  expect(JSON.stringify(pending)).not.toMatch(/secret|access_token/i);
});

test('row 22: a long request goes by form where the server takes forms, and by address where it does not', async () => {
  const resources = Array.from(
    { length: 120 },
    (_, index) => `Resource${String.fromCharCode(65 + (index % 26))}${'x'.repeat(index % 7)}`,
  );
  const takesForms = { capabilities: ['permission-v2', 'authorize-post'] };
  expect((await asked({ resources }, { document: takesForms })).request.isForm).toBe(true);
  expect((await asked({ resources })).request.isForm).toBe(false);
  expect((await asked({}, { document: takesForms })).request.isForm).toBe(false);
});

test('rows 8 and 26: by address, the query of the endpoint stays and no history entry is left', () => {
  const replace = vi.fn<(to: URL) => void>();
  vi.stubGlobal('location', { replace });
  redirectToAuthorization({
    endpoint: `${auth}/authorize?p=b2c_1`,
    parameters: new URLSearchParams({ scope: 'launch patient/Patient.r', state: 's&t' }),
    isForm: false,
  });
  const to = new URL(String(replace.mock.calls[0]?.[0]));
  expect(`${to.origin}${to.pathname}`).toBe(`${auth}/authorize`);
  expect(Object.fromEntries(to.searchParams)).toEqual({
    p: 'b2c_1',
    scope: 'launch patient/Patient.r',
    state: 's&t',
  });
});

test('row 22: the form goes to the endpoint with its query, and holds the parameters as hidden fields', () => {
  const { HTMLFormElement } = globalThis.window;
  const submit = vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(() => {});
  const parameters = new URLSearchParams({ state: 's', launch: 'a"b<c>&d', scope: 'x y' });
  redirectToAuthorization({ endpoint: `${auth}/authorize?p=b2c_1`, parameters, isForm: true });
  expect(submit).toHaveBeenCalledTimes(1);
  const form = document.querySelector('form')!;
  expect(form.method).toBe('post');
  expect(form.action).toBe(`${auth}/authorize?p=b2c_1`);
  const fields = [...form.querySelectorAll('input')];
  expect(fields.every(({ type }) => type === 'hidden')).toBe(true);
  expect(Object.fromEntries(fields.map(({ name, value }) => [name, value]))).toEqual(
    Object.fromEntries(parameters),
  );
});

test('row 69: blocked storage stops the sign-in before it begins (E14)', async () => {
  const site = siteOf(ours);
  rememberDiscovery(iss, { document: settings, readAtMs: Date.now() });
  vi.stubGlobal('sessionStorage', undefined);
  const error: unknown = await createAuthorizationRequest({ site, iss }).catch((reason: unknown) => reason);
  expect(isLaunchError(error) && error.code).toBe('E14');
});
