import { createHmac, sign, type KeyObject } from 'node:crypto';
import type { TokenFault } from '../faults/faults.ts';

type IdTokenFault = NonNullable<TokenFault['idToken']>;

const OTHER_ORIGIN = 'https://other.example';

const encodeJson = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function decodeJson(part: string | undefined): object {
  const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString());
  return Object(value);
}

const WRONG_CLAIMS: Partial<Record<IdTokenFault, (nowSeconds: number) => object>> = {
  expired: (nowSeconds) => ({ iat: nowSeconds - 7200, exp: nowSeconds - 3600 }),
  wrongAudience: () => ({ aud: 'another-client' }),
  wrongNonce: () => ({ nonce: 'another-nonce' }),
  wrongIssuer: () => ({ iss: OTHER_ORIGIN }),
  foreignFhirUser: () => ({ fhirUser: `${OTHER_ORIGIN}/fhir/r4/Practitioner/stranger` }),
  utf8Name: () => ({ name: 'Zoë Ångström ✓' }),
};

/** Returns the library's id_token with one thing wrong. A wrong claim is signed with the true key. */
export function faultyIdToken(idToken: string, fault: IdTokenFault, key: KeyObject): string {
  const [head, payload, signature = ''] = idToken.split('.');
  if (fault === 'unsigned') return `${encodeJson({ alg: 'none' })}.${payload}.`;
  if (fault === 'badSignature') {
    return `${head}.${payload}.${Buffer.from(Buffer.from(signature, 'base64url').toReversed()).toString('base64url')}`;
  }
  if (fault === 'hs256') {
    const input = `${encodeJson({ ...decodeJson(head), alg: 'HS256' })}.${payload}`;
    return `${input}.${createHmac('sha256', 'secret').update(input).digest('base64url')}`;
  }
  const claims = { ...decodeJson(payload), ...WRONG_CLAIMS[fault]?.(Math.floor(Date.now() / 1000)) };
  const input = `${head}.${encodeJson(claims)}`;
  return `${input}.${sign('RSA-SHA256', Buffer.from(input), key).toString('base64url')}`;
}
