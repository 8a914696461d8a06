import { LaunchError } from './LaunchError.ts';
import type { LaunchKind } from './scopes.ts';
import type { Site } from './site.ts';
import { fieldOf, textOf } from './untrusted.ts';
import { forget, keep, kept, randomKey } from './windowRecord.ts';

/** What a window keeps of its session for a reload. No patient data; the verifier is gone. */
export type SessionRecord = {
  readonly sid: string;
  readonly siteId: string;
  readonly kind: LaunchKind;
  readonly iss: string;
  readonly patientId: string;
  readonly encounterId: string | undefined;
  readonly banner: 'full' | 'compact';
  /** As granted; as asked where the server did not say. */
  readonly scope: string;
  readonly accessToken: string;
  readonly openedAtMs: number;
  /** undefined when the server did not say. */
  readonly expiresAtMs: number | undefined;
};

/** Who is read, from where, and for how long. One per page load; ends once and for good. */
export type Session = Omit<SessionRecord, 'accessToken' | 'siteId'> & {
  readonly site: Site;
  /** The bearer token. Throws E13 once the session has ended. */
  accessToken(): string;
  /** Wipes the token, here and in the window's record, and tells whoever listens. */
  end(error: LaunchError): void;
  onEnd(listener: (error: LaunchError) => void): void;
};

const sessionKey = (sid: string): string => `session.${sid}`;

/** A fresh session of this window: kept for its reload, its key in the window's own history entry. */
export function openSession(site: Site, granted: Omit<SessionRecord, 'sid' | 'siteId'>): Session {
  const record: SessionRecord = { ...granted, sid: randomKey(), siteId: site.id };
  keep(sessionKey(record.sid), record);
  history.replaceState({ sid: record.sid }, '');
  return sessionOf(record, site);
}

/**
 * The session of this window after a reload; undefined when there was none. Throws E13 when it has ended, E14 when
 * storage is blocked. Only this window's own history entry names it, so no other launch can put its patient here.
 */
export function resumeSession(sites: readonly Site[]): Session | undefined {
  const sid = textOf(history.state, 'sid');
  if (sid === '') return undefined;
  const record = kept(sessionKey(sid));
  const site =
    isSessionRecord(record) && record.sid === sid ? sites.find(({ id }) => id === record.siteId) : undefined;
  if (!isSessionRecord(record) || site === undefined) throw new LaunchError('E13');
  if (record.expiresAtMs !== undefined && record.expiresAtMs <= Date.now()) {
    forget(sessionKey(sid));
    throw new LaunchError('E13', site.label, {}, record.expiresAtMs);
  }
  return sessionOf(record, site);
}

function isSessionRecord(value: unknown): value is SessionRecord {
  return (
    ['accessToken', 'patientId', 'iss', 'siteId'].every((name) => textOf(value, name) !== '') &&
    ['number', 'undefined'].includes(typeof fieldOf(value, 'expiresAtMs'))
  );
}

function sessionOf({ accessToken, siteId, ...known }: SessionRecord, site: Site): Session {
  let token: string | undefined = accessToken;
  let ended = new LaunchError('E13', site.label);
  const listeners: ((error: LaunchError) => void)[] = [];
  const session: Session = {
    ...known,
    site,
    accessToken() {
      if (token === undefined) throw ended;
      return token;
    },
    end(error) {
      if (token === undefined) return;
      token = undefined;
      ended = error;
      forget(sessionKey(known.sid));
      for (const listener of listeners) listener(error);
    },
    onEnd: (listener) => void listeners.push(listener),
  };
  endOnExpiry(session);
  followInHistory(known.sid);
  return session;
}

/** A link to a fragment makes a history entry without state; a reload there must still find this window's session. */
function followInHistory(sid: string): void {
  const follow = (): void => {
    if (textOf(history.state, 'sid') !== sid) history.replaceState({ sid }, '');
  };
  addEventListener('popstate', follow);
  addEventListener('hashchange', follow);
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;

function endOnExpiry(session: Session): void {
  const { expiresAtMs } = session;
  if (expiresAtMs === undefined) return;
  const check = (): void => {
    if (Date.now() >= expiresAtMs) session.end(new LaunchError('E13', session.site.label, {}, expiresAtMs));
    else setTimeout(check, Math.min(expiresAtMs - Date.now(), LONGEST_TIMER_MS));
  };
  check();
  // A sleeping machine stops timers; a page from the back-forward cache must look again before it shows anything.
  addEventListener('pageshow', check);
  document.addEventListener('visibilitychange', check);
}
