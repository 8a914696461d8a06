/** After a reload, the page before gives its lock back within moments. */
const LOCK_TIMEOUT_MS = 2000;
const owners = new Map<string, Promise<boolean>>();

/** This page holds the locks of these sessions. */
const ownedHere = new Set<string>();

/** Returns whether this page owns the session. */
export const isOwnedHere = (sid: string): boolean => ownedHere.has(sid);

/** Returns the name of the lock that the owner of a session holds. */
export const ownerLockName = (sid: string): string => `longview.session.${sid}`;

/**
 * Claims the session for this window. Resolves with whether this window may renew it: a duplicated tab holds a copy of
 * every token, so the first one has a lock for as long as it lives (client-rules.md row 73). https://www.w3.org/TR/web-locks/
 */
export function claimSession(sid: string): Promise<boolean> {
  const known = owners.get(sid) ?? claim(sid);
  owners.set(sid, known);
  return known;
}

/** Returns whether the browser has Web Locks. In one without, a window counts as the owner while it is visible. */
export const hasWebLocks = (): boolean => {
  const locks: LockManager | null | undefined = navigator.locks;
  return Boolean(locks);
};

async function claim(sid: string): Promise<boolean> {
  if (!hasWebLocks()) return true;
  return new Promise((resolve) => {
    const hold = (): Promise<never> => {
      ownedHere.add(sid);
      resolve(true);
      return new Promise(() => {}); // the lock is held until the window closes
    };
    navigator.locks
      .request(ownerLockName(sid), { signal: AbortSignal.timeout(LOCK_TIMEOUT_MS) }, hold)
      .catch(() => resolve(false));
  });
}
