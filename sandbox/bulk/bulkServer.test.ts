import { generateKeyPair, exportJWK, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { sandbox, setUpSandbox, token as patientToken } from '../sandboxFixture.ts';
import { fhirGet, postJson } from '../testSandbox.ts';

setUpSandbox();

// The sandbox is strict, so that a client that does well here does well elsewhere.

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
let keys: Keys;
const tokenUrl = (): string => `${sandbox.origin}/auth/token`;

const register = async (jwks: object, clientId = 'reader'): Promise<number> =>
  (await postJson(`${sandbox.origin}/api/backend-clients`, { clientId, jwks })).status;

beforeAll(async () => {
  keys = await generateKeyPair('ES384', { extractable: true });
  for (const clientId of ['reader', 'other'])
    // oxlint-disable-next-line no-await-in-loop -- two clients, one after the other
    await register({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k' }] }, clientId);
});

type Claims = Readonly<Record<string, unknown>>;

let assertions = 0;

/** Asks for a token with an assertion whose header and claims are changed in this way. */
async function askToken(
  scope: string,
  claims: Claims = {},
  header: Claims = {},
  client = 'reader',
): Promise<Response> {
  assertions += 1;
  const nowSeconds = Math.floor(Date.now() / 1000);
  const payload = {
    iss: client,
    sub: client,
    aud: tokenUrl(),
    exp: nowSeconds + 240,
    jti: `jti-${assertions}`,
    ...claims,
  };
  const assertion = await new SignJWT(payload)
    .setProtectedHeader({ alg: 'ES384', kid: 'k', typ: 'JWT', ...header })
    .sign(keys.privateKey);
  return fetch(tokenUrl(), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      scope,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
  });
}

async function tokenFor(scope: string, client?: string): Promise<string> {
  const { access_token: value } = await (await askToken(scope, {}, {}, client)).json();
  return value;
}

describe('the token endpoint for servers', () => {
  test('gives a token of five minutes for system scopes, and nothing to refresh it', async () => {
    const answer = await (
      await askToken('system/Patient.rs system/Observation.rs patient/*.rs openid')
    ).json();
    expect(answer).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 300,
      scope: 'system/Patient.rs system/Observation.rs',
    });
  });

  test.each<[string, Claims, Claims]>([
    ['another audience', { aud: 'https://elsewhere.example/token' }, {}],
    ['the issuer as its audience', { aud: 'origin' }, {}],
    ['a life of an hour', { exp: Math.floor(Date.now() / 1000) + 3600 }, {}],
    ['a life that is over', { exp: 1_700_000_000 }, {}],
    ['another subject', { sub: 'other' }, {}],
    ['no jti', { jti: undefined }, {}],
    ['a key that is not registered', {}, { kid: 'unknown' }],
    ['another type', {}, { typ: 'at+jwt' }],
    ['keys at an address that was never registered', {}, { jku: 'https://elsewhere.example/jwks.json' }],
  ])('refuses an assertion with %s', async (_name, claims, header) => {
    const own = claims['aud'] === 'origin' ? { aud: sandbox.origin } : claims;
    const response = await askToken('system/Patient.rs', own, header);
    expect([response.status, (await response.json()).error]).toEqual([401, 'invalid_client']);
  });

  test.each(['', 'openid', 'patient/*.rs user/*.rs', 'system/Patient.sr system/patient.rs'])(
    'gives no token for the scope "%s", in which nothing is meant for a server',
    async (scope) => {
      const response = await askToken(scope);
      expect([response.status, (await response.json()).error]).toEqual([400, 'invalid_scope']);
    },
  );

  test('registers no private key, no key of another kind, and nothing without a name', async () => {
    const open = await exportJWK(keys.publicKey);
    expect(await register({ keys: [{ ...(await exportJWK(keys.privateKey)), kid: 'k' }] })).toBe(400);
    expect(await register({ keys: [{ ...open, crv: 'P-256', kid: 'k' }] })).toBe(400);
    expect(await register({ keys: [open] })).toBe(400);
    expect(await register({ keys: [] })).toBe(400);
    expect(await register({ keys: [{ ...open, kid: 'k' }] }, '../x')).toBe(400);
  });
});

const kickOff = (path: string, token: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${sandbox.fhirBase}${path}`, {
    ...init,
    headers: { Authorization: `Bearer ${token}`, Prefer: 'respond-async', ...init.headers },
  });

const posted = (parameter: readonly object[]): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/fhir+json' },
  body: JSON.stringify({ resourceType: 'Parameters', parameter }),
});

const ALL = 'system/*.rs';
const type = (valueString: string): object => ({ name: '_type', valueString });

describe('an export', () => {
  test.each<[string, string, RequestInit, number]>([
    ['a Group by GET', '/Group/invented/$export?_type=Patient,Observation', {}, 202],
    ['all patients by POST', '/Patient/$export', posted([type('Patient'), type('Observation')]), 202],
    ['the whole system', '/$export', {}, 202],
    ['changes', '/Patient/$export', posted([{ name: '_since', valueInstant: '2026-01-01T00:00:00Z' }]), 202],
    ['types with a comma by POST', '/Patient/$export', posted([type('Patient,Observation')]), 400],
    ['changes since a day', '/Patient/$export?_since=2026-01-01', {}, 400],
    ['a parameter that is unknown', '/Patient/$export?_typeFilter=Patient', {}, 400],
    ['another format', '/Patient/$export?_outputFormat=csv', {}, 400],
    ['a Group that is not there', '/Group/nobody/$export', {}, 404],
    ['an answer at once', '/Patient/$export', { headers: { Prefer: 'return=minimal' } }, 400],
    ['a form', '/Patient/$export', { method: 'POST', body: new URLSearchParams({ _type: 'Patient' }) }, 415],
    ['a deletion', '/Patient/$export', { method: 'DELETE' }, 405],
  ])('of %s is answered as the standard says', async (_name, path, init, status) => {
    const response = await kickOff(path, await tokenFor(ALL), init);
    expect(response.status).toBe(status);
    const location = response.headers.get('content-location') ?? '';
    expect(location.startsWith(`${sandbox.origin}/bulk/status/`)).toBe(status === 202);
    expect((await response.text()).includes('"OperationOutcome"')).toBe(status !== 202);
  });

  test('needs a scope for each type, and for all where no type is named', async () => {
    const narrow = await tokenFor('system/Patient.rs');
    expect((await kickOff('/Patient/$export?_type=Patient', narrow)).status).toBe(202);
    expect((await kickOff('/Patient/$export?_type=Patient,Observation', narrow)).status).toBe(403);
    expect((await kickOff('/Patient/$export', narrow)).status).toBe(403);
  });

  test('is closed to a token of the app, to none, and to another client', async () => {
    expect((await kickOff('/Patient/$export', patientToken)).status).toBe(401);
    expect((await fetch(`${sandbox.fhirBase}/Patient/$export`)).status).toBe(401);
    const started = await kickOff('/Patient/$export?_type=Patient', await tokenFor(ALL));
    const status = started.headers.get('content-location') ?? '';
    expect((await fhirGet(status, await tokenFor(ALL, 'other'))).status).toBe(404);
    expect((await fhirGet(status, await tokenFor(ALL))).status).toBe(202);
  });

  test('is not known after it was deleted, and its files are gone', async () => {
    await postJson(`${sandbox.origin}/api/faults`, { bulk: { polls: 0 } });
    const token = await tokenFor(ALL);
    const started = await kickOff('/Group/invented/$export?_type=Patient', token);
    const status = started.headers.get('content-location') ?? '';
    const manifest = await fhirGet(status, token);
    expect(manifest.headers.get('expires')).toMatch(/GMT$/);
    const { output } = await manifest.json();
    expect(output).toHaveLength(1);
    const file = await fhirGet(output[0].url, token);
    expect(file.headers.get('content-type')).toBe('application/fhir+ndjson');
    expect((await file.text()).trim().split('\n')).toHaveLength(output[0].count);
    expect((await fhirGet(output[0].url, '')).status).toBe(401);
    expect((await endExport(status, token)).status).toBe(202);
    expect((await fhirGet(status, token)).status).toBe(404);
    expect((await fhirGet(output[0].url, token)).status).toBe(410);
  });

  const endExport = (status: string, token: string): Promise<Response> =>
    fetch(status, { method: 'DELETE', headers: { Authorization: `Bearer ${token}` } });

  test('has Groups that can be read with their own scope', async () => {
    const groups = await (
      await fhirGet(`${sandbox.fhirBase}/Group`, await tokenFor('system/Group.r'))
    ).json();
    expect(
      groups.entry.map(({ resource }: { resource: { id: string; quantity: number } }) => [
        resource.id,
        resource.quantity,
      ]),
    ).toEqual([
      ['invented', 2],
      ['population', 20],
    ]);
    expect((await fhirGet(`${sandbox.fhirBase}/Group/nobody`, await tokenFor('system/Group.r'))).status).toBe(
      404,
    );
    expect((await fhirGet(`${sandbox.fhirBase}/Group`, await tokenFor('system/Patient.rs'))).status).toBe(
      403,
    );
  });

  test('is no key to a record: the FHIR server itself takes no token of a server', async () => {
    expect((await fhirGet(`${sandbox.fhirBase}/Observation?patient=adam`, await tokenFor(ALL))).status).toBe(
      401,
    );
  });
});
