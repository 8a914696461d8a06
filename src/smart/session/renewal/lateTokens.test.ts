import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAuthorizationRequest } from '../../authorization/authorize.ts';
import { rememberDiscovery } from '../../discovery/rememberedDiscovery.ts';
import { LaunchError } from '../../errors/LaunchError.ts';
import { openSession, type Session } from '../session.ts';
import { refreshTokens } from './tokenRefresh.ts';
import { enterWindow } from '../../../testing/browserWindowFixture.ts';
import { granted, siteOf } from '../../../testing/sessionFixture.ts';
import {
  jsonAnswer,
  startTokenServer,
  waitUntil,
  type TokenAnswer,
} from '../../../testing/tokenServerFixture.ts';
import { TestLocks } from '../../../testing/webLocksFixture.ts';
import { authorizationTexts } from '../../authorization/authorization.messages.ts';

const redirectUri = 'https://longview.example/index.html';
const token = {
  access_token: 'late-access',
  refresh_token: 'late-refresh',
  token_type: 'Bearer',
  expires_in: 600,
  scope: 'launch patient/Patient.r patient/Observation.rs',
  patient: 'p1',
};
let server: Awaited<ReturnType<typeof startTokenServer>>;
let site = siteOf();

/** The token endpoint waits until `before` has happened, and the revocation endpoint answers at once. */
const answersAfter =
  (before: () => void, body: object = token): TokenAnswer =>
  (asked, response) => {
    if (asked.url === '/token') before();
    jsonAnswer(asked.url === '/token' ? body : {})(asked, response);
  };
const revoked = (): readonly (string | null)[] =>
  server.requests.filter(({ url }) => url === '/revoke').map(({ form }) => form.get('token'));

beforeEach(async () => {
  enterWindow(new TestLocks());
  server = await startTokenServer(jsonAnswer(token));
  site = siteOf({ iss: `${server.origin}/r4`, redirectUri, authOrigins: [server.origin] });
});
afterEach(() => {
  server.close();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function exchanged(): Promise<Session> {
  const document = {
    issuer: server.origin,
    authorization_endpoint: `${server.origin}/authorize`,
    token_endpoint: `${server.origin}/token`,
    revocation_endpoint: `${server.origin}/revoke`,
    code_challenge_methods_supported: ['S256'],
  };
  rememberDiscovery(site.iss, { document, readAtMs: Date.now() });
  const { parameters } = await createAuthorizationRequest({ site, iss: site.iss, launch: 'xyz' });
  vi.resetModules();
  const { exchangeCode } = await import('../../authorization/codeExchange.ts');
  const query = new URLSearchParams({ code: 'c1', state: parameters.get('state') ?? '' });
  return exchangeCode(new URL(`${redirectUri}?${query.toString()}`), [site]);
}

test('a token that comes after its page was left opens no session, is not stored, and is revoked', async () => {
  server.answerWith(answersAfter(() => dispatchEvent(new Event('pagehide'))));
  await expect(exchanged()).rejects.toMatchObject({
    code: 'E15',
    facts: { reason: authorizationTexts.pageWasLeft },
  });
  await waitUntil(() => revoked().length > 0);
  expect(revoked()).toEqual(['late-refresh']);
  expect(sessionStorage).toHaveLength(0);
});

test('a token that cannot be stored, because storage is full, is revoked (E14)', async () => {
  server.answerWith(
    answersAfter(() =>
      vi.stubGlobal('sessionStorage', {
        length: 0,
        getItem: () => null,
        removeItem: () => undefined,
        setItem: () => {
          throw new DOMException('full', 'QuotaExceededError');
        },
      }),
    ),
  );
  await expect(exchanged()).rejects.toMatchObject({ code: 'E14' });
  await waitUntil(() => revoked().length > 0);
  expect(revoked()).toEqual(['late-refresh']);
});

const opened = (): Session =>
  openSession(site, {
    ...granted('p1', 120_000),
    refreshToken: 'r1',
    endpoints: {
      ...granted('p1').endpoints,
      token: `${server.origin}/token`,
      revocation: `${server.origin}/revoke`,
    },
  });

test.each([
  ['both tokens', { refresh_token: 'next-refresh', access_token: 'next-access' }, 'next-refresh'],
  ['an access token alone', { refresh_token: undefined, access_token: 'lone-access' }, 'lone-access'],
])('a renewal of %s that comes after the end is revoked and never stored', async (_, tokens, wanted) => {
  const session = opened();
  const body = { ...token, ...tokens };
  server.answerWith(answersAfter(() => session.end(new LaunchError('E13')), body));
  expect(await refreshTokens(session)).toBe(false);
  await waitUntil(() => revoked().length > 0);
  expect(revoked()).toEqual([wanted]);
  expect(sessionStorage).toHaveLength(0);
  expect(session.stored()).toMatchObject({ accessToken: '', refreshToken: undefined });
});

test('the tokens of a renewal for another patient are revoked', async () => {
  const session = opened();
  const body = { ...token, patient: 'p2', refresh_token: 'of-another' };
  server.answerWith(answersAfter(() => undefined, body));
  expect(await refreshTokens(session)).toBe(false);
  await waitUntil(() => revoked().length > 0);
  expect(revoked()).toEqual(['of-another']);
});

test('a renewal that comes in time is stored and not revoked', async () => {
  const session = opened();
  server.answerWith(answersAfter(() => undefined));
  expect(await refreshTokens(session)).toBe(true);
  expect(session.stored()).toMatchObject({ accessToken: 'late-access', refreshToken: 'late-refresh' });
  expect(revoked()).toEqual([]);
});
