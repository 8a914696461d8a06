import { sessionTexts } from '../session.messages.ts';
import { sendRequest } from '../../../network/serverRequest.ts';
import { LaunchError } from '../../errors/LaunchError.ts';
import { revokeTokens } from '../endSession.ts';
import { sessionKey, type Session } from '../session.ts';
import { isStoredSession } from '../storedSession.ts';
import { claimSession, hasWebLocks } from '../sessionOwner.ts';
import { namedId, scopeIn, tokenResponseOf, tokensOf } from '../../authorization/tokenResponse.ts';
import { missingGrants } from '../../authorization/missingGrants.ts';
import { isGranted } from '../../authorization/scopes.ts';
import { tokenLifetime } from './tokenLifetime.ts';
import { fieldOf, textField } from '../../site/untrustedJson.ts';
import { readWindowItem } from '../windowStorage.ts';

/** The lock must be free within this time. */
const LOCK_TIMEOUT_MS = 15_000;
const TIME_LIMIT_MS = 10_000;
/** Tries that nobody answered are followed by these pauses. */
const PAUSES_MS = [1000, 2000, 4000];

/** A server that lets each try wait is asked no further after this time, because the reading waits too. */
const LONGEST_MS = 15_000;

/** After all of these tries, the next renewal is due after this time. */
const RETRY_AFTER_MS = 8000;

/** A try ends in one of these ways. After `refused`, another try soon is of no use. */
type Outcome = 'renewed' | 'refused' | 'unanswered';

/**
 * Renews the access token. Resolves with whether the session has a newer one. One window at a time renews a session
 * (client-rules.md row 47). The refresh token is dropped only on `invalid_grant`; an abort, a 503 or a lost network keep it
 * (client-rules.md row 48). A response for another patient or encounter ends the session with E12 (client-rules.md row 49).
 * https://hl7.org/fhir/smart-app-launch/STU2.2/app-launch.html#refresh-access-token
 */
export async function refreshTokens(session: Session): Promise<boolean> {
  if (session.stored().refreshToken === undefined) return false;
  // Without locks, only the visible window renews.
  if (!hasWebLocks() && document.visibilityState !== 'visible') return false;
  if (!(await claimSession(session.sid))) {
    // This is a duplicated window. Using a refresh token twice would end both sessions (RFC 9700 4.14.2).
    session.change({ refreshToken: undefined });
    return false;
  }
  const startedAtMs = Date.now();
  for (let attempt = 0; ; attempt += 1) {
    // oxlint-disable-next-line no-await-in-loop -- tries follow each other
    const outcome = await withRefreshLock(session.sid, () => renewOnce(session).catch(() => 'unanswered'));
    const pauseMs = PAUSES_MS[attempt];
    if (outcome === 'renewed') return true;
    const isTooLate = Date.now() - startedAtMs > LONGEST_MS;
    if (outcome === 'refused' || pauseMs === undefined || isTooLate || isExpired(session)) {
      scheduleRetry(session, outcome);
      return false;
    }
    // oxlint-disable-next-line no-await-in-loop -- tries follow each other
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** Schedules the next renewal a little later, or after a refusal when the old token expires. */
function scheduleRetry(session: Session, outcome: Outcome): void {
  const { refreshToken, expiresAtMs = Infinity } = session.stored();
  if (refreshToken === undefined || expiresAtMs === Infinity) return;
  const soonMs = outcome === 'refused' ? Infinity : session.clock.nowMs() + RETRY_AFTER_MS;
  session.change({ renewAtMs: Math.min(expiresAtMs, soonMs) });
}

const isExpired = (session: Session): boolean =>
  (session.stored().expiresAtMs ?? Infinity) <= session.clock.nowMs();

/** Holds the lock of the session during `act`. A frozen window can hold a lock for ever, so the wait has a limit. */
async function withRefreshLock(sid: string, act: () => Promise<Outcome>): Promise<Outcome> {
  if (!hasWebLocks()) return act();
  const signal = AbortSignal.timeout(LOCK_TIMEOUT_MS);
  return navigator.locks.request(`longview.refresh.${sid}`, { signal }, act).catch((): Outcome => 'refused');
}

/** Takes a newer token from storage that another window put there. An older one there comes from a slower window. */
function adoptStoredTokens(session: Session): boolean {
  const { sid, iss, patientId, accessToken, expiresAtMs = 0 } = session.stored();
  const stored = readWindowItem(sessionKey(sid));
  if (!isStoredSession(stored) || stored.accessToken === accessToken) return false;
  // A token of somebody else would read another record under this patient's name.
  if (stored.sid !== sid || stored.iss !== iss || stored.patientId !== patientId) return false;
  if ((stored.expiresAtMs ?? 0) <= expiresAtMs) return false;
  const { refreshToken, renewAtMs } = stored;
  session.change({
    accessToken: stored.accessToken,
    refreshToken,
    renewAtMs,
    expiresAtMs: stored.expiresAtMs,
  });
  return true;
}

/** Tries once to get the next token. */
async function renewOnce(session: Session): Promise<Outcome> {
  const { refreshToken } = session.stored();
  if (refreshToken === undefined) return 'refused'; // the session has ended meanwhile
  if (adoptStoredTokens(session)) return 'renewed';
  const response = await sendRequest(session.endpoints.token, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      client_id: session.site.clientId, // SMART does not list it here, but servers demand it (client-rules.md row 46)
    }),
    signal: AbortSignal.timeout(TIME_LIMIT_MS),
  });
  const { body, granted } = tokenResponseOf(await response.text().catch(() => ''));
  if (response.ok && granted !== undefined) return applyTokens(session, granted);
  if (textField(body, 'error') === 'invalid_grant') {
    session.change({ refreshToken: undefined });
    return 'refused';
  }
  // An answer that must not be used may hold tokens all the same.
  void revokeTokens(session.endpoints.revocation, session.site, tokensOf(body));
  // A page of a proxy, 429 and 5xx may be over at the next try. Every other answer would come again.
  const isTransient = response.ok || response.status === 429 || response.status >= 500;
  return isTransient ? 'unanswered' : 'refused';
}

/**
 * Stores the new tokens. Those for another patient or encounter end the session. They are revoked, as are those that come
 * after the end (decision 47).
 */
function applyTokens(session: Session, answer: object): Outcome {
  const tokens = tokensOf(answer);
  const revoke = (): Outcome => {
    void revokeTokens(session.endpoints.revocation, session.site, tokens); // the session never had these
    return 'refused';
  };
  if (session.stored().accessToken === '') return revoke();
  // A number or a list is not the text that the launch named, so it counts as another. Some servers send null or ''.
  const isSent = (name: string): boolean => (fieldOf(answer, name) ?? '') !== '';
  const { patientId, encounterId } = session;
  // Where the launch named no encounter, or none that could be read, there is none that could have changed.
  const isOther =
    (isSent('patient') && namedId(answer, 'Patient') !== patientId) ||
    (encounterId !== undefined && isSent('encounter') && namedId(answer, 'Encounter') !== encounterId);
  if (isOther) {
    const { site, kind, iss } = session;
    session.end(
      new LaunchError('E12', { site, kind, iss, facts: { reason: sessionTexts('renewedForAnother') } }),
    );
    return revoke();
  }
  if (isNarrowed(session, answer)) {
    const { site, kind, iss } = session;
    const facts = { reason: 'narrowed' };
    session.end(new LaunchError('E13', { site, kind, iss, facts, endedAtMs: Date.now() }), true);
    return revoke();
  }
  const { accessToken, refreshToken = session.stored().refreshToken } = tokens;
  session.change({ accessToken, refreshToken, ...tokenLifetime(answer, session.clock.nowMs()) });
  return 'renewed';
}

/**
 * Returns whether the new token may read less of what the session reads. What is not granted any more would be missing without a word, where
 * a server leaves it out of its answers, and be called gone when the record is read again. So the session ends, and the next one knows its
 * grants (client-rules.md row 42). A scope that names no resource at all says nothing of them.
 * https://www.rfc-editor.org/rfc/rfc6749#section-6
 */
function isNarrowed({ requestedScope, scope }: Session, answer: object): boolean {
  const granted = scopeIn(answer) ?? '';
  if (!/(?:^|[\s/])(?:patient|user)[/.]/.test(granted)) return false;
  const shortOf = (before: string): readonly string[] => Object.values(missingGrants(before, granted)).flat();
  const missedBefore = Object.values(missingGrants(requestedScope, scope)).flat();
  const isRead = (type: string): boolean => isGranted(requestedScope, type, type === 'Patient' ? 'r' : 's');
  return shortOf(requestedScope).some((type) => !missedBefore.includes(type)) || shortOf(scope).some(isRead);
}
