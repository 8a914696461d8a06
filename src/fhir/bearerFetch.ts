import { LaunchError } from '../smart/errors/LaunchError.ts';
import type { Session } from '../smart/session/session.ts';
import { FhirError } from './FhirError.ts';
import type { Limits } from './limits.ts';
import type { RequestLog, RequestNote } from './requestLog.ts';
import { timeLimit } from './timeLimit.ts';

export type BearerResponse = {
  readonly note: RequestNote;
  /** undefined: no answer came. */
  readonly response: Response | undefined;
  /** undefined: it broke off, or took longer than it may. */
  readonly text: string | undefined;
  readonly tookTooLong: boolean;
};

/**
 * One exchange with the session's token; the address was checked before. A token that has run out is not sent, and a 401
 * gets the next token and one more try, or ends the session (E13). Throws FhirError when aborted.
 */
export function bearerFetch(session: Session, log: RequestLog, limits: Limits) {
  const end = (): void => {
    const { site, kind, iss } = session;
    session.end(new LaunchError('E13', { site, kind, iss, endedAtMs: Date.now() }));
  };

  async function once(
    resourceType: string,
    url: URL,
    token: string,
    signal: AbortSignal,
  ): Promise<BearerResponse> {
    const note = log.begin(resourceType);
    const limit = timeLimit(limits);
    let response: Response | undefined;
    let text: string | undefined;
    try {
      response = await fetch(url, {
        headers: { accept: 'application/fhir+json', authorization: `Bearer ${token}` },
        signal: AbortSignal.any([signal, limit.signal]),
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
      note.status = response.status;
      note.headers = response.headers;
      text = await limit.readBody(response);
    } catch {
      // What is undefined says it.
    }
    limit.clear();
    note.durationMs = Date.now() - note.startedAtMs;
    if (signal.aborted) throw new FhirError('aborted', resourceType);
    return { response, text, note, tookTooLong: limit.signal.aborted };
  }

  /** A session that has ended throws here, before anything is sent. */
  async function liveToken(): Promise<string> {
    const token = session.accessToken();
    const { expiresAtMs = Infinity } = session.record();
    if (expiresAtMs <= Date.now() && !(await session.renew(token))) end();
    return session.accessToken();
  }

  return async (resourceType: string, url: URL, signal: AbortSignal): Promise<BearerResponse> => {
    const token = await liveToken();
    const first = await once(resourceType, url, token, signal);
    if (first.response?.status !== 401) return first;
    const second = (await session.renew(token))
      ? await once(resourceType, url, session.accessToken(), signal)
      : first;
    if (second.response?.status === 401) end();
    return second;
  };
}
