// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LaunchError } from '../errors/LaunchError.ts';
import { resumeSession } from './resumeSession.ts';
import { openSession, type Session } from './session.ts';
import { noteActivity, watchSessionLifetime } from './sessionLifetime.ts';
import { granted, siteOf } from '../../testing/sessionFixture.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const site = siteOf({ idleMinutes: 600, maxHours: 2 });
let opened: Session[] = [];
let ends: LaunchError[] = [];
const endByTime = vi.fn<(kind: string, reason: string) => void>();

function watched(more: object = {}, at = site): Session {
  const session = openSession(at, { ...granted('p1'), expiresAtMs: undefined, ...more });
  opened.push(session);
  session.onEnd((error) => ends.push(error));
  watchSessionLifetime(session, endByTime);
  return session;
}
/** Loads the page again, which begins to count anew. */
const reloaded = (): Session | undefined => {
  dispatchEvent(new Event('pagehide'));
  return resumeSession([site]);
};
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'none';
  } catch (error) {
    return error instanceof LaunchError ? error.code : 'a fault';
  }
};
const setDeviceClock = (byMs: number): unknown => vi.setSystemTime(Date.now() + byMs);

// No test here reaches a server, and none is asked to revoke a token.
vi.stubGlobal('fetch', async () => new Response());

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
  localStorage.clear();
  history.replaceState(null, '');
  ends = [];
  endByTime.mockReset();
});
afterEach(() => {
  for (const session of opened) session.end(new LaunchError('E13'));
  opened = [];
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a session that is used all the time ends at the limit of its site, and says which', async () => {
  watched();
  for (let minute = 0; minute < 119; minute += 1) {
    // oxlint-disable-next-line no-await-in-loop -- minutes follow each other
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    dispatchEvent(new Event('keydown'));
  }
  expect(endByTime).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  expect(endByTime).toHaveBeenCalledWith('limit', 'limit');
});

test('a renewed token does not move the limit', async () => {
  const session = watched({ refreshToken: 'r1', expiresAtMs: Date.now() + HOUR_MS });
  session.change({ accessToken: 'second', expiresAtMs: Date.now() + 24 * HOUR_MS });
  expect(session.timedEnd()).toEqual({
    kind: 'limit',
    atMs: session.openedAtMs + 2 * HOUR_MS,
  });
  await vi.advanceTimersByTimeAsync(2 * HOUR_MS);
  expect(endByTime).toHaveBeenCalledWith('limit', expect.anything());
});

test('“Keep open” after the limit keeps nothing open, nor does a reload', () => {
  const session = watched();
  vi.setSystemTime(Date.now() + 2 * HOUR_MS);
  noteActivity(session, true);
  expect(session.stored().activeAtMs).toBe(session.openedAtMs);
  expect(codeOf(() => resumeSession([site]))).toBe('E13');
});

test.each([
  ['by half an hour', -HOUR_MS / 2],
  ['by a day', -24 * HOUR_MS],
  ['to 1970', -Date.parse('2026-11-01')],
])('a clock set back %s during a session does not move its end', async (_, byMs) => {
  watched();
  await vi.advanceTimersByTimeAsync(HOUR_MS);
  setDeviceClock(byMs);
  await vi.advanceTimersByTimeAsync(HOUR_MS - MINUTE_MS);
  expect(endByTime).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  expect(endByTime).toHaveBeenCalledWith('limit', expect.anything());
});

test('a clock set back before a reload does not move the end either', async () => {
  watched();
  await vi.advanceTimersByTimeAsync(HOUR_MS);
  setDeviceClock(-50 * HOUR_MS);
  const session = reloaded();
  expect(session?.clock.nowMs()).toBe(session!.openedAtMs + HOUR_MS);
  watchSessionLifetime(session!, endByTime);
  opened.push(session!);
  await vi.advanceTimersByTimeAsync(HOUR_MS - 1000);
  expect(endByTime).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2000);
  expect(endByTime).toHaveBeenCalledWith('limit', expect.anything());
  setDeviceClock(-50 * HOUR_MS);
  expect(codeOf(reloaded)).toBe('E13');
});

test('a page that the browser kills is loaded again with a time at most half a minute old', async () => {
  watched();
  await vi.advanceTimersByTimeAsync(HOUR_MS);
  setDeviceClock(-5 * HOUR_MS); // no pagehide came
  const session = resumeSession([site])!;
  expect(session.clock.nowMs() - session.openedAtMs).toBeGreaterThanOrEqual(HOUR_MS - 31_000);
});

test.each([['visibilitychange'], ['focus'], ['pageshow'], ['resume']])(
  'after a sleep in which no timer ran, %s ends the session at once and says why',
  (name) => {
    watched();
    vi.setSystemTime(Date.now() + 11 * HOUR_MS);
    const target = ['visibilitychange', 'resume'].includes(name) ? document : globalThis;
    target.dispatchEvent(new Event(name));
    expect(endByTime).toHaveBeenCalledWith('limit', 'jump');
  },
);

test('a token that has run out only by the device’s clock ends the session early, and says why', () => {
  watched({ expiresAtMs: Date.now() + HOUR_MS });
  setDeviceClock(1.5 * HOUR_MS);
  dispatchEvent(new Event('focus'));
  expect(ends.map(({ code, facts }) => [code, facts['reason']])).toEqual([['E13', 'jump']]);
});

test('a page that waits long in the back-forward cache is judged by the time when it was left', async () => {
  const session = watched({}, siteOf());
  dispatchEvent(new Event('pagehide'));
  await vi.advanceTimersByTimeAsync(60_000); // the browser lets timers run before it tells of the return
  expect(session.stored().seenAtMs).toBe(session.openedAtMs);
  opened.push(openSession(siteOf(), granted('p2')));
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(ends.map(({ code, facts }) => [code, facts['reason']])).toEqual([['E13', 'replaced']]);
});

test('a page that is hidden or put away covers the record until its session was looked at', () => {
  const root = document.documentElement;
  const visibility = vi.spyOn(document, 'visibilityState', 'get');
  watched({}, siteOf());
  visibility.mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(root.hasAttribute('data-away')).toBe(true);
  visibility.mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(root.hasAttribute('data-away')).toBe(false);
  dispatchEvent(new Event('pagehide'));
  expect(root.hasAttribute('data-away')).toBe(true);
  sessionStorage.clear(); // the session has ended meanwhile
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(ends.map(({ code }) => code)).toEqual(['E13']);
  expect(root.hasAttribute('data-away')).toBe(true);
  root.removeAttribute('data-away');
});
