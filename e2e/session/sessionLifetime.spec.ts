import type { Page } from '@playwright/test';
import { duplicateTab } from '../support/duplicateTab.ts';
import {
  launchAddress,
  openInTab,
  sandboxOrigin,
  setFaults,
  signInAs,
  waitUntilRead,
} from '../support/launching.ts';
import { moveClockForward } from '../support/pageClock.ts';
import { endSession } from '../support/recordScreens.ts';
import { expectMatchesServer } from '../support/serverComparison.ts';
import { sendOverKeptConnection } from '../support/sandboxApi.ts';
import { overrideSite } from '../support/siteOverride.ts';
import { expect, test } from '../support/test.ts';
import { parametersOf, type Traffic } from '../support/traffic.ts';

const renewals = ({ requests }: Traffic): URLSearchParams[] =>
  requests
    .filter(({ url, request }) => url.pathname === '/auth/token' && request.method() === 'POST')
    .map(parametersOf)
    .filter((body) => body.get('grant_type') === 'refresh_token');
const documentRoot = (page: Page) => page.locator('html');
const alertOf = (page: Page) => page.getByRole('alert');
const expectEndedWith = (page: Page, code: string) =>
  expect(alertOf(page)).toHaveAttribute('data-error', code, { timeout: 20_000 });

test('rows 46, 47 and 50: the token is renewed in time, each refresh token is used once, and the view goes on', async ({
  page,
  context,
  traffic,
}) => {
  await overrideSite(context, { refresh: 'online' });
  await openInTab(page, 'healthy', { tokenLifeSeconds: 4 });
  await expect.poll(() => renewals(traffic).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(3);
  const used = renewals(traffic).map((body) => body.get('refresh_token'));
  expect(new Set(used).size).toBe(used.length);
  await expect(documentRoot(page)).toHaveAttribute('data-state', 'ready');
  await page.reload();
  await waitUntilRead(page);
  await expectMatchesServer(page, 'healthy');
});

test('row 48: a sign-in server that is busy costs the refresh token nothing', async ({
  page,
  context,
  traffic,
}) => {
  await overrideSite(context, { refresh: 'offline' });
  await openInTab(page, 'healthy', { tokenLifeSeconds: 40 });
  await setFaults({ token: { grant: 'refresh_token', status: 503 } });
  await moveClockForward(page, 21_000);
  await expect.poll(() => renewals(traffic).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(1);
  await setFaults(undefined);
  await expect.poll(() => renewals(traffic).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(2);
  // The page has by then lived longer than its first token.
  await moveClockForward(page, 20_000);
  await page.waitForTimeout(3000);
  await expect(documentRoot(page)).toHaveAttribute('data-state', 'ready');
});

test('row 48: a refused refresh token is gone, and the session ends with its access token', async ({
  page,
  context,
  traffic,
}) => {
  await overrideSite(context, { refresh: 'offline' });
  await openInTab(page, 'healthy', { tokenLifeSeconds: 40 });
  await setFaults({ token: { grant: 'refresh_token', error: 'invalid_grant' } });
  await moveClockForward(page, 21_000);
  await expect.poll(() => renewals(traffic).length, { timeout: 20_000 }).toBe(1);
  await expect(documentRoot(page)).toHaveAttribute('data-state', 'ready');
  await moveClockForward(page, 20_000);
  await expectEndedWith(page, 'E13');
  expect(renewals(traffic)).toHaveLength(1);
  await expect(page.locator('[data-series]')).toHaveCount(0);
});

test('row 49: a renewed token that names another patient closes the view (E12)', async ({
  page,
  context,
}) => {
  await overrideSite(context, { refresh: 'offline' });
  await openInTab(page, 'healthy', { tokenLifeSeconds: 90 });
  await setFaults({ token: { grant: 'refresh_token', set: { patient: 'kidney' } } });
  await moveClockForward(page, 46_000);
  await expectEndedWith(page, 'E12');
  await expect(page.locator('[data-series], [data-patient-banner]')).toHaveCount(0);
  await page.reload();
  await expectEndedWith(page, 'E13');
});

test('row 45: a 401 gets the next token and one more try', async ({ page, context, traffic }) => {
  await overrideSite(context, { refresh: 'online' });
  await setFaults({ fhir: { type: 'Observation', status: 401, times: 1 } });
  await openInTab(page, 'healthy');
  await expectMatchesServer(page, 'healthy');
  expect(renewals(traffic)).toHaveLength(1);
});

test('row 45: without a next token a 401 ends the session (E13)', async ({ page, traffic }) => {
  await setFaults({ fhir: { type: 'Observation', status: 401, times: 1 } });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
  await expectEndedWith(page, 'E13');
  expect(renewals(traffic)).toHaveLength(0);
});

test('row 73: two tabs with one session make one renewal; the duplicate ends with its token', async ({
  page,
  context,
  traffic,
}) => {
  await overrideSite(context, { refresh: 'online' });
  await openInTab(page, 'healthy', { tokenLifeSeconds: 16 });
  await expect(page.getByRole('button', { name: 'Menu' })).toBeEnabled();
  const duplicate = await duplicateTab(page, context);
  await expect.poll(() => renewals(traffic).length, { timeout: 20_000 }).toBe(1);
  await expectEndedWith(duplicate, 'E13');
  await expect(documentRoot(page)).toHaveAttribute('data-state', 'ready');
});

test('row 44: two minutes before the end it is said, and signing in again returns to the same view', async ({
  page,
}) => {
  // The consent page uses the settings of the last standalone launch.
  await launchAddress({ kind: 'standalone', tokenLifeSeconds: 100 });
  await signInAs(page, /Marlowe/i);
  await waitUntilRead(page);
  await page.locator('[data-series="k"] a').click();
  await expect(page.getByRole('heading', { name: /Potassium/ })).toBeVisible();
  const notice = page.locator('[data-notice="stale"]');
  await expect(notice).toContainText(/This session ends at \d\d:\d\d, in 1 minute/);
  await notice.getByRole('button', { name: 'Sign in again' }).click();
  await page.getByRole('radio', { name: /Marlowe/i }).check();
  await page.getByRole('button', { name: 'Approve' }).click();
  await waitUntilRead(page);
  await expect(page.getByRole('heading', { name: /Potassium/ })).toBeVisible();
});

test('row 44: after the end there is one button back, and for the same patient alone it leads to the same view', async ({
  page,
}) => {
  await launchAddress({ kind: 'standalone', tokenLifeSeconds: 9 });
  await signInAs(page, /Marlowe/i);
  await waitUntilRead(page);
  await page.locator('[data-series="k"] a').click();
  await expect(page.getByRole('button', { name: 'Menu' })).toBeEnabled();
  await expectEndedWith(page, 'E13');
  await expect(alertOf(page)).toContainText('you come back to the same place');
  await launchAddress({ kind: 'standalone', tokenLifeSeconds: 3600 });
  await alertOf(page).getByRole('button', { name: 'Sign in again' }).click();
  await page.getByRole('radio').nth(3).check();
  await page.getByRole('button', { name: 'Approve' }).click();
  await waitUntilRead(page);
  expect(new URL(page.url()).hash).toBe('');
});

test('an EHR launch that ran out says the way back through the chart, and the next launch returns to the view', async ({
  page,
}) => {
  await openInTab(page, 'kidney', { tokenLifeSeconds: 30 });
  await page.locator('[data-series="k"]').click();
  await expect(page.getByRole('button', { name: 'Menu' })).toBeEnabled();
  await expect(page.locator('[data-notice="stale"]')).toContainText('Open Longview again from the chart');
  await moveClockForward(page, 30_000);
  await expectEndedWith(page, 'E13');
  await expect(alertOf(page)).toContainText('Go back to the patient’s chart and open Longview again.');
  await expect(alertOf(page).getByRole('button', { name: /Sign in/ })).toHaveCount(0);
  await openInTab(page, 'kidney');
  await expect(page.getByRole('heading', { name: /Potassium/ })).toBeVisible();
});

test('a window that nobody uses is closed after a warning, and the server is told', async ({
  page,
  context,
  traffic,
}) => {
  await overrideSite(context, { idleMinutes: 0.25 });
  await openInTab(page, 'healthy');
  const warning = page.locator('[data-notice="stale"]');
  await expect(warning).toContainText('because of inactivity');
  await moveClockForward(page, 8000);
  await warning.getByRole('button', { name: 'Keep open' }).click();
  await moveClockForward(page, 8000); // The first deadline has passed by then. The page looks once a second.
  await page.waitForTimeout(2500);
  await expect(documentRoot(page)).toHaveAttribute('data-state', 'ready');
  await moveClockForward(page, 5000);
  await expectEndedWith(page, 'E13');
  await expect(page.locator('[data-series], [data-patient-banner]')).toHaveCount(0);
  await expect.poll(() => traffic.requests.some(({ url }) => url.pathname === '/auth/revoke')).toBe(true);
});

test('row 51: "End session" wipes at once and revokes: the token is dead', async ({
  page,
  context,
  traffic,
}) => {
  await overrideSite(context, { refresh: 'online' });
  await openInTab(page, 'healthy');
  const [access = ''] = [...traffic.tokens].slice(0, 1);
  const revoked = page.waitForResponse((response) => response.url().endsWith('/auth/revoke'));
  await endSession(page);
  await expectEndedWith(page, 'E13');
  await expect(documentRoot(page)).toHaveAttribute('data-state', 'ended');
  expect((await revoked).status()).toBe(200);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await Promise.all(traffic.reading);
  for (const token of [access, ...traffic.tokens]) {
    const answer = await sendOverKeptConnection(`${sandboxOrigin()}/fhir/r4/Patient/healthy`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(401);
  }
  await page.reload();
  await expectEndedWith(page, 'E13');
});

test('row 51: a revocation that fails changes nothing here', async ({ page }) => {
  await openInTab(page, 'healthy');
  await setFaults({ revocation: { status: 500 } });
  await endSession(page);
  await expectEndedWith(page, 'E13');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('row 75: a page restored from the back-forward cache looks again before it shows anything', async ({
  page,
}) => {
  await openInTab(page, 'healthy');
  await page.evaluate(() => {
    sessionStorage.clear(); // The session has ended in another window.
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await expectEndedWith(page, 'E13');
  await expect(page.locator('[data-series], [data-patient-banner]')).toHaveCount(0);
});
