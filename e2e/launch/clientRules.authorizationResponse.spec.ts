import type { Page } from '@playwright/test';
import { expectErrorCode } from '../support/errorCases.ts';
import {
  appOrigin,
  launchAddress,
  openInTab,
  sandboxOrigin,
  setFaults,
  signInAs,
  waitUntilRead,
} from '../support/launching.ts';
import { expect, test } from '../support/test.ts';
import { authorizationUrls, recordReads, requestsOutsideApp, tokenRequests } from '../support/traffic.ts';

// These tests hold section A3 of the client rules, the authorization response.

const launch = async (page: Page): Promise<void> => {
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
};

test('row 27: the state comes first: an answer with another state, or none, is not read', async ({
  page,
  traffic,
}) => {
  for (const state of ['wrong', 'missing']) {
    for (const error of [{}, { error: 'access_denied', description: 'Call 555-0199 at once' }]) {
      await setFaults({ authorize: { state, ...error } });
      await launch(page);
      await expectErrorCode(page, 'E08');
      await expect(page.locator('body')).not.toContainText('555-0199');
    }
  }
  expect(authorizationUrls(traffic)).toHaveLength(4);
  expect(tokenRequests(traffic)).toEqual([]);
});

test('row 28: a state is good for one answer', async ({ page, traffic }) => {
  await openInTab(page, 'healthy');
  const answer = traffic.requests.find(({ url }) => url.searchParams.has('code'))?.url.href ?? '';
  expect(answer).toContain('state=');
  await page.goto(answer);
  await expectErrorCode(page, 'E08');
  expect(tokenRequests(traffic)).toHaveLength(1);
});

test('row 29: an answer of another issuer is not used, an error neither (RFC 9207)', async ({
  page,
  traffic,
}) => {
  const announced = { discovery: { set: { authorization_response_iss_parameter_supported: true } } };
  for (const faults of [
    { authorize: { iss: 'foreign' } },
    { authorize: { iss: 'foreign', error: 'access_denied' } },
    { authorize: { iss: 'missing' }, ...announced },
  ]) {
    await setFaults(faults);
    await launch(page);
    await expectErrorCode(page, 'E08');
  }
  expect(tokenRequests(traffic)).toEqual([]);
  // The redirect page must not take `iss` and `launch` for a launch.
  const before = requestsOutsideApp(traffic).length;
  await page.goto(`${appOrigin()}/index.html?iss=${sandboxOrigin()}/fhir/r4&launch=abc`);
  await expect(page.getByRole('button', { name: /^Sign in to/ })).toBeVisible();
  expect(requestsOutsideApp(traffic)).toHaveLength(before);
});

test('row 30: an error is told apart, the address cleaned, and a reload makes no session of it', async ({
  page,
  traffic,
}) => {
  for (const [error, code] of [
    ['access_denied', 'E05'],
    ['invalid_scope', 'E06'],
    ['temporarily_unavailable', 'E07'],
    ['of_their_own', 'E06'],
  ] as const) {
    await setFaults({ authorize: { error, description: 'Because.' } });
    await launch(page);
    await expectErrorCode(page, code);
    expect(page.url()).toBe(`${appOrigin()}/index.html`);
  }
  await page.reload();
  await expect(page.getByRole('button', { name: /^Sign in to/ })).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  expect(tokenRequests(traffic)).toEqual([]);
});

test('row 31: what the server says is text, at most 200 characters, and only in the details', async ({
  page,
}) => {
  const description = `<img src=x onerror="document.title='run'"> ${'long '.repeat(80)}`;
  await setFaults({
    authorize: { error: 'invalid_request', description, errorUri: 'https://evil.example/help' },
  });
  await launch(page);
  await expectErrorCode(page, 'E06');
  const said = page.getByText(/^the server said: /);
  await expect(said).toBeHidden();
  await page.getByText('Details for support').click();
  await expect(said).toContainText('<img src=x onerror=');
  expect((await said.innerText()).length).toBeLessThanOrEqual('the server said: '.length + 200);
  await expect(page.locator('img')).toHaveCount(0);
  await expect(page.locator('body')).not.toContainText('evil.example');
  expect(await page.title()).toBe('Longview');
});

test('row 32: the code is out of the address before anything is sent, and goes to no other page', async ({
  page,
  traffic,
}) => {
  const addresses: string[] = [];
  await page.route('**/auth/token', async (route) => {
    addresses.push(await page.evaluate(() => location.href));
    await route.continue();
  });
  await setFaults({ authorize: { iss: 'missing' } });
  await openInTab(page, 'healthy');
  expect(addresses).toEqual([`${appOrigin()}/index.html`]);
  // Beside the number of the session an entry keeps by how much the newest result has moved, which is no time.
  const state = await page.evaluate(() => history.state as { readonly newestMovedMs?: number });
  const { newestMovedMs = 0, ...others } = state;
  expect(newestMovedMs).toBe(0);
  expect(others).toEqual({ sid: expect.stringMatching(/^[\w-]{43}$/) });
  expect(await page.locator('meta[name="referrer"]').getAttribute('content')).toBe('no-referrer');
  const headers = await Promise.all(traffic.requests.map(({ request }) => request.allHeaders()));
  expect(headers.filter(({ referer }) => referer?.includes('code='))).toEqual([]);
  expect(new Set(traffic.requests.map(({ url }) => url.origin))).toEqual(
    new Set([appOrigin(), sandboxOrigin()]),
  );
});

test('row 33: one token request for a code: reload, Back, a second tab and a double click add none', async ({
  page,
  context,
  traffic,
}) => {
  await setFaults({ token: { slowMs: 1500 } });
  await launch(page);
  await expect.poll(() => tokenRequests(traffic).length).toBe(1);
  const answer = traffic.requests.find(({ url }) => url.searchParams.has('code'))?.url.href ?? '';
  await page.reload(); // The reload interrupts the exchange, so the code is lost and the page says so.
  await expect(page.locator('html')).toHaveAttribute('data-state', /start|error/);
  const second = await context.newPage();
  await second.goto(answer);
  await expectErrorCode(second, 'E08');
  expect(tokenRequests(traffic)).toHaveLength(1);

  await setFaults(undefined);
  await openInTab(page, 'healthy');
  await page.goto(`${sandboxOrigin()}/`);
  await page.goBack();
  await waitUntilRead(page);
  const [duplicate] = await Promise.all([
    context.waitForEvent('page'),
    page.evaluate(() => void window.open(location.href)),
  ]);
  await expect(duplicate.locator('html')).toHaveAttribute('data-state', /start|ready/);
  expect(tokenRequests(traffic)).toHaveLength(2);
});

test('row 33: a double click on the sign-in button asks once', async ({ page, traffic }) => {
  await page.goto(`${appOrigin()}/`);
  await page.getByRole('button', { name: /^Sign in to/ }).dblclick();
  await expect(page.getByRole('heading', { name: /Allow Longview/ })).toBeVisible();
  await page.getByRole('radio', { name: /Brandt/ }).check();
  await page.getByRole('button', { name: 'Approve' }).click();
  await waitUntilRead(page);
  const states = traffic.requests.flatMap(({ url }) => url.searchParams.getAll('state'));
  expect(new Set(states).size).toBe(1); // The pages of the sandbox carry the state on.
  expect(tokenRequests(traffic)).toHaveLength(1);
});

test('row 38: without a token there is no session, not after a reload either', async ({ page, traffic }) => {
  for (const token of [
    { without: ['access_token'] },
    { set: { access_token: '' } },
    { set: { token_type: 'mac' } },
  ]) {
    await setFaults({ token });
    await signInAs(page, /Brandt/i);
    await expectErrorCode(page, 'E07');
    await page.reload();
    await expect(page.getByRole('button', { name: /^Sign in to/ })).toBeVisible();
  }
  expect(recordReads(traffic)).toEqual([]);
});
