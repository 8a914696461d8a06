// The handler stands before the sandbox's real authorization server, which knows the client as confidential.
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  adam,
  APP_ORIGIN,
  authorizeUrl,
  newLaunch,
  redirectTarget,
  REDIRECT_URI,
  VERIFIER,
} from '../testSandbox.ts';
import { CONFIDENTIAL_ID, startHandlerPair, type HandlerPair } from './testHandler.ts';

const LASTING_SCOPE = 'launch openid fhirUser online_access patient/*.rs';

let pair: HandlerPair;
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(pair.handler.origin + path, {
    method: 'POST',
    headers: { Origin: APP_ORIGIN, ...headers },
    body: new URLSearchParams(fields),
  });
const codeFields = (code: string) => ({
  grant_type: 'authorization_code',
  client_id: CONFIDENTIAL_ID,
  redirect_uri: REDIRECT_URI,
  code,
  code_verifier: VERIFIER,
});
const refreshFields = (token: string) => ({
  grant_type: 'refresh_token',
  client_id: CONFIDENTIAL_ID,
  refresh_token: token,
});

/** Returns the address that the page would open to sign in, at the handler. */
function handlerAuthorizeUrl(launch: string, changes: Record<string, string | undefined> = {}): string {
  const aud = pair.handler.fhirBase;
  const url = authorizeUrl(pair.sandbox, {
    client_id: CONFIDENTIAL_ID,
    scope: LASTING_SCOPE,
    aud,
    launch,
    ...changes,
  });
  return url.replace(`${pair.sandbox.origin}/auth/authorize`, `${pair.handler.origin}/authorize`);
}

async function obtainCodeThroughHandler(): Promise<URL> {
  const ehr = await redirectTarget(handlerAuthorizeUrl(await newLaunch(pair.sandbox)));
  return redirectTarget(ehr.href);
}

const codeOf = async (): Promise<string> => (await obtainCodeThroughHandler()).searchParams.get('code') ?? '';

/** Returns what the handler sent to the EHR's token and revocation endpoints meanwhile. */
function watchEhr(): { readonly sent: { url: string; headers: Headers; form: URLSearchParams }[] } {
  const sent: { url: string; headers: Headers; form: URLSearchParams }[] = [];
  const plain = globalThis.fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const url = typeof input === 'string' ? input : '';
    const body = typeof init?.body === 'string' ? init.body : '';
    if (url.startsWith(`${pair.sandbox.origin}/`))
      sent.push({ url, headers: new Headers(init?.headers), form: new URLSearchParams(body) });
    return plain(input, init);
  });
  return { sent };
}

type SentToEhr = ReturnType<typeof watchEhr>['sent'];

function expectSecret(sent: SentToEhr): void {
  const basic = atob((sent[0]?.headers.get('authorization') ?? '').replace('Basic ', ''));
  expect(basic).toBe('longview-confidential%3A1:not+%2B+a%2Fsecret%3Aof%3Dany%26hospital%25%7E-0123456789');
  expect(sent.map(({ form }) => form.has('client_assertion'))).toEqual([false, false]);
}

async function expectAssertions(alg: string, sent: SentToEhr): Promise<void> {
  const assertions = sent.map(({ form }) => form.get('client_assertion') ?? '');
  const claims = assertions.map((assertion) => decodeJwt(assertion));
  const aud = `${pair.sandbox.origin}/auth/token`;
  for (const [index, claim] of claims.entries()) {
    expect(claim).toMatchObject({ iss: CONFIDENTIAL_ID, sub: CONFIDENTIAL_ID, aud });
    expect((claim.exp ?? Infinity) - (claim.iat ?? 0)).toBeLessThanOrEqual(300);
    const header = decodeProtectedHeader(assertions[index] ?? '');
    expect(header).toEqual({ alg, kid: `key-${alg}`, typ: 'JWT' });
    expect(sent[index]?.headers.get('authorization')).toBeNull();
  }
  expect(new Set(claims.map(({ jti }) => jti)).size).toBe(2);
  // The library keeps each jti, so an assertion that somebody saw is worth nothing.
  const again = await fetch(aud, {
    method: 'POST',
    body: new URLSearchParams({
      ...refreshFields('any'),
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertions[0] ?? '',
    }),
  });
  expect(again.status).toBe(401);
}

afterEach(() => vi.restoreAllMocks());

describe.each(['client_secret_basic', 'ES384', 'RS384'] as const)('with %s', (kind) => {
  beforeAll(async () => {
    pair = await startHandlerPair(kind, { appOrigin: APP_ORIGIN, stories: [adam] });
  });
  afterAll(() => pair.close());

  test('a launch of the EHR goes on to the page with the handler as issuer', async () => {
    const { handler, sandbox } = pair;
    for (const iss of [sandbox.fhirBase, `${sandbox.fhirBase}/`]) {
      const query = new URLSearchParams({ iss, launch: 'abc&d' });
      const page = await redirectTarget(`${handler.origin}/launch?${query.toString()}`);
      expect(page.origin + page.pathname).toBe(`${APP_ORIGIN}/launch.html`);
      expect(Object.fromEntries(page.searchParams)).toEqual({ iss: handler.fhirBase, launch: 'abc&d' });
    }
  });

  test('PKCE, state and redirect URI reach the EHR as the page made them, and aud as the EHR knows it', async () => {
    const launch = await newLaunch(pair.sandbox);
    const page = new URL(handlerAuthorizeUrl(launch));
    const ehr = await redirectTarget(page.href);
    expect(ehr.origin + ehr.pathname).toBe(`${pair.sandbox.origin}/auth/authorize`);
    expect(Object.fromEntries(ehr.searchParams)).toEqual({
      ...Object.fromEntries(page.searchParams),
      aud: pair.sandbox.fhirBase,
    });
    const back = await redirectTarget(ehr.href);
    expect(back.origin + back.pathname).toBe(REDIRECT_URI);
    expect(back.searchParams.get('state')).toBe('the-state');
    expect(back.searchParams.get('iss')).toBe(pair.sandbox.origin);
  });

  test('the code becomes tokens, they are renewed, and the end revokes them', async () => {
    const response = await post('/token', codeFields(await codeOf()));
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe(APP_ORIGIN);
    expect(response.headers.get('cache-control')).toContain('no-store');
    const first = await response.json();
    expect(first).toMatchObject({ patient: 'adam', encounter: 'visit', scope: LASTING_SCOPE });

    const second = await (await post('/token', refreshFields(first.refresh_token))).json();
    expect(second.access_token).not.toBe(first.access_token);
    const read = (token: string) =>
      fetch(`${pair.handler.fhirBase}/Patient/adam`, {
        headers: { Origin: APP_ORIGIN, Authorization: `Bearer ${token}` },
      });
    expect((await read(second.access_token)).status).toBe(200);

    const fields = { client_id: CONFIDENTIAL_ID, token: second.refresh_token };
    const ended = await post('/revoke', fields);
    expect([ended.status, await ended.text()]).toEqual([200, '']);
    expect((await post('/token', refreshFields(second.refresh_token))).status).toBe(400);
    expect(pair.lines.join('\n')).not.toMatch(
      new RegExp([first.access_token, second.refresh_token, VERIFIER, 'adam', 'the-state'].join('|')),
    );
  });

  test('the EHR refuses the same code without the credential', async () => {
    const direct = (fields: Record<string, string>) =>
      fetch(`${pair.sandbox.origin}/auth/token`, { method: 'POST', body: new URLSearchParams(fields) });
    const code = await codeOf();
    const withoutCredential = await direct(codeFields(code));
    expect(withoutCredential.status).toBe(401);
    expect(await withoutCredential.json()).toMatchObject({ error: 'invalid_client' });
    const asThePage = await direct({ ...codeFields(code), client_id: 'longview-sandbox' });
    expect(await asThePage.json()).toMatchObject({ error: 'invalid_grant' });
    expect((await post('/token', codeFields(code))).status).toBe(200);
  });

  test('the EHR gets the parameters that the handler knows, no client_id, and one proof for each request', async () => {
    const code = await codeOf();
    const { sent } = watchEhr();
    const more = { client_secret: 'guess', client_assertion: 'x.y.z', resource: 'https://other.example' };
    const tokens = await (
      await post('/token', { ...codeFields(code), ...more }, { Authorization: 'Basic Z3Vlc3M6Z3Vlc3M=' })
    ).json();
    await post('/token', refreshFields(tokens.refresh_token));
    const fields = sent.map(({ form }) =>
      [...form.keys()].filter((name) => !name.startsWith('client_assertion')),
    );
    expect(fields).toEqual([
      ['grant_type', 'redirect_uri', 'code', 'code_verifier'],
      ['grant_type', 'refresh_token'],
    ]);
    if (kind === 'client_secret_basic') expectSecret(sent);
    else await expectAssertions(kind, sent);
  });

  test('a code that comes twice ends what the first exchange gave, as the EHR decides', async () => {
    const code = await codeOf();
    const tokens = await (await post('/token', codeFields(code))).json();
    const second = await post('/token', codeFields(code));
    expect([second.status, await second.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
    const read = await fetch(`${pair.handler.fhirBase}/Patient/adam`, {
      headers: { Authorization: `Bearer ${tokens.access_token}` },
    });
    expect(read.status).toBe(401);
    expect(read.headers.get('www-authenticate')).toContain('invalid_token');
  });

  test.each<[string, Record<string, string>, number, string]>([
    ['another client', { client_id: 'longview-sandbox' }, 401, 'invalid_client'],
    ['another page', { redirect_uri: 'https://other.example/' }, 400, 'invalid_grant'],
    ['no verifier', { code_verifier: '' }, 400, 'invalid_request'],
    ['another grant', { grant_type: 'client_credentials' }, 400, 'unsupported_grant_type'],
    ['a grant named like a method', { grant_type: 'constructor' }, 400, 'unsupported_grant_type'],
    ['a huge body', { code: 'x'.repeat(17_000) }, 413, 'invalid_request'],
  ])('refused without a request to the EHR: %s', async (_name, change, status, error) => {
    const { sent } = watchEhr();
    const response = await post('/token', { ...codeFields('a-code'), ...change });
    expect([response.status, await response.json()]).toMatchObject([status, { error }]);
    expect(sent).toEqual([]);
  });

  test('refused without a request to the EHR: another origin, no origin, a parameter twice, JSON, another name', async () => {
    const { sent } = watchEhr();
    const url = `${pair.handler.origin}/token`;
    const body = new URLSearchParams(codeFields('a-code'));
    for (const headers of [{ Origin: 'https://other.example' }, { Origin: 'null' }, {}]) {
      const response = await fetch(url, { method: 'POST', headers, body });
      expect(response.status).toBe(403);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    }
    const headers = { Origin: APP_ORIGIN };
    const twice = new URLSearchParams([...body, ['code', 'another']]);
    expect((await fetch(url, { method: 'POST', headers, body: twice })).status).toBe(400);
    const json = { ...headers, 'Content-Type': 'application/json' };
    expect((await fetch(url, { method: 'POST', headers: json, body: '{}' })).status).toBe(415);
    expect((await fetch(url, { headers })).status).toBe(405);
    expect((await fetch(`${pair.handler.origin}/auth/token`, { headers })).status).toBe(404);
    expect((await fetch(url.replace('127.0.0.1', 'localhost'), { headers })).status).toBe(421);
    expect(sent).toEqual([]);
  });

  test.each<[string, Record<string, string | undefined>]>([
    ['another client', { client_id: 'longview-sandbox' }],
    ['another page', { redirect_uri: 'https://other.example/' }],
    ['another FHIR server', { aud: 'https://other.example/fhir' }],
    ['no state', { state: undefined }],
    ['no PKCE', { code_challenge: undefined }],
    ['plain PKCE', { code_challenge_method: 'plain' }],
    ['another response', { response_type: 'token' }],
  ])('no redirect for a sign-in with %s', async (_name, change) => {
    const response = await fetch(handlerAuthorizeUrl('abc', change), { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
  });

  test('no redirect for a parameter twice, and for a launch from another server', async () => {
    const twice = `${handlerAuthorizeUrl('abc')}&redirect_uri=https://other.example/`;
    const foreign = `${pair.handler.origin}/launch?iss=https://other.example/fhir&launch=abc`;
    const below = `${pair.handler.origin}/launch?iss=${pair.sandbox.fhirBase}/more&launch=abc`;
    for (const url of [twice, foreign, below]) {
      const response = await fetch(url, { redirect: 'manual' });
      expect([response.status, response.headers.get('location')]).toEqual([400, null]);
    }
  });

  test('discovery names the handler for a public client, and the EHR as the issuer', async () => {
    const { handler, sandbox } = pair;
    const response = await fetch(`${handler.fhirBase}/.well-known/smart-configuration`, {
      headers: { Origin: APP_ORIGIN },
    });
    expect(response.headers.get('access-control-allow-origin')).toBe(APP_ORIGIN);
    const document = await response.json();
    expect(document).toMatchObject({
      issuer: sandbox.origin,
      authorization_endpoint: `${handler.origin}/authorize`,
      token_endpoint: `${handler.origin}/token`,
      revocation_endpoint: `${handler.origin}/revoke`,
      jwks_uri: `${handler.origin}/jwks`,
      token_endpoint_auth_methods_supported: ['none'],
      code_challenge_methods_supported: ['S256'],
    });
    expect(document).not.toHaveProperty('introspection_endpoint');
    expect(document).not.toHaveProperty('token_endpoint_auth_signing_alg_values_supported');
    expect(document.capabilities).toContain('client-public');
    expect(document.capabilities.join(' ')).not.toMatch(/confidential|authorize-post/);
    const own = await (await fetch(`${sandbox.fhirBase}/.well-known/smart-configuration`)).json();
    expect(own.capabilities.join(' ')).toMatch(/client-confidential-(a?)symmetric/);
    const keys = await (await fetch(`${handler.origin}/jwks`)).json();
    expect(keys).toEqual(await (await fetch(`${sandbox.origin}/auth/jwks`)).json());
  });
});
