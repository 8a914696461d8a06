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

const introspect = (token: string): Promise<Response> =>
  fetch(`${sandbox.origin}/auth/introspect`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: 'longview-sandbox', token }),
  });

describe('the token answer', () => {
  test('carries the context of the launch and is never stored', async () => {
    const response = await exchangeCode(sandbox, await obtainCode(sandbox));
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(response.headers.get('pragma')).toBe('no-cache');
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

  // https://hl7.org/fhir/smart-app-launch/STU2.2/token-introspection.html#conditional-fields-in-the-introspection-response
  test('is introspected with the scope and the context of its answer, and with who signed in where that said it', async () => {
    const launch = { intent: 'trends', tenant: 'ward-3', fhirContext: [{ reference: 'ImagingStudy/1' }] };
    for (const identity of ['openid fhirUser ', '']) {
      // oxlint-disable-next-line no-await-in-loop -- one token after the other
      const answer = await obtainToken(sandbox, launch, { scope: `launch ${identity}patient/*.rs` });
      const { access_token: token, id_token: idToken, expires_in: _life, ...answered } = answer;
      const said = Object.fromEntries(Object.entries(answered).filter(([name]) => name !== 'token_type'));
      // oxlint-disable-next-line no-await-in-loop -- as above
      const introspected = await (await introspect(token)).json();
      expect(introspected).toMatchObject({ active: true, client_id: 'longview-sandbox', ...launch, ...said });
      const fhirUser = `${sandbox.fhirBase}/Practitioner/clinician`;
      expect(introspected['fhirUser']).toBe(idToken === undefined ? undefined : fhirUser);
      expect([introspected['iss'], introspected['sub']]).toEqual([sandbox.origin, 'clinician']);
    }
    expect(await (await introspect('unknown')).json()).toEqual({ active: false });
  });

  test('can be revoked', async () => {
    const { access_token: token } = await obtainToken(sandbox);
    const body = new URLSearchParams({ client_id: 'longview-sandbox', token });
    expect(await (await introspect(token)).json()).toMatchObject({ active: true, patient: 'adam' });
    await fetch(`${sandbox.origin}/auth/revoke`, { method: 'POST', body });
    expect(await (await introspect(token)).json()).toEqual({ active: false });
    expect((await fhirGet(`${sandbox.fhirBase}/Patient/adam`, token)).status).toBe(401);
  });
});
