import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT, type JWK } from 'jose';

/** The token handler has one of these from its hospital, and no page ever sees it. */
export type ClientCredential =
  | { readonly method: 'client_secret_basic'; readonly secret: string }
  | {
      readonly method: 'private_key_jwt';
      readonly algorithm: 'ES384' | 'RS384';
      /** This is the private key. Its `kid` is that of the public one, which the EHR knows. */
      readonly key: JWK & { readonly kid: string };
    };

type Authentication = {
  readonly headers: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
};

const ASSERTION_LIFE_SECONDS = 120;

/** Returns what a request to the token or revocation endpoint carries to prove who the client is. */
export async function authenticationOf(
  credential: ClientCredential,
  clientId: string,
  tokenEndpoint: string,
): Promise<Authentication> {
  if (credential.method === 'client_secret_basic') {
    const pair = `${formEncoded(clientId)}:${formEncoded(credential.secret)}`;
    return { headers: { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` }, fields: {} };
  }
  return {
    headers: {},
    fields: {
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await clientAssertion(credential, clientId, tokenEndpoint),
    },
  };
}

/** https://hl7.org/fhir/smart-app-launch/STU2.2/client-confidential-asymmetric.html#authenticating-to-the-token-endpoint */
async function clientAssertion(
  { algorithm, key }: Extract<ClientCredential, { method: 'private_key_jwt' }>,
  clientId: string,
  tokenEndpoint: string,
): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: algorithm, kid: key.kid, typ: 'JWT' })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(tokenEndpoint)
    .setIssuedAt()
    .setExpirationTime(`${ASSERTION_LIFE_SECONDS} s`)
    .setJti(randomUUID())
    .sign(await importJWK(key, algorithm));
}

/** Both parts are encoded before they are joined: https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1 */
const formEncoded = (text: string): string => new URLSearchParams({ '': text }).toString().slice(1);
