import { describe, expect, test } from 'vitest';
import { sandbox, setUpSandbox } from '../sandboxFixture.ts';
import {
  APP_ORIGIN,
  LASTING,
  elapsedMs,
  exchangeCode,
  fhirGet,
  obtainCode,
  obtainToken,
  refreshTokens,
  revokeToken,
  setFaults,
} from '../testSandbox.ts';

setUpSandbox();

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
