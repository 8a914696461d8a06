import { describe, expect, test } from 'vitest';
import type { TokenFault } from '../faults/faults.ts';
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
