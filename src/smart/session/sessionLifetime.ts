import { LaunchError } from '../errors/LaunchError.ts';
import { announceUse, watchDuplicatedWindows } from './duplicatedWindows.ts';
import type { Session } from './session.ts';
import { CLOCK_TOLERANCE_MS } from './sessionClock.ts';
import type { TimedEnd } from './sessionEndTimes.ts';

const POLL_MS = 1000;
/** Activity is stored at most this often. */
const NOTE_ACTIVITY_MS = 10_000;
/** The time is stored at least this often, for a page that is loaded again with a clock that was set back. */
const NOTE_TIME_MS = 30_000;
/**
 * These events say that a person uses the window. A screen reader or a voice that presses a button sends a click alone, moves the focus
 * without a key, and writes without one. https://www.w3.org/TR/core-aam-1.2/#mapping_actions
 */
const ACTIVITY = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'click', 'input', 'focusin'] as const;

/** Ends a session that nobody has used, or that has reached its limit. `errorText.ts` has the words for the reason. */
type EndByTime = (kind: TimedEnd['kind'], reason: TimedEnd['kind'] | 'jump') => void;

/**
 * Renews the token in time, and ends a session whose time is over (client-rules.md row 44, decisions 14 and 47) or that another
 * window has ended. It looks once a second, because timers stop while a machine sleeps, and whenever the page comes back,
 * which shows nothing until then.
 */
export function watchSessionLifetime(session: Session, endByTime: EndByTime): void {
  const { clock } = session;
  const watching = new AbortController();
  const until = { signal: watching.signal };
  let isBusy = false;
  const isLive = (): boolean => session.stored().accessToken !== '';
  const follow = (cause: string | undefined): void => {
    if (cause !== undefined) session.end(expiry(session, clock.nowMs(), cause));
  };
  const look = async (): Promise<void> => {
    const record = session.stored();
    const { accessToken, refreshToken, expiresAtMs = Infinity, renewAtMs = Infinity } = record;
    const nowMs = clock.nowMs();
    const end = session.timedEnd();
    if (end.atMs <= nowMs) {
      const isJump = isEndOfJump(session, end);
      if (end.kind !== 'token') endByTime(end.kind, isJump ? 'jump' : end.kind);
      else session.end(expiry(session, end.atMs, isJump ? 'jump' : undefined));
    } else if (!isBusy && refreshToken !== undefined && renewAtMs <= nowMs) {
      isBusy = true;
      const hasNext = await session.renew(accessToken);
      isBusy = false;
      if (!hasNext && expiresAtMs <= clock.nowMs()) session.end(expiry(session, expiresAtMs));
    }
  };
  const leave = (): void => cover(true);
  let isLeft = false;
  const putAway = (): void => {
    isLeft = true;
    leave();
  };
  const comeBack = (): void => {
    // A timer may run before `pageshow`. It must not note that the page was seen before that was judged.
    if (isLeft) return;
    follow(session.endedBesides());
    if (isLive()) void look();
    if (clock.nowMs() - session.stored().seenAtMs > NOTE_TIME_MS) session.change({});
    if (document.visibilityState === 'visible' && isLive()) cover(false);
  };
  const fromCache = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) follow(session.endedBesides(true));
    isLeft = false;
    comeBack();
  };
  const changeVisibility = (): void => (document.visibilityState === 'visible' ? comeBack() : leave());
  addEventListener('pageshow', fromCache, until);
  addEventListener('pagehide', putAway, until);
  addEventListener('focus', comeBack, until);
  document.addEventListener('visibilitychange', changeVisibility, until);
  document.addEventListener('freeze', leave, until);
  document.addEventListener('resume', comeBack, until);
  watchDuplicatedWindows(session.sid, follow, () => void takeActivity(session), watching.signal);
  for (const event of ACTIVITY)
    addEventListener(event, () => noteActivity(session), { passive: true, capture: true, ...until });
  const timer = setInterval(comeBack, POLL_MS);
  watching.signal.addEventListener('abort', () => clearInterval(timer));
  session.onEnd(() => watching.abort());
}

/**
 * Hides the record while the page is away (`base.css`), so that a page that wakes shows nothing until its session was looked
 * at. The mark stays after an end, until the screen that says so is there.
 */
function cover(isAway: boolean): void {
  document.documentElement.toggleAttribute('data-away', isAway);
}

const expiry = ({ site, kind, iss }: Session, endedAtMs: number | undefined, reason?: string): LaunchError =>
  new LaunchError('E13', { site, kind, iss, endedAtMs, ...(reason && { facts: { reason } }) });

/** Returns whether the session ends only because the device's clock went ahead of what the page has counted. */
const isEndOfJump = ({ clock }: Session, { atMs }: TimedEnd): boolean =>
  clock.aheadMs() > CLOCK_TOLERANCE_MS && clock.nowMs() - clock.aheadMs() < atMs;

/**
 * Notes that a person uses the window. A note is written to storage, so not every key makes one, unless `atOnce`. A key
 * that wakes the machine after the end comes too late.
 */
export function noteActivity(session: Session, atOnce = false): void {
  if (takeActivity(session, atOnce)) announceUse(session.sid);
}

/** Returns whether the activity was new. */
function takeActivity(session: Session, atOnce = false): boolean {
  const nowMs = session.clock.nowMs();
  if (session.timedEnd().atMs <= nowMs) return false;
  if (!atOnce && nowMs - session.stored().activeAtMs <= NOTE_ACTIVITY_MS) return false;
  session.change({ activeAtMs: nowMs });
  return true;
}
