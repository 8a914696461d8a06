import { isOverLimit } from '../network/bodyLimit.ts';
import { LaunchError } from '../smart/errors/LaunchError.ts';
import type { Session } from '../smart/session/session.ts';
import type { EarlyRequests } from './earlyRequests.ts';
import { FhirError } from './FhirError.ts';
import { fhirGet } from './fhirGet.ts';
import type { RequestLog, RequestNote } from './requestLog.ts';
import type { WaitingRequest } from './serverSilence.ts';
import { timeLimit } from './timeLimit.ts';

/** This is one exchange with the FHIR server, whether it succeeded or not. */
export type BearerResponse = {
  readonly note: RequestNote;
  /** The response is undefined when no answer came. */
  readonly response: Response | undefined;
  /** The body is undefined when it broke off or took too long. */
  readonly text: string | undefined;
  readonly isTimedOut: boolean;
};

/**
 * Returns a function that sends a GET with the session's bearer token (RFC 6750) to an address that was checked before. It
 * does not send an expired token. On a 401 it gets the next token and tries once more (client-rules.md row 45), or ends the
 * session (E13). What was sent early is not sent again. It throws FhirError when aborted, and E13 when the session has ended.
 */
export function bearerFetch(session: Session, log: RequestLog, early: EarlyRequests) {
  const endSession = (): void => {
    const { site, kind, iss } = session;
    session.end(new LaunchError('E13', { site, kind, iss, endedAtMs: Date.now() }));
  };

  async function sendOnce(
    resourceType: string,
    url: URL,
    token: string,
    signal: AbortSignal,
    waiting: WaitingRequest,
  ): Promise<BearerResponse> {
    const sent = early.take(url, token);
    const note = log.begin(resourceType, sent?.startedAtMs);
    const limit = timeLimit(waiting.begin());
    let response: Response | undefined;
    let text: string | undefined;
    try {
      const either = AbortSignal.any([signal, limit.signal]);
      response = await (sent?.answer(either) ?? fhirGet(url, token, either, Infinity));
      note.status = response.status;
      note.headers = response.headers;
      text = await limit.readBody(response);
    } catch {
      // No answer or a broken one is not an error here: `response` and `text` stay undefined.
    }
    limit.clear();
    note.durationMs = Date.now() - note.startedAtMs;
    if (signal.aborted) throw new FhirError('aborted', resourceType);
    // The next try would be answered with the same again. An error is told by its status, without its body.
    if (response?.ok && isOverLimit(response)) throw new FhirError('limit', resourceType, response.status);
    return { response, text, note, isTimedOut: limit.signal.aborted };
  }

  /** Throws E13 before anything is sent when the session has ended. */
  async function liveToken(): Promise<string> {
    const token = session.accessToken();
    const { expiresAtMs = Infinity } = session.stored();
    if (expiresAtMs <= Date.now() && !(await session.renew(token))) endSession();
    return session.accessToken();
  }

  return async (
    resourceType: string,
    url: URL,
    signal: AbortSignal,
    waiting: WaitingRequest,
  ): Promise<BearerResponse> => {
    const token = await liveToken();
    const first = await sendOnce(resourceType, url, token, signal, waiting);
    if (first.response?.status !== 401) return first;
    const second = (await session.renew(token))
      ? await sendOnce(resourceType, url, session.accessToken(), signal, waiting)
      : first;
    if (second.response?.status === 401) endSession();
    return second;
  };
}
