import type { Page } from '@playwright/test';
import { expectErrorCode } from '../support/errorCases.ts';
import { appOrigin, launchAddress, setFaults, waitUntilRead } from '../support/launching.ts';
import { expect, test } from '../support/test.ts';
import { recordReads, revokedTokens, tokenRequests } from '../support/traffic.ts';

// RFC 9700, section 4.4, describes the attack. Two whole servers, one of them malicious, stand in
// src/smart/authorization/mixUp.test.ts.

const launch = async (page: Page): Promise<void> => {
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
};

/** Begins a launch, holds its answer back, and returns the query of the answer. */
async function heldAnswer(page: Page): Promise<string> {
  let query = '';
  await page.route(/\/auth\/authorize\?/, async (route) => {
    const answer = await route.fetch({ maxRedirects: 0 });
    query = new URL(answer.headers()['location'] ?? '').search;
    await route.abort();
  });
  await launch(page);
  await expect.poll(() => query).toContain('code=');
  await page.unrouteAll({ behavior: 'wait' });
  return query;
}

test('an answer that comes to another page than its redirect URI is refused (E08), and no code is sent', async ({
  page,
  traffic,
}) => {
  const query = await heldAnswer(page);
  await page.goto(`${appOrigin()}/${query}`);
  await expectErrorCode(page, 'E08');
  await page.getByText('Details for support').click();
  await expect(page.getByText(/another address than the redirect URI/)).toBeVisible();
  expect(page.url()).toBe(`${appOrigin()}/`);
  expect(tokenRequests(traffic)).toEqual([]);
});

test('an answer with two codes is refused (E08), and none is sent', async ({ page, traffic }) => {
  const query = await heldAnswer(page);
  await page.goto(`${appOrigin()}/index.html${query}&code=another`);
  await expectErrorCode(page, 'E08');
  expect(tokenRequests(traffic)).toEqual([]);
});

test('an answer that comes to its redirect URI opens the record', async ({ page }) => {
  await page.goto(`${appOrigin()}/index.html${await heldAnswer(page)}`);
  await waitUntilRead(page);
});

test('a server that claims the issuer of another gets no sign-in (E03)', async ({ page, traffic }) => {
  await setFaults({ discovery: { set: { issuer: 'https://honest.example' } } });
  await launch(page);
  await expectErrorCode(page, 'E03');
  await page.getByText('Details for support').click();
  await expect(page.getByText(/issuer is on https:\/\/honest\.example/)).toBeVisible();
  expect(traffic.requests.filter(({ url }) => url.pathname === '/auth/authorize')).toEqual([]);
});

for (const [name, code, token] of [
  ['names no patient', 'E10', { without: ['patient'] }],
  ['says no type', 'E07', { without: ['token_type'] }],
] as const) {
  test(`a token response that ${name} opens nothing (${code}), and its token is revoked`, async ({
    page,
    traffic,
  }) => {
    await setFaults({ token });
    await launch(page);
    await expectErrorCode(page, code);
    await expect.poll(() => revokedTokens(traffic).length).toBe(1);
    // The answer with the token may be read after the request that revokes it is seen.
    await expect.poll(() => [...traffic.tokens]).toContain(revokedTokens(traffic)[0]);
    expect(recordReads(traffic)).toEqual([]);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });
}
