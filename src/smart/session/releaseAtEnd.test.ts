import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { releaseAtEnd } from './releaseAtEnd.ts';
import { openSession, type Session } from './session.ts';
import { refreshTokens } from './renewal/tokenRefresh.ts';
import { LaunchError, type ErrorCode } from '../errors/LaunchError.ts';
import { granted, siteOf } from '../../testing/sessionFixture.ts';
import { enterWindow } from '../../testing/browserWindowFixture.ts';
import { locksHeld } from '../../testing/storedSessionFixture.ts';
import { jsonAnswer, networkTime, startTokenServer, waitUntil } from '../../testing/tokenServerFixture.ts';

let server: Awaited<ReturnType<typeof startTokenServer>>;
const revoked = () =>
  server.requests.filter(({ url }) => url === '/revoke').map(({ form }) => form.get('token'));

function opened(more: object = {}): Session {
  const { endpoints } = granted('p1');
  const session = openSession(siteOf({ authOrigins: [server.origin] }), {
    ...granted('p1'),
    refreshToken: 'r1',
    endpoints: { ...endpoints, token: `${server.origin}/token`, revocation: `${server.origin}/revoke` },
    ...more,
  });
  releaseAtEnd(session);
  return session;
}

beforeEach(async () => {
  server = await startTokenServer(jsonAnswer({}));
  enterWindow();
});
afterEach(() => {
  server.close();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test.each<[string, ErrorCode]>([
  ['the server answers with another patient', 'E12'],
  ['the patient must not be read', 'E11'],
  ['the patient is gone or merged', 'E17'],
  ['there is no patient', 'E10'],
])('when %s, the tokens of the session are revoked', async (_, code) => {
  opened().end(new LaunchError(code));
  await waitUntil(() => revoked().length === 1);
  expect(revoked()).toEqual(['r1']);
});

test('without a refresh token the access token is revoked', async () => {
  opened({ refreshToken: undefined }).end(new LaunchError('E12'));
  await waitUntil(() => revoked().length === 1);
  expect(revoked()).toEqual(['token of p1']);
});

test('a session that ends by time (E13) leaves no refresh token behind either', async () => {
  opened().end(new LaunchError('E13'));
  await waitUntil(() => revoked().length === 1);
  expect(revoked()).toEqual(['r1']);
});

test('a session that another window still shows and renews keeps its tokens when it ends here by time', async () => {
  const session = opened();
  const names = [`longview.page.${session.sid}.another`, `longview.session.${session.sid}`];
  vi.stubGlobal('navigator', { locks: locksHeld(...names) });
  session.end(new LaunchError('E13'));
  await networkTime(50);
  expect(server.requests).toEqual([]);
});

test('a renewed token of another patient is revoked, and so are the tokens before it', async () => {
  vi.stubGlobal('navigator', { onLine: true, locks: undefined });
  const session = opened();
  const other = {
    access_token: 'token-of-p2',
    token_type: 'Bearer',
    refresh_token: 'r2',
    patient: 'p2',
    expires_in: 600,
  };
  server.answerWith((asked, response) => jsonAnswer(asked.url === '/token' ? other : {})(asked, response));
  expect(await refreshTokens(session)).toBe(false);
  await waitUntil(() => revoked().length === 2);
  expect(new Set(revoked())).toEqual(new Set(['r1', 'r2']));
  expect(() => session.accessToken()).toThrow('E12');
  expect(Object.keys(sessionStorage)).toEqual([]);
});

test.each([
  ['has no type', { access_token: 'second', expires_in: 600 }],
  ['is of type DPoP', { access_token: 'second', token_type: 'DPoP', refresh_token: 'r2' }],
])('a renewed token that %s is not used, and is revoked', async (_, sent) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const session = opened();
  server.answerWith((asked, response) => jsonAnswer(asked.url === '/token' ? sent : {})(asked, response));
  const outcome = refreshTokens(session);
  await waitUntil(() => revoked().length === 1);
  vi.useRealTimers();
  session.end(new LaunchError('E13'));
  void outcome;
  expect(revoked()[0]).toBe('refresh_token' in sent ? 'r2' : 'second');
  expect(session.stored().accessToken).not.toBe('second');
});
