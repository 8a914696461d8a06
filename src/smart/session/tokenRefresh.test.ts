import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LaunchError } from '../errors/LaunchError.ts';
import { resumeSession } from './resumeSession.ts';
import { openSession, sessionKey, type Session } from './session.ts';
import { granted, siteOf } from '../../testing/sessionFixture.ts';
import { enterWindow } from '../../testing/browserWindowFixture.ts';
import {
  dropConnection,
  htmlAnswer,
  jsonAnswer,
  startTokenServer,
  networkTime,
  waitUntil,
  type TokenAnswer,
} from '../../testing/tokenServerFixture.ts';
import { TestLocks } from '../../testing/webLocksFixture.ts';
import { readWindowRecord } from './windowRecord.ts';

let site = siteOf();
const next = { access_token: 'second', token_type: 'Bearer', expires_in: 600 };
let server: Awaited<ReturnType<typeof startTokenServer>>;
let locks: TestLocks;
let refresh: (session: Session) => Promise<boolean>;

/** Loads the modules anew, as a page load does. */
async function loadedPage(): Promise<typeof refresh> {
  vi.resetModules();
  return (await import('./tokenRefresh.ts')).refreshTokens;
}
const opened = (more: object = {}): Session => {
  const { endpoints, ...rest } = granted('p1', 120_000);
  return openSession(site, {
    ...rest,
    refreshToken: 'r1',
    endpoints: { ...endpoints, token: `${server.origin}/token?p=one` },
    ...more,
  });
};
const stored = (session: Session): unknown => readWindowRecord(sessionKey(session.sid));

beforeEach(async () => {
  server = await startTokenServer(jsonAnswer(next));
  site = siteOf({ authOrigins: [server.origin, 'https://fhir.general.example'] });
  locks = new TestLocks();
  enterWindow(locks);
  refresh = await loadedPage();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
  // The time limits follow the clock of the test too.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const ending = new AbortController();
    setTimeout(() => ending.abort(new DOMException('too late', 'TimeoutError')), ms);
    return ending.signal;
  });
});
afterEach(() => {
  server.close();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('row 46: the renewal names grant, token and client, and neither a secret nor a bearer token', async () => {
  const session = opened();
  expect(await refresh(session)).toBe(true);
  expect(server.requests).toHaveLength(1);
  const { method, url, headers, form } = server.requests[0]!;
  expect(method).toBe('POST');
  expect(url).toBe('/token?p=one');
  expect(Object.fromEntries(form)).toEqual({
    grant_type: 'refresh_token',
    refresh_token: 'r1',
    client_id: 'longview-general',
  });
  expect(headers['authorization']).toBeUndefined();
  expect(headers['content-type']).toContain('application/x-www-form-urlencoded');
});

test('row 47: a rotated refresh token replaces the old one, which is used once', async () => {
  const session = opened();
  server.answerWith(jsonAnswer({ ...next, refresh_token: 'r2' }));
  await refresh(session);
  server.answerWith(jsonAnswer({ ...next, access_token: 'third' }));
  await refresh(session);
  expect(server.requests.map(({ form }) => form.get('refresh_token'))).toEqual(['r1', 'r2']);
  expect(stored(session)).toMatchObject({ accessToken: 'third', refreshToken: 'r2' });
});

test('row 47: a refresh token that is not rotated is kept', async () => {
  const session = opened();
  await refresh(session);
  expect(session.record()).toMatchObject({ accessToken: 'second', refreshToken: 'r1' });
  expect(resumeSession([site])?.accessToken()).toBe('second');
});

test.each([[600], ['600']])('row 35: a renewed life of %j lasts 600 s', async (expires_in) => {
  const session = opened();
  server.answerWith(jsonAnswer({ ...next, expires_in }));
  await refresh(session);
  expect(session.record()).toMatchObject({
    expiresAtMs: Date.now() + 600_000,
    renewAtMs: Date.now() + 540_000,
  });
});

test('row 48: invalid_grant, and that alone, takes the refresh token away', async () => {
  const session = opened();
  server.answerWith(jsonAnswer({ error: 'invalid_grant' }, 400));
  expect(await refresh(session)).toBe(false);
  expect(session.record()).toMatchObject({ accessToken: 'token of p1', refreshToken: undefined });
  expect(stored(session)).not.toHaveProperty('refreshToken');
  expect(await refresh(session)).toBe(false);
  expect(server.requests).toHaveLength(1);
});

test.each<[string, TokenAnswer]>([
  ['a 503', jsonAnswer({ error: 'temporarily_unavailable' }, 503)],
  ['a lost network', dropConnection],
  ['a page of HTML in a 200', htmlAnswer(200)],
  ['a page of HTML in a 502', htmlAnswer(502)],
  ['a token of type mac', jsonAnswer({ ...next, token_type: 'mac' })],
  ['an answer without a token', jsonAnswer({ token_type: 'Bearer' })],
])('row 48: %s leaves both tokens and is tried again after 1, 2 and 4 s', async (_, answer) => {
  const session = opened();
  server.answerWith(answer);
  const outcome = refresh(session);
  await pass(10_000);
  expect(await outcome).toBe(false);
  const at = server.requests.map(({ atMs }) => atMs);
  expect(at).toHaveLength(4);
  for (const [index, ms] of [1000, 2000, 4000].entries()) {
    const pauseMs = at[index + 1]! - at[index]!;
    expect(pauseMs).toBeGreaterThanOrEqual(ms);
    expect(pauseMs).toBeLessThan(ms + 1000);
  }
  expect(session.record()).toMatchObject({ accessToken: 'token of p1', refreshToken: 'r1' });
  expect(stored(session)).toMatchObject({ accessToken: 'token of p1', refreshToken: 'r1' });
});

/** Runs the clock of the test, with time for the network between its steps. */
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 100) {
    await networkTime();
    await vi.advanceTimersByTimeAsync(100);
  }
}

test('row 48: a refusal that would come again is not asked for each second, and costs no token', async () => {
  const session = opened();
  server.answerWith(jsonAnswer({ error: 'invalid_client' }, 401));
  expect(await refresh(session)).toBe(false);
  expect(server.requests).toHaveLength(1);
  const { refreshToken, renewAtMs, expiresAtMs } = session.record();
  expect(refreshToken).toBeDefined();
  expect(renewAtMs).toBe(expiresAtMs);
});

test('row 48: an answer that does not come within 10 s is asked for again, and then taken', async () => {
  const session = opened();
  server.answerWith(() => {});
  const outcome = refresh(session);
  await waitUntil(() => server.requests.length === 1);
  server.answerWith(jsonAnswer(next));
  await pass(12_000);
  expect(await outcome).toBe(true);
  expect(session.accessToken()).toBe('second');
});

test('a token endpoint that answers nothing is asked twice, not for three quarters of a minute', async () => {
  server.answerWith(() => {});
  const outcome = refresh(opened());
  for (const requests of [1, 2]) {
    await waitUntil(() => server.requests.length === requests);
    await pass(12_000);
  }
  expect(await outcome).toBe(false);
});

test('D.2: once the token has run out, an unanswered renewal is not tried again', async () => {
  const session = opened({ expiresAtMs: Date.now() - 1 });
  server.answerWith(dropConnection);
  expect(await refresh(session)).toBe(false);
  expect(server.requests).toHaveLength(1);
  expect(session.record().refreshToken).toBe('r1');
});

test.each([
  ['another patient', { patient: 'p2' }],
  ['another encounter', { patient: 'p1', encounter: 'e2' }],
  ['a patient by a number', { patient: 2 }],
  ['a list of patients', { patient: ['p1', 'p2'] }],
  ['a patient as an object', { patient: { id: 'p2' } }],
  ['an encounter by a number', { patient: 'p1', encounter: 2 }],
])('row 49: a renewal that names %s ends the session (E12) and keeps no token', async (_, named) => {
  const ends: LaunchError[] = [];
  const session = opened({ encounterId: 'e1' });
  session.onEnd((error) => ends.push(error));
  server.answerWith(jsonAnswer({ ...next, ...named }));
  expect(await refresh(session)).toBe(false);
  expect(ends.map(({ code }) => code)).toEqual(['E12']);
  expect(() => session.accessToken()).toThrow('E12');
  expect(session.record()).toMatchObject({ accessToken: '', refreshToken: undefined });
  expect(sessionStorage).toHaveLength(0);
  expect(JSON.stringify(ends[0]!.facts)).not.toContain('p2');
});

test.each([[null], ['']])('row 49: a renewal with the patient %j names nobody', async (patient) => {
  const session = opened();
  server.answerWith(jsonAnswer({ ...next, patient }));
  expect(await refresh(session)).toBe(true);
});

test('row 49: the same patient and encounter again change nothing; nor does another scope', async () => {
  const session = opened({ encounterId: 'e1' });
  server.answerWith(jsonAnswer({ ...next, patient: 'p1', encounter: 'e1', scope: 'patient/*.cruds' }));
  expect(await refresh(session)).toBe(true);
  expect(session).toMatchObject({ patientId: 'p1', scope: granted('p1').scope });
});

test('row 47: two windows with one storage renew once; the second takes what the first has got', async () => {
  const first = opened();
  const second = resumeSession([site])!;
  expect(await Promise.all([refresh(first), refresh(second)])).toEqual([true, true]);
  expect(server.requests).toHaveLength(1);
  expect(second.accessToken()).toBe('second');
});

test('row 47: what lies in a shared storage is taken only when it is newer', async () => {
  const first = opened();
  const second = resumeSession([site])!;
  await refresh(first);
  second.change({ activeAtMs: Date.now() }); // it writes its older token over the newer one
  server.answerWith(jsonAnswer({ ...next, access_token: 'third', expires_in: 1200 }));
  expect(await refresh(first)).toBe(true);
  expect(first.accessToken()).toBe('third');
});

test('row 73: a duplicated tab drops the refresh token from its copy and asks nothing', async () => {
  const session = opened();
  await refresh(session); // this window owns the session now
  const duplicate = resumeSession([site])!;
  const refreshThere = await loadedPage();
  const outcome = refreshThere(duplicate);
  await waitUntil(() => vi.getTimerCount() > 0);
  await vi.advanceTimersByTimeAsync(2000);
  expect(await outcome).toBe(false);
  expect(server.requests).toHaveLength(1);
  expect(duplicate.record()).toMatchObject({ accessToken: 'second', refreshToken: undefined });
});

test('row 73: after a reload the lock of the page before is given back, and the window renews', async () => {
  const session = opened();
  let giveBack = (): void => {};
  void locks.request(`longview.session.${session.sid}`, () => new Promise<void>((done) => (giveBack = done)));
  const outcome = refresh(session);
  await vi.advanceTimersByTimeAsync(500);
  giveBack();
  expect(await outcome).toBe(true);
});

test('decision 14: a lock that never comes is waited for 15 s, once, and no token is lost', async () => {
  const session = opened();
  void locks.request(`longview.refresh.${session.sid}`, () => new Promise(() => {}));
  const outcome = vi.fn<(renewed: boolean) => void>();
  void refresh(session).then(outcome);
  await vi.advanceTimersByTimeAsync(14_999);
  expect(outcome).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(outcome).toHaveBeenCalledWith(false);
  expect(server.requests).toHaveLength(0);
  expect(session.record().refreshToken).toBe('r1');
});

test('decision 14: without Web Locks a hidden window does not renew, but does once it is seen again', async () => {
  enterWindow();
  refresh = await loadedPage();
  const session = opened();
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  expect(await refresh(session)).toBe(false);
  expect(server.requests).toHaveLength(0);
  expect(session.record().refreshToken).toBe('r1');
  visibility.mockReturnValue('visible');
  expect(await refresh(session)).toBe(true);
  visibility.mockReturnValue('hidden');
  expect(await refresh(session)).toBe(false);
  expect(server.requests).toHaveLength(1);
});

test('a session that was ended between two tries asks nothing more', async () => {
  const session = opened();
  server.answerWith(jsonAnswer({}, 503));
  const outcome = refresh(session);
  await waitUntil(() => server.requests.length === 1);
  await pass(500);
  session.end(new LaunchError('E13'));
  await pass(8000);
  expect(await outcome).toBe(false);
  expect(server.requests).toHaveLength(1);
});

test('a session that was ended while the answer was on its way stays ended', async () => {
  const session = opened();
  server.answerWith((asked, response) => {
    session.end(new LaunchError('E13'));
    jsonAnswer(next)(asked, response);
  });
  await refresh(session);
  expect(() => session.accessToken()).toThrow('E13');
  expect(sessionStorage).toHaveLength(0);
});
