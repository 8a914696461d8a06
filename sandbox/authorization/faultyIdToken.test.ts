import { describe, expect, test } from 'vitest';
import { sandbox, setUpSandbox } from '../sandboxFixture.ts';
import { LASTING, obtainToken, setFaults } from '../testSandbox.ts';

setUpSandbox();

const partsOf = (idToken: string) =>
  idToken
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));

describe('the id_token', () => {
  async function verified(idToken: string): Promise<boolean> {
    const { keys } = await (await fetch(`${sandbox.origin}/auth/jwks`)).json();
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('jwk', keys[0], algorithm, false, ['verify']);
    const [head, body, signature = ''] = idToken.split('.');
    const input = Buffer.from(`${head}.${body}`);
    return crypto.subtle.verify(algorithm, key, Buffer.from(signature, 'base64url'), input);
  }

  test.each([
    ['badSignature', { alg: 'RS256' }, { nonce: 'the-nonce' }, false],
    ['expired', { alg: 'RS256' }, { exp: expect.closeTo(Date.now() / 1000 - 3600, -2) }, true],
    ['wrongAudience', { alg: 'RS256' }, { aud: 'another-client' }, true],
    ['wrongNonce', { alg: 'RS256' }, { nonce: 'another-nonce' }, true],
    ['wrongIssuer', { alg: 'RS256' }, { iss: 'https://other.example' }, true],
    ['unsigned', { alg: 'none' }, { nonce: 'the-nonce' }, false],
    ['hs256', { alg: 'HS256' }, { nonce: 'the-nonce' }, false],
    [
      'foreignFhirUser',
      { alg: 'RS256' },
      { fhirUser: expect.stringMatching(/^https:\/\/other\.example\//) },
      true,
    ],
    ['utf8Name', { alg: 'RS256' }, { name: 'Zoë Ångström ✓' }, true],
  ] as const)('is %s', async (idToken, header, claims, isSigned) => {
    await setFaults(sandbox, { token: { idToken } });
    const { id_token: faulty = '' } = await obtainToken(sandbox, {}, LASTING);
    const parts = partsOf(faulty);
    expect(parts[0]).toMatchObject(header);
    expect(parts[1]).toMatchObject(claims);
    expect(await verified(faulty)).toBe(isSigned);
  });
});
