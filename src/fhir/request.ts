import type { Session } from '../smart/session/session.ts';
import { isSecure } from '../smart/site/site.ts';
import { createBackoff, type Backoff, type OnWait } from './backoff.ts';
import { bearerFetch, type BearerResponse } from './bearerFetch.ts';
import { FhirError, type FhirFailure } from './FhirError.ts';
import type { Limits } from './limits.ts';
import type { OutcomeSummary } from './outcome.ts';
import type { SummarizeOutcomes } from './outcomeSummary.ts';
import { isResource } from './page.ts';
import type { RequestLog, RequestNote } from './requestLog.ts';
import { parseKeepingNumbers } from './sentNumbers.ts';

/** These failures may be over at the next try. */
type TransientFailure = 'busy' | 'server' | 'network';

type FhirAnswer = { readonly json: unknown; readonly note: RequestNote };

/** All requests of one session go through this. */
export type FhirRequests = {
  /**
   * Gets the JSON at an address, absolute or relative to the FHIR base. A search waits for a lost network, a single read
   * does not. Throws FhirError, and E13 when the session has ended.
   */
  readonly get: (
    resourceType: string,
    address: string,
    signal: AbortSignal,
    isSearch: boolean,
  ) => Promise<FhirAnswer>;
  readonly backoff: Backoff;
};

type RequestOptions = {
  readonly log: RequestLog;
  readonly onWait: OnWait;
  readonly limits: Limits;
  readonly summarize: SummarizeOutcomes;
};

/**
 * Creates the only way to the FHIR server. It sends the token to the origin of the FHIR base and to the site's
 * `extraOrigins` alone (rules.md row 41), asks for FHIR JSON, and tries again after 429, 5xx and lost answers, as
 * `Retry-After` says where it is sent. https://hl7.org/fhir/R4/http.html
 */
export function fhirRequests(
  session: Session,
  { log, onWait, limits, summarize }: RequestOptions,
): FhirRequests {
  const base = `${session.iss.replace(/\/*$/, '')}/`;
  const origins = new Set([new URL(base).origin, ...session.site.extraOrigins]);
  const send = bearerFetch(session, log, limits);
  const backoff = createBackoff(onWait, limits);

  const outcomeOf = bodyOutcome(summarize);

  async function sendWithRetries(resourceType: string, url: URL, signal: AbortSignal, isSearch: boolean) {
    for (let attempt = 1; ; attempt += 1) {
      // oxlint-disable-next-line no-await-in-loop -- tries follow each other
      await backoff.beforeRequest(resourceType, signal, isSearch);
      // oxlint-disable-next-line no-await-in-loop -- tries follow each other
      const answer = await send(resourceType, url, signal);
      // oxlint-disable-next-line no-await-in-loop -- tries follow each other
      const failure = await transientFailure(answer, outcomeOf);
      if (failure !== 'busy' && failure !== 'network') backoff.serverAnswered();
      if (failure === undefined) return answer;
      const ms = waitMs(answer.response, attempt, limits.backoffMs);
      if (attempt >= triesOf(answer, isSearch, limits) || ms > limits.longestWaitMs) {
        if (failure !== 'server')
          backoff.giveUp(failure, Math.max(ms, backoffMs(limits.tries, limits.backoffMs)));
        return answer;
      }
      // The first lost answer is not announced: it is not worth a notice that pushes the screen down.
      const cause = failure === 'network' && attempt > 1 ? 'connection' : undefined;
      // oxlint-disable-next-line no-await-in-loop -- tries follow each other
      await backoff.wait(ms, failure === 'busy' ? 'busy' : cause, signal);
    }
  }

  return {
    backoff,
    async get(resourceType, address, signal, isSearch) {
      const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
      if (
        url === undefined ||
        !isSecure(url) ||
        !origins.has(url.origin) ||
        url.username + url.password !== ''
      )
        throw new FhirError('origin', resourceType);
      const { response, text, note } = await sendWithRetries(resourceType, url, signal, isSearch);
      if (response === undefined) throw new FhirError('network', resourceType);
      const { ok, status } = response;
      if (!ok) {
        const outcome = await outcomeOf(text);
        note.outcomeCodes = outcome.codes;
        throw errorOf(resourceType, status, outcome);
      }
      if (text === undefined) throw new FhirError('network', resourceType, status);
      const json = jsonOf(text);
      if (json === undefined) throw new FhirError('unreadable', resourceType, status);
      return { json, note };
    },
  };
}

/** Parses a body; returns undefined when there is none or it is not JSON. */
function jsonOf(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : parseKeepingNumbers(text);
  } catch {
    return undefined;
  }
}

type OutcomeOf = (text: string | undefined) => Promise<OutcomeSummary>;

/** Summarizes the OperationOutcome in the body of an error. */
const bodyOutcome =
  (summarize: SummarizeOutcomes): OutcomeOf =>
  (text) => {
    const json = jsonOf(text);
    return summarize(isResource(json, 'OperationOutcome') ? [json] : []);
  };

/** Returns why the next try may succeed; undefined for an answer that stands. */
async function transientFailure(
  { response, text }: BearerResponse,
  outcomeOf: OutcomeOf,
): Promise<TransientFailure | undefined> {
  if (response === undefined || (response.ok && text === undefined)) return 'network';
  const failure = response.ok ? undefined : failureOf(response.status);
  if (failure !== 'busy' && failure !== 'server') return undefined;
  // An outcome that names a lasting failure makes further tries pointless.
  return (await outcomeOf(text)).failure === undefined ? failure : undefined;
}

/** Turns an error answer into a FhirError: by the most severe issue of its OperationOutcome, else by its status. */
function errorOf(
  resourceType: string,
  status: number,
  { failure = failureOf(status), shortfalls }: OutcomeSummary,
): FhirError {
  const keptBack = shortfalls.filter((shortfall) => shortfall === 'protected');
  return new FhirError(failure, resourceType, status, keptBack);
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

/** A request that used up its time limit is tried twice in all. A single read has one try less than a search. */
function triesOf({ isTimedOut }: BearerResponse, isSearch: boolean, { tries }: Limits): number {
  if (isTimedOut) return 2;
  return isSearch ? tries : tries - 1;
}

/** Doubles with each attempt, plus up to a quarter at random, so that several windows do not return at the same moment. */
const backoffMs = (attempt: number, firstMs: number): number =>
  firstMs * 2 ** (attempt - 1) * (1 + Math.random() / 4);

/**
 * How long to wait before the next try, by `Retry-After` in seconds or as a date (RFC 9110 10.2.3). The header is
 * unreadable where CORS does not expose it.
 */
function waitMs(response: Response | undefined, attempt: number, firstMs: number): number {
  const retryAfter = response?.headers.get('retry-after') ?? '';
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
  // The server's clock may differ, so a date that has passed here does not allow a try at once.
  const dateMs = Date.parse(retryAfter) - Date.now();
  return Math.max(Number.isNaN(dateMs) ? 0 : dateMs, backoffMs(attempt, firstMs));
}
