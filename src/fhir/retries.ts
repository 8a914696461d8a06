import { isOffline } from './deviceState.ts';
import type { Backoff } from './backoff.ts';
import type { BearerResponse } from './bearerFetch.ts';
import type { FhirFailure } from './FhirError.ts';
import type { Limits } from './limits.ts';
import type { OutcomeSummary } from './outcome.ts';
import { ownDelayMs, retryDelayMs } from './retryDelay.ts';
import type { WaitingRequest } from './serverSilence.ts';
import type { WaitCause } from './waitUntil.ts';

/** These failures may be over at the next try. */
type TransientFailure = 'busy' | 'server' | 'network';

/**
 * A `search` waits for a lost network, a single `read` does not. An `essential` read is one without which nothing is shown:
 * it waits like a search, and is asked for more often while the server is busy but answers others.
 */
export type RequestKind = 'search' | 'read' | 'essential';

/** This is one request, with whoever waits for its answer. */
export type RetriedRequest = {
  readonly resourceType: string;
  readonly url: URL;
  readonly signal: AbortSignal;
  readonly kind: RequestKind;
  readonly waiting: WaitingRequest;
};

/** Summarizes the OperationOutcome in the body of an error. */
export type OutcomeOf = (text: string | undefined) => Promise<OutcomeSummary>;

type Sender = {
  readonly send: (
    resourceType: string,
    url: URL,
    signal: AbortSignal,
    waiting: WaitingRequest,
  ) => Promise<BearerResponse>;
  readonly backoff: Backoff;
  readonly limits: Limits;
  readonly outcomeOf: OutcomeOf;
};

/** Counts the tries of one request. Returns after each one its number, from 1, and whether it was the last. */
function tryCounter(kind: RequestKind, waiting: WaitingRequest, backoff: Backoff, limits: Limits) {
  let mostTries = kind === 'read' ? limits.tries - 1 : limits.tries;
  let freeTries = kind === 'essential' ? limits.moreTries : 0;
  let answerCount = backoff.answerCount();
  let attempt = 0;
  return (failure: TransientFailure, isLost: boolean) => {
    attempt += 1;
    // A server that answers others is not too busy for what nothing is shown without: it was only not its turn.
    if (failure === 'busy' && freeTries > 0 && backoff.answerCount() > answerCount) {
      freeTries -= 1;
      mostTries += 1;
    }
    answerCount = backoff.answerCount();
    return { attempt, isLast: isLost ? waiting.isHopeless() : attempt >= mostTries };
  };
}

/**
 * Returns a function that sends a request and tries again what may be over at the next try. It returns the last answer, or
 * undefined when the server was given up before one was asked for. It throws FhirError as `beforeRequest` does, and E13.
 */
export function retrying({ send, backoff, limits, outcomeOf }: Sender) {
  return async (request: RetriedRequest): Promise<BearerResponse | undefined> => {
    const { resourceType, url, signal, kind, waiting } = request;
    const countTry = tryCounter(kind, waiting, backoff, limits);
    const isLasting = kind !== 'read';
    let answer: BearerResponse | undefined;
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- tries follow each other
      await backoff.beforeRequest(resourceType, signal, isLasting);
      // A person who opens the source of one result wants it asked for, however silent the server has been.
      if (isLasting && waiting.isGivenUp()) return answer;
      // oxlint-disable-next-line no-await-in-loop -- tries follow each other
      answer = await send(resourceType, url, signal, waiting);
      // oxlint-disable-next-line no-await-in-loop -- tries follow each other
      const failure = await transientFailure(answer, outcomeOf);
      if (failure !== 'busy' && failure !== 'network') backoff.serverAnswered();
      if (failure === undefined) return answer;
      const isLost = failure === 'network' && answer.isTimedOut;
      const { attempt, isLast } = countTry(failure, isLost);
      const ms = isLost ? 0 : retryDelayMs(answer.response, attempt, limits.backoffMs);
      if (isLast || ms > limits.longestWaitMs) {
        if (failure !== 'server')
          backoff.giveUp(failure, Math.max(ms, ownDelayMs(limits.tries, limits.backoffMs)));
        return answer;
      }
      // oxlint-disable-next-line no-await-in-loop -- tries follow each other
      await backoff.wait(ms, {
        signal,
        isNeeded: () => !waiting.isGivenUp(),
        cause: causeOf(failure, isLost),
        status: statusOf(answer),
      });
    }
  };
}

const statusOf = ({ response }: BearerResponse): number | undefined => response?.status;

/**
 * Each wait is said to the reader, the first one too, because nothing else on the screen tells why it stands still. A request
 * that is lost is sent again at once and keeps nobody waiting.
 */
function causeOf(failure: TransientFailure, isLost: boolean): WaitCause | undefined {
  if (failure !== 'network') return failure === 'busy' ? 'busy' : 'error';
  if (isLost) return undefined;
  return isOffline() ? 'connection' : 'no-answer';
}

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

const FAILURES: ReadonlyMap<number, FhirFailure> = new Map([
  [401, 'session'],
  [403, 'not-allowed'],
  [410, 'gone'],
  [429, 'busy'],
  // The server does not know how to do this: https://www.rfc-editor.org/rfc/rfc9110#section-15.6.2
  [501, 'refused'],
  [503, 'busy'],
]);

/**
 * Returns why an answer with this status is no success. The server answered with a redirect (0 in a browser, which tells no more of
 * it) or with nothing new (304): neither is a resource.
 */
export const failureOf = (status: number): FhirFailure =>
  FAILURES.get(status) ?? (status >= 500 ? 'server' : status < 400 ? 'unreadable' : 'refused');
