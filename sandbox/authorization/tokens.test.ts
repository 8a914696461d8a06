import { describe, expect, test } from 'vitest';
import { sandbox, setUpSandbox } from '../sandboxFixture.ts';
import {
  APP_ORIGIN,
  authorizeUrl,
  exchangeCode,
  fhirGet,
  newLaunch,
  obtainCode,
  obtainToken,
  redirectTarget,
  refreshTokens,
  revokeToken,
} from '../testSandbox.ts';

setUpSandbox();

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
