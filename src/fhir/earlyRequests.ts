import type { Session } from '../smart/session/session.ts';
import { fhirBaseOf } from '../smart/site/fhirBase.ts';
import { isSecure } from '../smart/site/site.ts';
import { fhirGet } from './fhirGet.ts';

/** This request left before the reader asked for its address. */
type EarlyRequest = {
  readonly startedAtMs: number;
  /** Resolves with the answer, and rejects as `fetch` does. The signal ends the request. */
  readonly answer: (signal: AbortSignal) => Promise<Response>;
};

/**
 * The first script of the page sends these. More are added after the first results and when the first chart is painted. The reader takes
 * each of them once.
 */
export type EarlyRequests = {
  /** Returns the request for this address with this token, if it was sent and nobody has taken it yet. */
  readonly take: (url: URL, token: string) => EarlyRequest | undefined;
  /** Sends more of them, for addresses relative to the FHIR base. What the reader has asked for itself meanwhile is left out. */
  readonly sendMore: (addresses: readonly string[]) => void;
};

/** An answer is shown as what the server says now, so one that has waited longer than this is asked for again. */
const MAX_AGE_MS = 30_000;

type Sent = {
  readonly startedAtMs: number;
  readonly response: Promise<Response>;
  readonly controller: AbortController;
};

/**
 * Sends requests for these addresses, relative to the FHIR base, as soon as there is a token: none of them waits until the
 * app is loaded. Nothing is sent with a token that has expired, nor to another origin. The end of the session and of the page
 * end what nobody has taken.
 */
export function sendEarly(session: Session, addresses: readonly string[]): EarlyRequests {
  const base = fhirBaseOf(session.iss);
  const token = session.accessToken();
  const sent = new Map<string, Sent>();
  // Who shows events at once asks for them before the first results have come, and nobody would read a second answer.
  const asked = new Set<string>();
  const send = (address: string): void => {
    const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
    if (url === undefined || !isSecure(url) || url.origin !== new URL(base).origin) return;
    if (asked.has(url.href)) return;
    const controller = new AbortController();
    // The reader limits the body, because it has to know when that was too long.
    const response = fhirGet(url, token, controller.signal, Infinity);
    response.catch(() => undefined); // the reader hears of it
    sent.set(url.href, { startedAtMs: Date.now(), response, controller });
  };
  const sendAll = (some: readonly string[]): void => {
    const { expiresAtMs = Infinity } = session.stored();
    if (expiresAtMs > Date.now() && session.accessToken() === token) some.forEach(send);
  };
  sendAll(addresses);

  const abandon = (): void => {
    for (const { controller } of sent.values()) controller.abort();
    sent.clear();
  };
  session.onEnd(abandon);
  addEventListener('pagehide', abandon);

  return {
    sendMore: sendAll,
    take(url, forToken) {
      asked.add(url.href);
      const found = sent.get(url.href);
      if (found === undefined) return undefined;
      sent.delete(url.href);
      const { startedAtMs, response, controller } = found;
      const ageMs = Date.now() - startedAtMs;
      if (token !== forToken || ageMs > MAX_AGE_MS || ageMs < 0) {
        controller.abort();
        return undefined;
      }
      return {
        startedAtMs,
        async answer(signal) {
          const abort = (): void => controller.abort();
          if (signal.aborted) abort();
          signal.addEventListener('abort', abort, { once: true });
          return response;
        },
      };
    },
  };
}

/** Nothing was sent early. */
export const NO_EARLY_REQUESTS: EarlyRequests = { take: () => undefined, sendMore: () => undefined };
