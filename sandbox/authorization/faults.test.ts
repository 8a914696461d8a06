import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TokenFault } from '../faults/faults.ts';
import {
  APP_ORIGIN,
  authorizeUrl,
  obtainCode,
  exchangeCode,
  fhirGet,
  newLaunch,
  redirectTarget,
  REDIRECT_URI,
  refreshTokens,
  revokeToken,
  setFaults,
  startTestSandbox,
  obtainToken,
} from '../testSandbox.ts';
import type { Sandbox } from '../server.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => setFaults(sandbox));
afterAll(() => sandbox.close());

const LASTING = { scope: 'launch openid fhirUser offline_access patient/*.rs', nonce: 'the-nonce' };

async function askedBack(change: Record<string, string | undefined> = {}): Promise<URLSearchParams> {
  const launch = await newLaunch(sandbox);
  const back = await redirectTarget(authorizeUrl(sandbox, { launch, ...change }));
  expect(back.origin + back.pathname).toBe(REDIRECT_URI);
  return back.searchParams;
}

const elapsedMs = async (request: () => Promise<unknown>): Promise<number> => {
  const startMs = performance.now();
  await request();
  return performance.now() - startMs;
};

describe('an authorization request', () => {
  test.each([
    'access_denied',
    'invalid_scope',
    'unauthorized_client',
    'invalid_request',
    'unsupported_response_type',
    'server_error',
    'temporarily_unavailable',
    'login_required',
    'interaction_required',
    'something_of_our_own',
  ])('comes back with the error %s, its state and its issuer', async (error) => {
    await setFaults(sandbox, {
      authorize: { error, description: 'A reason & more', errorUri: 'https://e.example/1' },
    });
    for (const change of [{}, { launch: undefined, scope: 'launch/patient patient/*.rs' }]) {
      expect(Object.fromEntries(await askedBack(change))).toEqual({
        error,
        error_description: 'A reason & more',
        error_uri: 'https://e.example/1',
        state: 'the-state',
        iss: sandbox.origin,
      });
    }
  });

  test.each([
    [{ state: 'wrong' }, { state: 'another-state' }],
    [{ state: 'missing' }, { state: undefined }],
    [{ iss: 'foreign' }, { iss: 'https://other.example' }],
    [{ iss: 'missing' }, { iss: undefined }],
  ] as const)('comes back with %j, with a code and with an error', async (authorize, expected) => {
    const whole = { state: 'the-state', iss: sandbox.origin, ...expected };
    await setFaults(sandbox, { authorize });
    const { code, ...answer } = Object.fromEntries(await askedBack());
    expect(code).toBeDefined();
    expect({ state: undefined, iss: undefined, ...answer }).toEqual(whole);
    await setFaults(sandbox, { authorize: { ...authorize, error: 'access_denied' } });
    const { error, ...refusal } = Object.fromEntries(await askedBack());
    expect(error).toBe('access_denied');
    expect({ state: undefined, iss: undefined, ...refusal }).toEqual(whole);
  });

  test('is still refused for what is wrong in it', async () => {
    await setFaults(sandbox, { authorize: { error: 'access_denied' } });
    expect((await askedBack({ code_challenge: undefined })).get('error')).toBe('invalid_request');
    const foreign = await fetch(authorizeUrl(sandbox, { redirect_uri: 'http://evil.example/' }));
    expect(foreign.status).toBe(400);
  });

  test('gets a page with a status, and late', async () => {
    await setFaults(sandbox, { authorize: { status: 503, slowMs: 200 } });
    const url = authorizeUrl(sandbox, { launch: await newLaunch(sandbox) });
    const request = async (): Promise<void> => {
      const response = await fetch(url, { redirect: 'manual' });
      expect(response.status).toBe(503);
      expect(response.headers.get('content-type')).toContain('text/html');
    };
    expect(await elapsedMs(request)).toBeGreaterThan(190);
  });

  test('gets a code that has to be encoded, which is good for a token', async () => {
    await setFaults(sandbox, { authorize: { oddCode: true } });
    const code = await obtainCode(sandbox);
    expect(code).toMatch(/\+\/=&%$/);
    expect((await exchangeCode(sandbox, code)).status).toBe(200);
  });

  test('meets pages that refuse frames, also at an EHR launch', async () => {
    await setFaults(sandbox, { authorize: { refuseFrames: true } });
    const launch = await newLaunch(sandbox);
    const url = new URL(authorizeUrl(sandbox, { launch }));
    const consent = await redirectTarget(authorizeUrl(sandbox, { scope: 'launch/patient patient/*.rs' }));
    for (const page of [url.href, consent.href, `${sandbox.origin}/auth/nothing`]) {
      const response = await fetch(page, { redirect: 'manual' });
      expect(response.headers.get('location')).toBeNull();
      expect(response.headers.get('x-frame-options')).toBe('DENY');
      expect(response.headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'$/);
    }
    const text = await (await fetch(url)).text();
    expect(text).toContain('<form method="post" action="/auth/authorize">');
    expect(text).toContain(`name="launch" value="${launch}"`);
    const back = await redirectTarget(url.origin + url.pathname, { method: 'POST', body: url.searchParams });
    expect(back.searchParams.get('code')).not.toBeNull();
  });
});

describe('the token answer', () => {
  test('has fields set and fields left out', async () => {
    const set = { expires_in: '570', token_type: 'bearer', need_patient_banner: 'false', patient: 'p2' };
    await setFaults(sandbox, { token: { set, without: ['scope', 'encounter'] } });
    const answer = await obtainToken(sandbox);
    expect(answer).toMatchObject(set);
    expect(answer).not.toHaveProperty('scope');
    expect(answer).not.toHaveProperty('encounter');
    expect((await fhirGet(`${sandbox.fhirBase}/Patient/adam`, answer.access_token)).status).toBe(200);
  });

  test('has an opaque token with two dots, which is good and can be revoked', async () => {
    await setFaults(sandbox, { token: { oddToken: true } });
    const { access_token: token } = await obtainToken(sandbox);
    expect(token.split('.')).toHaveLength(3);
    const read = (): Promise<Response> => fhirGet(`${sandbox.fhirBase}/Patient/adam`, token);
    expect((await read()).status).toBe(200);
    expect((await revokeToken(sandbox, token)).status).toBe(200);
    expect((await read()).status).toBe(401);
  });

  test.each([
    [
      { error: 'invalid_grant', description: 'No longer.' },
      400,
      { error: 'invalid_grant', error_description: 'No longer.' },
    ],
    [{ error: 'invalid_client' }, 401, { error: 'invalid_client' }],
    [{ error: 'of_our_own' }, 400, { error: 'of_our_own' }],
  ])('is the error %j', async (token, status, body) => {
    await setFaults(sandbox, { token });
    const response = await exchangeCode(sandbox, await obtainCode(sandbox));
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual(body);
    expect(response.headers.get('access-control-allow-origin')).toBe(APP_ORIGIN);
  });

  test.each([
    [{ status: 503 }, 503],
    [{ html: true }, 200],
    [{ html: true, status: 502 }, 502],
  ])('is a page with %j', async (token, status) => {
    await setFaults(sandbox, { token });
    const response = await exchangeCode(sandbox, await obtainCode(sandbox));
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('<h1>Out of order</h1>');
    expect(response.headers.get('access-control-allow-origin')).toBe(APP_ORIGIN);
  });

  test('cannot be read by the app, comes late, or never', async () => {
    await setFaults(sandbox, { token: { noCors: true, slowMs: 200 } });
    const code = await obtainCode(sandbox);
    const request = async (): Promise<void> => {
      const response = await exchangeCode(sandbox, code);
      expect(response.status).toBe(200);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    };
    expect(await elapsedMs(request)).toBeGreaterThan(190);
    await setFaults(sandbox, { token: { drop: true } });
    const lost = await obtainCode(sandbox);
    await expect(exchangeCode(sandbox, lost)).rejects.toThrow('fetch failed');
    await setFaults(sandbox);
    // The code was used up nevertheless.
    expect((await exchangeCode(sandbox, lost)).status).toBe(400);
  });
});

describe('a refresh', () => {
  const lasting = async (): Promise<string> => (await obtainToken(sandbox, {}, LASTING)).refresh_token ?? '';

  test.each<TokenFault>([{ status: 503 }, { error: 'invalid_grant' }, { html: true }])(
    'alone has the fault %j, and the refresh token stays good',
    async (token) => {
      await setFaults(sandbox, { token: { grant: 'refresh_token', ...token } });
      const refreshToken = await lasting();
      expect(refreshToken).not.toBe('');
      expect((await refreshTokens(sandbox, refreshToken)).headers.get('content-type')).toContain(
        token.error === undefined ? 'text/html' : 'application/json',
      );
      await setFaults(sandbox);
      expect((await refreshTokens(sandbox, refreshToken)).status).toBe(200);
    },
  );

  test('answers for another patient', async () => {
    await setFaults(sandbox, { token: { grant: 'refresh_token', set: { patient: 'bella' } } });
    const { patient, refresh_token: refreshToken = '' } = await obtainToken(sandbox, {}, LASTING);
    expect(patient).toBe('adam');
    expect(await (await refreshTokens(sandbox, refreshToken)).json()).toMatchObject({ patient: 'bella' });
  });

  test('without rotation keeps the old refresh token good', async () => {
    await setFaults(sandbox, { token: { keepRefreshToken: true } });
    const refreshToken = await lasting();
    for (const answer of [
      await refreshTokens(sandbox, refreshToken),
      await refreshTokens(sandbox, refreshToken),
    ]) {
      expect(answer.status).toBe(200);
      expect(await answer.json()).not.toHaveProperty('refresh_token');
    }
  });

  test('is not touched by a fault of the code, and the other way round', async () => {
    const refreshToken = await lasting();
    await setFaults(sandbox, {
      token: { grant: 'authorization_code', oddToken: true, set: { tenant: 'x' } },
    });
    const answer = await (await refreshTokens(sandbox, refreshToken)).json();
    expect(answer).not.toHaveProperty('tenant');
    expect(answer.access_token).not.toContain('.');
    await setFaults(sandbox, { token: { grant: 'refresh_token', drop: true } });
    expect(await lasting()).not.toBe('');
  });
});

const partsOf = (idToken: string) =>
  idToken
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));

describe('the id_token', () => {
  async function verified(idToken: string): Promise<boolean> {
    const { keys } = await (await fetch(`${sandbox.origin}/auth/jwks`)).json();
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('jwk', keys[0], algorithm, false, ['verify']);
    const [head, body, signature = ''] = idToken.split('.');
    const input = Buffer.from(`${head}.${body}`);
    return crypto.subtle.verify(algorithm, key, Buffer.from(signature, 'base64url'), input);
  }

  test.each([
    ['badSignature', { alg: 'RS256' }, { nonce: 'the-nonce' }, false],
    ['expired', { alg: 'RS256' }, { exp: expect.closeTo(Date.now() / 1000 - 3600, -2) }, true],
    ['wrongAudience', { alg: 'RS256' }, { aud: 'another-client' }, true],
    ['wrongNonce', { alg: 'RS256' }, { nonce: 'another-nonce' }, true],
    ['wrongIssuer', { alg: 'RS256' }, { iss: 'https://other.example' }, true],
    ['unsigned', { alg: 'none' }, { nonce: 'the-nonce' }, false],
    ['hs256', { alg: 'HS256' }, { nonce: 'the-nonce' }, false],
    [
      'foreignFhirUser',
      { alg: 'RS256' },
      { fhirUser: expect.stringMatching(/^https:\/\/other\.example\//) },
      true,
    ],
    ['utf8Name', { alg: 'RS256' }, { name: 'Zoë Ångström ✓' }, true],
  ] as const)('is %s', async (idToken, header, claims, isSigned) => {
    await setFaults(sandbox, { token: { idToken } });
    const { id_token: faulty = '' } = await obtainToken(sandbox, {}, LASTING);
    const parts = partsOf(faulty);
    expect(parts[0]).toMatchObject(header);
    expect(parts[1]).toMatchObject(claims);
    expect(await verified(faulty)).toBe(isSigned);
  });
});

describe('the other endpoints', () => {
  test('keys and revocation fail with a status that the app can read', async () => {
    await setFaults(sandbox, { jwks: { status: 500, slowMs: 200 }, revocation: { status: 503 } });
    const jwks = async (): Promise<void> => {
      const response = await fetch(`${sandbox.origin}/auth/jwks`);
      expect(response.status).toBe(500);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
    };
    expect(await elapsedMs(jwks)).toBeGreaterThan(190);
    const { access_token: token } = await obtainToken(sandbox);
    const revoked = await revokeToken(sandbox, token);
    expect(revoked.status).toBe(503);
    expect(revoked.headers.get('access-control-allow-origin')).toBe(APP_ORIGIN);
    expect((await fhirGet(`${sandbox.fhirBase}/Patient/adam`, token)).status).toBe(200);
  });

  test('are in the log, without codes and tokens', async () => {
    await fetch(`${sandbox.origin}/api/requests`, { method: 'DELETE' });
    await fetch(`${sandbox.fhirBase}/.well-known/smart-configuration`);
    const code = await obtainCode(sandbox, {}, LASTING);
    const answer = await (await exchangeCode(sandbox, code)).json();
    await setFaults(sandbox, { token: { drop: true } });
    await expect(refreshTokens(sandbox, answer.refresh_token)).rejects.toThrow('fetch failed');
    await fetch(`${sandbox.origin}/auth/jwks`);
    await revokeToken(sandbox, answer.access_token);
    const text = await (await fetch(`${sandbox.origin}/api/requests`)).text();
    expect(JSON.parse(text)).toMatchObject([
      { method: 'GET', path: '/.well-known/smart-configuration', status: 200 },
      { method: 'GET', path: '/auth/authorize', status: 303 },
      { method: 'POST', path: '/auth/token', status: 200, grantType: 'authorization_code' },
      { method: 'POST', path: '/auth/token', status: 0, grantType: 'refresh_token' },
      { method: 'GET', path: '/auth/jwks', status: 200 },
      { method: 'POST', path: '/auth/revoke', status: 200 },
    ]);
    for (const secret of [code, answer.access_token, answer.refresh_token, answer.id_token]) {
      expect(text).not.toContain(secret);
    }
  });

  test('have faults of several groups at once', async () => {
    await setFaults(sandbox, {
      authorize: { oddCode: true, iss: 'missing' },
      token: { oddToken: true, idToken: 'expired' },
      fhir: { status: 429, retryAfterSeconds: 2, times: 1 },
    });
    const answer = await obtainToken(sandbox);
    const read = (): Promise<Response> => fhirGet(`${sandbox.fhirBase}/Patient/adam`, answer.access_token);
    expect((await read()).status).toBe(429);
    expect((await read()).status).toBe(200);
  });
});
