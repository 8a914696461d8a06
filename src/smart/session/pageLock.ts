import { hasWebLocks, isOwnedHere, ownerLockName } from './sessionOwner.ts';

const PREFIX = 'longview.page.';

/**
 * Says to all windows, by a Web Lock, that this page shows the session, until the page is left or the returned function is
 * called. A page that waits in the back-forward cache shows nothing, so it gives the lock back meanwhile.
 * https://www.w3.org/TR/web-locks/
 */
export function holdPageLock(sid: string, page: string): () => void {
  if (!hasWebLocks()) return () => {};
  let release = (): void => {};
  const hold = (): void => {
    const held = new Promise<void>((resolve) => (release = resolve));
    // A browser that refuses locks refuses storage too, so there is no session.
    navigator.locks.request(`${PREFIX}${sid}.${page}`, () => held).catch(() => undefined);
  };
  const over = new AbortController();
  addEventListener('pagehide', () => release(), { signal: over.signal });
  addEventListener('pageshow', ({ persisted }) => persisted && hold(), { signal: over.signal });
  hold();
  return () => {
    over.abort();
    release();
  };
}

/** Returns who shows which session at this moment, in any window of this browser's storage partition. */
export async function readPageLocks() {
  const { held = [] }: LockManagerSnapshot = hasWebLocks()
    ? await navigator.locks.query().catch(() => ({}))
    : {};
  const names = held.map(({ name = '' }) => name);
  return {
    /** Says whether this page is open and shows the session. */
    isOpen: (sid: string, page: string): boolean => names.includes(`${PREFIX}${sid}.${page}`),
    /** Says whether a page other than this one shows the session. */
    isShownBesides: (sid: string, page: string): boolean =>
      names.some((name) => name.startsWith(`${PREFIX}${sid}.`) && name !== `${PREFIX}${sid}.${page}`),
    /** Says whether another window renews the tokens for all. */
    isOwnedElsewhere: (sid: string): boolean => names.includes(ownerLockName(sid)) && !isOwnedHere(sid),
  };
}
