import { describe, expect, test } from 'vitest';
import { sandbox, setUpSandbox } from '../sandboxFixture.ts';
import {
  APP_ORIGIN,
  authorizeUrl,
  exchangeCode,
  exchangeForm,
  fhirGet,
  newLaunch,
  obtainCode,
  redirectTarget,
  REDIRECT_URI,
} from '../testSandbox.ts';

setUpSandbox();

async function errorOf(change: Record<string, string | undefined>): Promise<string | null> {
  const launch = await newLaunch(sandbox);
  const back = await redirectTarget(authorizeUrl(sandbox, { launch, ...change }));
  expect(back.href.startsWith(`${REDIRECT_URI}?`)).toBe(true);
  return back.searchParams.get('error');
}

describe('an authorization request', () => {
  test.each([
    ['a slash at its end', `${REDIRECT_URI}/`],
    ['a query', `${REDIRECT_URI}?x=1`],
    ['another host', 'http://127.0.0.1:4999/index.html'],
    ['another port', 'http://localhost:4998/index.html'],
    ['another path', `${APP_ORIGIN}/`],
    ['nothing at all', undefined],
  ])('with %s on the redirect URI gets a page and no redirect', async (_what, redirectUri) => {
    const launch = await newLaunch(sandbox);
    const response = await fetch(authorizeUrl(sandbox, { launch, redirect_uri: redirectUri }), {
      redirect: 'manual',
    });
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
    expect(response.headers.get('content-type')).toContain('text/html');
  });

  test.each([
    ['plain PKCE', { code_challenge_method: 'plain' }],
    ['no PKCE method', { code_challenge_method: undefined }],
    ['no PKCE at all', { code_challenge: undefined, code_challenge_method: undefined }],
    ['no aud', { aud: undefined }],
    ['another aud', { aud: 'http://127.0.0.1:1/fhir/r4' }],
    ['no state', { state: undefined }],
    ['an unknown launch', { launch: 'unknown' }],
  ])('with %s is refused', async (_what, change) => {
    expect(await errorOf(change)).toBe('invalid_request');
  });

  test('uses its launch up: a second one of the same launch is refused', async () => {
    const launch = await newLaunch(sandbox);
    const first = await redirectTarget(authorizeUrl(sandbox, { launch }));
    const second = await redirectTarget(authorizeUrl(sandbox, { launch }));
    expect(first.searchParams.get('code')).not.toBeNull();
    expect(second.searchParams.get('error')).toBe('invalid_request');
    expect(second.searchParams.get('error_description')).toContain('used before');
    expect(second.searchParams.get('code')).toBeNull();
  });

  test('that is refused for a mistake leaves its launch unused', async () => {
    const launch = await newLaunch(sandbox);
    const wrong = await redirectTarget(authorizeUrl(sandbox, { launch, scope: 'patient/*.rs' }));
    expect(wrong.searchParams.get('error')).toBe('invalid_scope');
    const right = await redirectTarget(authorizeUrl(sandbox, { launch }));
    expect(right.searchParams.get('code')).not.toBeNull();
  });

  test('whose aud differs by a slash is refused', async () => {
    expect(await errorOf({ aud: `${sandbox.fhirBase}/` })).toBe('invalid_request');
  });

  test('of an EHR launch must ask for the launch scope', async () => {
    expect(await errorOf({ scope: 'patient/*.rs' })).toBe('invalid_scope');
  });

  test.each([
    ['no scope', undefined],
    ['an empty scope', ''],
    ['scopes that nobody knows', 'patient/observation.read everything'],
    ['scopes of a server without a person', 'system/*.rs'],
  ])('that asks for %s is refused, and nobody is asked to allow nothing', async (_what, scope) => {
    expect(await errorOf({ scope, launch: undefined })).toBe('invalid_scope');
  });

  test('comes back with code, state and issuer, and without a page', async () => {
    const launch = await newLaunch(sandbox);
    const back = await redirectTarget(authorizeUrl(sandbox, { launch }));
    expect(back.origin + back.pathname).toBe(REDIRECT_URI);
    expect([...back.searchParams.keys()].toSorted()).toEqual(['code', 'iss', 'state']);
    expect(back.searchParams.get('iss')).toBe(sandbox.origin);
  });

  test('may be posted as well', async () => {
    const launch = await newLaunch(sandbox);
    const url = new URL(authorizeUrl(sandbox, { launch }));
    const back = await redirectTarget(url.origin + url.pathname, { method: 'POST', body: url.searchParams });
    expect(back.searchParams.get('state')).toBe('the-state');
    const answer = await exchangeCode(sandbox, back.searchParams.get('code') ?? '');
    expect(await answer.json()).toMatchObject({ patient: 'adam' });
  });

  test('that is posted meets the same checks and the same consent page', async () => {
    const post = (change: Record<string, string | undefined>): Promise<URL> => {
      const url = new URL(authorizeUrl(sandbox, change));
      return redirectTarget(url.origin + url.pathname, { method: 'POST', body: url.searchParams });
    };
    expect((await post({ aud: undefined })).searchParams.get('error')).toBe('invalid_request');
    expect((await post({ scope: 'launch/patient patient/*.rs' })).pathname).toMatch(/^\/auth\/page\//);
  });
});

test.each([
  ['/auth/token', 'GET', 'POST'],
  ['/auth/token', 'PUT', 'POST'],
  ['/auth/revoke', 'GET', 'POST'],
  ['/auth/introspect', 'GET', 'POST'],
  ['/auth/authorize', 'DELETE', 'GET, HEAD, POST'],
  ['/auth/jwks', 'POST', 'GET, HEAD'],
  ['/.well-known/openid-configuration', 'POST', 'GET, HEAD'],
])('%s says to %s which methods it answers', async (path, method, allowed) => {
  const response = await fetch(sandbox.origin + path, { method });
  expect([response.status, response.headers.get('allow')]).toEqual([405, allowed]);
  expect((await response.json()).error).toBe('invalid_request');
});

test('an address of the authorization server that does not exist is not found', async () => {
  expect((await fetch(`${sandbox.origin}/auth/nothing`)).status).toBe(404);
});

describe('a code', () => {
  test('is good once, and its second use ends the session of the first', async () => {
    const code = await obtainCode(sandbox);
    const first = await exchangeCode(sandbox, code);
    const { access_token: token } = await first.json();
    expect((await fhirGet(`${sandbox.fhirBase}/Patient/adam`, token)).status).toBe(200);
    const second = await exchangeCode(sandbox, code);
    expect(second.status).toBe(400);
    expect((await second.json()).error).toBe('invalid_grant');
    expect((await fhirGet(`${sandbox.fhirBase}/Patient/adam`, token)).status).toBe(401);
  });

  test('is not exchanged for a wrong verifier or another redirect URI', async () => {
    const code = await obtainCode(sandbox);
    const wrong = await exchangeCode(sandbox, code, { code_verifier: 'x'.repeat(43) });
    expect((await wrong.json()).error).toBe('invalid_grant');
    const other = await exchangeCode(sandbox, code, { redirect_uri: `${APP_ORIGIN}/` });
    expect((await other.json()).error).toBe('invalid_grant');
  });

  test('is not exchanged without the redirect URI, although one alone is registered', async () => {
    const body = exchangeForm(await obtainCode(sandbox));
    body.delete('redirect_uri');
    const response = await fetch(`${sandbox.origin}/auth/token`, { method: 'POST', body });
    expect([response.status, (await response.json()).error]).toEqual([400, 'invalid_request']);
  });

  test('is not exchanged for a client that sends a secret', async () => {
    const response = await exchangeCode(sandbox, await obtainCode(sandbox), { client_secret: 'secret' });
    expect(response.status).toBe(401);
  });
});

describe('across origins', () => {
  test('only the app reads the token answer', async () => {
    const input = await exchangeCode(sandbox, await obtainCode(sandbox));
    expect(input.headers.get('access-control-allow-origin')).toBe(APP_ORIGIN);
    const foreign = await fetch(`${sandbox.origin}/auth/token`, {
      method: 'POST',
      headers: { Origin: 'http://evil.example' },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: 'longview-sandbox',
        code: 'x',
      }),
    });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('no answer on the way to a token sets a cookie', async () => {
    const launch = await newLaunch(sandbox);
    const urls = [
      authorizeUrl(sandbox, { launch }),
      authorizeUrl(sandbox, { scope: 'launch/patient patient/*.rs' }),
      authorizeUrl(sandbox, { redirect_uri: 'http://evil.example/' }),
      `${sandbox.origin}/`,
    ];
    for (const url of urls) {
      expect((await fetch(url, { redirect: 'manual' })).headers.get('set-cookie')).toBeNull();
    }
    expect((await exchangeCode(sandbox, await obtainCode(sandbox))).headers.get('set-cookie')).toBeNull();
  });

  test('discovery is open, and names only endpoints of this origin', async () => {
    const response = await fetch(`${sandbox.fhirBase}/.well-known/smart-configuration`, {
      headers: { Origin: 'http://anywhere.example' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const document = await response.json();
    expect(document).toMatchObject({
      issuer: sandbox.origin,
      code_challenge_methods_supported: ['S256'],
      token_endpoint: `${sandbox.origin}/auth/token`,
    });
    expect((await fetch(document.jwks_uri)).status).toBe(200);
    expect(document.capabilities).toContain('launch-ehr');
  });
});
