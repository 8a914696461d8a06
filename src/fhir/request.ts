import { LaunchError } from '../smart/LaunchError.ts';
import type { Session } from '../smart/session.ts';
import { isSecure } from '../smart/site.ts';
import { FhirError, type FhirFailure } from './FhirError.ts';
import { parseKeepingNumbers } from './sentNumbers.ts';

/** Asks for one address, absolute or relative to the FHIR base, and gives the JSON of the answer. Throws FhirError. */
export type FhirRequest = (resourceType: string, address: string, signal: AbortSignal) => Promise<unknown>;

const TIME_LIMIT_MS = 60_000;
const TRIES = 3;
const LONGEST_WAIT_MS = 30_000;

/**
 * The only way to the FHIR server: sends the token to the origin of the FHIR base and the site's `extraOrigins` alone,
 * asks for FHIR JSON, waits as told on 429 and 503, and ends the session on a 401.
 */
export function fhirRequest(session: Session): FhirRequest {
  const base = `${session.iss.replace(/\/*$/, '')}/`;
  const origins = new Set([new URL(base).origin, ...session.site.extraOrigins]);

  async function once(url: URL, signal: AbortSignal): Promise<Response | undefined> {
    // A session that has ended throws here, before anything is sent.
    const headers = { accept: 'application/fhir+json', authorization: `Bearer ${session.accessToken()}` };
    const limited = AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT_MS)]);
    const init = {
      headers,
      signal: limited,
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    } as const;
    return fetch(url, init).catch(() => undefined);
  }

  async function answer(resourceType: string, url: URL, signal: AbortSignal): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      const response = await once(url, signal);
      if (response?.status === 401) session.end(new LaunchError('E13', session.site.label, {}, Date.now()));
      if (response !== undefined && !isWorthAnother(response.status)) return response;
      if (signal.aborted) throw new FhirError('aborted', resourceType);
      if (attempt === TRIES) {
        if (response === undefined) throw new FhirError('network', resourceType);
        return response;
      }
      // oxlint-disable-next-line no-await-in-loop -- as above
      await pause(waitMs(response, attempt), signal);
    }
  }

  return async (resourceType, address, signal) => {
    const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
    if (url === undefined || !isSecure(url) || !origins.has(url.origin))
      throw new FhirError('origin', resourceType);
    const response = await answer(resourceType, url, signal);
    const { ok, status } = response;
    const text = await response.text().catch(() => {
      throw new FhirError(signal.aborted ? 'aborted' : 'network', resourceType, status);
    });
    if (!ok) throw new FhirError(failureOf(status), resourceType, status);
    try {
      return parseKeepingNumbers(text);
    } catch {
      throw new FhirError('unreadable', resourceType, status);
    }
  };
}

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
