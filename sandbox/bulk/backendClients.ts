import type { ClientMetadata, JWK } from 'oidc-provider';
import { HttpError } from '../http.ts';

/** This is what a token of a backend client is good for. */
export type BackendAccess = { readonly clientId: string; readonly scopes: readonly string[] };

/** The sandbox remembers this of a token request, so that tests can look at each claim. An assertion is used up by then. */
export type BackendTokenRequest = {
  readonly form: Readonly<Record<string, string>>;
  readonly authorization: boolean;
  readonly status: number;
};

const MAX_REMEMBERED = 200;
const CLIENT_ID = /^[\w.-]{1,100}$/;

/**
 * Holds the servers that may ask for tokens of their own, each with its public keys:
 * https://hl7.org/fhir/smart-app-launch/STU2.2/client-confidential-asymmetric.html#registering-a-client-communicating-public-keys
 */
export class BackendClients {
  readonly #clients = new Map<string, readonly JWK[]>();
  #tokenRequests: BackendTokenRequest[] = [];

  /** Registers a client, or gives a registered one other keys. */
  register({ clientId, jwks }: Record<string, unknown>): void {
    if (typeof clientId !== 'string' || !CLIENT_ID.test(clientId))
      throw new HttpError(400, 'clientId must be 1 to 100 letters, digits, dots, dashes or underscores.');
    const keys: unknown = Object(jwks)['keys'];
    if (!Array.isArray(keys) || keys.length === 0 || !keys.every(isPublicKey))
      throw new HttpError(400, 'jwks must hold public keys (RSA, or EC on P-384), each with a kid.');
    this.#clients.set(clientId, keys);
  }

  get registered(): readonly string[] {
    return [...this.#clients.keys()];
  }

  /** Returns the client as the library describes it. */
  metadata(clientId: string): ClientMetadata | undefined {
    const keys = this.#clients.get(clientId);
    return (
      keys && {
        client_id: clientId,
        token_endpoint_auth_method: 'private_key_jwt',
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
        jwks: { keys: [...keys] },
      }
    );
  }

  rememberTokenRequest(request: BackendTokenRequest): void {
    this.#tokenRequests = [...this.#tokenRequests, request].slice(-MAX_REMEMBERED);
  }

  get tokenRequests(): readonly BackendTokenRequest[] {
    return this.#tokenRequests;
  }

  forgetTokenRequests(): void {
    this.#tokenRequests = [];
  }
}

/** A key with a private part would be one that somebody sent by mistake, and is not kept. */
function isPublicKey(key: unknown): key is JWK {
  const { kty, kid, crv, n, e, x, y, d } = Object(key);
  const isText = (...values: readonly unknown[]): boolean =>
    values.every((value) => typeof value === 'string');
  if (!isText(kid) || d !== undefined) return false;
  return (kty === 'RSA' && isText(n, e)) || (kty === 'EC' && crv === 'P-384' && isText(x, y));
}
