import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { announceEnd } from './endedSessions.ts';
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
const HOUR_MS = 3_600_000;
const network = vi.fn<typeof fetch>(async () => new Response());
const keys = (): readonly string[] => Object.keys(sessionStorage).toSorted((a, b) => a.localeCompare(b));
const hold = (...names: readonly string[]): unknown =>
  vi.stubGlobal('navigator', { onLine: true, locks: locksHeld(...names) });

const pending = (startedAtMs: number): string =>
  JSON.stringify({
    siteId: 'general',
    kind: 'ehr',
    iss: site.iss,
    isIssParameterSupported: false,
    endpoints: granted('p1').endpoints,
    scope: 'launch',
    startedAtMs,
    libraryState: {},
    redirectUri: 'https://longview.example/index.html',
    isHtmlLeftOut: false,
  });

beforeEach(() => {
  enterWindow();
  vi.stubGlobal('fetch', network);
  network.mockReset().mockImplementation(async () => new Response());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ['unused for longer than its site allows', 20 * 60_000, {}],
  ['open for longer than a session may last', 13 * HOUR_MS, { activeAtMs: Date.now(), seenAtMs: Date.now() }],
  ['left six minutes ago, and shown by no page since', 6 * 60_000, {}],
])('a session that was %s is swept, and its refresh token revoked', async (name, agoMs, more) => {
  const sid = `over-${name.length}`;
  storeSession(abandonedSession(sid, Date.now() - agoMs, more));
  await sweepStorage([site]);
  expect(keys()).toEqual([]);
  expect(revokedTokens(network.mock.calls)).toEqual([`refresh of ${sid}`]);
  expect(network.mock.calls[0]?.[0]).toBe('https://fhir.general.example/revoke');
});

test('without a refresh token the access token is revoked, also when it has expired by the clock of the device', async () => {
  const expired = { refreshToken: undefined, expiresAtMs: Date.now() - 24 * HOUR_MS };
  storeSession(abandonedSession('expired', Date.now() - 48 * HOUR_MS, expired));
  await sweepStorage([site]);
  expect(keys()).toEqual([]);
  expect(revokedTokens(network.mock.calls)).toEqual(['access of expired']);
});

test('a page that is left before the server heard of an end leaves that to the next page, and no session', async () => {
  storeSession(abandonedSession('left', Date.now() - 20 * 60_000));
  // The page is gone while it asks a second time which pages are open.
  const query = vi.fn<LockManager['query']>(() => new Promise(() => {})).mockResolvedValueOnce({});
  vi.stubGlobal('navigator', { onLine: true, locks: { query } });
  void sweepStorage([site]);
  await vi.waitFor(() => expect(query).toHaveBeenCalledTimes(2));
  expect(keys()).toEqual(['longview.release.left']);
  expect(network).not.toHaveBeenCalled();
  hold();
  await sweepStorage([site]);
  expect(revokedTokens(network.mock.calls)).toEqual(['refresh of left']);
  expect(keys()).toEqual([]);
});

test('a copy of a session that was ended in another window is swept', async () => {
  storeSession(abandonedSession('marked', Date.now()));
  announceEnd('marked', 'elsewhere');
  await sweepStorage([site]);
  expect(keys()).toEqual([]);
});

test('the session of this page, one that another page shows, and one that was left just now stay', async () => {
  const own = abandonedSession('own', Date.now() - 2 * HOUR_MS);
  const shown = abandonedSession('shown', Date.now() - 10 * 60_000);
  storeSession(own);
  storeSession(shown);
  storeSession(abandonedSession('left', Date.now() - 60_000));
  hold(pageLockOf(shown));
  await sweepStorage([site], { sid: 'own', openedAtMs: 0 });
  expect(keys()).toEqual(['longview.session.left', 'longview.session.own', 'longview.session.shown']);
  expect(network).not.toHaveBeenCalled();
});

test('an outdated copy of a session that another window still uses is swept, and its tokens are left to it', async () => {
  storeSession(abandonedSession('copy', Date.now() - 20 * 60_000));
  hold(pageLockOf({ sid: 'copy', page: 'another' }), 'longview.session.copy');
  await sweepStorage([site]);
  expect(keys()).toEqual([]);
  expect(network).not.toHaveBeenCalled();
});

test('a sign-in that nobody ended is swept after an hour; one that is under way stays', async () => {
  sessionStorage.setItem('longview.pending.old', pending(Date.now() - HOUR_MS - 1));
  sessionStorage.setItem('longview.pending.future', pending(Date.now() + 2 * HOUR_MS));
  sessionStorage.setItem('longview.pending.new', pending(Date.now() - HOUR_MS / 2));
  await sweepStorage([site]);
  expect(keys()).toEqual(['longview.pending.new']);
});

const record = abandonedSession('s', Date.now() - 20 * 60_000);
const endpoints = { ...record.endpoints, revocation: 'https://evil.example/revoke' };
test.each([
  ['no JSON', 'session.s', '{'],
  ['another shape', 'session.s', '[1,2]'],
  ['a record of which a field is missing', 'session.s', JSON.stringify({ ...record, iss: undefined })],
  ['a record under the key of another session', 'session.t', JSON.stringify(record)],
  ['fields in a prototype', 'session.s', `{"__proto__":${JSON.stringify(record)}}`],
  ['a record of a site that is not listed', 'session.s', JSON.stringify({ ...record, siteId: 'other' })],
  ['a record of another issuer', 'session.s', JSON.stringify({ ...record, iss: 'https://evil.example/r4' })],
  ['a revocation endpoint elsewhere', 'session.s', JSON.stringify({ ...record, endpoints })],
  ['activity in the future', 'session.s', JSON.stringify({ ...record, activeAtMs: 9e15 })],
  ['three million characters', 'session.s', 'x'.repeat(3_000_000)],
  ['a key of nobody', 'whatever', '"text"'],
  ['a session without an id', 'session.', JSON.stringify({ ...record, sid: '' })],
  ['a view that is none', 'view', '{"digest":1,"view":"<script>","atMs":0}'],
  ['a sign-in that is none', 'pending.x', '{"startedAtMs":1}'],
])('%s under our prefix is removed, and its tokens go nowhere', async (_, key, text) => {
  sessionStorage.setItem(`longview.${key}`, text);
  await sweepStorage([site]);
  expect(keys()).toEqual([]);
  expect(network).not.toHaveBeenCalled();
});

test('whatever lies under our prefix, the sweep ends, sends nothing and leaves nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 20 }), fc.json(), async (key, text) => {
      sessionStorage.setItem(`longview.session.${key}`, text);
      await sweepStorage([site]);
      expect(keys()).toEqual([]);
    }),
    { numRuns: 50 },
  );
  expect(network).not.toHaveBeenCalled();
});

test.each([
  ['text', 'release.x', '"token"'],
  ['a record of another session', 'release.x', JSON.stringify({ record: abandonedSession('y', 0) })],
  [
    'a record of no site of ours',
    'release.z',
    JSON.stringify({ record: abandonedSession('z', 0, { siteId: 'q' }) }),
  ],
])('what was set aside and is %s is deleted, and nothing is sent', async (_, key, text) => {
  sessionStorage.setItem(`longview.${key}`, text);
  await sweepStorage([site]);
  expect(keys()).toEqual([]);
  expect(network).not.toHaveBeenCalled();
});

test('what other apps of this origin keep stays, and so do the settings of readers', async () => {
  sessionStorage.setItem('other.session.s', '{');
  localStorage.setItem('longview.choice.general.pins', '["k"]');
  localStorage.setItem(
    'longview.ended.old',
    JSON.stringify({ cause: 'elsewhere', atMs: Date.now() - 49 * HOUR_MS }),
  );
  localStorage.setItem('longview.ended.odd', '{');
  localStorage.setItem(
    'longview.ended.new',
    JSON.stringify({ cause: 'elsewhere', atMs: Date.now() - HOUR_MS }),
  );
  localStorage.setItem('longview.discovery.https://a.example', '{"document":{},"readAtMs":1}');
  await sweepStorage([site]);
  expect(keys()).toEqual(['other.session.s']);
  expect(Object.keys(localStorage).toSorted((a, b) => a.localeCompare(b))).toEqual([
    'longview.choice.general.pins',
    'longview.ended.new',
  ]);
});

test('a server that does not answer the revocation, and storage that is blocked, disturb nobody', async () => {
  network.mockRejectedValue(new TypeError('Failed to fetch'));
  storeSession(abandonedSession('down', Date.now() - 20 * 60_000));
  await sweepStorage([site]);
  expect(keys()).toEqual([]);
  vi.stubGlobal('sessionStorage', undefined);
  vi.stubGlobal('localStorage', undefined);
  await sweepStorage([site]);
});
