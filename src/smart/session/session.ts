import type { LaunchError } from '../errors/LaunchError.ts';
import type { Site } from '../site/site.ts';
import { textField } from '../site/untrustedJson.ts';
import type { SessionRecord } from './sessionRecord.ts';
import { deleteWindowRecord, writeWindowRecord, randomKey } from './windowRecord.ts';

/** What changes while a session lasts. */
type Changing = Pick<
  SessionRecord,
  'accessToken' | 'refreshToken' | 'expiresAtMs' | 'renewAtMs' | 'activeAtMs' | 'idToken'
>;

type Renewal = (session: Session) => Promise<boolean>;

/** Who is read, from where, and for how long. One per page load; ends once and for good. */
export type Session = Omit<SessionRecord, keyof Changing | 'siteId'> & {
  readonly site: Site;
  /** The bearer token. Throws E13 once the session has ended. */
  accessToken(): string;
  /** The record as it stands now, tokens included. */
  record(): SessionRecord;
  /** Changes the record, here and for the next reload. Nothing happens once the session has ended. */
  change(change: Partial<Changing>): void;
  /** How to get the next token; the app brings it, since no first load needs it. */
  renewWith(renewal: Renewal): void;
  /** A token newer than the one used: true when there is one, now. Never two renewals at once. */
  renew(used: string): Promise<boolean>;
  /** Wipes the tokens, here and in the window's record, and tells whoever listens. */
  end(error: LaunchError): void;
  onEnd(listener: (error: LaunchError) => void): void;
};

export const sessionKey = (sid: string): string => `session.${sid}`;

/** A fresh session of this window: kept for its reload, its key in the window's own history entry. */
export function openSession(site: Site, granted: Omit<SessionRecord, 'sid' | 'siteId'>): Session {
  const record: SessionRecord = { ...granted, sid: randomKey(), siteId: site.id };
  writeWindowRecord(sessionKey(record.sid), record);
  history.replaceState({ sid: record.sid }, '');
  return sessionOf(record, site);
}

/** When it is over: left alone too long, or the token ran out and there is no other. Infinity when nothing says. */
export const sessionEndMs = (
  {
    activeAtMs,
    expiresAtMs = Infinity,
    refreshToken,
  }: Pick<Changing, 'activeAtMs' | 'expiresAtMs' | 'refreshToken'>,
  site: Site,
): number =>
  Math.min(activeAtMs + site.idleMinutes * 60_000, refreshToken === undefined ? expiresAtMs : Infinity);

/** The session that this record describes, which is in force from now on. */
export function sessionOf(opened: SessionRecord, site: Site): Session {
  let record = opened;
  let ended: LaunchError | undefined;
  let renewal: Renewal | undefined;
  let renewing: Promise<boolean> | undefined;
  const listeners: ((error: LaunchError) => void)[] = [];
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
        return; // storage went away meanwhile: this page goes on, a reload will say so
      }
    },
    renewWith: (how) => void (renewal = how),
    async renew(used) {
      if (ended !== undefined) return false;
      if (record.accessToken !== used) return true;
      renewing ??= (renewal?.(session) ?? Promise.resolve(false))
        .catch(() => false) // its code could not be loaded; the next who needs a token tries again
        .finally(() => (renewing = undefined));
      return renewing;
    },
    end(error) {
      if (ended !== undefined) return;
      ended = error;
      record = { ...record, accessToken: '', refreshToken: undefined, idToken: undefined };
      deleteWindowRecord(sessionKey(record.sid));
      for (const listener of listeners) listener(error);
    },
    onEnd: (listener) => void listeners.push(listener),
  };
  followInHistory(opened.sid);
  return session;
}

/** What does not change, so that no one can hold a token that is no longer the current one. */
function constant(record: SessionRecord): Omit<SessionRecord, keyof Changing | 'siteId'> {
  const { accessToken: _a, refreshToken: _r, expiresAtMs: _e, renewAtMs: _n, ...rest } = record;
  const { activeAtMs: _c, idToken: _i, siteId: _s, ...known } = rest;
  return known;
}

/** A link to a fragment makes a history entry without state; a reload there must still find this window's session. */
function followInHistory(sid: string): void {
  const follow = (): void => {
    if (textField(history.state, 'sid') !== sid) history.replaceState({ sid }, '');
  };
  addEventListener('popstate', follow);
  addEventListener('hashchange', follow);
}
