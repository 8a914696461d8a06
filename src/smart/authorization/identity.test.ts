import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWK } from 'jose';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { identityFromClaims, verifiedIdentity } from './identity.ts';
import { openSession, type Session } from '../session/session.ts';
import { granted, siteOf } from '../../testing/sessionFixture.ts';
import { enterWindow } from '../../testing/browserWindowFixture.ts';
import { htmlAnswer, jsonAnswer, startTokenServer } from '../../testing/tokenServerFixture.ts';

const base = 'https://fhir.general.example/r4';
const issuer = 'https://fhir.general.example';
const NOW = Math.floor(Date.now() / 1000);
const claims = {
  iss: issuer,
  aud: 'longview-general',
  sub: 'u1',
  iat: NOW,
  exp: NOW + 300,
  nonce: 'n1',
  fhirUser: `${base}/Practitioner/17`,
};

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
const keys: Record<string, Keys> = {};
let published: JWK[] = [];
let server: Awaited<ReturnType<typeof startTokenServer>>;

beforeAll(async () => {
  for (const alg of ['RS256', 'ES256', 'RS384']) {
    keys[alg] = await generateKeyPair(alg, { extractable: true });
    published.push({ ...(await exportJWK(keys[alg].publicKey)), kid: alg, alg, use: 'sig' });
  }
  keys['stranger'] = await generateKeyPair('RS256', { extractable: true });
});
beforeEach(async () => {
  enterWindow();
  server = await startTokenServer(jsonAnswer({ keys: published }));
});
afterEach(() => {
  server.close();
  vi.unstubAllGlobals();
});

type How = { readonly alg?: string; readonly kid?: string; readonly by?: string };
const signed = (more: object = {}, { alg = 'RS256', kid = alg, by = alg }: How = {}): Promise<string> =>
  new SignJWT({ ...claims, ...more }).setProtectedHeader({ alg, kid }).sign(keys[by]!.privateKey);

function sessionWith(idToken: string | undefined, more: object = {}): Session {
  const { endpoints, ...rest } = granted('p1');
  const site = siteOf({ identity: true, authOrigins: [server.origin] });
  return openSession(site, {
    ...rest,
    idToken,
    nonce: 'n1',
    endpoints: { ...endpoints, issuer, jwks: `${server.origin}/jwks`, ...more },
  });
}
const verified = async (idToken: string, more: object = {}) => verifiedIdentity(sessionWith(idToken, more));

test.each([['RS256'], ['ES256'], ['RS384']])(
  'row 63: a good id_token of %s names who signed in',
  async (alg) => {
    expect(await verified(await signed({ name: 'Dr. A' }, { alg }))).toEqual({
      reference: 'Practitioner/17',
      text: 'Dr. A',
    });
    expect(server.requests.map(({ method, url }) => [method, url])).toEqual([['GET', '/jwks']]);
    expect(server.requests[0]?.headers['authorization']).toBeUndefined();
  },
);

test.each<[string, object]>([
  ['another issuer', { iss: 'https://evil.example' }],
  ['the issuer with a slash', { iss: `${issuer}/` }],
  ['no issuer', { iss: undefined }],
  ['another audience', { aud: 'somebody-else' }],
  ['no audience', { aud: undefined }],
  ['an expiry in the past', { exp: NOW - 120 }],
  ['no expiry', { exp: undefined }],
  ['an issue in the future', { iat: NOW + 600 }],
  ['no time of issue', { iat: undefined }],
  ['a later begin', { nbf: NOW + 600 }],
  ['another nonce', { nonce: 'n2' }],
  ['no nonce', { nonce: undefined }],
  ['two audiences and no azp', { aud: ['longview-general', 'other'] }],
  ['two audiences and another azp', { aud: ['longview-general', 'other'], azp: 'other' }],
  ['no subject', { sub: undefined }],
  ['no fhirUser', { fhirUser: undefined }],
])('row 63: an id_token with %s names nobody', async (_, more) => {
  const idToken = await signed(more);
  await expect(verified(idToken)).rejects.toBeInstanceOf(Error);
});

test('row 63: a minute of difference between the clocks is forgiven; two audiences with our azp are fine', async () => {
  const aud = ['longview-general', 'other'];
  const more = { exp: NOW - 30, iat: NOW + 30, aud, azp: 'longview-general' };
  expect((await verified(await signed(more))).reference).toBe('Practitioner/17');
});

test('row 63: where discovery names no issuer, an id_token of any issuer names nobody', async () => {
  const idToken = await signed({ iss: 'https://evil.example' });
  await expect(verified(idToken, { issuer: '' })).rejects.toBeInstanceOf(Error);
});

test('row 63: alg none, a shared secret made of the public key, strange keys and changed words are refused', async () => {
  const none = new UnsecuredJWT(claims).encode();
  const secret = new TextEncoder().encode(JSON.stringify(published[0]));
  const shared = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'RS256' }).sign(secret);
  const good = await signed();
  const [head, , signature] = good.split('.');
  const changed = `${head}.${Buffer.from(JSON.stringify({ ...claims, sub: 'u2' })).toString('base64url')}.${signature}`;
  const stranger = await signed({}, { by: 'stranger' });
  const strangeKid = await signed({}, { by: 'stranger', kid: 'stranger' });
  for (const idToken of [none, shared, changed, stranger, strangeKid, 'no.token', ''])
    await expect(verified(idToken)).rejects.toBeInstanceOf(Error);
});

test('row 63: a symmetric key among the published ones is no key', async () => {
  const secret = new TextEncoder().encode('0123456789abcdef0123456789abcdef');
  const idToken = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 's' }).sign(secret);
  server.answerWith(
    jsonAnswer({
      keys: [{ kty: 'oct', kid: 's', alg: 'HS256', k: Buffer.from(secret).toString('base64url') }],
    }),
  );
  await expect(verified(idToken)).rejects.toBeInstanceOf(Error);
});

test('row 63: keys that do not come, or come from elsewhere, verify nothing', async () => {
  const idToken = await signed();
  for (const answer of [
    htmlAnswer(200),
    jsonAnswer({}),
    jsonAnswer({ keys: 'none' }),
    jsonAnswer({ keys: published }, 500),
  ]) {
    server.answerWith(answer);
    await expect(verified(idToken)).rejects.toBeInstanceOf(Error);
  }
  const before = server.requests.length;
  await expect(verified(idToken, { jwks: '' })).rejects.toBeInstanceOf(Error);
  await expect(verified(idToken, { jwks: 'https://evil.example/jwks' })).rejects.toBeInstanceOf(Error);
  await expect(verifiedIdentity(sessionWith(undefined))).rejects.toBeInstanceOf(Error);
  expect(server.requests).toHaveLength(before);
});

test('row 63: an id_token that was good when it came is good after a reload', async () => {
  const session = sessionWith(await signed());
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
  try {
    expect((await verifiedIdentity(session)).reference).toBe('Practitioner/17');
  } finally {
    vi.useRealTimers();
  }
});

test('row 64: a name in base64url and UTF-8 is read as it was written', async () => {
  expect((await verified(await signed({ name: 'Zoë ÿ>?~~~ 山田' }))).text).toBe('Zoë ÿ>?~~~ 山田');
});

test.each([
  ['Practitioner/17', 'Practitioner/17'],
  [`${base}/Practitioner/17`, 'Practitioner/17'],
  [`${base}/Practitioner/17/_history/3`, 'Practitioner/17'],
  [`${base}/PractitionerRole/r.1-x`, 'PractitionerRole/r.1-x'],
  ['Patient/p1', 'Patient/p1'],
  ['https://fhir.other.example/r4/Practitioner/17', undefined],
  ['https://fhir.general.example.evil.example/r4/Practitioner/17', undefined],
  ['https://fhir.general.example@evil.example/r4/Practitioner/17', undefined],
  ['https://fhir.general.example/r5/Practitioner/17', undefined],
  ['http://fhir.general.example/r4/Practitioner/17', undefined],
  ['//evil.example/r4/Practitioner/17', undefined],
  ['/Practitioner/17', undefined],
  ['../admin/Practitioner/17', undefined],
  ['Practitioner/..', undefined],
  ['Practitioner/%2e%2e', undefined],
  ['Practitioner/17?_include=*', undefined],
  ['Practitioner/17#x', undefined],
  ['Practitioner/', undefined],
  ['Observation/1', undefined],
  ['javascript:alert(1)', undefined],
  ['', undefined],
])('row 65: the fhirUser %s is read as %s', (fhirUser, reference) => {
  expect(identityFromClaims({ fhirUser }, base).reference).toBe(reference);
  expect(identityFromClaims({ fhirUser }, `${base}/`).reference).toBe(reference);
});

test('row 65: an issuer in capitals or with a port that goes without saying is the same server', () => {
  for (const iss of ['https://FHIR.General.example/r4', 'https://fhir.general.example:443/r4'])
    expect(identityFromClaims({ fhirUser: `${base}/Practitioner/17` }, iss).reference).toBe(
      'Practitioner/17',
    );
});

test('row 65: one of another server is named by the claim alone', () => {
  const fhirUser = 'https://fhir.other.example/r4/Practitioner/17';
  expect(identityFromClaims({ fhirUser, name: 'Dr. B' }, base)).toEqual({
    reference: undefined,
    text: 'Dr. B',
  });
  expect(identityFromClaims({ fhirUser }, base).text).toBe('Practitioner of another server');
  expect(identityFromClaims({ fhirUser: 'Practitioner/17' }, base).text).toBe('Practitioner');
});

test.each([
  ['\u202eyelraM nimdA', 'yelraM nimdA'],
  ['Ada\nAdministrator', 'Ada Administrator'],
  ['\u200fAda\u200e', 'Ada'],
  ['\u061cAda\u2029', 'Ada'],
  ['\u2066\u2069', 'Practitioner'],
  ['Zoë ÿ', 'Zoë ÿ'],
  ['نیک\u200cپور', 'نیک\u200cپور'],
  ['x'.repeat(5000), 'x'.repeat(100)],
])('a name turns no text around it, and stays on its line: %j', (name, text) => {
  const named = { fhirUser: 'Practitioner/17', name };
  expect(identityFromClaims(named, 'https://fhir.general.example/r4').text).toBe(text);
});
