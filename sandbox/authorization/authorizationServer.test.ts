import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  APP_ORIGIN,
  authorizeUrl,
  obtainCode,
  exchangeCode,
  fhirGet,
  newLaunch,
  postJson,
  redirectTarget,
  REDIRECT_URI,
  refreshTokens,
  revokeToken,
  startTestSandbox,
  obtainToken,
} from '../testSandbox.ts';
import type { Sandbox } from '../server.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

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

  test('whose aud differs by a slash is refused', async () => {
    expect(await errorOf({ aud: `${sandbox.fhirBase}/` })).toBe('invalid_request');
  });

  test('of an EHR launch must ask for the launch scope', async () => {
    expect(await errorOf({ scope: 'patient/*.rs' })).toBe('invalid_scope');
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

  test('is not exchanged for a client that sends a secret', async () => {
    const response = await exchangeCode(sandbox, await obtainCode(sandbox), { client_secret: 'secret' });
    expect(response.status).toBe(401);
  });
});

describe('the token answer', () => {
  test('carries the context of the launch and is never stored', async () => {
    const response = await exchangeCode(sandbox, await obtainCode(sandbox));
    expect(response.headers.get('cache-control')).toContain('no-store');
    const answer = await response.json();
    expect(answer).toMatchObject({
      token_type: 'Bearer',
      patient: 'adam',
      encounter: 'visit',
      need_patient_banner: true,
      expires_in: 3600,
      scope: 'launch openid fhirUser patient/*.rs',
    });
    const claims = JSON.parse(Buffer.from(answer.id_token.split('.')[1], 'base64url').toString());
    expect(claims).toMatchObject({
      iss: sandbox.origin,
      aud: 'longview-sandbox',
      fhirUser: `${sandbox.fhirBase}/Practitioner/clinician`,
    });
    expect(answer.refresh_token).toBeUndefined();
  });

  test('says what the launch page says about banner, encounter and life', async () => {
    const quiet = await obtainToken(sandbox, { banner: 'absent', encounter: false, tokenLifeSeconds: 7 });
    expect(quiet).not.toHaveProperty('need_patient_banner');
    expect(quiet).not.toHaveProperty('encounter');
    expect(quiet.expires_in).toBe(7);
    const shown = await obtainToken(sandbox, { banner: false, encounter: 'other-visit' });
    expect(shown).toMatchObject({ need_patient_banner: false, encounter: 'other-visit' });
    const further = { intent: 'trends', tenant: 'ward-3', fhirContext: [{ reference: 'ImagingStudy/1' }] };
    expect(await obtainToken(sandbox, further)).toMatchObject(further);
  });

  test('grants v1 and v2 scopes as asked and drops what is neither', async () => {
    const unknown = 'patient/Observation.sr foo patient/.rs system/*.rs';
    const scope = `launch patient/Patient.read patient/Observation.rs ${unknown}`;
    const answer = await obtainToken(sandbox, {}, { scope });
    expect(answer.scope).toBe('launch patient/Patient.read patient/Observation.rs');
  });

  test('grants no more than the launch page says, also a part of what was asked', async () => {
    const granular = 'patient/Observation.rs?category=laboratory';
    const answer = await obtainToken(sandbox, { scopes: `launch ${granular} patient/Patient.cruds` });
    expect(answer.scope).toBe(`launch ${granular}`);
    expect(answer.id_token).toBeUndefined();
  });

  test('is access_denied when nothing is granted', async () => {
    const launch = await newLaunch(sandbox, { scopes: 'patient/Nothing.rs' });
    const back = await redirectTarget(authorizeUrl(sandbox, { launch, scope: 'launch patient/Patient.rs' }));
    expect(back.searchParams.get('error')).toBe('access_denied');
  });
});

describe('a token', () => {
  test('ends with its life', async () => {
    const { access_token: token } = await obtainToken(sandbox, { tokenLifeSeconds: 1 });
    await expect
      .poll(async () => (await fhirGet(`${sandbox.fhirBase}/Patient/adam`, token)).status, { timeout: 4000 })
      .toBe(401);
  });

  test.each(['offline_access', 'online_access'])(
    'of %s is refreshed once with each refresh token',
    async (lasting) => {
      const scope = `launch ${lasting} patient/*.rs`;
      const { refresh_token: refreshToken = '' } = await obtainToken(sandbox, {}, { scope });
      const fresh = await (await refreshTokens(sandbox, refreshToken)).json();
      expect(fresh).toMatchObject({ patient: 'adam', scope });
      expect(fresh.refresh_token).not.toBe(refreshToken);
      expect((await refreshTokens(sandbox, refreshToken)).status).toBe(400);
      expect((await fhirGet(`${sandbox.fhirBase}/Patient/adam`, fresh.access_token)).status).toBe(401);
      expect((await refreshTokens(sandbox, fresh.refresh_token)).status).toBe(400);
    },
  );

  test('ends with its refresh token, and so does the refresh token, when the app revokes', async () => {
    const scope = 'launch offline_access patient/*.rs';
    const answer = await obtainToken(sandbox, {}, { scope });
    const { access_token: token, refresh_token: refreshToken = '' } = answer;
    const revoked = await revokeToken(sandbox, refreshToken);
    expect(revoked.status).toBe(200);
    expect(revoked.headers.get('access-control-allow-origin')).toBe(APP_ORIGIN);
    expect((await fhirGet(`${sandbox.fhirBase}/Patient/adam`, token)).status).toBe(401);
    expect((await refreshTokens(sandbox, refreshToken)).status).toBe(400);
  });

  test('can be revoked and introspected', async () => {
    const { access_token: token } = await obtainToken(sandbox);
    const body = new URLSearchParams({ client_id: 'longview-sandbox', token });
    const introspected = await fetch(`${sandbox.origin}/auth/introspect`, { method: 'POST', body });
    expect(await introspected.json()).toMatchObject({ active: true, patient: 'adam' });
    await fetch(`${sandbox.origin}/auth/revoke`, { method: 'POST', body });
    expect((await fhirGet(`${sandbox.fhirBase}/Patient/adam`, token)).status).toBe(401);
  });
});

async function decided(page: string, form: URLSearchParams): Promise<URL> {
  const onward = await redirectTarget(page, { method: 'POST', body: form });
  return redirectTarget(onward.href);
}

describe('a standalone request', () => {
  const scope = 'launch/patient openid fhirUser patient/*.rs';

  async function consentPage(): Promise<string> {
    return (await redirectTarget(authorizeUrl(sandbox, { scope }))).href;
  }

  const approval = (patient: string, scopes: readonly string[] = scope.split(' ')): URLSearchParams =>
    new URLSearchParams([
      ['decision', 'approve'],
      ['patient', patient],
      ...scopes.map((one) => ['scope', one] as [string, string]),
    ]);

  test('meets a page that names the app, the patients and the scopes in words', async () => {
    const response = await fetch(await consentPage());
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toContain('Longview');
    expect(text).toContain('Adam Test &amp; Sons');
    expect(text).toContain('Tests &lt;of&gt; the sandbox');
    expect(text).toContain('Read everything in the record');
  });

  test('approved, gives a token of the chosen patient', async () => {
    const back = await decided(await consentPage(), approval('bella'));
    expect(back.searchParams.get('state')).toBe('the-state');
    const answer = await (await exchangeCode(sandbox, back.searchParams.get('code') ?? '')).json();
    expect(answer).toMatchObject({ patient: 'bella', scope });
  });

  test('gives only the scopes left ticked', async () => {
    const back = await decided(await consentPage(), approval('bella', ['launch/patient', 'patient/*.rs']));
    const answer = await (await exchangeCode(sandbox, back.searchParams.get('code') ?? '')).json();
    expect(answer.scope).toBe('launch/patient patient/*.rs');
  });

  test('takes the settings of the last standalone launch', async () => {
    const launch = { kind: 'standalone', patient: 'bella', tokenLifeSeconds: 5, banner: false };
    const { url } = await (await postJson(`${sandbox.origin}/api/launch`, launch)).json();
    expect(url).toBe(`${APP_ORIGIN}/launch.html?iss=${encodeURIComponent(sandbox.fhirBase)}`);
    const back = await decided(await consentPage(), approval('bella'));
    const answer = await (await exchangeCode(sandbox, back.searchParams.get('code') ?? '')).json();
    expect(answer).toMatchObject({ expires_in: 5, need_patient_banner: false });
  });

  test('declined, comes back as access_denied, and the page is gone', async () => {
    const page = await consentPage();
    const back = await decided(page, new URLSearchParams({ decision: 'decline' }));
    expect(back.origin + back.pathname).toBe(REDIRECT_URI);
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.get('state')).toBe('the-state');
    expect((await fetch(page)).status).toBe(410);
  });

  test('approved without a patient shows the page again', async () => {
    const response = await fetch(await consentPage(), {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ decision: 'approve' }),
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Choose whose record');
  });

  test('cannot be answered by a form of another site', async () => {
    const response = await fetch(await consentPage(), {
      method: 'POST',
      headers: { Origin: 'http://evil.example' },
      body: approval('adam'),
    });
    expect(response.status).toBe(403);
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
