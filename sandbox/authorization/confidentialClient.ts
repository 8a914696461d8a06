import type { ClientMetadata, Configuration, JWK, Provider } from 'oidc-provider';
import { oidcErrors } from './oidcLibrary.ts';

/**
 * A client that the authorization server knows by a secret or by a key, beside the public one of the page. It is what a
 * hospital registers for a server of its own, such as tokenHandler/.
 */
export type ConfidentialClient = {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly authentication:
    | { readonly method: 'client_secret_basic'; readonly secret: string }
    | { readonly method: 'private_key_jwt'; readonly keys: readonly JWK[] };
};

/** SMART names these two: https://hl7.org/fhir/smart-app-launch/STU2.2/client-confidential-asymmetric.html */
export const SIGNING_ALGORITHMS = ['RS384', 'ES384'] as const;

const LONGEST_ASSERTION_SECONDS = 300;
const CLOCK_DIFFERENCE_SECONDS = 5;

export const clientMetadata = (client: ConfidentialClient): ClientMetadata => ({
  client_id: client.clientId,
  client_name: 'Longview',
  token_endpoint_auth_method: client.authentication.method,
  redirect_uris: [client.redirectUri],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  ...(client.authentication.method === 'private_key_jwt'
    ? { jwks: { keys: [...client.authentication.keys] } }
    : { client_secret: client.authentication.secret }),
});

/** Returns the ways in which these clients prove who they are, each once. */
export const authenticationMethods = (clients: readonly ConfidentialClient[]) => [
  ...new Set(clients.map(({ authentication }) => authentication.method)),
];

/**
 * Returns SMART's own rules for an assertion, which are stricter than RFC 7523. The library itself checks the signature,
 * and that a `jti` comes once.
 */
export const assertionRules = (
  provider: () => Provider,
): NonNullable<Configuration['assertJwtClientAuthClaimsAndHeader']> =>
  async function assertAssertion(_ctx, claims, header) {
    const latestSeconds = Date.now() / 1000 + LONGEST_ASSERTION_SECONDS + CLOCK_DIFFERENCE_SECONDS;
    const isRight =
      claims['aud'] === provider().urlFor('token') &&
      claims['iss'] === claims['sub'] &&
      Number(claims['exp']) < latestSeconds &&
      header['typ'] === 'JWT' &&
      // Keys are registered here, and no address of keys, so none can match it.
      header['jku'] === undefined &&
      typeof header['kid'] === 'string';
    if (!isRight)
      throw new oidcErrors.InvalidClientAuth('aud, iss, sub, exp, typ, kid or jku of the assertion');
  };
