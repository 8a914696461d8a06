import type { Page } from '@playwright/test';
import { expectReadingEnded, openWithFaults, shortenTimeouts } from '../support/dataFaults.ts';
import { launchAddress, setFaults, waitUntilRead, type Faults } from '../support/launching.ts';
import { sandboxApi } from '../support/sandboxApi.ts';
import { expectMatchesServer } from '../support/serverComparison.ts';
import { waitForSettled } from '../support/recordScreens.ts';
import { expect, test } from '../support/test.ts';

// The server of these tests hangs. The screen says so after ten seconds, what came stays in use, and within 45 s the
// reading has ended. Ten seconds are one second here, because the clock ticks ten times as often, except where a test says so.

const LABEL = 'Sandbox General Hospital';
const silentLine = (page: Page) =>
  page.locator('[data-notice="incomplete"]').filter({ hasText: 'has not answered' });

async function openOn(page: Page, fhir: Faults): Promise<void> {
  await setFaults({ fhir });
  await sandboxApi('requests', { method: 'DELETE' });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
}

const requestsOf = async (pattern: string): Promise<number> => {
  const all = (await (await sandboxApi('requests')).json()) as { path: string }[];
  return all.filter(({ path }) => new RegExp(`^/${pattern}`).test(path)).length;
};

test('no search is answered: said with what is missing, and at 41 s all are given up at once', async ({
  page,
}) => {
  await shortenTimeouts(page);
  await openWithFaults(page, { hang: 'headers' });
  const line = silentLine(page);
  await expect(line).toContainText(
    /Sandbox General Hospital has not answered for \d+ s\. Not loaded yet: vital signs, laboratory, social history and all other results/,
  );
  await expect(page.locator('[data-patient-banner]')).toContainText('BRANDT');
  await expect(page.locator('html')).toHaveAttribute('data-state', 'loading');
  await expectReadingEnded(page, 'partial');
  await expect(line).toHaveCount(0);
  await expect(page.locator('[data-notice="failed"][data-error="E20"]')).toContainText('did not answer');
  // Three searches are sent at a time, each of them twice. The others and the events are not sent at all.
  expect(await requestsOf('Observation')).toBe(6);
  expect(await requestsOf('MedicationRequest')).toBe(0);
});

test('the laboratory alone is not answered: what the search for everything brought is in use and not called missing', async ({
  page,
}) => {
  await shortenTimeouts(page);
  await openOn(page, { type: 'Observation', category: 'laboratory', hang: 'headers' });
  await expect(silentLine(page)).toContainText(
    'All results are loaded; only the separate search for laboratory has not been answered.',
  );
  await expect(page.locator('[data-series="hgb"]')).toBeVisible();
  await expectReadingEnded(page, 'ready');
  await expectMatchesServer(page, 'healthy');
  expect(await requestsOf('Observation\\?.*laboratory')).toBe(2);
});

test('every second request is refused for being too many: the Patient and results come, and no error does', async ({
  page,
}) => {
  await openOn(page, { status: 429, every: 2, retryAfter: '-5' });
  await expect(page.locator('[data-patient-banner]')).toContainText('BRANDT', { timeout: 90_000 });
  await expect(page.locator('[data-series]').first()).toBeVisible({ timeout: 90_000 });
  await expect(page.locator('[data-error="E04"]')).toHaveCount(0);
});

test('the read of the Patient is answered with 503: said as busy, and never as no answer', async ({
  page,
}) => {
  await openOn(page, { type: 'Patient', status: 503 });
  const alert = page.getByRole('alert');
  await expect(alert.getByRole('heading')).toHaveText(`${LABEL} is busy`, { timeout: 30_000 });
  await expect(alert).not.toContainText(/did not answer|no answer/i);
  await setFaults(undefined);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await waitUntilRead(page);
});

test('pressing "Try again" stops what waits and asks anew, and the line goes with the answer', async ({
  page,
}) => {
  await shortenTimeouts(page);
  const failed: string[] = [];
  page.on('requestfailed', (request) => failed.push(new URL(request.url()).pathname));
  await openWithFaults(page, { hang: 'headers' });
  const retry = silentLine(page).locator('[data-retry]');
  await expect(retry).toHaveText('Try again');
  await setFaults(undefined);
  await retry.click();
  await expectReadingEnded(page, 'ready');
  expect(failed.filter((path) => path.endsWith('/Observation'))).toHaveLength(3);
  await expect(page.locator('[data-notice]')).toHaveCount(0);
  await expectMatchesServer(page, 'healthy');
});

test('the Patient is not answered: said without any value, then E04, and "Try again" reads the record', async ({
  page,
}) => {
  await shortenTimeouts(page);
  await openOn(page, { type: 'Patient', hang: 'headers' });
  await expect(silentLine(page)).toContainText('Waiting for the patient’s name');
  await expect(page.locator('[data-latest]')).toHaveCount(0);
  const alert = page.getByRole('alert');
  await expect(alert).toHaveAttribute('data-error', 'E04', { timeout: 15_000 });
  await expect(alert.getByRole('heading')).toHaveText(`${LABEL} did not answer`);
  await setFaults(undefined);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await waitUntilRead(page);
});

test('one page stops half way: the rest is in use meanwhile, and only what is missing is named', async ({
  page,
}) => {
  await shortenTimeouts(page);
  await openWithFaults(page, { brokenPage: 2, hang: 'body' });
  const line = silentLine(page);
  await expect(line).toContainText('he rest of laboratory');
  await page.locator('[data-series="hgb"]').first().click();
  await expect(page).toHaveURL(/#series=hgb/);
  await expect(page.getByRole('heading', { name: /hemoglobin/i }).first()).toBeVisible();
  await expect(line).toBeVisible();
  await expectReadingEnded(page, 'partial');
});

test('events are not answered: the results are complete, the events are named, and one press reads them', async ({
  page,
}) => {
  await shortenTimeouts(page);
  await openOn(page, { type: 'Encounter', hang: 'headers' });
  const line = silentLine(page);
  await expect(line).toContainText('Not loaded yet: encounters.');
  await expect(page.locator('[data-latest]').first()).toBeVisible();
  await setFaults(undefined);
  await line.locator('[data-retry]').click();
  await waitUntilRead(page);
  await expect(page.locator('[data-notice]')).toHaveCount(0);
});

test('a record is read again from a silent server: what stands keeps its time', async ({ page }) => {
  await shortenTimeouts(page);
  await openOn(page, {});
  await waitUntilRead(page);
  // The tiles below the screen are drawn last.
  await waitForSettled(page);
  const latest = (): Promise<string[]> =>
    page
      .locator('[data-latest]')
      .evaluateAll((tiles) => tiles.map(({ dataset }) => `${dataset['latest']} ${dataset['latestTime']}`));
  const shown = await latest();
  expect(shown.length).toBeGreaterThan(2);
  await setFaults({ fhir: { type: 'Observation', hang: 'headers' } });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(silentLine(page)).toContainText(/This screen shows the record loaded at \d\d:\d\d/);
  const stale = page.locator('[data-notice="stale"]');
  await expect(stale).toContainText('Refresh failed', { timeout: 15_000 });
  expect(await latest()).toEqual(shown);
});

test('a page that is hidden waits on, and goes on when it is seen again', async ({ page }) => {
  await shortenTimeouts(page);
  await openWithFaults(page, { hang: 'headers' });
  await expect(page.locator('[data-patient-banner]')).toContainText('BRANDT');
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
  });
  // Six seconds are sixty of the page, in which nothing may be given up.
  await page.waitForTimeout(6000);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'loading');
  await page.evaluate(() => Reflect.deleteProperty(document, 'visibilityState'));
  await expectReadingEnded(page, 'partial');
});

test('with the true limits the line comes after ten seconds, and the reading has ended within 45', async ({
  page,
}) => {
  test.setTimeout(90_000);
  await openOn(page, { type: 'Observation', hang: 'headers' });
  await expect(page.locator('[data-patient-banner]')).toContainText('BRANDT');
  const beganAt = await page.evaluate(() => performance.now());
  await expect(silentLine(page)).toContainText(/has not answered for 1\d s/, { timeout: 14_000 });
  await expect(page.locator('html')).toHaveAttribute('data-state', 'partial', { timeout: 40_000 });
  const tookMs = (await page.evaluate(() => performance.now())) - beganAt;
  test.info().annotations.push({ type: 'ms', description: String(Math.round(tookMs)) });
});
