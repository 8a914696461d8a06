import { LaunchError } from '../smart/LaunchError.ts';
import type { Session } from '../smart/session.ts';
import { FhirError } from './FhirError.ts';
import type { RequestLog, RequestNote } from './requestLog.ts';

/** undefined: no answer came. */
export type Answered = { readonly response: Response | undefined; readonly note: RequestNote };

const TIME_LIMIT_MS = 60_000;

/**
 * One exchange with the session's token; the address was checked before. A token that has run out is not sent, and a 401
 * gets the next token and one more try, or ends the session (E13). Throws FhirError when aborted.
 */
export function bearerFetch(session: Session, log: RequestLog) {
  const end = (): void => {
    const { site, kind, iss } = session;
    session.end(new LaunchError('E13', { site, kind, iss, endedAtMs: Date.now() }));
  };

  async function once(resourceType: string, url: URL, token: string, signal: AbortSignal): Promise<Answered> {
    const note = log.begin(resourceType);
    const response = await fetch(url, {
      headers: { accept: 'application/fhir+json', authorization: `Bearer ${token}` },
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT_MS)]),
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    }).catch(() => undefined);
    note.durationMs = Date.now() - note.startedAtMs;
    note.status = response?.status;
    note.headers = response?.headers;
    if (signal.aborted) throw new FhirError('aborted', resourceType);
    return { response, note };
  }

  /** A session that has ended throws here, before anything is sent. */
  async function liveToken(): Promise<string> {
    const token = session.accessToken();
    const { expiresAtMs = Infinity } = session.record();
    if (expiresAtMs <= Date.now() && !(await session.renew(token))) end();
    return session.accessToken();
  }

  return async (resourceType: string, url: URL, signal: AbortSignal): Promise<Answered> => {
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
