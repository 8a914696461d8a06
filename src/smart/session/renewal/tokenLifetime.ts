import { fieldOf } from '../../site/untrustedJson.ts';

/** A token expires and is renewed at these times, in epoch ms; undefined when the server did not say. */
type TokenLifetime = {
  readonly expiresAtMs: number | undefined;
  readonly renewAtMs: number | undefined;
};

/** A token is renewed this long before it expires. */
const RENEW_BEFORE_MS = 60_000;
/** A longer life is not believed. SMART recommends an hour at most. */
const MAX_LIFE_MS = 24 * 3_600_000;

/**
 * Returns when a token expires, and when to renew it: a minute before, or after half of a short life (client-rules.md row 44). A
 * life that is no positive number counts as not sent, and one above a day as a day.
 */
export function tokenLifetime(answer: object, nowMs: number): TokenLifetime {
  const sent = fieldOf(answer, 'expires_in');
  // Some servers send a string.
  const isDecimal = typeof sent === 'string' && /^\d{1,20}(\.\d{1,20})?$/.test(sent);
  const lifeMs = typeof sent === 'number' || isDecimal ? Math.min(Number(sent) * 1000, MAX_LIFE_MS) : 0;
  if (!(lifeMs > 0)) return { expiresAtMs: undefined, renewAtMs: undefined };
  const expiresAtMs = nowMs + lifeMs;
  return { expiresAtMs, renewAtMs: expiresAtMs - Math.min(RENEW_BEFORE_MS, lifeMs / 2) };
}
