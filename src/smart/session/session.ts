import type { LaunchError } from '../errors/LaunchError.ts';
import type { Site } from '../site/site.ts';
import { fieldOf, textField } from '../site/untrustedJson.ts';
import type { EndCause } from './duplicatedWindows.ts';
import { endCauseOf } from './endedSessions.ts';
import { holdPageLock } from './pageLock.ts';
import { CLOCK_TOLERANCE_MS, startSessionClock, type SessionClock } from './sessionClock.ts';
import { firstTimedEnd, type TimedEnd } from './sessionEndTimes.ts';
import type { StoredSession } from './storedSession.ts';
import {
  deleteWindowItem,
  hasWindowItem,
  readWindowItem,
  writeWindowItem,
  randomKey,
  windowItemKeys,
} from './windowStorage.ts';

/** This part changes while a session lasts. */
type Changing = Pick<
  StoredSession,
  | 'accessToken'
  | 'refreshToken'
  | 'expiresAtMs'
  | 'renewAtMs'
  | 'activeAtMs'
  | 'idToken'
  | 'audience'
  | 'appContext'
  | 'launchedView'
>;

/** An end is told with the record as it was until then, so that its tokens can be revoked. */
type EndListener = (error: LaunchError, last: StoredSession, isEverywhere: boolean) => void;

/** Renews the token of a session; resolves with whether there is a newer one. */
type Renewal = (session: Session) => Promise<boolean>;

/**
 * A session says whose record is read, from which server, and for how long. There is one per page load, and it ends once.
 */
export type Session = Omit<StoredSession, keyof Changing | 'siteId' | 'seenAtMs'> & {
  readonly site: Site;
  /** All times of the session are judged by this clock. */
  readonly clock: SessionClock;
  /** Returns the bearer token. Throws E13 once the session has ended. */
  accessToken(): string;
  /** Returns the first end that the session comes to when nobody ends it before. */
  timedEnd(): TimedEnd;
  /**
   * Returns why the session is over although it has not ended in this page; undefined when it is not. `isBack` asks more
   * closely, for a page that comes from the back-forward cache and must revive nothing (client-rules.md row 75).
   */
  endedBesides(isBack?: boolean): EndCause | 'lost' | undefined;
  /** Returns what is stored of the session as it is now, tokens included. */
  stored(): StoredSession;
  /** Changes it, in storage too. Does nothing once the session has ended. */
  change(change: Partial<Changing>): void;
  /** Sets how tokens are renewed. The app does so later, because a first load needs no renewal. */
  renewWith(renewal: Renewal): void;
  /** Gets a token newer than `used`, with one renewal at a time. Resolves with whether there is one. */
  renew(used: string): Promise<boolean>;
  /**
   * Ends the session: deletes its tokens, also in storage, and calls the listeners. `isEverywhere` ends it in duplicated
   * windows too. Without it, an end by time (E13) stays in this window, because another one may have a newer token.
   */
  end(error: LaunchError, isEverywhere?: boolean): void;
  /** Adds a listener for the end. */
  onEnd(listener: EndListener): void;
};

/** Returns the storage key of a session. */
export const sessionKey = (sid: string): string => `session.${sid}`;

/** A launch in this window has opened this session. */
export type OpenedByLaunch = Pick<StoredSession, 'sid' | 'openedAtMs'>;

/**
 * Returns whether a launch in this window has opened a session after the page of another one was left, so that Back must not
 * lead to that one (decision 47). `own` is the session of this page, whose record is gone once it has ended. Where windows
 * share one storage, the launch may be another window's. It then ends too much, and shows nothing that is wrong.
 */
export function isReplacedByLaunch({ sid, seenAtMs }: StoredSession, own?: OpenedByLaunch): boolean {
  const stored = windowItemKeys(sessionKey(''))
    .filter((key) => key !== sessionKey(sid))
    .map((key) => fieldOf(readWindowItem(key), 'openedAtMs'));
  const openedAtMs = own === undefined || own.sid === sid ? stored : [...stored, own.openedAtMs];
  // A page that seems to be left in the future was left before the clock was set back.
  const isClockSetBack = seenAtMs > Date.now() + CLOCK_TOLERANCE_MS;
  return openedAtMs.some((atMs) => isClockSetBack || (typeof atMs === 'number' && atMs > seenAtMs));
}

/**
 * Opens the session of this window and stores it for a reload, with its id in the history entry (decision 3). Throws E14.
 */
export function openSession(
  site: Site,
  granted: Omit<StoredSession, 'sid' | 'siteId' | 'page' | 'seenAtMs'>,
): Session {
  const seenAtMs = Math.max(granted.openedAtMs, granted.activeAtMs);
  const stored: StoredSession = {
    ...granted,
    sid: randomKey(),
    siteId: site.id,
    page: randomKey(),
    seenAtMs,
  };
  writeWindowItem(sessionKey(stored.sid), stored);
  history.replaceState({ sid: stored.sid }, '');
  return sessionOf(stored, site);
}

/** Returns a session made of what is stored of it. It is in force, and its clock runs, from now on. */
export function sessionOf(opened: StoredSession, site: Site): Session {
  let stored = opened;
  let ended: LaunchError | undefined;
  let renewal: Renewal | undefined;
  let renewing: Promise<boolean> | undefined;
  const listeners: EndListener[] = [];
  const clock = startSessionClock(opened.seenAtMs);
  const session: Session = {
    ...constant(opened),
    site,
    clock,
    accessToken() {
      if (ended !== undefined) throw ended;
      return stored.accessToken;
    },
    timedEnd: () => firstTimedEnd(stored, site),
    endedBesides(isBack = false) {
      const cause = endCauseOf(stored.sid);
      if (cause !== undefined || !isBack) return cause;
      if (isReplacedByLaunch(stored)) return 'replaced';
      return hasWindowItem(sessionKey(stored.sid)) ? undefined : 'lost';
    },
    stored: () => stored,
    change(change) {
      if (ended !== undefined) return;
      stored = { ...stored, ...change, seenAtMs: clock.nowMs() };
      // What is gone from storage stays gone: it was swept, or storage was lost. This page goes on and a reload will fail.
      if (!hasWindowItem(sessionKey(stored.sid))) return;
      try {
        writeWindowItem(sessionKey(stored.sid), stored);
      } catch {
        return; // storage is full
      }
    },
    renewWith: (how) => void (renewal = how),
    async renew(used) {
      if (ended !== undefined) return false;
      if (stored.accessToken !== used) return true;
      renewing ??= (renewal?.(session) ?? Promise.resolve(false))
        .catch(() => false) // its code could not be loaded, so the next request tries again
        .finally(() => (renewing = undefined));
      return renewing;
    },
    end(error, isEverywhere = error.code !== 'E13') {
      if (ended !== undefined) return;
      ended = error;
      const last = stored;
      stored = { ...stored, accessToken: '', refreshToken: undefined, idToken: undefined };
      deleteWindowItem(sessionKey(stored.sid));
      tellAll(listeners, error, last, isEverywhere);
    },
    onEnd: (listener) => void listeners.push(listener),
  };
  followInHistory(opened.sid);
  listeners.push(holdPageLock(opened.sid, opened.page));
  addEventListener('pagehide', () => session.change({})); // so that the next page knows the time
  return session;
}

/** Tells every listener, also where one before it fails: no token may stay alive, and no result on the screen. Throws that fault then. */
function tellAll(listeners: readonly EndListener[], ...end: Parameters<EndListener>): void {
  const [first, ...others] = listeners;
  try {
    first?.(...end);
  } finally {
    if (others.length > 0) tellAll(others, ...end);
  }
}

/** Returns the constant part of a session, so that nobody can hold a token that is no longer the current one. */
function constant(stored: StoredSession): Omit<StoredSession, keyof Changing | 'siteId' | 'seenAtMs'> {
  const { accessToken: _a, refreshToken: _r, expiresAtMs: _e, renewAtMs: _n, ...rest } = stored;
  const { activeAtMs: _c, idToken: _i, siteId: _s, seenAtMs: _t, audience: _u, ...more } = rest;
  const { appContext: _p, launchedView: _v, ...known } = more;
  return known;
}

/** The history of the page follows the session that it opened last. */
let followed = '';

/**
 * Adds the sid to every history entry: a link to a fragment makes one without, and a reload there needs the session. An
 * entry of another session is never taken over. The page is loaded again for it, and says what became of that session.
 */
function followInHistory(sid: string): void {
  followed = sid;
  const follow = (): void => {
    if (sid !== followed) return;
    const found = textField(history.state, 'sid');
    if (found === '') history.replaceState({ sid }, '');
    else if (found !== sid) location.reload();
  };
  addEventListener('popstate', follow);
  addEventListener('hashchange', follow);
}
