import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sandbox, setUpSandbox } from '../sandboxFixture.ts';
import {
  APP_ORIGIN,
  authorizeUrl,
  exchangeCode,
  fhirGet,
  redirectTarget,
  obtainToken,
} from '../testSandbox.ts';

setUpSandbox();

const partOf = (idToken: string, index: number) =>
  JSON.parse(Buffer.from(idToken.split('.')[index] ?? '', 'base64url').toString());

describe('the id_token', () => {
  test('answers the nonce and is signed with a key that every origin can fetch', async () => {
    const { id_token: idToken = '' } = await obtainToken(sandbox, {}, { nonce: 'the-nonce' });
    const claims = partOf(idToken, 1);
    expect(claims).toMatchObject({ iss: sandbox.origin, aud: 'longview-sandbox', nonce: 'the-nonce' });
    expect(claims.exp).toBeGreaterThan(Date.now() / 1000);
    const header = partOf(idToken, 0);
    expect(header.alg).toBe('RS256');

    const jwks = await fetch(`${sandbox.origin}/auth/jwks`, { headers: { Origin: APP_ORIGIN } });
    expect(['*', APP_ORIGIN]).toContain(jwks.headers.get('access-control-allow-origin'));
    const { keys } = await jwks.json();
    const jwk = keys.find((one: { kid: string }) => one.kid === header.kid);
    expect(jwk).not.toHaveProperty('d');
    const [head, body, signature = ''] = idToken.split('.');
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    expect(
      verify('RSA-SHA256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url')),
    ).toBe(true);
  });

  test('of a patient’s own sign-in names the patient', async () => {
    const scope = 'launch/patient openid fhirUser patient/*.rs';
    const page = await redirectTarget(authorizeUrl(sandbox, { scope }));
    const form = new URLSearchParams({ decision: 'approve', patient: 'bella' });
    for (const one of scope.split(' ')) form.append('scope', one);
    const onward = await redirectTarget(page.href, { method: 'POST', body: form });
    const back = await redirectTarget(onward.href);
    const answer = await (await exchangeCode(sandbox, back.searchParams.get('code') ?? '')).json();
    expect(partOf(answer.id_token, 1).fhirUser).toBe(`${sandbox.fhirBase}/Patient/bella`);
  });

  test('names nobody unless fhirUser is granted', async () => {
    const { id_token: idToken = '' } = await obtainToken(
      sandbox,
      {},
      { scope: 'launch openid patient/*.rs' },
    );
    expect(partOf(idToken, 1)).not.toHaveProperty('fhirUser');
  });
});

describe('the clinician', () => {
  test.each([
    ['launch openid fhirUser', 200],
    ['launch user/Practitioner.read', 200],
    ['launch user/*.r', 200],
    ['launch user/Practitioner.s', 403],
    ['launch patient/*.rs', 403],
  ])('is read with scope %s: %i', async (scope, status) => {
    const { access_token: token } = await obtainToken(sandbox, {}, { scope });
    const response = await fhirGet(`${sandbox.fhirBase}/Practitioner/clinician`, token);
    expect(response.status).toBe(status);
    if (status !== 200) return;
    expect(await response.json()).toMatchObject({
      resourceType: 'Practitioner',
      id: 'clinician',
      name: [{ text: 'Sandbox Clinician' }],
    });
  });

  test('is the only Practitioner, and is read with a live token only', async () => {
    const { access_token: token } = await obtainToken(sandbox);
    expect((await fhirGet(`${sandbox.fhirBase}/Practitioner/another`, token)).status).toBe(404);
    expect((await fhirGet(`${sandbox.fhirBase}/Practitioner`, token)).status).toBe(404);
    expect((await fetch(`${sandbox.fhirBase}/Practitioner/clinician`)).status).toBe(401);
  });
});
