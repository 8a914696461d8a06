// A server that signs in by a key is bound by these lines: SMART App Launch 2.2, Backend Services and Client Authentication:
// Asymmetric; Bulk Data Access 2.0 and 3.0, export; and B1 to B15, which Inferno checks of such a client.
// https://hl7.org/fhir/smart-app-launch/STU2.2/backend-services.html, https://build.fhir.org/ig/HL7/bulk-data/export.html
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader, exportJWK, importJWK, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { setFaults } from '../../sandbox/testSandbox.ts';
import { importByArguments } from '../commands/cohort.ts';
import {
  folder,
  importPopulation,
  keyFile,
  out,
  registerKey,
  said,
  sandbox,
  seenAfterImport,
  seenRequests,
  testParts,
  useSandbox,
  withBulk,
  type SeenRequests,
} from './cohortFixture.ts';
import { writeNewKey } from './privateKey.ts';

useSandbox();

const tokenUrl = (): string => `${sandbox.origin}/auth/token`;

const assertionsOf = ({ token }: SeenRequests): readonly string[] =>
  token.map(({ form }) => form['client_assertion'] ?? '');

/** Imports with a key of this kind in this form, which is registered first under its name. */
async function importWithKey(kind: 'ES384' | 'RS384', form: 'pem' | 'jwk' | 'set'): Promise<SeenRequests> {
  const { privateKey, publicKey } =
    kind === 'ES384'
      ? generateKeyPairSync('ec', { namedCurve: 'P-384' })
      : generateKeyPairSync('rsa', { modulusLength: 2048 });
  const own = { ...(await exportJWK(privateKey)), kid: 'key-1' };
  const text = {
    pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    jwk: JSON.stringify(own),
    set: JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'old' }, own] }),
  }[form];
  const file = join(folder, `${kind}-${form}`);
  writeFileSync(file, text, { mode: 0o600 });
  writeFileSync(
    `${file}.jwks`,
    JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'key-1' }] }),
  );
  await registerKey(`${file}.jwks`);
  await withBulk({ polls: 0 });
  await importByArguments(
    [
      '--server',
      sandbox.fhirBase,
      '--client-id',
      'cohort',
      '--key',
      file,
      '--group',
      'population',
      '--out',
      out(),
    ].concat(form === 'pem' ? ['--kid', 'key-1'] : []),
    testParts(),
  );
  const seen = await seenRequests();
  await registerKey(join(folder, 'client.key.jwks.json'));
  return { ...seen, token: seen.token.filter(({ status }) => status === 200) };
}

describe('1. Registration', () => {
  test('1: a new key is readable by its owner alone, is never written over, and one that others can read is warned of', async () => {
    const file = join(folder, 'fresh.key.json');
    await writeNewKey(file);
    expect(statSync(file).mode & 0o077).toBe(0);
    await expect(writeNewKey(file)).rejects.toThrow('never written over');
    await withBulk({ polls: 0 });
    await importPopulation();
    expect(said.join('')).not.toContain('Warning');
    chmodSync(keyFile(), 0o644);
    await importPopulation();
    expect(said.join('')).toContain(`Warning: Others on this machine can read ${keyFile()}`);
    expect(said.join('')).toContain('chmod 600');
    chmodSync(keyFile(), 0o600);
  });

  test('2: the public set has kty, kid, crv, x and y of each key, and no private part', async () => {
    const { keys } = JSON.parse(readFileSync(join(folder, 'client.key.jwks.json'), 'utf8'));
    expect(keys).toHaveLength(1);
    expect(Object.keys(keys[0]).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  test.each([
    ['ES384', 'pem'],
    ['ES384', 'jwk'],
    ['RS384', 'pem'],
    ['RS384', 'set'],
  ] as const)('2: a client signs by %s with a key that is given as %s', async (kind, form) => {
    const [assertion = ''] = assertionsOf(await importWithKey(kind, form));
    expect(decodeProtectedHeader(assertion)).toEqual({ alg: kind, kid: 'key-1', typ: 'JWT' });
  });

  test.each([
    [
      'another curve',
      () =>
        generateKeyPairSync('ec', { namedCurve: 'P-256' })
          .privateKey.export({ type: 'pkcs8', format: 'pem' })
          .toString(),
      /P-384/,
    ],
    [
      'a public key',
      () =>
        generateKeyPairSync('ec', { namedCurve: 'P-384' })
          .publicKey.export({ type: 'spki', format: 'pem' })
          .toString(),
      /no private key/,
    ],
    ['no key at all', () => '{"secret":"MIGkAgEBBDD"}', /no private key/],
  ])('a key file with %s is refused, and nothing of it is shown', async (_name, text, message) => {
    const file = join(folder, 'wrong.key');
    writeFileSync(file, text(), { mode: 0o600 });
    const args = ['--server', sandbox.fhirBase, '--client-id', 'cohort', '--key', file, '--out', out()];
    const error = await importByArguments(args, testParts()).catch((reason: unknown) => String(reason));
    expect(error).toMatch(message);
    expect(error).not.toMatch(/BEGIN|MIG/);
  });

  test('3: keys change by name: each assertion names its key, and the old name still works while it is registered', async () => {
    const { keys: old } = JSON.parse(readFileSync(join(folder, 'client.key.jwks.json'), 'utf8'));
    const file = join(folder, 'next.key.json');
    const next = JSON.parse(readFileSync(await writeNewKey(file), 'utf8'));
    const both = join(folder, 'both.jwks.json');
    writeFileSync(both, JSON.stringify({ keys: [...next.keys, ...old] }));
    await registerKey(both);
    await withBulk({ polls: 0 });
    const [assertion = ''] = assertionsOf(await seenAfterImport());
    expect(decodeProtectedHeader(assertion).kid).toBe(old[0].kid);
    await registerKey(join(folder, 'client.key.jwks.json'));
  });
});

describe('2. Discovery', () => {
  test.each([
    ['token_endpoint', { without: ['token_endpoint'] }, /names no token_endpoint/],
    [
      'client_credentials',
      { set: { grant_types_supported: ['authorization_code'] } },
      /does not offer client_credentials/,
    ],
    [
      'private_key_jwt',
      { set: { token_endpoint_auth_methods_supported: ['none'] } },
      /does not take private_key_jwt/,
    ],
    [
      'the algorithm',
      { set: { token_endpoint_auth_signing_alg_values_supported: ['RS384'] } },
      /signatures by ES384/,
    ],
    [
      'TLS',
      { set: { token_endpoint: 'http://ehr.example/token' } },
      /token_endpoint of the server is on http/,
    ],
    ['a document', { html: true }, /no settings\. Check --server/],
  ])('a server without %s is refused before a key is used', async (_name, discovery, message) => {
    await setFaults(sandbox, { discovery });
    await expect(importPopulation()).rejects.toThrow(message);
    expect((await seenRequests()).token).toEqual([]);
  });

  test('a server that does not list client-confidential-asymmetric is warned of', async () => {
    await setFaults(sandbox, { discovery: { set: { capabilities: [] } }, bulk: { polls: 0 } });
    await importPopulation();
    expect(said.join('')).toContain('client-confidential-asymmetric');
  });
});

describe('3. Assertion and 4. Token request, B1 to B15', () => {
  test('each request has what Inferno checks', async () => {
    await withBulk({ polls: 0, tokenEndsAfter: 0 });
    const seen = await seenAfterImport();
    expect(seen.token.length).toBeGreaterThan(1);
    const { keys } = JSON.parse(readFileSync(join(folder, 'client.key.jwks.json'), 'utf8'));
    const names = new Set<unknown>();
    for (const { form, authorization, status } of seen.token) {
      const {
        grant_type: grant,
        client_assertion_type: kind,
        scope,
        client_assertion: assertion = '',
      } = form;
      expect(grant, 'B1, and B15: nothing is refreshed').toBe('client_credentials');
      expect(kind, 'B2').toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
      expect(scope, 'B3').not.toBe('');
      expect(Object.keys(form).toSorted(), 'no client_id, no secret').toEqual([
        'client_assertion',
        'client_assertion_type',
        'grant_type',
        'scope',
      ]);
      expect(authorization).toBe(false);
      const header = decodeProtectedHeader(assertion);
      const claims = decodeJwt(assertion);
      expect(header.typ, 'B4 and B5').toBe('JWT');
      expect([claims.iss, claims.sub], 'B6 and B7').toEqual(['cohort', 'cohort']);
      expect(claims.aud, 'B8').toBe(tokenUrl());
      const nowSeconds = Date.now() / 1000;
      expect(claims.exp, 'B9').toBeGreaterThan(nowSeconds);
      expect(claims.exp, 'at most five minutes').toBeLessThanOrEqual(nowSeconds + 300);
      expect(claims.jti, 'B10').toMatch(/.{16}/);
      expect(names.has(claims.jti), 'B11').toBe(false);
      names.add(claims.jti);
      expect([header.alg, header.kid], 'B12').toEqual(['ES384', keys[0].kid]);
      const key = await importJWK(
        keys.find(({ kid }: { kid: string }) => kid === header.kid),
        'ES384',
      ); // B13
      expect((await jwtVerify(assertion, key)).payload.sub, 'B14').toBe('cohort');
      expect(status).toBe(200);
    }
  });

  test('the sandbox refuses an assertion that comes a second time', async () => {
    await withBulk({ polls: 0 });
    const [assertion = ''] = assertionsOf(await seenAfterImport());
    const response = await fetch(tokenUrl(), {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        scope: 'system/Patient.rs',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
      }),
    });
    expect([response.status, (await response.json()).error]).toEqual([401, 'invalid_client']);
  });
});

describe('5. Token response and use', () => {
  test('a grant that is narrower than the types of the import ends it, and says which are missing', async () => {
    await setFaults(sandbox, { token: { set: { scope: 'system/Patient.rs' } } });
    await expect(importPopulation()).rejects.toThrow('did not grant Observation. Leave them out of --types');
  });

  test.each(['system/*.rs', 'system/*.read', 'system/Patient.rs system/Observation.cruds system/Device.rs'])(
    'a grant of %s is enough',
    async (scope) => {
      await setFaults(sandbox, { token: { set: { scope } }, bulk: { polls: 0 } });
      expect(await importPopulation()).toBe('whole');
    },
  );

  test('no refresh token is used, and another token is asked for with a new assertion 30 s before the end', async () => {
    await setFaults(sandbox, {
      token: { set: { expires_in: 60, refresh_token: 'never-used' } },
      bulk: { polls: 3, retryAfter: '20' },
    });
    const seen = await seenAfterImport();
    // The waits of 20 s add up to 60 s, and each token is used for 30 s.
    expect(seen.token.map(({ form }) => form['grant_type'])).toEqual([
      'client_credentials',
      'client_credentials',
    ]);
    expect(new Set(assertionsOf(seen)).size).toBe(2);
    expect(JSON.stringify(seen)).not.toContain('never-used');
  });

  test.each([
    ['no token', { without: ['access_token'] }],
    ['a token of another kind', { set: { token_type: 'mac' } }],
    ['a token with a line in it', { set: { access_token: 'a\r\nX-Evil: 1' } }],
    ['a page', { html: true }],
  ])('an answer with %s is refused', async (_name, token) => {
    await setFaults(sandbox, { token });
    await expect(importPopulation()).rejects.toThrow(/no bearer token|gave no token/);
  });
});

describe('6. Scopes', () => {
  test('nothing is asked for but to read and search the types of the import', async () => {
    await withBulk({ polls: 0 });
    expect((await seenAfterImport()).token[0]?.form['scope']).toBe('system/Patient.rs system/Observation.rs');
  });

  test('a server of version 1 alone is asked as version 1 writes it', async () => {
    await setFaults(sandbox, { discovery: { set: { capabilities: ['permission-v1'] } }, bulk: { polls: 0 } });
    expect((await seenAfterImport()).token[0]?.form['scope']).toBe(
      'system/Patient.read system/Observation.read',
    );
  });

  test('the scope to read Groups is asked for where the server asks for it', async () => {
    await withBulk({ polls: 0, groupScope: true });
    const scopes = (await seenAfterImport()).token.map(({ form }) => form['scope']);
    expect(scopes).toEqual([
      'system/Patient.rs system/Observation.rs',
      'system/Patient.rs system/Observation.rs system/Group.r',
    ]);
  });
});

test.each([
  [['--server', 'http://ehr.example/fhir'], /--server is on http/],
  [['--server', 'https://user:secret@ehr.example/fhir'], /user name or password/],
  [['--server', 'ftp://ehr.example'], /no address/],
  [['--group', '../Patient'], /no id of a Group/],
  [['--types', 'Observation,x y'], /no type of resource/],
  [['--since', 'yesterday'], /--since is "last", or a time/],
  [['--max-wait', 'long'], /number of minutes/],
  [['--open'], /knows no --client-id/],
])('the arguments %j are refused before anything is sent', async (more, message) => {
  const given = new Map([
    ['--server', sandbox.fhirBase],
    ['--client-id', 'cohort'],
    ['--key', keyFile()],
    ['--out', out()],
  ]);
  given.delete(more[0] ?? '');
  await expect(importByArguments([...given].flat().concat(more), testParts())).rejects.toThrow(message);
  expect(await seenRequests()).toEqual({ token: [], bulk: [] });
});
