import { fieldOf, textField } from '../site/untrustedJson.ts';

/** A bearer token that a header can carry (RFC 6750 2.1). A type that is not sent counts as bearer, another does not. */
export const isBearerResponse = (answer: unknown): answer is object =>
  typeof answer === 'object' &&
  /^[\x21-\x7e]+$/.test(textField(answer, 'access_token')) &&
  /^(bearer)?$/i.test(textField(answer, 'token_type'));

/** Instants in ms since 1970; undefined when the server did not say. */
export type TokenLifetime = {
  readonly expiresAtMs: number | undefined;
  readonly renewAtMs: number | undefined;
};

const RENEW_BEFORE_MS = 60_000;

/** How long a token lasts by its answer, and when to ask for the next: a minute before, or half way in a short life. */
export function tokenLifetime(answer: object, nowMs: number): TokenLifetime {
  const sent = fieldOf(answer, 'expires_in'); // some servers send "570"
  const lifeMs = ['number', 'string'].includes(typeof sent) ? Number(sent) * 1000 : Number.NaN;
  if (!Number.isFinite(lifeMs) || lifeMs <= 0) return { expiresAtMs: undefined, renewAtMs: undefined };
  const expiresAtMs = nowMs + lifeMs;
  return { expiresAtMs, renewAtMs: expiresAtMs - Math.min(RENEW_BEFORE_MS, lifeMs / 2) };
}
