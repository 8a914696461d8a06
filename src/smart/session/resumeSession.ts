import { authorizationTexts } from '../authorization/authorization.messages.ts';
import { areOfSite } from '../discovery/endpoints.ts';
import { LaunchError } from '../errors/LaunchError.ts';
import { isBackNavigation } from './navigation.ts';
import { isLaunchKind, isUnlisted, UNLISTED, type Site } from '../site/site.ts';
import { textField } from '../site/untrustedJson.ts';
import { endCauseOf } from './endedSessions.ts';
import { isReplacedByLaunch, sessionKey, sessionOf, type Session } from './session.ts';
import { firstTimedEnd } from './sessionEndTimes.ts';
import { isStoredSession, type StoredSession } from './storedSession.ts';
import { randomKey, readWindowItem, writeWindowItem } from './windowStorage.ts';

/**
 * Returns the session of this window after a reload; undefined when there was none. Only the history entry of this window
 * names it, so that no other launch can put its patient here (client-rules.md row 72). Throws E13 when it has ended, here or in
 * another window, or when a later launch in this window has replaced it, E15 when its sign-in was under way, and E14 when storage is blocked. The sweep then
 * deletes its record and revokes its tokens (`sweepStorage.ts`).
 */
export function resumeSession(sites: readonly Site[]): Session | undefined {
  const sid = textField(history.state, 'sid');
  if (sid === '') {
    // The code of a sign-in was used, and the answer went to a page that is gone.
    const kind = textField(history.state, 'kind');
    if (isLaunchKind(kind))
      throw new LaunchError('E15', { kind, facts: { reason: authorizationTexts.pageWasLeft } });
    return undefined;
  }
  const key = sessionKey(sid);
  const found = readWindowItem(key);
  const owned = ownedRecord(found, sid, sites);
  const cause = endCauseOf(sid);
  if (owned === undefined) {
    // Without a record, the window may well have ended the session itself.
    const reason = cause === 'replaced' ? cause : isOfUnlisted(found, sid, sites) ? UNLISTED : undefined;
    throw new LaunchError('E13', reason === undefined ? undefined : { facts: { reason } });
  }
  const { record, site } = owned;
  const { kind, iss } = record;
  const seenAtMs = Math.max(Date.now(), record.seenAtMs);
  const { atMs: endedAtMs } = firstTimedEnd(record, site);
  if (endedAtMs <= seenAtMs) throw new LaunchError('E13', { site, kind, iss, endedAtMs });
  const reason = cause ?? (isBackNavigation() && isReplacedByLaunch(record) ? 'replaced' : undefined);
  if (reason !== undefined) throw new LaunchError('E13', { site, kind, iss, facts: { reason } });
  // From now on the record belongs to this page.
  const resumed = { ...record, page: randomKey(), seenAtMs };
  writeWindowItem(key, resumed);
  return sessionOf(resumed, site);
}

const isOfUnlisted = (found: unknown, sid: string, sites: readonly Site[]): boolean =>
  isStoredSession(found) && found.sid === sid && isUnlisted(found, sites);

/**
 * Returns a stored record with its site, if it is a session under this id, of a site in the site file, with all endpoints
 * where that allows them; else undefined.
 */
export function ownedRecord(
  found: unknown,
  sid: string,
  sites: readonly Site[],
): { readonly record: StoredSession; readonly site: Site } | undefined {
  if (!isStoredSession(found) || found.sid !== sid) return undefined;
  const site = sites.find(({ id }) => id === found.siteId);
  return site !== undefined && areOfSite(found, site) ? { record: found, site } : undefined;
}
