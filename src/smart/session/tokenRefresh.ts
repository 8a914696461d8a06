import * as v from 'valibot';
import { LaunchError } from '../errors/LaunchError.ts';
import { sessionKey, type Session } from './session.ts';
import { sessionRecordSchema } from './sessionRecord.ts';
import { cannotAgree, claimSession } from './sessionOwner.ts';
import { isBearerResponse, tokenLifetime } from '../authorization/tokenResponse.ts';
import { textField } from '../site/untrustedJson.ts';
import { readWindowRecord } from './windowRecord.ts';

const LONGEST_WAIT_MS = 15_000;
const TIME_LIMIT_MS = 10_000;
/** After an answer that did not come; whoever needs the token later asks again. */
const PAUSES_MS = [1000, 2000, 4000];

/** When the next try is due after all of these failed. */
const AGAIN_MS = 8000;

/** `refused`: asking again soon is of no use. */
type Outcome = 'renewed' | 'refused' | 'unanswered';

/**
 * Gets the next access token: true when the session has a newer one now. One renewal at a time over all windows that
 * hold this session. The refresh token goes only when the server says `invalid_grant`; an abort, a 503 or no network
 * leaves it. Another patient or encounter in the answer ends the session (E12).
 * https://hl7.org/fhir/smart-app-launch/STU2.2/app-launch.html#refresh-access-token
 */
export async function refreshTokens(session: Session): Promise<boolean> {
  if (session.record().refreshToken === undefined) return false;
  if (cannotAgree() && document.visibilityState !== 'visible') return false; // once it is seen again
  if (!(await claimSession(session.sid))) {
    // A duplicated window: a refresh token used twice would end both (RFC 9700 4.14.2).
    session.change({ refreshToken: undefined });
    return false;
  }
  for (let attempt = 0; ; attempt += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one try after the other
    const outcome = await alone(session.sid, () => renewed(session).catch(() => 'unanswered'));
    const pauseMs = PAUSES_MS[attempt];
    if (outcome === 'renewed') return true;
    if (outcome === 'refused' || pauseMs === undefined || isExpired(session)) {
      putOff(session, outcome);
      return false;
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** A token that cannot be had now is asked for a little later, or once more when the old one has run out. */
function putOff(session: Session, outcome: Outcome): void {
  const { refreshToken, expiresAtMs = Infinity } = session.record();
  if (refreshToken === undefined || expiresAtMs === Infinity) return;
  const soonMs = outcome === 'refused' ? Infinity : Date.now() + AGAIN_MS;
  session.change({ renewAtMs: Math.min(expiresAtMs, soonMs) });
}

const isExpired = (session: Session): boolean => (session.record().expiresAtMs ?? Infinity) <= Date.now();

/** Locks can hang for ever in a frozen window, so the wait has a limit; whoever needs the token later waits again. */
async function alone(sid: string, act: () => Promise<Outcome>): Promise<Outcome> {
  if (cannotAgree()) return act();
  const signal = AbortSignal.timeout(LONGEST_WAIT_MS);
  return navigator.locks.request(`longview.refresh.${sid}`, { signal }, act).catch((): Outcome => 'refused');
}

/** A window that shares our storage was faster; an older record there is one of a window that was slower. */
function tookFromStorage(session: Session): boolean {
  const { accessToken, expiresAtMs = 0 } = session.record();
  const stored = readWindowRecord(sessionKey(session.sid));
  if (!v.is(sessionRecordSchema, stored) || stored.accessToken === accessToken) return false;
  if ((stored.expiresAtMs ?? 0) <= expiresAtMs) return false;
  session.change(stored);
  return true;
}

async function renewed(session: Session): Promise<Outcome> {
  const { refreshToken } = session.record();
  if (refreshToken === undefined) return 'refused'; // the session ended meanwhile
  if (tookFromStorage(session)) return 'renewed';
  const response = await fetch(session.endpoints.token, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      client_id: session.site.clientId, // not in SMART's table, but demanded by real servers
    }),
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(TIME_LIMIT_MS),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok && isBearerResponse(answer)) return taken(session, answer);
  if (textField(answer, 'error') === 'invalid_grant') {
    session.change({ refreshToken: undefined });
    return 'refused';
  }
  // A proxy's page, 429 and 5xx pass; what else a server says about this request it would say again.
  const passes = response.ok || response.status === 429 || response.status >= 500;
  return passes ? 'unanswered' : 'refused';
}

function taken(session: Session, answer: object): Outcome {
  const isOther = (name: string, known: string | undefined): boolean =>
    textField(answer, name) !== '' && textField(answer, name) !== known;
  if (isOther('patient', session.patientId) || isOther('encounter', session.encounterId)) {
    const { site, kind, iss } = session;
    session.end(
      new LaunchError('E12', { site, kind, iss, facts: { reason: 'the renewed token names another' } }),
    );
    return 'refused';
  }
  const rotated = textField(answer, 'refresh_token');
  session.change({
    accessToken: textField(answer, 'access_token'),
    ...tokenLifetime(answer, Date.now()),
    ...(rotated !== '' && { refreshToken: rotated }),
  });
  return 'renewed';
}
