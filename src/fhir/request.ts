import type { Session } from '../smart/session/session.ts';
import { fhirBaseOf } from '../smart/site/fhirBase.ts';
import { isSecure } from '../smart/site/site.ts';
import { createBackoff } from './backoff.ts';
import { bearerFetch } from './bearerFetch.ts';
import type { EarlyRequests } from './earlyRequests.ts';
import { FhirError } from './FhirError.ts';
import type { Limits } from './limits.ts';
import type { OutcomeSummary } from './outcome.ts';
import type { SummarizeOutcomes } from './outcomeSummary.ts';
import { isResource } from './page.ts';
import type { RequestLog, RequestNote } from './requestLog.ts';
import { parseKeepingNumbers } from './parseKeepingNumbers.ts';
import { failureOf, retrying, type OutcomeOf, type RequestKind } from './retries.ts';
import { ServerSilence, type OnSilence } from './serverSilence.ts';
import type { OnWait } from './waitUntil.ts';

type FhirAnswer = { readonly json: unknown; readonly note: RequestNote };

/** All requests of one session go through this. */
export type FhirRequests = {
  /** Gets the JSON at an address, absolute or relative to the FHIR base. Throws FhirError, and E13 when the session has ended. */
  readonly get: (
    resourceType: string,
    address: string,
    signal: AbortSignal,
    kind: RequestKind,
  ) => Promise<FhirAnswer>;
  /** Ends all waits and begins the waiting times anew, because a person wants the reading tried now. */
  readonly tryNow: () => void;
};

/** These hear of waits and of a silent server. A new reading puts its own in their place. */
export type Listeners = { onWait: OnWait; onSilence: OnSilence };

type RequestOptions = {
  readonly log: RequestLog;
  readonly listeners: Listeners;
  readonly limits: Limits;
  readonly summarize: SummarizeOutcomes;
  readonly early: EarlyRequests;
};

/**
 * Creates the only way to the FHIR server. It sends the token to the origin of the FHIR base and to the site's
 * `extraOrigins` alone (client-rules.md row 41), asks for FHIR JSON, and tries again after 429, 5xx and lost answers, as
 * `Retry-After` says where it is sent. https://hl7.org/fhir/R4/http.html
 */
export function fhirRequests(
  session: Session,
  { log, listeners, limits, summarize, early }: RequestOptions,
): FhirRequests {
  const base = fhirBaseOf(session.iss);
  const origins = new Set([new URL(base).origin, ...session.site.extraOrigins]);
  const send = bearerFetch(session, log, early);
  const backoff = createBackoff((...wait) => listeners.onWait(...wait), limits);
  const silence = new ServerSilence(
    limits,
    (now) => listeners.onSilence(now),
    () => backoff.isBusy(),
  );
  const outcomeOf = bodyOutcome(summarize);
  const sendWithRetries = retrying({ send, backoff, limits, outcomeOf });

  return {
    tryNow() {
      silence.reset();
      backoff.reset();
    },
    async get(resourceType, address, signal, kind) {
      const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
      if (
        url === undefined ||
        !isSecure(url) ||
        !origins.has(url.origin) ||
        url.username + url.password !== ''
      )
        throw new FhirError('origin', resourceType);
      const waiting = silence.ask(RESULT_TYPES.has(resourceType) ? 'results' : 'events');
      const request = { resourceType, url, signal, kind, waiting };
      const answer = await sendWithRetries(request).finally(() => waiting.end());
      if (answer?.response === undefined) throw new FhirError('network', resourceType);
      const { text, note } = answer;
      const { ok, status } = answer.response;
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

/** All other types are events, which are read after the results. */
const RESULT_TYPES: ReadonlySet<string> = new Set(['Patient', 'Observation']);

/** Parses a body; returns undefined when there is none or it is not JSON. */
function jsonOf(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : parseKeepingNumbers(text);
  } catch {
    return undefined;
  }
}

/** Summarizes the OperationOutcome in the body of an error. */
const bodyOutcome =
  (summarize: SummarizeOutcomes): OutcomeOf =>
  (text) => {
    const json = jsonOf(text);
    return summarize(isResource(json, 'OperationOutcome') ? [json] : []);
  };

/** Turns an error answer into a FhirError: by the most severe issue of its OperationOutcome, else by its status. */
function errorOf(
  resourceType: string,
  status: number,
  { failure = failureOf(status), shortfalls }: OutcomeSummary,
): FhirError {
  const keptBack = shortfalls.filter((shortfall) => shortfall === 'protected');
  return new FhirError(failure, resourceType, status, keptBack);
}
