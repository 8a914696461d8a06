import { launchAddress, setFaults, waitUntilRead, type Faults } from '../support/launching.ts';
import { patientBanner } from '../support/recordScreens.ts';
import { expect, test } from '../support/test.ts';
import { revokedTokens } from '../support/traffic.ts';
import { follows, FOLLOWS, heardOf, hubFacts, hubLaunch, inEhr, waitForSubscribers } from './hubTools.ts';
import type { Page } from '@playwright/test';

const withHub = (hub: Faults): Promise<void> => setFaults({ hub });

async function openedWithHub(page: Page, patient = 'kidney'): Promise<string> {
  const { address, launch } = await hubLaunch({ patient, kind: 'tab' });
  await page.goto(address);
  await waitUntilRead(page);
  return launch;
}

const header = (page: Page) => patientBanner(page);

test('without a hub the header says that the view does not update', async ({ page }) => {
  await page.goto(await launchAddress({ patient: 'kidney', kind: 'tab' }));
  await waitUntilRead(page);
  await expect(header(page)).toContainText('Does not update if you change patient in the EHR');
});

test('a hub that goes away is said in the header, and followed again when it is back', async ({ page }) => {
  const launch = await openedWithHub(page);
  await follows(page);
  await withHub({ status: 503 });
  await inEhr(launch, { cut: true });
  await expect(header(page)).toContainText(
    /EHR link lost at \d\d:\d\d: does not update if you change patient/,
  );
  await expect(header(page).getByRole('status')).toContainText('Trying again');
  await setFaults(undefined);
  await waitForSubscribers(launch, 1);
  await follows(page);
  await inEhr(launch, { open: 'child' });
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E12');
});

test('a chart that changed while the connection was lost closes the view at the next subscription', async ({
  page,
}) => {
  const launch = await openedWithHub(page);
  await follows(page);
  await withHub({ status: 503 });
  await inEhr(launch, { cut: true });
  await expect(header(page)).toContainText('EHR link lost');
  await inEhr(launch, { open: 'child' });
  await setFaults(undefined);
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E12', { timeout: 60_000 });
});

for (const [name, fault] of [
  ['refuses the subscription', { status: 403 }],
  ['denies it through the socket', { deny: true }],
  ['sends its listeners to another origin', { endpoint: 'foreign' }],
  ['sends its listeners to a socket without TLS', { endpoint: 'insecure' }],
] as const)
  test(`a hub that ${name} is said in the header`, async ({ page }) => {
    await withHub(fault);
    await openedWithHub(page);
    await expect(header(page)).toContainText('No EHR link: does not update if you change patient');
    await expect(header(page)).toContainText('MARLOWE');
  });

for (const [name, fault] of [
  ['late', { lateMs: 1000 }],
  ['twice', { doubled: true }],
  ['after one of another session', { foreign: true }],
  ['before an older one about another patient', { reordered: true }],
] as const) {
  test(`an event that comes ${name}: the same patient stays, and another closes the view`, async ({
    page,
  }) => {
    await withHub(fault);
    const launch = await openedWithHub(page);
    await follows(page);
    await inEhr(launch, { open: 'kidney' });
    await expect.poll(async () => (await heardOf(launch, 'answer')).length).toBeGreaterThan(1);
    await expect(header(page)).toContainText('MARLOWE');
    await expect(page.getByText(FOLLOWS)).toBeVisible();
    await inEhr(launch, { open: 'child' });
    await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E12');
    await expect(page.locator('html')).not.toContainText('NOBODY');
  });
}

test('a patient who is named by a number alone closes the view, which says that it cannot tell who', async ({
  page,
}) => {
  const launch = await openedWithHub(page);
  await follows(page);
  await withHub({ withoutId: true });
  await inEhr(launch, { open: 'kidney' });
  await expect(page.getByRole('alert')).toContainText('Longview cannot tell who');
});

test('a chart that is closed in the EHR is closed here, without a red edge', async ({ page }) => {
  const launch = await openedWithHub(page);
  await follows(page);
  await inEhr(launch, { close: 'child' });
  await expect(header(page)).toContainText('MARLOWE');
  await inEhr(launch, { close: 'kidney' });
  await expect(page.getByRole('alert')).toContainText('The chart was closed in Sandbox General Hospital');
  await expect(page.getByRole('alert')).not.toHaveAttribute('data-notice', 'wrong-patient');
});

test('who signs out of the EHR has signed out of the app: nothing of the patient stays, and the way back is said', async ({
  page,
  traffic,
}) => {
  const launch = await openedWithHub(page);
  await follows(page);
  await inEhr(launch, { signOut: true });
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('You signed out of Sandbox General Hospital');
  await expect(alert).not.toHaveAttribute('data-notice', 'wrong-patient');
  await expect(page.locator('[data-patient-banner], [data-series]')).toHaveCount(0);
  await expect.poll(() => revokedTokens(traffic).length).toBe(1);
  expect(await heardOf(launch, 'SyncError')).toHaveLength(0);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toMatch(/marlowe|kidney/i);
});

test('a message that is broken leads to a new subscription, and names nobody', async ({ page }) => {
  const launch = await openedWithHub(page);
  await follows(page);
  await inEhr(launch, { text: '{"timestamp":"2026' });
  await expect.poll(async () => (await heardOf(launch, 'subscribe')).length).toBe(2);
  await waitForSubscribers(launch, 1);
  await follows(page);
  await expect(header(page)).toContainText('MARLOWE');
});

for (const text of ['broken', 'huge'] as const)
  test(`events that are ${text} are a loss that is said, until the hub sends what can be read`, async ({
    page,
  }) => {
    const launch = await openedWithHub(page);
    await follows(page);
    await withHub({ text });
    await inEhr(launch, { open: 'kidney' });
    await expect(header(page)).toContainText('EHR link lost');
    await setFaults(undefined);
    await follows(page);
    await expect(header(page)).toContainText('MARLOWE');
  });

test('two windows each follow the chart of their own EHR window', async ({ page, context }) => {
  const other = await context.newPage();
  const first = await openedWithHub(page);
  const second = await openedWithHub(other, 'child');
  await follows(page);
  await follows(other);
  await inEhr(first, { open: 'healthy' });
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E12');
  await expect(patientBanner(other)).toBeVisible();
  expect((await hubFacts(second)).subscribers).toBe(1);
  await inEhr(second, { open: 'healthy' });
  await expect(other.getByRole('alert')).toHaveAttribute('data-error', 'E12');
});

test('a reload leaves the hub and follows again; the end of the session leaves it for good', async ({
  page,
}) => {
  const launch = await openedWithHub(page);
  await follows(page);
  await page.reload();
  await waitUntilRead(page);
  await follows(page);
  await waitForSubscribers(launch, 1);
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('button', { name: 'End session' }).click();
  await waitForSubscribers(launch, 0);
  await expect.poll(async () => (await heardOf(launch, 'unsubscribe')).length).toBeGreaterThan(0);
});

test('the patient’s view follows too', async ({ page }) => {
  const launch = await openedWithHub(page);
  await follows(page);
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('button', { name: 'Show My results, in everyday words' }).click();
  await expect(page.getByRole('heading', { name: 'My results' })).toBeVisible();
  await inEhr(launch, { open: 'child' });
  await expect(page.getByRole('alert')).toContainText(
    'Another record is open now at Sandbox General Hospital',
  );
});
