import type { Session } from '../smart/session/session.ts';
import { isSecure } from '../smart/site/site.ts';
import { bearerFetch, type BearerResponse } from './bearerFetch.ts';
import { FhirError, type FhirFailure } from './FhirError.ts';
import type { Limits } from './limits.ts';
import type { OutcomeSummary } from './outcome.ts';
import { isResource } from './page.ts';
import { createBackoff, type OnWait, type Backoff } from './backoff';
import type { RequestLog, RequestNote } from './requestLog.ts';
import { summarizeOutcomes } from './outcomeSummary';
import { parseKeepingNumbers } from './sentNumbers.ts';

type Passing = 'busy' | 'server' | 'network';

type FhirAnswer = { readonly json: unknown; readonly note: RequestNote };

export type FhirRequests = {
  /**
   * Asks for one address, absolute or relative to the FHIR base, and gives the JSON of the answer. A search waits for a
   * lost network; a single read does not. Throws FhirError.
   */
  readonly get: (
    resourceType: string,
    address: string,
    signal: AbortSignal,
    isSearch: boolean,
  ) => Promise<FhirAnswer>;
  readonly backoff: Backoff;
};

/**
 * The only way to the FHIR server: sends the token to the origin of the FHIR base and the site's `extraOrigins` alone,
 * asks for FHIR JSON, and waits as told on 429 and 503.
 */
export function fhirRequests(
  session: Session,
  log: RequestLog,
  onWait: OnWait,
  limits: Limits,
): FhirRequests {
  const base = `${session.iss.replace(/\/*$/, '')}/`;
  const origins = new Set([new URL(base).origin, ...session.site.extraOrigins]);
  const send = bearerFetch(session, log, limits);
  const pauses = createBackoff(onWait, limits);

  async function answer(resourceType: string, url: URL, signal: AbortSignal, isSearch: boolean) {
    for (let attempt = 1; ; attempt += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      await pauses.beforeRequest(resourceType, signal, isSearch);
      // oxlint-disable-next-line no-await-in-loop -- as above
      const answered = await send(resourceType, url, signal);
      // oxlint-disable-next-line no-await-in-loop -- as above
      const failure = await passingFailure(answered);
      if (failure !== 'busy' && failure !== 'network') pauses.serverAnswered();
      if (failure === undefined) return answered;
      const ms = waitMs(answered.response, attempt, limits.backoffMs);
      const tries = triesOf(answered, isSearch, limits);
      if (attempt >= tries || ms > limits.longestWaitMs) {
        if (failure !== 'server')
          pauses.giveUp(failure, Math.max(ms, backoff(limits.tries, limits.backoffMs)));
        return answered;
      }
      // A short silence is not worth a line that pushes the screen down.
      const cause = failure === 'network' && attempt > 1 ? 'connection' : undefined;
      // oxlint-disable-next-line no-await-in-loop -- as above
      await pauses.wait(ms, failure === 'busy' ? 'busy' : cause, signal);
    }
  }

  return {
    backoff: pauses,
    async get(resourceType, address, signal, isSearch) {
      const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
      if (
        url === undefined ||
        !isSecure(url) ||
        !origins.has(url.origin) ||
        url.username + url.password !== ''
      )
        throw new FhirError('origin', resourceType);
      const { response, text, note } = await answer(resourceType, url, signal, isSearch);
      if (response === undefined) throw new FhirError('network', resourceType);
      const { ok, status } = response;
      if (!ok) throw await refusal(resourceType, response, text, note);
      if (text === undefined) throw new FhirError('network', resourceType, status);
      const json = jsonOf(text);
      if (json === undefined) throw new FhirError('unreadable', resourceType, status);
      return { json, note };
    },
  };
}

/** What is not there, or is no JSON, is undefined. */
function jsonOf(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : parseKeepingNumbers(text);
  } catch {
    return undefined;
  }
}

const saidInBody = (text: string | undefined): Promise<OutcomeSummary> => {
  const json = jsonOf(text);
  return summarizeOutcomes(isResource(json, 'OperationOutcome') ? [json] : []);
};

/** An error as the most severe issue of its OperationOutcome tells it, or else its status. */
async function refusal(
  resourceType: string,
  { status }: Response,
  text: string | undefined,
  note: RequestNote,
): Promise<FhirError> {
  const { failure = failureOf(status), shortfalls, codes } = await saidInBody(text);
  note.outcomeCodes = codes;
  const kept = shortfalls.filter((shortfall) => shortfall === 'protected');
  return new FhirError(failure, resourceType, status, kept);
}

const FAILURES: ReadonlyMap<number, FhirFailure> = new Map([
  [401, 'session'],
  [403, 'not-allowed'],
  [410, 'gone'],
  [429, 'busy'],
  [503, 'busy'],
]);

const failureOf = (status: number): FhirFailure =>
  FAILURES.get(status) ?? (status >= 500 ? 'server' : 'refused');

/** A failure that may be over at the next try; undefined for an answer. */
async function passingFailure({ response, text }: BearerResponse): Promise<Passing | undefined> {
  if (response === undefined || (response.ok && text === undefined)) return 'network';
  const failure = response.ok ? undefined : failureOf(response.status);
  if (failure !== 'busy' && failure !== 'server') return undefined;
  // A server that says what is wrong for good is not asked again.
  return (await saidInBody(text)).failure === undefined ? failure : undefined;
}

/** What took as long as it may is not waited for often, nor does a screen wait long for a single read. */
function triesOf({ tookTooLong }: BearerResponse, isSearch: boolean, { tries }: Limits): number {
  if (tookTooLong) return 2;
  return isSearch ? tries : tries - 1;
}

/** A little apart, so that several windows do not come back at the same moment. */
const backoff = (attempt: number, firstMs: number): number =>
  firstMs * 2 ** (attempt - 1) * (1 + Math.random() / 4);

/** As told, in seconds or as a date; the header is unreadable where CORS does not expose it. */
function waitMs(response: Response | undefined, attempt: number, firstMs: number): number {
  const told = response?.headers.get('retry-after') ?? '';
  if (/^\d+$/.test(told)) return Number(told) * 1000;
  // The clocks may differ: a date that has passed here is no leave to ask at once.
  const dateMs = Date.parse(told) - Date.now();
  return Math.max(Number.isNaN(dateMs) ? 0 : dateMs, backoff(attempt, firstMs));
}
