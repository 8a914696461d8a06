const GIVEN_BACK_MS = 2000;
const owners = new Map<string, Promise<boolean>>();

/**
 * Whether this window is the one that may renew the session. A duplicated tab holds a copy of everything, so the lock
 * goes to the first and for as long as it lives. After a reload the lock of the page before is back within moments.
 */
export function ownsSession(sid: string): Promise<boolean> {
  const known = owners.get(sid) ?? claim(`longview.session.${sid}`);
  owners.set(sid, known);
  return known;
}

async function claim(name: string): Promise<boolean> {
  const locks: LockManager | undefined = navigator.locks;
  if (locks === undefined) return document.visibilityState === 'visible';
  return new Promise((resolve) => {
    const hold = (): Promise<never> => {
      resolve(true);
      return new Promise(() => {}); // held until the window goes
    };
    locks.request(name, { signal: AbortSignal.timeout(GIVEN_BACK_MS) }, hold).catch(() => resolve(false));
  });
}
