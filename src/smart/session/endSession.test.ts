import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSession, type Session } from './session.ts';
import { endAndRelease } from '../../testing/storedSessionFixture.ts';
import { granted, siteOf } from '../../testing/sessionFixture.ts';
import { enterWindow } from '../../testing/browserWindowFixture.ts';
import { dropConnection, jsonAnswer, startTokenServer } from '../../testing/tokenServerFixture.ts';
import { TestLocks } from '../../testing/webLocksFixture.ts';

let server: Awaited<ReturnType<typeof startTokenServer>>;
const opened = (more: object): Session =>
  openSession(siteOf({ authOrigins: [server.origin] }), { ...granted('p1'), refreshToken: 'r1', ...more });

beforeEach(async () => {
  server = await startTokenServer(jsonAnswer({}));
  enterWindow(new TestLocks());
});
afterEach(() => {
  server.close();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('row 51: at the end everything is wiped before the server is told; the refresh token goes first', async () => {
  const { endpoints } = granted('p1');
  const session = opened({ endpoints: { ...endpoints, revocation: `${server.origin}/revoke` } });
  let left = -1;
  server.answerWith((asked, response) => {
    left = sessionStorage.length;
    jsonAnswer({}, 503)(asked, response);
  });
  await endAndRelease(session);
  expect(left).toBe(0);
  expect(Object.fromEntries(server.requests[0]!.form)).toEqual({
    token: 'r1',
    token_type_hint: 'refresh_token',
    client_id: 'longview-general',
  });
  expect(server.requests[0]?.headers['authorization']).toBeUndefined();
  expect(server.requests[0]?.url).toBe('/revoke');
  await endAndRelease(session);
  expect(server.requests).toHaveLength(1);
});

test('row 51: without a refresh token the access token is revoked; an endpoint that is down disturbs nobody', async () => {
  const { endpoints } = granted('p1');
  const session = opened({
    refreshToken: undefined,
    endpoints: { ...endpoints, revocation: `${server.origin}/revoke` },
  });
  server.answerWith(dropConnection);
  await endAndRelease(session);
  expect(server.requests[0]?.form.get('token')).toBe('token of p1');
  expect(server.requests[0]?.form.get('token_type_hint')).toBe('access_token');
});

test('row 51: a server without revocation is not asked', async () => {
  const { endpoints } = granted('p1');
  const network = vi.spyOn(globalThis, 'fetch');
  const session = opened({ endpoints: { ...endpoints, revocation: '' } });
  await endAndRelease(session);
  expect(() => session.accessToken()).toThrow('E13');
  expect(network).not.toHaveBeenCalled();
});
