import type { Page } from '@playwright/test';
import { openInTab, setFaults, waitUntilRead } from '../support/launching.ts';
import { drawnTimesMs } from '../support/rawEvents.ts';
import { accountOf, setFragment } from '../support/recordScreens.ts';
import { expectMatchesServer } from '../support/serverComparison.ts';
import { expect, test } from '../support/test.ts';

const refresh = 'Refresh';
const DAY_MS = 86_400_000;

test('rule 35: a result that was corrected meanwhile is announced when the record is read again', async ({
  page,
}) => {
  await openInTab(page, 'healthy');
  const { received } = await accountOf(page);
  // The server sends the first result of each search again in a newer version.
  await setFaults({ pageSize: 1, fhir: { type: 'Observation', again: 'newer' } });
  await page.getByRole('button', { name: refresh }).click();
  await expect(page.getByText(/^Refreshed at .+: .*corrected since you opened this view\.$/)).toBeVisible();
  const after = await accountOf(page);
  expect(after.received).toBeGreaterThan(received);
  expect(after.received).toBe(
    after.drawn + after.listed + after.withdrawn + after.excluded + after.duplicate,
  );
});

test('rule 33: a result that was withdrawn meanwhile goes, and the reader is told', async ({ page }) => {
  await openInTab(page, 'healthy');
  expect((await accountOf(page)).withdrawn).toBe(0);
  await setFaults({ pageSize: 1, fhir: { type: 'Observation', again: 'withdrawn' } });
  await page.getByRole('button', { name: refresh }).click();
  await expect(page.getByText(/^Refreshed at .+ retracted\.$/)).toBeVisible();
  expect((await accountOf(page)).withdrawn).toBeGreaterThan(0);
});

test('nothing new: the record is the same, was read later, and says so', async ({ page }) => {
  await openInTab(page, 'kidney');
  await page.getByRole('button', { name: refresh }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Refreshed at .+: no changes\.$/)).toBeVisible();
  await expectMatchesServer(page, 'kidney');
});

test('rule 40: a second reading that fails leaves what was read, says how old it is, and can be tried again', async ({
  page,
}) => {
  await openInTab(page, 'healthy');
  const before = await accountOf(page);
  await setFaults({ fhir: { type: 'Observation', status: 403 } });
  await page.getByRole('button', { name: refresh }).click();
  const notice = page.locator('[data-notice="stale"]');
  await expect(notice).toContainText('Refresh failed. This screen still shows the record loaded at');
  expect(await accountOf(page)).toEqual(before);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'ready');
  await setFaults(undefined);
  await notice.locator('[data-retry]').click();
  await expect(page.getByText(/: no changes\.$/)).toBeVisible();
  await waitUntilRead(page);
  await expectMatchesServer(page, 'healthy');
});

test('who refreshes by keys stays there, and a second refresh moves nothing on the screen', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  const button = page.getByRole('button', { name: refresh });
  await button.focus();
  await page.keyboard.press('Enter');
  const notice = page.getByText(/^Refreshed at .+: no changes\.$/);
  await expect(notice).toBeVisible();
  await expect(button).toBeFocused();
  const firstTile = page.locator('main [data-series]').first();
  const topPx = () => firstTile.evaluate((tile) => tile.getBoundingClientRect().top);
  const before = await topPx();
  const highest = await firstTile.evaluateHandle((tile) => {
    const seen = { topPx: tile.getBoundingClientRect().top, isWaitFocused: false };
    // The wait may be over before an assertion looks, so each frame does.
    const look = (): void => {
      seen.topPx = Math.min(seen.topPx, tile.getBoundingClientRect().top);
      seen.isWaitFocused ||= document.activeElement?.textContent.startsWith('Refreshing, ') === true;
      requestAnimationFrame(look);
    };
    look();
    return seen;
  });
  await page.keyboard.press('Enter');
  await expect.poll(() => highest.evaluate((seen) => seen.isWaitFocused)).toBe(true);
  await expect(button).toBeFocused();
  await expect(notice).toBeVisible();
  expect(await topPx()).toBe(before);
  expect(await highest.evaluate((seen) => seen.topPx)).toBe(before);
});

/** Takes back the results of the last `days` days that the server has, as a laboratory does that withdraws a whole run. */
async function withdrawNewest(page: Page, newestMs: number, days: number): Promise<void> {
  type Sent = { id?: string; status: string; effectiveDateTime?: string; meta?: object };
  await page.route(/\/Observation\?/, async (route) => {
    const response = await route.fetch();
    const bundle = (await response.json()) as { entry?: { resource: Sent }[] };
    for (const { resource } of bundle.entry ?? []) {
      const atMs = Date.parse(resource.effectiveDateTime ?? '');
      if (!(atMs > newestMs - days * DAY_MS)) continue;
      resource.status = 'entered-in-error';
      resource.meta = { ...resource.meta, versionId: '99', lastUpdated: new Date().toISOString() };
    }
    await route.fulfill({ response, json: bundle });
  });
}

test('Back past a refresh that moved the newest result leads to the days that were seen', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  const newestMs = Math.max(...(await drawnTimesMs('kidney')));
  // What stands behind the days counts the results outside of them, of which some are gone then.
  const period = () => page.locator('p[data-window]').evaluate((line) => line.firstChild?.textContent);
  await setFragment(page, '#window=90d~400');
  const seen = await period();
  expect(seen).toMatch(/\d{4}/);
  await setFragment(page, '#series=k&window=30d~200');
  const seenLater = await period();
  await withdrawNewest(page, newestMs, 10);
  await page.getByRole('button', { name: refresh }).click();
  await expect(page.getByText(/^Refreshed at .+ retracted\.$/)).toBeVisible();
  expect(await period()).toBe(seenLater);
  expect(page.url()).not.toContain('window=30d~200');
  await page.goBack();
  await expect.poll(period).toBe(seen);
  await page.goForward();
  await expect.poll(period).toBe(seenLater);
});
