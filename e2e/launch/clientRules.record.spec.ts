import { launchAddress, openInTab, sandboxOrigin, setFaults, waitUntilRead } from '../support/launching.ts';
import { overrideSite } from '../support/siteOverride.ts';
import { MEASURED_SERIES } from '../support/recordScreens.ts';
import { expect, test } from '../support/test.ts';
import { recordReads } from '../support/traffic.ts';

// These tests hold section A5 of the client rules as far as it is about reading the record.
// sessionLifetime.spec.ts tests tokens and their end.

test('row 41: a next link to another host gets neither a request nor the token, and is said', async ({
  page,
  traffic,
}) => {
  await setFaults({ fhir: { next: 'foreign' } });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
  const notice = page.locator('[data-notice="failed"][data-error="E20"]');
  await expect(notice).toContainText('pointed to a server that Longview must not contact');
  await expect(page.locator('html')).toHaveAttribute('data-state', 'partial');
  expect(traffic.requests.filter(({ url }) => url.hostname === 'trap.example')).toEqual([]);
  expect(recordReads(traffic).length).toBeGreaterThan(1);
});

test('row 41: a relative next link, and one beside the base path, are followed', async ({
  page,
  traffic,
}) => {
  await setFaults({ fhir: { next: 'relative' } });
  // A generic server is asked for windows of time instead of its next links.
  await openInTab(page, 'icu', { vendor: 'epic' });
  const pages = traffic.requests.filter(({ url }) => url.searchParams.has('sessionID'));
  expect(pages.length).toBeGreaterThan(0);
  expect(new Set(pages.map(({ url }) => url.origin))).toEqual(new Set([sandboxOrigin()]));
});

test('row 42: scopes granted are looked at: less is said, more and other spellings are fine', async ({
  page,
}) => {
  await openInTab(page, 'healthy', { scopes: 'launch patient/Patient.r patient/Observation.rs' });
  const denied = page.locator('[data-notice="not-granted"]');
  await expect(denied).toContainText('did not allow access to encounters');
  await expect(page.locator(MEASURED_SERIES)).toHaveCount(4);
  for (const scope of ['launch patient/*.cruds', 'patient/*.read launch/patient', 'user/*.rs']) {
    await setFaults({ token: { set: { scope } } });
    await openInTab(page, 'healthy');
    await expect(page.locator(MEASURED_SERIES)).toHaveCount(4);
  }
  await expect(denied).toHaveCount(0);
});

test('row 42: a part of the results granted is said to be a part', async ({ page }) => {
  const category = 'http://terminology.hl7.org/CodeSystem/observation-category|laboratory';
  await setFaults({
    token: { set: { scope: `launch patient/Patient.r patient/Observation.rs?category=${category}` } },
  });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
  await expect(page.locator('html')).toHaveAttribute('data-state', 'partial');
  await expect(page.locator('[data-error="E16"]')).toContainText(
    /gave access to (?:some results|laboratory) only/,
  );
});

test('row 42: granular scopes of the site file are asked for, and nothing beyond them is searched', async ({
  page,
  context,
  traffic,
}) => {
  const category = 'http://terminology.hl7.org/CodeSystem/observation-category|laboratory';
  const scopes = ['patient/Patient.r', `patient/Observation.rs?category=${category}`];
  await overrideSite(context, { scopes });
  await openInTab(page, 'healthy');
  const searches = traffic.requests.filter(({ url }) => url.pathname.endsWith('/Observation'));
  expect(searches.length).toBeGreaterThan(0);
  expect(searches.filter(({ url }) => url.searchParams.get('category') !== category)).toEqual([]);
  await expect(page.getByText('Access limited to laboratory.').first()).toBeVisible();
});

test('row 43: what is refused is said to be not allowed, never to be absent', async ({ page }) => {
  await setFaults({ fhir: { type: 'Observation', status: 403 } });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
  await expect(page.locator('html')).toHaveAttribute('data-state', 'partial');
  await expect(page.locator('[data-notice="not-granted"][data-error="E16"]')).toContainText(
    'so nothing is known about these results',
  );
  await expect(page.locator('body')).not.toContainText(/no results|complete record/i);
  await setFaults(undefined);
  await page.reload();
  await waitUntilRead(page);
  await expect(page.locator('body')).not.toContainText(/complete record/i);
});
