import { isAbandonedSignIn, isPendingSignIn } from '../authorization/pendingSignIn.ts';
import { sweepRememberedDiscovery } from '../discovery/rememberedDiscovery.ts';
import type { Site } from '../site/site.ts';
import { fieldOf } from '../site/untrustedJson.ts';
import type { EndCause } from './duplicatedWindows.ts';
import { END_MARK_PREFIX, endCauseOf } from './endedSessions.ts';
import { releaseSession } from './endSession.ts';
import { readPageLocks } from './pageLock.ts';
import { ownedRecord } from './resumeSession.ts';
import { isViewInForce } from './returnToView.ts';
import { isReplacedByLaunch, sessionKey, type OpenedByLaunch } from './session.ts';
import { firstTimedEnd } from './sessionEndTimes.ts';
import type { StoredSession } from './storedSession.ts';
import { keysWithPrefix } from './storageKeys.ts';
import { deleteWindowItem, readWindowItem, windowItemKeys, writeWindowItem } from './windowStorage.ts';

/** A session that no page has shown for this time is abandoned. A page that is loaded again is back much earlier. */
const ABANDONED_AFTER_MS = 300_000;

/**
 * Deletes what lies in storage and belongs to nobody: sessions and sign-ins that are over or abandoned, also those of a
 * window that was restored or duplicated, those which a later launch in this window has replaced, and everything under our
 * prefix that is not ours. Tokens found in a record of ours are revoked. Each start of the app calls this, after the first
 * chart (decision 47). `own` is the session that this page shows or has shown. Never rejects.
 */
export async function sweepStorage(sites: readonly Site[], own?: OpenedByLaunch): Promise<void> {
  const locks = await readPageLocks();
  const endOf = (record: StoredSession, site: Site): EndCause | undefined => {
    const { sid, page, seenAtMs } = record;
    const nowMs = Math.max(Date.now(), seenAtMs);
    if (firstTimedEnd(record, site).atMs <= nowMs || endCauseOf(sid) !== undefined) return 'elsewhere';
    if (locks.isOpen(sid, page)) return undefined;
    // This also ends the session to which Back has just led, so that a reload there shows nobody either.
    if (isReplacedByLaunch(record, own)) return 'replaced';
    return nowMs - seenAtMs > ABANDONED_AFTER_MS ? 'elsewhere' : undefined;
  };
  for (const key of windowItemKeys('')) {
    const found = readRecord(key);
    const prefix = sessionKey('');
    const sid = key.startsWith(prefix) ? key.slice(prefix.length) : '';
    if (sid === '') {
      if (!isOtherRecordInForce(key, found)) deleteWindowItem(key);
    } else if (sid !== own?.sid) {
      const owned = ownedRecord(found, sid, sites);
      const cause = owned && endOf(owned.record, owned.site);
      if (owned !== undefined && cause === undefined) continue;
      deleteWindowItem(key);
      if (owned !== undefined) setAside({ record: owned.record, cause });
    }
  }
  const releasing = windowItemKeys(SET_ASIDE_PREFIX).map((key) => releaseSetAside(key, sites));
  sweepEndMarks(Date.now());
  sweepRememberedDiscovery(Date.now());
  await Promise.all(releasing);
}

/** A page that is left before the server knows of an end has to leave the tokens to the next one, under this prefix. Nobody resumes these. */
const SET_ASIDE_PREFIX = 'release.';

type SetAside = { readonly record: StoredSession; readonly cause: EndCause | undefined };

function setAside(ended: SetAside): void {
  try {
    writeWindowItem(SET_ASIDE_PREFIX + ended.record.sid, ended);
  } catch {
    return; // storage is blocked, so it held no record either
  }
}

/** Ends a session that was set aside at the server, and then forgets it. Never rejects. */
async function releaseSetAside(key: string, sites: readonly Site[]): Promise<void> {
  const found = readRecord(key);
  const owned = ownedRecord(fieldOf(found, 'record'), key.slice(SET_ASIDE_PREFIX.length), sites);
  const cause = fieldOf(found, 'cause') === 'replaced' ? 'replaced' : 'elsewhere';
  if (owned !== undefined) await releaseSession(owned.site, owned.record, { cause });
  deleteWindowItem(key);
}

/** Returns a record; undefined also when storage is blocked. */
function readRecord(key: string): unknown {
  try {
    return readWindowItem(key);
  } catch {
    return undefined;
  }
}

/** No session is longer than a day, so nobody looks for an older mark. */
const END_MARK_LIFE_MS = 2 * 24 * 3_600_000;

/** Deletes the marks of ended sessions after two days, and those that say no time. */
function sweepEndMarks(nowMs: number): void {
  try {
    for (const key of keysWithPrefix(localStorage, END_MARK_PREFIX))
      if (!(markTimeMs(localStorage.getItem(key)) > nowMs - END_MARK_LIFE_MS)) localStorage.removeItem(key);
  } catch {
    return; // storage is blocked
  }
}

function markTimeMs(text: string | null): number {
  try {
    return Number(fieldOf(JSON.parse(text ?? 'null'), 'atMs'));
  } catch {
    return Number.NaN; // the text is not ours
  }
}

/** Returns whether a record that is no session is a sign-in or a view of ours, and still of use. */
function isOtherRecordInForce(key: string, found: unknown): boolean {
  if (key.startsWith(SET_ASIDE_PREFIX)) return true; // it is released
  if (key === 'view') return isViewInForce(found);
  return key.startsWith('pending.') && isPendingSignIn(found) && !isAbandonedSignIn(found);
}
