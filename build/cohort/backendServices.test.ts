// A server that signs in by a key is bound by these lines: SMART App Launch 2.2, Backend Services and Client Authentication:
// Asymmetric; Bulk Data Access 2.0 and 3.0, export; and B1 to B15, which Inferno checks of such a client.
// https://hl7.org/fhir/smart-app-launch/STU2.2/backend-services.html, https://build.fhir.org/ig/HL7/bulk-data/export.html
import { readFileSync } from 'node:fs';
import { decodeJwt, decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { setFaults } from '../../sandbox/testSandbox.ts';
import {
  assertionsOf,
  importPopulation,
  publicKeyFile,
  said,
  sandbox,
  seenAfterImport,
  seenRequests,
  useSandbox,
  withBulk,
} from './cohortFixture.ts';

useSandbox();

const tokenUrl = (): string => `${sandbox.origin}/auth/token`;

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
    const { keys } = JSON.parse(readFileSync(publicKeyFile(), 'utf8'));
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
      ); // This is B13.
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
