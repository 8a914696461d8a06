// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { errorText } from '../errors/errorText.ts';
import { LaunchError } from '../errors/LaunchError.ts';
import { openSession, type Session } from './session.ts';
import { noteActivity, watchSessionLifetime } from './sessionLifetime.ts';
import { granted, siteOf } from '../../testing/sessionFixture.ts';

const HOUR_MS = 3_600_000;
let ends: LaunchError[] = [];
let opened: Session[] = [];
const endIdle = vi.fn<() => void>();
const renewal = vi.fn<(session: Session) => Promise<boolean>>();

function watched(more: object = {}, lifeMs = HOUR_MS): Session {
  const session = openSession(siteOf({ idleMinutes: 120 }), { ...granted('p1', lifeMs), ...more });
  opened.push(session);
  session.onEnd((error) => ends.push(error));
  session.renewWith(renewal);
  watchSessionLifetime(session, endIdle);
  return session;
}
const restored = (): boolean => dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
  ends = [];
  endIdle.mockReset();
  renewal.mockReset().mockResolvedValue(false);
});
afterEach(() => {
  for (const session of opened) session.end(new LaunchError('E13'));
  opened = [];
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('row 44: a token is renewed when its time has come, and not before', async () => {
  const session = watched({ refreshToken: 'r1' });
  renewal.mockImplementation(async (one) => {
    one.change({ accessToken: 'second', expiresAtMs: Date.now() + HOUR_MS, renewAtMs: Date.now() + HOUR_MS });
    return true;
  });
  await vi.advanceTimersByTimeAsync(HOUR_MS / 2 - 1);
  expect(renewal).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1001);
  expect(renewal).toHaveBeenCalledTimes(1);
  expect(session.accessToken()).toBe('second');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(renewal).toHaveBeenCalledTimes(1);
  expect(ends).toEqual([]);
});

test('row 44: without a refresh token the session ends when its token does, and says when that was', async () => {
  const session = watched();
  const { expiresAtMs } = session.stored();
  await vi.advanceTimersByTimeAsync(HOUR_MS - 1);
  expect(ends).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(ends.map(({ code, endedAtMs }) => [code, endedAtMs])).toEqual([['E13', expiresAtMs]]);
  expect(() => session.accessToken()).toThrow('E13');
  expect(sessionStorage).toHaveLength(0);
});

test('row 48: a renewal that fails ends nothing while the token lasts, and ends the session after that', async () => {
  watched({ refreshToken: 'r1' });
  await vi.advanceTimersByTimeAsync(HOUR_MS - 1000);
  expect(renewal).toHaveBeenCalled();
  expect(ends).toEqual([]);
  await vi.advanceTimersByTimeAsync(2000);
  expect(ends.map(({ code }) => code)).toEqual(['E13']);
});

test('a renewal that cannot even be loaded counts as one that failed, and is tried again', async () => {
  const session = watched({ refreshToken: 'r1' });
  renewal.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
  await vi.advanceTimersByTimeAsync(HOUR_MS / 2 + 1000);
  expect(renewal.mock.calls.length).toBeGreaterThan(0);
  renewal.mockImplementation(async (one) => {
    one.change({ accessToken: 'second', renewAtMs: undefined, expiresAtMs: undefined });
    return true;
  });
  await vi.advanceTimersByTimeAsync(2000);
  expect(session.accessToken()).toBe('second');
  renewal.mockRejectedValueOnce(new TypeError('again'));
  expect(await session.renew('second')).toBe(false);
});

test('a token without a known end is left to the server: no renewal, no end', async () => {
  watched({ expiresAtMs: undefined, renewAtMs: undefined, refreshToken: 'r1' });
  await vi.advanceTimersByTimeAsync(HOUR_MS);
  expect(renewal).not.toHaveBeenCalled();
  expect(ends).toEqual([]);
});

test('a life of a year is no life of a moment', async () => {
  watched({}, 365 * 24 * HOUR_MS);
  await vi.advanceTimersByTimeAsync(HOUR_MS);
  expect(ends).toEqual([]);
});

test('decision 14: a window that nobody uses is closed on purpose', async () => {
  const session = watched({}, 10 * HOUR_MS);
  await vi.advanceTimersByTimeAsync(2 * HOUR_MS - 1);
  expect(endIdle).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1000);
  expect(endIdle).toHaveBeenCalled();
  expect(session.timedEnd()).toEqual({
    kind: 'idle',
    atMs: session.openedAtMs + 2 * HOUR_MS,
  });
});

test.each([['pointerdown'], ['keydown'], ['wheel'], ['touchstart'], ['click'], ['input'], ['focusin']])(
  'decision 14: %s keeps the window open for its minutes',
  async (event) => {
    watched({}, 10 * HOUR_MS);
    await vi.advanceTimersByTimeAsync(2 * HOUR_MS - 5000);
    dispatchEvent(new Event(event));
    await vi.advanceTimersByTimeAsync(2 * HOUR_MS - 5000);
    expect(endIdle).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(6000);
    expect(endIdle).toHaveBeenCalled();
  },
);

test('decision 14: the key that wakes the machine after the idle end comes too late', async () => {
  const session = watched({}, 10 * HOUR_MS);
  vi.setSystemTime(Date.now() + 3 * HOUR_MS); // the machine slept, so no timer ran
  dispatchEvent(new Event('keydown'));
  noteActivity(session, true);
  await vi.advanceTimersByTimeAsync(1000);
  expect(endIdle).toHaveBeenCalled();
});

test('activity is not written down at every key, but at once when somebody asks for it', () => {
  const session = watched();
  vi.setSystemTime(Date.now() + 9000);
  dispatchEvent(new Event('keydown'));
  expect(session.stored().activeAtMs).toBe(session.openedAtMs);
  noteActivity(session, true);
  expect(session.stored().activeAtMs).toBe(session.openedAtMs + 9000);
});

test('row 44: a page that comes back from a sleep past its token’s end is closed at once', async () => {
  watched();
  vi.setSystemTime(Date.now() + HOUR_MS + 1);
  document.dispatchEvent(new Event('visibilitychange'));
  await Promise.resolve();
  expect(ends.map(({ code }) => code)).toEqual(['E13']);
});

test('a clock that is set back ends nothing', async () => {
  watched();
  vi.setSystemTime(Date.now() - 24 * HOUR_MS);
  await vi.advanceTimersByTimeAsync(5000);
  expect(ends).toEqual([]);
  expect(endIdle).not.toHaveBeenCalled();
});

test('row 75: a page from the back-forward cache whose session was ended meanwhile stays closed', () => {
  watched();
  sessionStorage.clear();
  restored();
  expect(ends.map(({ code }) => code)).toEqual(['E13']);
});

test('row 75: a page from the back-forward cache whose session lasts goes on', async () => {
  watched();
  restored();
  await vi.advanceTimersByTimeAsync(1000);
  expect(ends).toEqual([]);
});

test('a page from the back-forward cache that finds storage blocked is closed too', () => {
  watched();
  vi.spyOn(globalThis, 'sessionStorage', 'get').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  restored();
  expect(ends.map(({ code }) => code)).toEqual(['E13']);
});

test('after the end nothing listens and nothing ticks', async () => {
  const added = vi.spyOn(globalThis, 'addEventListener');
  const session = watched();
  const before = vi.getTimerCount();
  await vi.advanceTimersByTimeAsync(HOUR_MS + 1000);
  expect(vi.getTimerCount()).toBe(before - 1);
  const stopped = added.mock.calls.flatMap(([name, , options]) =>
    typeof options === 'object' && options.signal?.aborted ? [name] : [],
  );
  expect(stopped).toEqual(
    expect.arrayContaining(['pageshow', 'focus', 'pointerdown', 'keydown', 'wheel', 'touchstart']),
  );
  dispatchEvent(new Event('keydown'));
  restored();
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(10 * HOUR_MS);
  expect(ends).toHaveLength(1);
  expect(endIdle).not.toHaveBeenCalled();
  expect(sessionStorage).toHaveLength(0);
  expect(session.stored().accessToken).toBe('');
});

test('the end of a session is told with the time of day', () => {
  const at = new Date(2026, 10, 24, 14, 5).getTime();
  watched({ expiresAtMs: at, activeAtMs: at });
  vi.setSystemTime(at);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(ends).toHaveLength(1);
  expect(errorText(ends[0]!).heading).toBe('Your session ended at 14:05');
});
