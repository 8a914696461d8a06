// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { announceUse } from './duplicatedWindows.ts';
import { releaseSession } from './endSession.ts';
import { announceEnd, endCauseOf } from './endedSessions.ts';
import { LaunchError } from '../errors/LaunchError.ts';
import { resumeSession } from './resumeSession.ts';
import { openSession, sessionKey, type Session } from './session.ts';
import { watchSessionLifetime } from './sessionLifetime.ts';
import { readWindowItem } from './windowStorage.ts';
import { endAndRelease } from '../../testing/storedSessionFixture.ts';
import { granted, siteOf } from '../../testing/sessionFixture.ts';
import {
  storeSession,
  abandonedSession,
  locksHeld,
  pageLockOf,
  revokedTokens,
} from '../../testing/storedSessionFixture.ts';

const site = siteOf();
const network = vi.fn<typeof fetch>();
let opened: Session[] = [];
let ends: LaunchError[] = [];

function watched(session: Session): Session {
  opened.push(session);
  session.onEnd((error, last, isEverywhere) => {
    ends.push(error);
    void releaseSession(site, last, { isEverywhere }); // as the app does
  });
  watchSessionLifetime(session, () => undefined);
  return session;
}
/** Opens a session in one window and its copy in a duplicated one. */
function duplicated(more: object = {}): [Session, Session] {
  const original = watched(openSession(site, { ...granted('p1'), ...more }));
  return [original, watched(resumeSession([site])!)];
}
const reasons = (): readonly (string | undefined)[] => ends.map(({ facts }) => facts['reason']);

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  history.replaceState(null, '');
  vi.stubGlobal(
    'fetch',
    network.mockReset().mockImplementation(async () => new Response()),
  );
  ends = [];
});
afterEach(() => {
  for (const session of opened) session.end(new LaunchError('E13'));
  opened = [];
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('“End session” ends the duplicates of a window too, and they say so', async () => {
  const [original, duplicate] = duplicated();
  await endAndRelease(original);
  await vi.waitFor(() => expect(ends).toHaveLength(2));
  expect(reasons()).toEqual(['byReader', 'elsewhere']);
  expect(() => duplicate.accessToken()).toThrow('E13');
  expect(sessionStorage).toHaveLength(0);
});

test('a session that ends because it is another patient’s (E12) ends in the duplicates too', async () => {
  const [original] = duplicated();
  original.end(new LaunchError('E12'));
  await vi.waitFor(() => expect(ends.map(({ code }) => code)).toEqual(['E12', 'E13']));
});

test('a session whose token has run out ends in its window alone: another one may have renewed it', async () => {
  const [original, duplicate] = duplicated();
  vi.stubGlobal('navigator', { locks: locksHeld(pageLockOf(original)) });
  duplicate.end(new LaunchError('E13'));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(ends).toHaveLength(1);
  expect(original.accessToken()).toBe('token of p1');
  expect(endCauseOf(original.sid)).toBeUndefined();
});

test('a duplicate that slept when the session was ended sees the mark before anything else', () => {
  const [, duplicate] = duplicated();
  localStorage.setItem(`longview.ended.${duplicate.sid}`, '{"cause":"elsewhere"}'); // no message came
  document.dispatchEvent(new Event('visibilitychange'));
  expect(reasons()).toContain('elsewhere');
});

test.each([
  ['as we write it', '{"cause":"elsewhere","atMs":1}'],
  ['that cannot be read', '{'],
  ['that is empty', ''],
])('a duplicate that the browser had put aside is not resumed after a mark %s', (_, mark) => {
  const session = openSession(site, granted('p1'));
  localStorage.setItem(`longview.ended.${session.sid}`, mark);
  expect(() => resumeSession([site])).toThrow(
    expect.objectContaining({ code: 'E13', facts: { reason: 'elsewhere' } }),
  );
});

test('a window that ended its session itself is not told after a reload that another one did', async () => {
  await endAndRelease(openSession(site, granted('p1')));
  expect(() => resumeSession([site])).toThrow(expect.objectContaining({ code: 'E13', facts: {} }));
});

test('messages of other sessions, of another shape, or without the id of the session end nothing', async () => {
  const [original, duplicate] = duplicated();
  const channel = new BroadcastChannel('longview.sessions');
  for (const message of [
    null,
    'ended',
    { cause: 'elsewhere' },
    { sid: 'another', cause: 'elsewhere' },
    { sid: original.sid },
    { sid: original.sid, cause: 'now' },
    { sid: [original.sid], cause: 'elsewhere' },
    { __proto__: { sid: original.sid, cause: 'elsewhere' } },
  ])
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin alone
    channel.postMessage(message);
  channel.close();
  announceEnd('another', 'elsewhere');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([original.accessToken(), duplicate.accessToken()]).toEqual(['token of p1', 'token of p1']);
  expect(ends).toEqual([]);
});

test('a person who uses one window keeps its duplicates open', async () => {
  const [original, duplicate] = duplicated({
    activeAtMs: Date.now() - 60_000,
    openedAtMs: Date.now() - 90_000,
  });
  const before = duplicate.stored().activeAtMs;
  announceUse(original.sid);
  await vi.waitFor(() => expect(duplicate.stored().activeAtMs).toBeGreaterThan(before));
});

test('while a duplicate shows the session, a window that was left alone ends without revoking; the last one revokes', async () => {
  const record = abandonedSession('d1', Date.now(), { refreshToken: undefined });
  vi.stubGlobal('navigator', { locks: locksHeld(pageLockOf({ sid: 'd1', page: 'another' })) });
  await releaseSession(site, record);
  expect(network).not.toHaveBeenCalled();
  vi.stubGlobal('navigator', { locks: locksHeld() });
  await releaseSession(site, record);
  expect(revokedTokens(network.mock.calls)).toEqual(['access of d1']);
});

test('a record that was swept while its page slept is not written again', () => {
  const session = watched(openSession(site, granted('p1')));
  sessionStorage.clear();
  session.change({ activeAtMs: Date.now() });
  dispatchEvent(new Event('pagehide'));
  expect(readWindowItem(sessionKey(session.sid))).toBeUndefined();
});

test('storage in which nothing can be written does not keep “End session” from reaching the others', async () => {
  const [original] = duplicated();
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  await endAndRelease(original);
  await vi.waitFor(() => expect(ends).toHaveLength(2));
});

test('the record of another patient under the key of this window’s session is not shown', () => {
  const session = openSession(site, granted('p1'));
  const other = { ...abandonedSession('other', Date.now()), patientId: 'p2' };
  sessionStorage.setItem(`longview.session.${session.sid}`, JSON.stringify(other));
  expect(() => resumeSession([site])).toThrow('E13');
  storeSession({ ...abandonedSession(session.sid, Date.now()), iss: 'https://evil.example/r4' });
  expect(() => resumeSession([site])).toThrow('E13');
});
