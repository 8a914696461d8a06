import type { LaunchError } from '../errors/LaunchError.ts';
import type { Site } from '../site/site.ts';
import { textField } from '../site/untrustedJson.ts';
import type { SessionRecord } from './sessionRecord.ts';
import { deleteWindowRecord, writeWindowRecord, randomKey } from './windowRecord.ts';

/** This part changes while a session lasts. */
type Changing = Pick<
  SessionRecord,
  'accessToken' | 'refreshToken' | 'expiresAtMs' | 'renewAtMs' | 'activeAtMs' | 'idToken'
>;

/** An end is told with the record as it was until then, so that its tokens can be revoked. */
type EndListener = (error: LaunchError, last: SessionRecord) => void;

/** Renews the token of a session; resolves with whether there is a newer one. */
type Renewal = (session: Session) => Promise<boolean>;

/**
 * A session says whose record is read, from which server, and for how long. There is one per page load, and it ends once.
 */
export type Session = Omit<SessionRecord, keyof Changing | 'siteId'> & {
  readonly site: Site;
  /** Returns the bearer token. Throws E13 once the session has ended. */
  accessToken(): string;
  /** Returns the record as it is now, tokens included. */
  record(): SessionRecord;
  /** Changes the record, also in storage. Does nothing once the session has ended. */
  change(change: Partial<Changing>): void;
  /** Sets how tokens are renewed. The app does so later, because a first load needs no renewal. */
  renewWith(renewal: Renewal): void;
  /** Gets a token newer than `used`, with one renewal at a time. Resolves with whether there is one. */
  renew(used: string): Promise<boolean>;
  /** Ends the session: deletes its tokens, also in storage, and calls the listeners. */
  end(error: LaunchError): void;
  /** Adds a listener for the end. */
  onEnd(listener: EndListener): void;
};

/** Returns the storage key of a session. */
export const sessionKey = (sid: string): string => `session.${sid}`;

/**
 * Opens the session of this window and stores it for a reload, with its id in the history entry (decision 3). Throws E14.
 */
export function openSession(site: Site, granted: Omit<SessionRecord, 'sid' | 'siteId'>): Session {
  const record: SessionRecord = { ...granted, sid: randomKey(), siteId: site.id };
  writeWindowRecord(sessionKey(record.sid), record);
  history.replaceState({ sid: record.sid }, '');
  return sessionOf(record, site);
}

/** Returns when the session ends, in epoch ms: by inactivity, or with a token that cannot be renewed. */
export const sessionEndMs = (
  {
    activeAtMs,
    expiresAtMs = Infinity,
    refreshToken,
  }: Pick<Changing, 'activeAtMs' | 'expiresAtMs' | 'refreshToken'>,
  site: Site,
): number =>
  Math.min(activeAtMs + site.idleMinutes * 60_000, refreshToken === undefined ? expiresAtMs : Infinity);

/** Returns the session that a record describes. It is in force from now on. */
export function sessionOf(opened: SessionRecord, site: Site): Session {
  let record = opened;
  let ended: LaunchError | undefined;
  let renewal: Renewal | undefined;
  let renewing: Promise<boolean> | undefined;
  const listeners: EndListener[] = [];
  const session: Session = {
    ...constant(opened),
    site,
    accessToken() {
      if (ended !== undefined) throw ended;
      return record.accessToken;
    },
    record: () => record,
    change(change) {
      if (ended !== undefined) return;
      record = { ...record, ...change };
      try {
        writeWindowRecord(sessionKey(record.sid), record);
      } catch {
        return; // storage was lost, so this page goes on and a reload will fail
      }
    },
    renewWith: (how) => void (renewal = how),
    async renew(used) {
      if (ended !== undefined) return false;
      if (record.accessToken !== used) return true;
      renewing ??= (renewal?.(session) ?? Promise.resolve(false))
        .catch(() => false) // its code could not be loaded, so the next request tries again
        .finally(() => (renewing = undefined));
      return renewing;
    },
    end(error) {
      if (ended !== undefined) return;
      ended = error;
      const last = record;
      record = { ...record, accessToken: '', refreshToken: undefined, idToken: undefined };
      deleteWindowRecord(sessionKey(record.sid));
      for (const listener of listeners) listener(error, last);
    },
    onEnd: (listener) => void listeners.push(listener),
  };
  followInHistory(opened.sid);
  return session;
}

/** Returns the constant part of a session, so that nobody can hold a token that is no longer the current one. */
function constant(record: SessionRecord): Omit<SessionRecord, keyof Changing | 'siteId'> {
  const { accessToken: _a, refreshToken: _r, expiresAtMs: _e, renewAtMs: _n, ...rest } = record;
  const { activeAtMs: _c, idToken: _i, siteId: _s, ...known } = rest;
  return known;
}

/** Adds the sid to every history entry: a link to a fragment makes one without, and a reload there needs the session. */
function followInHistory(sid: string): void {
  const follow = (): void => {
    if (textField(history.state, 'sid') !== sid) history.replaceState({ sid }, '');
  };
  addEventListener('popstate', follow);
  addEventListener('hashchange', follow);
}
