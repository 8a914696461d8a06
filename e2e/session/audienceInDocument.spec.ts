import type { Locator, Page } from '@playwright/test';
import {
  launchAddress,
  openInTab,
  signInAs,
  waitUntilRead,
  type LaunchRequest,
} from '../support/launching.ts';
import { endSession } from '../support/recordScreens.ts';
import { overrideSite } from '../support/siteOverride.ts';
import { expect, test } from '../support/test.ts';

// The document says for whom the open record is shown (docs/contract.md, section 3).

test('a clinician’s launch says clinician, and nothing before it or after its end', async ({ page }) => {
  await page.addInitScript(() => {
    const seen: (string | undefined)[] = [];
    Object.assign(globalThis, { seenAudiences: seen });
    new MutationObserver(() => seen.push(document.documentElement.dataset['audience'])).observe(document, {
      subtree: true,
      attributeFilter: ['data-audience'],
    });
  });
  await openInTab(page, 'healthy');
  await expect(page.locator('html')).toHaveAttribute('data-audience', 'clinician');
  await endSession(page);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'ended');
  await expect(page.locator('html')).not.toHaveAttribute('data-audience');
  expect(await page.evaluate(() => Reflect.get(globalThis, 'seenAudiences'))).toEqual([
    'clinician',
    undefined,
  ]);
});

test('a patient’s sign-in says patient, follows the switch to the other screens, and a reload keeps it', async ({
  page,
}) => {
  const html = page.locator('html');
  await signInAs(page, /Marlowe/);
  await waitUntilRead(page);
  await expect(html).toHaveAttribute('data-audience', 'patient');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Show the screens for clinicians' }).click();
  await expect(html).toHaveAttribute('data-audience', 'clinician');
  await page.reload();
  await waitUntilRead(page);
  await expect(html).toHaveAttribute('data-audience', 'clinician');
});

test('a clinician sees what a patient sees and comes back, by the menu of each, and the record stays', async ({
  page,
}) => {
  const html = page.locator('html');
  await openInTab(page, 'kidney');
  await waitUntilRead(page);
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('button', { name: 'Show My results, in everyday words' }).click();
  await expect(html).toHaveAttribute('data-audience', 'patient');
  await expect(page.getByRole('heading', { name: 'My results' })).toBeVisible();
  await expect(page.locator('[data-patient-banner]')).toContainText('MARLOWE');
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('button', { name: 'Show the screens for clinicians' }).click();
  await expect(html).toHaveAttribute('data-audience', 'clinician');
  await expect(page.locator('main [data-series="k"]').first()).toBeVisible();
});

// The person is asked at a site for patients when the EHR does not say who signed in (decision 70).

const question = (page: Page): Locator =>
  page.getByRole('heading', { name: 'Who is looking at this record?' });

async function openAsked(page: Page, launch: Partial<LaunchRequest> = {}): Promise<void> {
  await overrideSite(page.context(), { audience: 'patient' });
  await page.goto(await launchAddress({ patient: 'kidney', kind: 'tab', ...launch }));
  await expect(question(page)).toBeVisible();
  await waitUntilRead(page);
}

test('at a site for patients an EHR launch asks who looks, shows nothing of the record before, and a reload keeps the answer', async ({
  page,
}) => {
  const html = page.locator('html');
  await openAsked(page);
  await expect(html).not.toHaveAttribute('data-audience');
  await expect(page.locator('body')).not.toContainText(/marlowe|potassium|1959/i);
  await page.reload();
  await expect(question(page)).toBeVisible();
  await page.getByRole('button', { name: 'It is my record, or that of family or a friend' }).click();
  await expect(html).toHaveAttribute('data-audience', 'patient');
  await expect(page.getByRole('heading', { name: 'My results' })).toBeVisible();
  await page.reload();
  await waitUntilRead(page);
  await expect(html).toHaveAttribute('data-audience', 'patient');
  await expect(question(page)).toBeHidden();
});

test('a view that the launch names opens after the answer: for a clinician their own', async ({ page }) => {
  await openAsked(page, { appContext: '{"longview":"#compare=k,creat"}', intent: 'care' });
  expect(new URL(page.url()).hash).toBe('');
  await page.getByRole('button', { name: 'I look at it for my work in health care' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-audience', 'clinician');
  await expect(page.locator('main [data-series="creat"] [data-mark]').first()).toBeVisible();
  expect(new URL(page.url()).hash).toMatch(/^#compare=k,creat/);
});

test('and for a patient, who answers after a reload, the one of patients', async ({ page }) => {
  await openAsked(page, { appContext: '{"longview":"#compare=k,creat"}', intent: 'care' });
  await page.reload();
  await expect(question(page)).toBeVisible();
  await page.getByRole('button', { name: 'It is my record, or that of family or a friend' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Medicines and visits' })).toBeVisible();
  expect(new URL(page.url()).hash).toBe('#my-care');
});

test('the start page is for nobody yet', async ({ page }) => {
  await page.goto(new URL('/', (await import('../support/launching.ts')).appOrigin()).href);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'start');
  await expect(page.locator('html')).not.toHaveAttribute('data-audience');
});
