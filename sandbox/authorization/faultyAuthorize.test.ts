import { describe, expect, test } from 'vitest';
import { sandbox, setUpSandbox } from '../sandboxFixture.ts';
import {
  authorizeUrl,
  elapsedMs,
  exchangeCode,
  newLaunch,
  obtainCode,
  redirectTarget,
  REDIRECT_URI,
  setFaults,
} from '../testSandbox.ts';

setUpSandbox();

async function askedBack(change: Record<string, string | undefined> = {}): Promise<URLSearchParams> {
  const launch = await newLaunch(sandbox);
  const back = await redirectTarget(authorizeUrl(sandbox, { launch, ...change }));
  expect(back.origin + back.pathname).toBe(REDIRECT_URI);
  return back.searchParams;
}

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
