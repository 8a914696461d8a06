import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LaunchError, type ErrorCode } from '../errors/LaunchError.ts';
import { endCauseOf } from './endedSessions.ts';
import { resumeSession } from './resumeSession.ts';
import { openSession } from './session.ts';
import { sweepStorage } from './sweepStorage.ts';
import { enterWindow } from '../../testing/browserWindowFixture.ts';
import { granted, siteOf } from '../../testing/sessionFixture.ts';
import {
  storeSession,
  abandonedSession,
  locksHeld,
  pageLockOf,
  revokedTokens,
} from '../../testing/storedSessionFixture.ts';

const site = siteOf();
const NOW_MS = Date.now();
const network = vi.fn<typeof fetch>(async () => new Response());

/** Opens the second launch of a window, while other windows hold these locks. */
async function launchedAgain(...locks: readonly string[]): Promise<string> {
  enterLocks(locks);
  const session = openSession(site, granted('p2'));
  await sweepStorage([site], session);
  return session.sid;
}
const enterLocks = (locks: readonly string[]): unknown =>
  vi.stubGlobal('navigator', { onLine: true, locks: locksHeld(...locks) });
const sids = (): readonly string[] =>
  Object.keys(sessionStorage).map((key) => key.replace('longview.session.', ''));

beforeEach(() => {
  enterWindow();
  vi.stubGlobal('fetch', network);
  network.mockClear();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('a second launch in a window ends the first: its record is gone, its refresh token revoked', async () => {
  storeSession(abandonedSession('s1', NOW_MS - 60_000));
  const own = await launchedAgain();
  expect(sids()).toEqual([own]);
  await vi.waitFor(() => expect(revokedTokens(network.mock.calls)).toEqual(['refresh of s1']));
  expect(network.mock.calls[0]?.[0]).toBe('https://fhir.general.example/revoke');
  expect(endCauseOf('s1')).toBe('replaced');
});

/** Goes Back or Forward to the entry of a session, which loads the page again. */
function goBackTo(sid: string, type = 'back_forward'): Error | undefined {
  class Timing {
    readonly type = type;
  }
  vi.stubGlobal('PerformanceNavigationTiming', Timing);
  const entries = vi
    .spyOn(performance, 'getEntriesByType')
    .mockReturnValue([new Timing()] as unknown as PerformanceEntryList);
  history.replaceState({ sid }, '');
  try {
    resumeSession([site]);
    return undefined;
  } catch (error) {
    return error as Error;
  } finally {
    entries.mockRestore();
  }
}
const replaced = expect.objectContaining({ code: 'E13', facts: { reason: 'replaced' } }) as unknown;

test('Back to the entry of the first launch shows nobody, before and after the sweep, and says why', async () => {
  storeSession(abandonedSession('s2', NOW_MS - 60_000));
  enterLocks([]);
  const second = openSession(site, granted('p2'));
  const { sid } = second;
  expect(goBackTo('s2')).toEqual(replaced);
  await sweepStorage([site], second);
  expect(goBackTo('s2')).toEqual(replaced);
  expect(goBackTo('s2', 'reload')).toEqual(replaced);
  expect(goBackTo(sid)).toBeUndefined(); // this goes forward
});

test('a reload of the entry to which Back led shows nobody, although the second launch had not swept yet', async () => {
  storeSession(abandonedSession('s12', NOW_MS - 60_000));
  enterLocks([]);
  openSession(site, granted('p2'));
  expect(goBackTo('s12')).toEqual(replaced);
  await sweepStorage([site]); // as the page that shows the end does
  expect(goBackTo('s12', 'reload')).toEqual(replaced);
  await vi.waitFor(() => expect(revokedTokens(network.mock.calls)).toEqual(['refresh of s12']));
});

test.each<ErrorCode>(['E12', 'E13', 'E17'])(
  'Back shows nobody although the second launch ended (%s) before its first sweep',
  async (code) => {
    storeSession(abandonedSession(`s13-${code}`, NOW_MS - 60_000));
    enterLocks([]);
    const second = openSession(site, granted('p2'));
    second.end(new LaunchError(code));
    await sweepStorage([site], second); // as the page that shows the error does
    expect(goBackTo(`s13-${code}`)).toEqual(replaced);
    expect(revokedTokens(network.mock.calls)).toEqual([`refresh of s13-${code}`]);
  },
);

test('a page whose session has ended leaves alone what was opened after it', async () => {
  enterLocks([]);
  const first = openSession(site, granted('p1'));
  first.end(new LaunchError('E12'));
  storeSession(abandonedSession('s14', first.openedAtMs + 1));
  await sweepStorage([site], first);
  expect(goBackTo('s14')).toBeUndefined();
});

test('Back to a session that was left before the clock was set back shows nobody either', () => {
  storeSession(abandonedSession('s10', NOW_MS + 3_600_000));
  enterLocks([]);
  openSession(site, granted('p2'));
  expect(goBackTo('s10')).toEqual(replaced);
});

test('Back and Forward within one session go on with it, also after the clock was set back', () => {
  storeSession(abandonedSession('s11', NOW_MS + 3_600_000));
  enterLocks([]);
  expect(goBackTo('s11')).toBeUndefined();
});

test('where windows share one storage, a reload finds its session, although another window has launched since', () => {
  storeSession(abandonedSession('s9', NOW_MS - 60_000));
  enterLocks([]);
  openSession(site, granted('p2'));
  expect(goBackTo('s9', 'reload')).toBeUndefined();
});

test('without a refresh token the access token of the first launch is revoked', async () => {
  storeSession(abandonedSession('s3', NOW_MS - 60_000, { refreshToken: undefined, expiresAtMs: undefined }));
  await launchedAgain();
  await vi.waitFor(() => expect(revokedTokens(network.mock.calls)).toEqual(['access of s3']));
});

test('where windows share one storage, a session that another window shows is left alone', async () => {
  const record = abandonedSession('s4', NOW_MS - 60_000);
  storeSession(record);
  const own = await launchedAgain(pageLockOf(record));
  expect(new Set(sids())).toEqual(new Set(['s4', own]));
  expect(network).not.toHaveBeenCalled();
});

test('where windows share one storage, a session whose page is just being loaded again is left alone', async () => {
  storeSession(abandonedSession('s5', Date.now() + 1000));
  const own = await launchedAgain();
  expect(new Set(sids())).toEqual(new Set(['s5', own]));
});

test('a session that was noted in the future, before the clock was set back, is ended like any other', async () => {
  storeSession(abandonedSession('s6', NOW_MS + 3_600_000));
  const own = await launchedAgain();
  expect(sids()).toEqual([own]);
});

test('a copy of a session that lives on in a duplicated window is deleted here, and not revoked', async () => {
  const record = abandonedSession('s7', NOW_MS - 60_000);
  storeSession(record);
  const own = await launchedAgain(pageLockOf({ sid: 's7', page: 'another' }), 'longview.session.s7');
  expect(sids()).toEqual([own]);
  expect(network).not.toHaveBeenCalled();
  expect(endCauseOf('s7')).toBeUndefined();
});

test('a refresh token that no other window uses is revoked, although a duplicate still shows the session', async () => {
  storeSession(abandonedSession('s8', NOW_MS - 60_000));
  await launchedAgain(pageLockOf({ sid: 's8', page: 'another' }));
  await vi.waitFor(() => expect(revokedTokens(network.mock.calls)).toEqual(['refresh of s8']));
  expect(endCauseOf('s8')).toBe('replaced');
});

test.each([
  '{"openedAtMs":{"toString":1,"valueOf":1}}',
  '{"openedAtMs":["9e15"]}',
  '{"openedAtMs":"9e15"}',
  '{"openedAtMs":null}',
  '5',
])('what somebody else wrote under our prefix, %s, replaces no session and throws nothing', async (text) => {
  storeSession(abandonedSession('s1', NOW_MS - 60_000));
  sessionStorage.setItem('longview.session.x', text);
  expect(goBackTo('s1')).toBeUndefined();
  await sweepStorage([site], { sid: 's1', openedAtMs: NOW_MS - 60_000 });
  expect(sids()).toEqual(['s1']);
});
