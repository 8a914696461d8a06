// SMART Backend Services: https://hl7.org/fhir/smart-app-launch/STU2.2/backend-services.html
import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { CohortError } from './cohortError.ts';
import { checkedAddress, exchange, jsonObjectOf, textOf } from './exchange.ts';
import type { ClientKey } from './privateKey.ts';
import { serverWords } from './serverWords.ts';

export type BackendSettings = {
  readonly tokenEndpoint: URL;
  /** This is the address letter by letter as the server wrote it, because it compares the audience so. */
  readonly audience: string;
  /** The server writes scopes as version 1 does: `system/Patient.read`. */
  readonly writesVersion1: boolean;
  readonly warnings: readonly string[];
};

const strings = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;

/**
 * Reads how the server gives tokens to servers, and checks that it takes this key.
 * @throws {CohortError} where it does not
 */
export async function discoverBackend(
  server: string,
  algorithm: ClientKey['algorithm'],
  signal: AbortSignal | undefined,
): Promise<BackendSettings> {
  const url = new URL(`${server}/.well-known/smart-configuration`);
  const answer = await exchange(url, { headers: { Accept: 'application/json' }, signal });
  const document = jsonObjectOf(await textOf(answer, url));
  if (answer.statusCode !== 200 || document === undefined)
    throw new CohortError(
      `${url.href} answered ${answer.statusCode} and no settings. Check --server: it is the base of the FHIR server.`,
    );
  const endpoint = document['token_endpoint'];
  if (typeof endpoint !== 'string')
    throw new CohortError(
      'The server names no token_endpoint in its settings, so it gives no tokens to servers.',
    );
  const lacking = (name: string, value: string): boolean =>
    strings(document[name])?.includes(value) === false;
  if (lacking('grant_types_supported', 'client_credentials'))
    throw new CohortError('The server does not offer client_credentials, so it has no Backend Services.');
  if (lacking('token_endpoint_auth_methods_supported', 'private_key_jwt'))
    throw new CohortError('The server does not take private_key_jwt, so a key is of no use there.');
  if (lacking('token_endpoint_auth_signing_alg_values_supported', algorithm))
    throw new CohortError(
      `The server does not take signatures by ${algorithm}. Register a key of the other kind.`,
    );
  const capabilities = strings(document['capabilities']) ?? [];
  return {
    tokenEndpoint: checkedAddress(endpoint, 'The token_endpoint of the server', server),
    audience: endpoint,
    writesVersion1: capabilities.includes('permission-v1') && !capabilities.includes('permission-v2'),
    warnings: capabilities.includes('client-confidential-asymmetric')
      ? []
      : ['The server does not list client-confidential-asymmetric among its capabilities.'],
  };
}

type TokenOptions = {
  readonly settings: BackendSettings;
  readonly clientId: string;
  readonly clientKey: ClientKey;
  readonly types: readonly string[];
  readonly now: () => number;
};

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const ASSERTION_LIFE_SECONDS = 240;
const TOKEN_TIME_LIMIT_MS = 60_000;
const RENEWED_BEFORE_MS = 30_000;
const DEFAULT_LIFE_SECONDS = 300;

/** Gives out an access token, and asks for another one in time. It is kept in memory alone. */
export class BackendToken {
  readonly #options: TokenOptions;
  #token: { readonly value: string; readonly renewAtMs: number } | undefined;
  #hasGroupScope = false;

  constructor(options: TokenOptions) {
    this.#options = options;
  }

  /** Returns the header of a request. A token that ends within 30 s is replaced first. */
  async header(): Promise<{ readonly Authorization: string }> {
    if (this.#token === undefined || this.#options.now() >= this.#token.renewAtMs)
      this.#token = await this.#ask();
    return { Authorization: `Bearer ${this.#token.value}` };
  }

  /** Drops the token, because the server said that it ended. */
  forget(): void {
    this.#token = undefined;
  }

  /** From now on the scope to read Groups is asked for too. Returns whether that is new. */
  addGroupScope(): boolean {
    const isNew = !this.#hasGroupScope;
    this.#hasGroupScope = true;
    this.forget();
    return isNew;
  }

  /** Nothing is asked for but to read and search the types of this import. */
  get #scopes(): readonly string[] {
    const { types, settings } = this.#options;
    const permissions = settings.writesVersion1 ? 'read' : 'rs';
    const group = settings.writesVersion1 ? 'system/Group.read' : 'system/Group.r';
    return [...types.map((type) => `system/${type}.${permissions}`), ...(this.#hasGroupScope ? [group] : [])];
  }

  async #ask(): Promise<{ readonly value: string; readonly renewAtMs: number }> {
    const { settings, now } = this.#options;
    const url = settings.tokenEndpoint;
    const answer = await exchange(url, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        scope: this.#scopes.join(' '),
        client_assertion_type: ASSERTION_TYPE,
        client_assertion: await this.#assertion(),
      }).toString(),
      // The end of an export is told to the server with a token too, when the import itself was cancelled.
      signal: AbortSignal.timeout(TOKEN_TIME_LIMIT_MS),
    });
    const text = await textOf(answer, url);
    if (answer.statusCode !== 200) throw this.#refusal(answer.statusCode, text);
    const { access_token: value, token_type: type, expires_in: life, scope } = jsonObjectOf(text) ?? {};
    if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value) || String(type).toLowerCase() !== 'bearer')
      throw new CohortError('The answer of the token endpoint holds no bearer token.');
    if (typeof scope === 'string') this.#checkScope(scope.split(' '));
    const lifeSeconds = Number(life ?? DEFAULT_LIFE_SECONDS);
    const usedMs = Math.max(
      1000,
      (Number.isFinite(lifeSeconds) ? lifeSeconds : 0) * 1000 - RENEWED_BEFORE_MS,
    );
    return { value, renewAtMs: now() + usedMs };
  }

  /** An assertion is used once: each has a name of its own, and the next request gets a new one. */
  #assertion(): Promise<string> {
    const { clientId, clientKey, settings, now } = this.#options;
    const nowSeconds = Math.floor(now() / 1000);
    return new SignJWT()
      .setProtectedHeader({ alg: clientKey.algorithm, kid: clientKey.kid, typ: 'JWT' })
      .setIssuer(clientId)
      .setSubject(clientId)
      .setAudience(settings.audience)
      .setIssuedAt(nowSeconds)
      .setExpirationTime(nowSeconds + ASSERTION_LIFE_SECONDS)
      .setJti(randomUUID())
      .sign(clientKey.key);
  }

  #refusal(status: number | undefined, text: string): CohortError {
    const error: unknown = jsonObjectOf(text)?.['error'];
    const advice =
      error === 'invalid_client'
        ? ' Check that --client-id is registered there with the public part of this key, under the same kid, and that the clock of this machine is right.'
        : error === 'invalid_scope'
          ? ' Ask for fewer --types, or have them allowed for this client.'
          : '';
    return new CohortError(`The server gave no token (${status}). ${serverWords(text)}${advice}`);
  }

  /** A server may grant less than was asked for. What is missing would be missing from the import. */
  #checkScope(granted: readonly string[]): void {
    const missing = this.#options.types.filter(
      (type) =>
        !granted.some((scope) => {
          const [, scopeType, permissions = ''] = /^system\/(\*|\w+)\.([\w*]+)$/.exec(scope) ?? [];
          const canRead = ['read', '*'].includes(permissions) || /r.*s/.test(permissions);
          return (scopeType === '*' || scopeType === type) && canRead;
        }),
    );
    if (missing.length > 0)
      throw new CohortError(
        `The server did not grant ${missing.join(', ')}. Leave them out of --types, or have them allowed for this client.`,
      );
  }
}
