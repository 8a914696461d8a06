import { fieldOf, textField } from '../site/untrustedJson.ts';

/**
 * Whether a token response holds a bearer token that fits a header (RFC 6750 2.1). A missing `token_type` counts as bearer
 * (rules.md row 35).
 */
export const isBearerResponse = (answer: unknown): answer is object =>
  typeof answer === 'object' &&
  /^[\x21-\x7e]+$/.test(textField(answer, 'access_token')) &&
  /^(bearer)?$/i.test(textField(answer, 'token_type'));

/** A token expires and is renewed at these times, in epoch ms; undefined when the server did not say. */
export type TokenLifetime = {
  readonly expiresAtMs: number | undefined;
  readonly renewAtMs: number | undefined;
};

/** A token is renewed this long before it expires. */
const RENEW_BEFORE_MS = 60_000;

/** Returns when a token expires, and when to renew it: a minute before, or after half of a short life (rules.md row 44). */
export function tokenLifetime(answer: object, nowMs: number): TokenLifetime {
  const sent = fieldOf(answer, 'expires_in'); // some servers send a string
  const lifeMs = ['number', 'string'].includes(typeof sent) ? Number(sent) * 1000 : Number.NaN;
  if (!Number.isFinite(lifeMs) || lifeMs <= 0) return { expiresAtMs: undefined, renewAtMs: undefined };
  const expiresAtMs = nowMs + lifeMs;
  return { expiresAtMs, renewAtMs: expiresAtMs - Math.min(RENEW_BEFORE_MS, lifeMs / 2) };
}
