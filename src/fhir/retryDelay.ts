/**
 * Returns the delay where the server names none, in ms. It doubles with each of the first four attempts, plus up to a quarter at
 * random, so that several windows do not return at the same moment.
 */
export const ownDelayMs = (attempt: number, firstMs: number): number =>
  firstMs * 2 ** (Math.min(attempt, 4) - 1) * (1 + Math.random() / 4);

/** No server of results means a longer wait than this. It is a mistake, and counts as none. */
const LONGEST_MEANT_MS = 24 * 3_600_000;

/**
 * Returns how long to wait before the next try, in ms, by `Retry-After` in seconds or as a date. The header is unreadable where CORS
 * does not expose it. A date counts from the clock of the server, if it sends that.
 * https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryDelayMs(response: Response | undefined, attempt: number, firstMs: number): number {
  const retryAfter = response?.headers.get('retry-after')?.trim() ?? '';
  const ownMs = ownDelayMs(attempt, firstMs);
  const isNumber = /^\d+$/.test(retryAfter);
  const serverMs = Date.parse(response?.headers.get('date') ?? '');
  const dateMs = Date.parse(retryAfter) - (Number.isNaN(serverMs) ? Date.now() : serverMs);
  const askedMs = isNumber ? Number(retryAfter) * 1000 : dateMs;
  if (Number.isNaN(askedMs) || askedMs > LONGEST_MEANT_MS) return ownMs;
  // A date that has passed does not allow a try at once.
  return isNumber ? askedMs : Math.max(askedMs, ownMs);
}
