import type { Page } from '@playwright/test';
import { openInTab, setFaults } from '../support/launching.ts';
import { moveClockForward } from '../support/pageClock.ts';
import { overrideSite } from '../support/siteOverride.ts';
import { expect, test } from '../support/test.ts';
import { tokenRequests, type Traffic } from '../support/traffic.ts';

// A server may give a renewed token less than the one before (RFC 6749, section 6). These tests hold what the reader then sees.

const renewals = (traffic: Traffic): number =>
  tokenRequests(traffic).filter((body) => body.get('grant_type') === 'refresh_token').length;

/** Opens a record, and renews its token with what `change` makes of the scope that was granted. */
async function renewWith(page: Page, traffic: Traffic, change: (granted: string) => string): Promise<void> {
  let scope = '';
  await page.route('**/auth/token', async (route) => {
    const response = await route.fetch();
    ({ scope } = (await response.json()) as { scope: string });
    await route.fulfill({ response });
  });
  await openInTab(page, 'healthy', { tokenLifeSeconds: 90 });
  await page.unroute('**/auth/token');
  expect(change(scope)).not.toBe(scope);
  await setFaults({ token: { grant: 'refresh_token', set: { scope: change(scope) } } });
  await moveClockForward(page, 46_000);
  await expect.poll(() => renewals(traffic), { timeout: 20_000 }).toBe(1);
}

const without = (type: string) => (granted: string) =>
  granted
    .split(' ')
    .filter((one) => !one.startsWith(`patient/${type}.`))
    .join(' ');

const VITAL_SIGNS = 'category=http://terminology.hl7.org/CodeSystem/observation-category|vital-signs';

const NARROWER: Readonly<Record<string, (granted: string) => string>> = {
  'no results': without('Observation'),
  'no medication': without('MedicationRequest'),
  'one category of results alone': (granted) =>
    granted.replace(/patient\/Observation\.\S+/, `patient/Observation.rs?${VITAL_SIGNS}`),
};

for (const [what, change] of Object.entries(NARROWER))
  test(`a renewed token that may read ${what} ends the view, and says why (hazard 145)`, async ({
    page,
    context,
    traffic,
  }) => {
    await overrideSite(context, { refresh: 'offline' });
    await renewWith(page, traffic, change);
    const alert = page.getByRole('alert');
    await expect(alert).toHaveAttribute('data-error', 'E13', { timeout: 20_000 });
    await expect(alert).toContainText('The health system now lets Longview read less of this record.');
    await expect(page.locator('[data-series], [data-patient-banner]')).toHaveCount(0);
    await page.reload();
    await expect(alert).toHaveAttribute('data-error', 'E13');
  });

const NO_NARROWER: Readonly<Record<string, (granted: string) => string>> = {
  'the same in another order': (granted) => granted.split(' ').toReversed().join(' '),
  'more than asked for': (granted) => `${granted} patient/*.rs`,
  'nothing said of resources': () => 'openid',
};

for (const [what, change] of Object.entries(NO_NARROWER))
  test(`a renewed token with ${what} leaves the view as it is`, async ({ page, context, traffic }) => {
    await overrideSite(context, { refresh: 'offline' });
    await renewWith(page, traffic, change);
    await page.getByRole('button', { name: 'Refresh', exact: true }).click();
    await expect(page.getByText(/^Refreshed at .+: no changes\.$/)).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-state', 'ready');
  });
