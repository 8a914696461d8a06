import { launchAddress, sandboxOrigin } from '../support/launching.ts';
import { accountOf, expectAllAccounted } from '../support/recordScreens.ts';
import { withScaledServers } from './scaledServers.ts';
import { expect, test } from '../support/test.ts';

test('intensive care: a tile can be opened while pages still arrive, and nothing is claimed before the end', async ({
  page,
}) => {
  // This server is read by its next links, and a generic one by windows of time. The second page of each search comes when the
  // test has seen the first ones, however slow the machine is.
  let goOn = (): void => undefined;
  const seen = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route(/[?&]sessionID=/, async (route) => {
    await seen;
    await route.continue();
  });
  await page.goto(await launchAddress({ patient: 'icu', vendor: 'epic', kind: 'tab' }));
  const tile = page.locator('[data-series="hr"]').first();
  await expect(tile).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-state', 'loading');
  await expect(tile).not.toHaveAttribute('data-latest', /./);
  await expect(page.getByText(/Loading results/).first()).toBeVisible();
  await tile.click();
  await expect(page.locator('[data-series="hr"] [data-mark]').first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-state', 'loading');
  await expect(page.getByText('newest loaded so far').first()).toBeVisible();
  goOn();
  await expect(page.locator('html')).toHaveAttribute('data-state', 'ready', { timeout: 40_000 });
  await expect(page.locator('[data-series="hr"]').first()).toHaveAttribute('data-latest', /\d/);
});

test.describe('a record of 20,000 Observations', () => {
  const { scaled, sandbox } = withScaledServers('kidney=20000');

  scaled('a tile opens while pages still arrive; in the end all are accounted for', async ({ page }) => {
    // The windows of time before the newest one come when the test has seen the tile open, however fast the machine is.
    let goOn = (): void => undefined;
    const seen = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await page.route(/[?&]date=lt/, async (route) => {
      await seen;
      await route.continue();
    });
    await page.goto(await launchAddress({ patient: 'kidney', kind: 'tab' }, sandbox()));
    await page.locator('[data-series="hr"]').first().click({ timeout: 30_000 });
    await expect(page.locator('[data-series="hr"] [data-mark]').first()).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-state', 'loading');
    goOn();
    await expect(page.locator('html')).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
    await page.keyboard.press('Escape');
    expectAllAccounted(await accountOf(page), 20_000);
  });
});

test('the marks stand once each, and one for every page', async ({ page }) => {
  await page.goto(await launchAddress({ patient: 'icu', kind: 'tab' }, sandboxOrigin()));
  await expect(page.locator('html')).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
  await expect
    .poll(() =>
      page.evaluate(() =>
        performance
          .getEntriesByType('mark')
          .map(({ name }) => name)
          .filter((name) => name !== 'longview:page' && name.startsWith('longview:'))
          .toSorted(),
      ),
    )
    .toEqual([
      'longview:boot',
      'longview:complete',
      'longview:first-chart',
      'longview:patient',
      'longview:settled',
      'longview:token',
    ]);
  const pages = await page.evaluate(() =>
    performance
      .getEntriesByName('longview:page')
      .map((entry) => (entry as PerformanceMark).detail as { query: string; page: number; received: number }),
  );
  expect(
    pages.every(({ query, page: number, received }) => query !== '' && number >= 1 && received >= 0),
  ).toBe(true);
  // A result at the edge of two windows of time comes with both.
  expect(
    pages.filter(({ query }) => query === 'all').reduce((sum, { received }) => sum + received, 0),
  ).toBeGreaterThanOrEqual((await accountOf(page)).received);
});
