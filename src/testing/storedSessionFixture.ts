/** This file lays stored session into storage, as pages that are gone have left them. */
import { LaunchError } from '../smart/errors/LaunchError.ts';
import { releaseSession } from '../smart/session/endSession.ts';
import type { Session } from '../smart/session/session.ts';
import type { StoredSession } from '../smart/session/storedSession.ts';
import { granted, siteOf } from './sessionFixture.ts';

type Lock = { readonly name: string };

/**
 * Returns a record of a page that is gone. `times` are in epoch ms; the session was opened, used and seen at `atMs`.
 */
export const abandonedSession = (
  sid: string,
  atMs: number,
  more: Partial<StoredSession> = {},
): StoredSession => ({
  ...granted(`patient of ${sid}`),
  sid,
  siteId: siteOf().id,
  page: `page of ${sid}`,
  accessToken: `access of ${sid}`,
  refreshToken: `refresh of ${sid}`,
  openedAtMs: atMs,
  activeAtMs: atMs,
  seenAtMs: atMs,
  expiresAtMs: atMs + 3_600_000,
  ...more,
});

/** Lays a record into sessionStorage under the key of its session. */
export const storeSession = (record: StoredSession): void =>
  sessionStorage.setItem(`longview.session.${record.sid}`, JSON.stringify(record));

/** Returns the name of the lock by which a page shows its session. */
export const pageLockOf = ({ sid, page }: Pick<StoredSession | Session, 'sid' | 'page'>): string =>
  `longview.page.${sid}.${page}`;

/** Returns a lock manager that says that these locks are held, by other windows. */
export const locksHeld = (...names: readonly string[]): LockManager => ({
  query: async () => ({ held: names.map((name): Lock => ({ name })), pending: [] }),
  request: () => new Promise(() => {}),
});

/** Returns the tokens that a list of requests revoked. */
export const revokedTokens = (calls: readonly (readonly unknown[])[]): readonly string[] =>
  calls.map(([, init]) => {
    const body: unknown = Reflect.get(Object(init), 'body');
    return body instanceof URLSearchParams ? (body.get('token') ?? '') : '';
  });

/** Ends a session on purpose, in every window, and resolves when the server has been told. */
export async function endAndRelease(session: Session): Promise<void> {
  const last = session.stored();
  session.end(new LaunchError('E13', { facts: { reason: 'byReader' } }), true);
  await releaseSession(session.site, last, { isEverywhere: true });
}
