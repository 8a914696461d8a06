import type { Page } from '@playwright/test';
import { openInTab, signInAs, waitUntilRead } from '../support/launching.ts';
import { setFragment } from '../support/recordScreens.ts';
import { expect, keptTest as test } from '../support/test.ts';

// A kept page (e2e/README.md) must not lead one test to depend on another. These run in this order, in one window.

const hemoglobinA1c = (page: Page) => page.locator('main [data-series="a1c"]').first();
const mark = (page: Page) => page.evaluate(() => Object.assign(globalThis, { isMarked: true }));
const isMarked = (page: Page) => page.evaluate(() => 'isMarked' in globalThis);

test('a test leaves a period, a selection and another screen behind', async ({ page }) => {
  await openInTab(page, 'kidney');
  await mark(page);
  await setFragment(page, '#window=30d&select=k');
  await expect(page.locator('[data-selected]')).toHaveCount(1);
  await page.locator('main a[data-series="k"]').first().click();
  await expect(page.getByRole('slider').first()).toBeVisible();
});

test('the next one has the same page, and nothing of it', async ({ page }) => {
  await openInTab(page, 'kidney');
  expect(await isMarked(page)).toBe(true);
  expect(new URL(page.url()).hash).toBe('');
  await expect(page.getByRole('button', { name: 'Reset zoom' })).toBeHidden();
  await expect(page.locator('[data-selected]')).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
  await expect(hemoglobinA1c(page)).toHaveAttribute('data-unit', '%');
  // This test leaves what coming back does not take away.
  await page.evaluate(() => localStorage.setItem('longview.choice.sandbox.units', 'a1c=mmol/mol'));
});

test('a page with a choice that stays is launched anew, without the choice', async ({ page }) => {
  await openInTab(page, 'kidney');
  expect(await isMarked(page)).toBe(false);
  await expect(hemoglobinA1c(page)).toHaveAttribute('data-unit', '%');
});

test('another patient is launched anew', async ({ page }) => {
  await openInTab(page, 'kidney');
  await mark(page);
  await openInTab(page, 'healthy');
  expect(await isMarked(page)).toBe(false);
  await expect(page.locator('[data-patient-banner]')).toContainText('BRANDT');
});

test('what a test arranges for a launch has its launch', async ({ page }) => {
  await openInTab(page, 'kidney');
  await mark(page);
  let isAsked = false;
  await page.route(/\/fhir\/.*Observation/, async (route) => {
    isAsked = true;
    await route.continue();
  });
  await openInTab(page, 'kidney');
  expect(isAsked).toBe(true);
  expect(await isMarked(page)).toBe(false);
});

async function openOwnQuestion(page: Page): Promise<void> {
  await signInAs(page, /Marlowe/i);
  await waitUntilRead(page);
  await page.locator('article[data-series="k"] a').click();
  await expect(page.getByRole('textbox')).toHaveValue('');
}

test('a patient who signed in leaves one result behind', async ({ page }) => {
  await openOwnQuestion(page);
  await mark(page);
});

test('the next test has the same sign-in and the list of results, and writes a question', async ({
  page,
}) => {
  await signInAs(page, /Marlowe/i);
  await waitUntilRead(page);
  expect(await isMarked(page)).toBe(true);
  expect(new URL(page.url()).hash).toBe('');
  await expect(page.getByRole('heading', { name: 'My results' })).toBeVisible();
  await openOwnQuestion(page);
  expect(await isMarked(page)).toBe(true);
  await page.getByRole('textbox').fill('Why is it higher?');
});

test('a question that was written means a sign-in anew, though no other screen shows it', async ({
  page,
}) => {
  await openOwnQuestion(page);
  expect(await isMarked(page)).toBe(false);
});
