import { expect, test } from 'vitest';
import { LaunchError } from '../../errors/LaunchError.ts';
import {
  dropConnection,
  htmlAnswer,
  jsonAnswer,
  waitUntil,
  type TokenAnswer,
} from '../../../testing/tokenServerFixture.ts';
import {
  openRenewable,
  passTime,
  renewedTokens,
  setUpTokenRefresh,
  storedRecord,
} from './tokenRefreshFixture.ts';

const page = setUpTokenRefresh();

test('row 48: invalid_grant, and that alone, takes the refresh token away', async () => {
  const session = openRenewable(page);
  page.server.answerWith(jsonAnswer({ error: 'invalid_grant' }, 400));
  expect(await page.refresh(session)).toBe(false);
  expect(session.stored()).toMatchObject({ accessToken: 'token of p1', refreshToken: undefined });
  expect(storedRecord(session)).not.toHaveProperty('refreshToken');
  expect(await page.refresh(session)).toBe(false);
  expect(page.server.requests).toHaveLength(1);
});

test.each<[string, TokenAnswer]>([
  ['a 503', jsonAnswer({ error: 'temporarily_unavailable' }, 503)],
  ['a lost network', dropConnection],
  ['a page of HTML in a 200', htmlAnswer(200)],
  ['a page of HTML in a 502', htmlAnswer(502)],
  ['a token of type mac', jsonAnswer({ ...renewedTokens, token_type: 'mac' })],
  ['an answer without a token', jsonAnswer({ token_type: 'Bearer' })],
])('row 48: %s leaves both tokens and is tried again after 1, 2 and 4 s', async (_, answer) => {
  const session = openRenewable(page);
  page.server.answerWith(answer);
  const outcome = page.refresh(session);
  await passTime(10_000);
  expect(await outcome).toBe(false);
  const at = page.server.requests.map(({ atMs }) => atMs);
  expect(at).toHaveLength(4);
  for (const [index, ms] of [1000, 2000, 4000].entries()) {
    const pauseMs = at[index + 1]! - at[index]!;
    expect(pauseMs).toBeGreaterThanOrEqual(ms);
    expect(pauseMs).toBeLessThan(ms + 1000);
  }
  expect(session.stored()).toMatchObject({ accessToken: 'token of p1', refreshToken: 'r1' });
  expect(storedRecord(session)).toMatchObject({ accessToken: 'token of p1', refreshToken: 'r1' });
});

test('row 48: a refusal that would come again is not asked for each second, and costs no token', async () => {
  const session = openRenewable(page);
  page.server.answerWith(jsonAnswer({ error: 'invalid_client' }, 401));
  expect(await page.refresh(session)).toBe(false);
  expect(page.server.requests).toHaveLength(1);
  const { refreshToken, renewAtMs, expiresAtMs } = session.stored();
  expect(refreshToken).toBeDefined();
  expect(renewAtMs).toBe(expiresAtMs);
});

test('row 48: an answer that does not come within 10 s is asked for again, and then taken', async () => {
  const session = openRenewable(page);
  page.server.answerWith(() => {});
  const outcome = page.refresh(session);
  await waitUntil(() => page.server.requests.length === 1);
  page.server.answerWith(jsonAnswer(renewedTokens));
  await passTime(12_000);
  expect(await outcome).toBe(true);
  expect(session.accessToken()).toBe('second');
});

test('a token endpoint that answers nothing is asked twice, not for three quarters of a minute', async () => {
  page.server.answerWith(() => {});
  const outcome = page.refresh(openRenewable(page));
  for (const requests of [1, 2]) {
    await waitUntil(() => page.server.requests.length === requests);
    await passTime(12_000);
  }
  expect(await outcome).toBe(false);
});

test('D.2: once the token has run out, an unanswered renewal is not tried again', async () => {
  const session = openRenewable(page, { expiresAtMs: Date.now() - 1 });
  page.server.answerWith(dropConnection);
  expect(await page.refresh(session)).toBe(false);
  expect(page.server.requests).toHaveLength(1);
  expect(session.stored().refreshToken).toBe('r1');
});

test('a session that was ended between two tries asks nothing more', async () => {
  const session = openRenewable(page);
  page.server.answerWith(jsonAnswer({}, 503));
  const outcome = page.refresh(session);
  await waitUntil(() => page.server.requests.length === 1);
  await passTime(500);
  session.end(new LaunchError('E13'));
  await passTime(8000);
  expect(await outcome).toBe(false);
  expect(page.server.requests).toHaveLength(1);
});

test('a session that was ended while the answer was on its way stays ended', async () => {
  const session = openRenewable(page);
  page.server.answerWith((asked, response) => {
    session.end(new LaunchError('E13'));
    jsonAnswer(renewedTokens)(asked, response);
  });
  await page.refresh(session);
  expect(() => session.accessToken()).toThrow('E13');
  expect(sessionStorage).toHaveLength(0);
});
