const GIVEN_BACK_MS = 2000;
const owners = new Map<string, Promise<boolean>>();

/**
 * Whether this window is the one that may renew the session. A duplicated tab holds a copy of everything, so the lock
 * goes to the first and for as long as it lives. After a reload the lock of the page before is back within moments.
 */
export function claimSession(sid: string): Promise<boolean> {
  const known = owners.get(sid) ?? claim(`longview.session.${sid}`);
  owners.set(sid, known);
  return known;
}

/** Some embedded browsers have no Web Locks: there a window counts as the owner while it is seen. */
export const cannotAgree = (): boolean => {
  const locks: LockManager | undefined = navigator.locks;
  return locks === undefined;
};

async function claim(name: string): Promise<boolean> {
  if (cannotAgree()) return true;
  return new Promise((resolve) => {
    const hold = (): Promise<never> => {
      resolve(true);
      return new Promise(() => {}); // held until the window goes
    };
    navigator.locks
      .request(name, { signal: AbortSignal.timeout(GIVEN_BACK_MS) }, hold)
      .catch(() => resolve(false));
  });
}
