import { LaunchError } from '../errors/LaunchError.ts';
import { sessionEndMs, sessionKey, type Session } from './session.ts';
import { hasWindowRecord } from './windowRecord.ts';

const LOOK_MS = 1000;
const NOTE_ACTIVITY_MS = 10_000;
const ACTIVITY = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Watches over the end of a session: renews the token in time, ends what has expired or was left alone too long. It looks
 * once a second, since timers stop while a machine sleeps, and again whenever the page comes back. `endIdle` ends it on
 * purpose, with revocation.
 */
export function watchSessionLifetime(session: Session, endIdle: () => void): void {
  let isBusy = false;
  const look = async (): Promise<void> => {
    const { accessToken, refreshToken, expiresAtMs = Infinity, renewAtMs = Infinity } = session.record();
    const nowMs = Date.now();
    if (idleEndMs(session) <= nowMs) {
      endIdle();
    } else if (!isBusy && refreshToken !== undefined && renewAtMs <= nowMs) {
      isBusy = true;
      const hasNext = await session.renew(accessToken);
      isBusy = false;
      if (!hasNext && expiresAtMs <= Date.now()) session.end(expiry(session, expiresAtMs));
    } else if (sessionEndMs(session.record(), session.site) <= nowMs) {
      session.end(expiry(session, expiresAtMs));
    }
  };
  const timer = setInterval(() => void look(), LOOK_MS);
  const lookAgain = (): void => void look();
  const active = (): void => noteActivity(session);
  const fromCache = ({ persisted }: PageTransitionEvent): void => {
    // Restored from the back-forward cache: what was ended meanwhile must not come to life again.
    if (persisted && !hasWindowRecord(sessionKey(session.sid))) session.end(expiry(session, undefined));
    lookAgain();
  };
  addEventListener('pageshow', fromCache);
  document.addEventListener('visibilitychange', lookAgain);
  for (const event of ACTIVITY) addEventListener(event, active, { passive: true, capture: true });
  session.onEnd(() => {
    clearInterval(timer);
    removeEventListener('pageshow', fromCache);
    document.removeEventListener('visibilitychange', lookAgain);
    for (const event of ACTIVITY) removeEventListener(event, active, { capture: true });
  });
}

const expiry = ({ site, kind, iss }: Session, endedAtMs: number | undefined): LaunchError =>
  new LaunchError('E13', { site, kind, iss, endedAtMs });

/** When a window that nobody uses is closed. */
export const idleEndMs = (session: Session): number =>
  session.record().activeAtMs + session.site.idleMinutes * 60_000;

/** Not at every key: each note is written to the window's record. A key that wakes the machine comes too late. */
export function noteActivity(session: Session, atOnce = false): void {
  const nowMs = Date.now();
  if (idleEndMs(session) <= nowMs) return;
  if (atOnce || nowMs - session.record().activeAtMs > NOTE_ACTIVITY_MS) session.change({ activeAtMs: nowMs });
}
