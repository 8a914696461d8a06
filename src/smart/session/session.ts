import type { Endpoints } from '../discovery/discovery.ts';
import { LaunchError } from '../errors/LaunchError.ts';
import type { Site, LaunchKind } from '../site/site.ts';
import { fieldOf, objectField, textField } from '../site/untrustedJson.ts';
import { deleteWindowRecord, writeWindowRecord, readWindowRecord, randomKey } from './windowRecord.ts';

/** What a window keeps of its session for a reload. No patient data; the verifier is gone. */
export type SessionRecord = {
  readonly sid: string;
  readonly siteId: string;
  readonly kind: LaunchKind;
  readonly iss: string;
  readonly patientId: string;
  readonly encounterId: string | undefined;
  readonly banner: 'full' | 'compact';
  readonly intent: string | undefined;
  readonly tenant: string | undefined;
  /** `Type:role` of what else was open in the EHR. */
  readonly fhirContext: readonly string[];
  /** Where the EHR's own look can be read; the origin alone where the site does not list it. */
  readonly styleUrl: string | undefined;
  readonly asked: string;
  /** As granted; as asked where the server did not say. */
  readonly scope: string;
  readonly isScopeSent: boolean;
  /** Resource types asked for and not granted, and those granted in part only. */
  readonly lacks: { readonly none: readonly string[]; readonly part: readonly string[] };
  readonly endpoints: Endpoints;
  readonly openedAtMs: number;
  /** Only when identity is asked: to check the id_token against. */
  readonly nonce: string | undefined;
  /** Another window waits for this session under this nonce. */
  readonly handTo: string | undefined;
} & Changing;

/** What changes while a session lasts. */
type Changing = {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  /** undefined when the server did not say. */
  readonly expiresAtMs: number | undefined;
  readonly renewAtMs: number | undefined;
  /** When somebody last used the window. */
  readonly activeAtMs: number;
  readonly idToken: string | undefined;
};

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

/**
 * The session of this window after a reload; undefined when there was none. Throws E13 when it has ended, E14 when
 * storage is blocked. Only this window's own history entry names it, so no other launch can put its patient here.
 */
export function resumeSession(sites: readonly Site[]): Session | undefined {
  const sid = textField(history.state, 'sid');
  if (sid === '') return undefined;
  const record = readWindowRecord(sessionKey(sid));
  const site =
    isSessionRecord(record) && record.sid === sid ? sites.find(({ id }) => id === record.siteId) : undefined;
  if (!isSessionRecord(record) || site === undefined) throw new LaunchError('E13');
  const endedAtMs = sessionEndMs(record, site);
  if (endedAtMs <= Date.now()) {
    deleteWindowRecord(sessionKey(sid));
    throw new LaunchError('E13', { site, kind: record.kind, iss: record.iss, endedAtMs });
  }
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

export function isSessionRecord(value: unknown): value is SessionRecord {
  const isNumber = (name: string): boolean => ['number', 'undefined'].includes(typeof fieldOf(value, name));
  return (
    ['accessToken', 'patientId', 'iss', 'siteId', 'sid', 'kind'].every(
      (name) => textField(value, name) !== '',
    ) &&
    ['expiresAtMs', 'renewAtMs'].every(isNumber) &&
    typeof fieldOf(value, 'activeAtMs') === 'number' &&
    objectField(value, 'endpoints') !== undefined
  );
}

function sessionOf(opened: SessionRecord, site: Site): Session {
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
