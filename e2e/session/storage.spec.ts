import type { Page } from '@playwright/test';
import { duplicateTab } from '../support/duplicateTab.ts';
import { appOrigin, openInTab, sandboxOrigin, setFaults, waitUntilRead } from '../support/launching.ts';
import { moveClockForward } from '../support/pageClock.ts';
import { endSession, patientBanner } from '../support/recordScreens.ts';
import { sendOverKeptConnection } from '../support/sandboxApi.ts';
import { overrideSite } from '../support/siteOverride.ts';
import { expect, test } from '../support/test.ts';
import { revokedTokens } from '../support/traffic.ts';

const alertOf = (page: Page) => page.getByRole('alert');
const expectEnded = async (page: Page, reason: string) => {
  await expect(alertOf(page)).toHaveAttribute('data-error', 'E13', { timeout: 20_000 });
  await expect(alertOf(page)).toContainText(reason);
  await expect(page.locator('[data-series], [data-patient-banner]')).toHaveCount(0);
};
const sessionKeys = (page: Page) =>
  page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('longview.session.')));
/** Returns the status of a read with this token. */
async function statusWith(token: string, patient: string): Promise<number> {
  const response = await sendOverKeptConnection(`${sandboxOrigin()}/fhir/r4/Patient/${patient}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return response.status;
}

test('a second launch in one tab ends the first: Back and a reload there show nobody, and its token is dead', async ({
  page,
  context,
  traffic,
}) => {
  await overrideSite(context, { refresh: 'online' });
  await openInTab(page, 'kidney');
  await Promise.all(traffic.reading);
  const first = [...traffic.tokens];
  await openInTab(page, 'child');
  await page.goBack();
  await expectEnded(page, 'Longview was opened again in this window.');
  await page.reload();
  await expectEnded(page, 'Longview was opened again in this window.');
  // The request of a page that is being left is not among those that the browser tells of.
  for (const token of first) await expect.poll(() => statusWith(token, 'kidney')).toBe(401);
  await page.goForward();
  await waitUntilRead(page);
  await expect(patientBanner(page)).not.toContainText('MARLOWE');
  await expect.poll(() => sessionKeys(page)).toHaveLength(1);
});

test('“End session” ends a duplicated tab, and one that is opened again later shows nobody', async ({
  page,
  context,
}) => {
  await openInTab(page, 'kidney');
  const duplicate = await duplicateTab(page, context);
  const asleep = await duplicateTab(page, context);
  await asleep.goto('about:blank'); // the browser has put this one aside, with its storage
  await endSession(page);
  await expectEnded(page, 'You signed out.');
  await expectEnded(duplicate, 'It was ended in another window.');
  await asleep.goBack();
  await expectEnded(asleep, 'It was ended in another window.');
  await expect.poll(() => sessionKeys(asleep)).toEqual([]);
});

test('a session ends at the limit of its site, announced before, although the clock was set back and the page reloaded', async ({
  page,
  context,
}) => {
  await overrideSite(context, { maxHours: 0.5 / 60 });
  await context.addInitScript(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() - Number(localStorage.getItem('clock set back by') ?? 0);
  });
  await openInTab(page, 'healthy');
  await expect(page.locator('[data-notice="stale"]')).toContainText('This session ends at');
  await page.evaluate(() => localStorage.setItem('clock set back by', String(48 * 3_600_000)));
  await page.reload();
  await waitUntilRead(page);
  await expect(alertOf(page)).toHaveAttribute('data-error', 'E13', { timeout: 40_000 });
  await expect(alertOf(page)).toContainText('A session lasts at most 1 minute here.');
  await page.reload();
  await expectEnded(page, 'Your session has ended');
});

test('a token that is renewed while the session ends is revoked when it comes', async ({
  page,
  context,
  traffic,
}) => {
  await overrideSite(context, { refresh: 'online' });
  await openInTab(page, 'healthy', { tokenLifeSeconds: 90 });
  await expect(page.getByRole('button', { name: 'Menu' })).toBeEnabled();
  await setFaults({ token: { grant: 'refresh_token', slowMs: 4000 } });
  const renewal = page.waitForRequest(
    (request) =>
      request.url().endsWith('/auth/token') && (request.postData() ?? '').includes('refresh_token'),
  );
  // A token is renewed after half of so short a life. However slow the page was, that is still to come.
  await moveClockForward(page, 46_000);
  await renewal;
  await endSession(page);
  await expectEnded(page, 'You signed out.');
  await expect.poll(() => revokedTokens(traffic).length, { timeout: 15_000 }).toBe(2);
  // The answer with the token may be read by the test later than the app revokes it.
  await expect.poll(() => traffic.tokens.has(revokedTokens(traffic)[1] ?? '')).toBe(true);
  // A request is told of when it leaves. On a busy machine the server has not taken it yet.
  for (const token of traffic.tokens) await expect.poll(() => statusWith(token, 'healthy')).toBe(401);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('what an abandoned session and a stranger left in storage is swept at the next start, and its refresh token revoked', async ({
  page,
  context,
  traffic,
}) => {
  await overrideSite(context, { refresh: 'online' });
  await openInTab(page, 'healthy');
  await page.evaluate(() => {
    const [key = ''] = Object.keys(sessionStorage);
    const record = JSON.parse(sessionStorage.getItem(key) ?? '') as object;
    const longAgoMs = Date.now() - 20 * 60_000;
    const times = { openedAtMs: longAgoMs, activeAtMs: longAgoMs, seenAtMs: longAgoMs };
    sessionStorage.setItem('longview.session.left', JSON.stringify({ ...record, ...times, sid: 'left' }));
    sessionStorage.setItem('longview.session.foreign', '{"__proto__":{"sid":"foreign"}}');
    sessionStorage.setItem('longview.pending.x', 'x'.repeat(100_000));
  });
  await page.goto('about:blank');
  await page.goto(`${appOrigin()}/index.html`);
  await expect(page.getByRole('heading', { name: 'Longview' })).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => Object.keys(sessionStorage)))
    .not.toContain('longview.session.left');
  // A revocation is kept until the server has answered it.
  await expect.poll(() => page.evaluate(() => Object.keys(sessionStorage))).toHaveLength(1);
  await Promise.all(traffic.reading);
  await expect.poll(() => revokedTokens(traffic)).toHaveLength(1);
  expect(traffic.tokens.has(revokedTokens(traffic)[0] ?? '')).toBe(true);
});
