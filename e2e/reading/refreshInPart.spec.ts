import type { Page } from '@playwright/test';
import { launchAddress, openInTab, setFaults, waitForState, waitUntilRead } from '../support/launching.ts';
import { accountOf, downloadCsv, patientBanner, shownSeries } from '../support/recordScreens.ts';
import { expect, test } from '../support/test.ts';

// These tests hold what a second reading may change where it brings less than the first one, or another Patient.

const refreshButton = (page: Page) => page.getByRole('button', { name: 'Refresh', exact: true });
const staleNotice = (page: Page) => page.locator('[data-notice="stale"]');
/** On this server no search brings all results, so one that fails leaves a gap. */
const BY_CATEGORY = { vendor: 'epic' } as const;
const NOT_REFRESHED = 'Refresh failed. This screen still shows the record loaded at';

/** Returns the line of a CSV that says when its record was loaded. */
const loadedLine = (csv: string): string => /"# Loaded: [^"]+"/.exec(csv)?.[0] ?? '';

test('rule 37: where one search fails on refresh nothing of the second reading is shown, and the next one heals', async ({
  page,
}) => {
  await openInTab(page, 'kidney', BY_CATEGORY);
  const [account, series, csv] = [await accountOf(page), await shownSeries(page), await downloadCsv(page)];
  await setFaults({ fhir: { type: 'Observation', category: 'laboratory', status: 403 } });
  await refreshButton(page).click();
  await expect(staleNotice(page)).toContainText(NOT_REFRESHED, { timeout: 60_000 });
  expect(await accountOf(page)).toEqual(account);
  expect(await shownSeries(page)).toEqual(series);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'ready');
  expect(loadedLine(await downloadCsv(page))).toBe(loadedLine(csv));
  await setFaults(undefined);
  await staleNotice(page).locator('[data-retry]').click();
  await expect(page.getByText(/^Refreshed at .+: no changes\.$/)).toBeVisible();
  await expect(staleNotice(page)).toHaveCount(0);
  expect(await shownSeries(page)).toEqual(series);
});

test('rule 37: a record without its laboratory results does not lose its vital signs for them on refresh', async ({
  page,
}) => {
  await setFaults({ fhir: { type: 'Observation', category: 'laboratory', status: 403 } });
  await page.goto(await launchAddress({ ...BY_CATEGORY, patient: 'healthy', kind: 'tab' }));
  await waitUntilRead(page, 'partial');
  const before = await accountOf(page);
  await setFaults({ fhir: { type: 'Observation', category: 'vital-signs', status: 403 } });
  await refreshButton(page).click();
  await expect(staleNotice(page)).toContainText(NOT_REFRESHED, { timeout: 60_000 });
  expect(await accountOf(page)).toEqual(before);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'partial');
  await expect(page.locator('[data-notice="not-granted"]')).toContainText('laboratory');
  await setFaults(undefined);
  await staleNotice(page).locator('[data-retry]').click();
  await waitUntilRead(page);
  await expect(staleNotice(page)).toHaveCount(0);
  expect((await accountOf(page)).received).toBeGreaterThan(before.received);
});

test('rule 38: events that fail on refresh are not called absent, and the results are refreshed all the same', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  await expect(page.getByText(/\+ Spironolactone/).first()).toBeVisible();
  await setFaults({ fhir: { type: 'MedicationRequest', status: 403 } });
  await refreshButton(page).click();
  await expect(page.getByText(/^Refreshed at .+: no changes\.$/)).toBeVisible({ timeout: 60_000 });
  await waitForState(page, ['partial']);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'partial');
  await expect(
    page
      .locator('[data-notice]')
      .filter({ hasText: /medication/i })
      .first(),
  ).toBeVisible();
  expect(await downloadCsv(page)).toMatch(/"# [^"]*[Mm]edication[^"]*"/);
});

test('rules 47 and 48: a name that has changed on the server stands at the top, with how it read before', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  await expect(patientBanner(page)).toContainText('MARLOWE, Edwin');
  await setFaults({ fhir: { type: 'Patient', patient: 'usualName' } });
  await refreshButton(page).click();
  const notice = page.getByText('This patient’s details have changed since you opened this view.');
  await expect(notice).toBeVisible();
  await expect(patientBanner(page)).toContainText('Teddy');
  await expect(page.getByText(/Before: name MARLOWE, Edwin/)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-state', 'ready');
  expect(await downloadCsv(page)).toContain('Teddy');
  // What has changed stays said until the view is left.
  await refreshButton(page).click();
  await expect(page.getByText(/^Refreshed at .+: no changes\.$/)).toBeVisible();
  await expect(notice).toBeVisible();
  expect(await page.title()).not.toMatch(/Marlowe|Teddy/i);
});

test('rule 47: a Patient that cannot be read again is told, and the next refresh heals it', async ({
  page,
}) => {
  await openInTab(page, 'healthy');
  await setFaults({ fhir: { type: 'Patient', status: 500 } });
  await refreshButton(page).click();
  const notice = page.getByText('This patient’s details could not be refreshed.');
  await expect(notice).toBeVisible({ timeout: 60_000 });
  await expect(patientBanner(page)).toBeVisible();
  await setFaults(undefined);
  await staleNotice(page).locator('[data-retry]').click();
  await expect(notice).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'ready');
});

for (const [what, fault, code] of [
  ['another patient', { patientId: 'somebody-else' }, 'E12'],
  ['a Patient that is gone', { status: 410 }, 'E17'],
] as const)
  test(`rule 48: ${what} on refresh blanks the view (${code})`, async ({ page }) => {
    await openInTab(page, 'healthy');
    await setFaults({ fhir: { type: 'Patient', ...fault } });
    await refreshButton(page).click();
    await expect(page.getByRole('alert')).toHaveAttribute('data-error', code, { timeout: 60_000 });
    await expect(page.locator('[data-series], [data-patient-banner]')).toHaveCount(0);
    expect(await page.evaluate(() => document.body.innerText)).not.toContain('mmol/L');
  });
