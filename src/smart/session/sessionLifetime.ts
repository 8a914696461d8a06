import { LaunchError } from '../errors/LaunchError.ts';
import { sessionEndMs, sessionKey, type Session } from './session.ts';
import { hasWindowRecord } from './windowRecord.ts';

const POLL_MS = 1000;
/** Activity is stored at most this often. */
const NOTE_ACTIVITY_MS = 10_000;
const ACTIVITY = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Renews the token in time, and ends a session that has expired (E13) or was idle too long, which `endIdle` does (rules.md
 * row 44, decision 14). It looks once a second, because timers stop while a machine sleeps, and whenever the page comes
 * back.
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
  const timer = setInterval(() => void look(), POLL_MS);
  const lookAgain = (): void => void look();
  const active = (): void => noteActivity(session);
  const fromCache = ({ persisted }: PageTransitionEvent): void => {
    // A page from the back-forward cache must not revive a session that has ended meanwhile (rules.md row 75).
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

/** Returns when an unused session ends, in epoch ms. */
export const idleEndMs = (session: Session): number =>
  session.record().activeAtMs + session.site.idleMinutes * 60_000;

/**
 * Notes that a person uses the window. A note is written to storage, so not every key makes one, unless `atOnce`. A key
 * that wakes the machine after the end comes too late.
 */
export function noteActivity(session: Session, atOnce = false): void {
  const nowMs = Date.now();
  if (idleEndMs(session) <= nowMs) return;
  if (atOnce || nowMs - session.record().activeAtMs > NOTE_ACTIVITY_MS) session.change({ activeAtMs: nowMs });
}
