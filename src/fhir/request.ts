import type { Session } from '../smart/session.ts';
import { isSecure } from '../smart/site.ts';
import { bearerFetch } from './bearerFetch.ts';
import { FhirError, type FhirFailure } from './FhirError.ts';
import type { RequestLog, RequestNote } from './requestLog.ts';
import { parseKeepingNumbers } from './sentNumbers.ts';

type FhirAnswer = { readonly json: unknown; readonly note: RequestNote };

/** Asks for one address, absolute or relative to the FHIR base, and gives the JSON of the answer. Throws FhirError. */
export type FhirRequest = (resourceType: string, address: string, signal: AbortSignal) => Promise<FhirAnswer>;

/** Told while the server asks to wait, with the instant of the next try; undefined when the wait is over. */
export type OnWait = (untilMs: number | undefined) => void;

const TRIES = 3;
const LONGEST_WAIT_MS = 30_000;

/**
 * The only way to the FHIR server: sends the token to the origin of the FHIR base and the site's `extraOrigins` alone,
 * asks for FHIR JSON, and waits as told on 429 and 503.
 */
export function fhirRequest(session: Session, log: RequestLog, onWait: OnWait): FhirRequest {
  const base = `${session.iss.replace(/\/*$/, '')}/`;
  const origins = new Set([new URL(base).origin, ...session.site.extraOrigins]);
  const send = bearerFetch(session, log);

  async function answer(resourceType: string, url: URL, signal: AbortSignal) {
    for (let attempt = 1; ; attempt += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      const { response, note } = await send(resourceType, url, signal);
      if (response !== undefined && (attempt === TRIES || !isWorthAnother(response.status)))
        return { response, note };
      if (attempt === TRIES) throw new FhirError('network', resourceType);
      const ms = waitMs(response, attempt);
      if (BUSY.has(response?.status ?? 0)) onWait(Date.now() + ms);
      // oxlint-disable-next-line no-await-in-loop -- as above
      await pause(ms, signal);
      onWait(undefined);
    }
  }

  return async (resourceType, address, signal) => {
    const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
    if (url === undefined || !isSecure(url) || !origins.has(url.origin))
      throw new FhirError('origin', resourceType);
    const { response, note } = await answer(resourceType, url, signal);
    const { ok, status } = response;
    const text = await response.text().catch(() => {
      throw new FhirError(signal.aborted ? 'aborted' : 'network', resourceType, status);
    });
    if (!ok) throw new FhirError(failureOf(status), resourceType, status);
    try {
      return { json: parseKeepingNumbers(text), note };
    } catch {
      throw new FhirError('unreadable', resourceType, status);
    }
  };
}

const BUSY = new Set([429, 503]);
const isWorthAnother = (status: number): boolean => status === 429 || status >= 500;

const FAILURES: ReadonlyMap<number, FhirFailure> = new Map([
  [401, 'session'],
  [403, 'not-allowed'],
  [410, 'gone'],
  [429, 'busy'],
  [503, 'busy'],
]);

const failureOf = (status: number): FhirFailure =>
  FAILURES.get(status) ?? (status >= 500 ? 'server' : 'refused');

function waitMs(response: Response | undefined, attempt: number): number {
  const seconds = Number(response?.headers.get('retry-after') ?? Number.NaN); // unreadable where CORS does not expose it
  return Number.isFinite(seconds) && seconds >= 0
    ? Math.min(seconds * 1000, LONGEST_WAIT_MS)
    : 1000 * 2 ** (attempt - 1);
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
