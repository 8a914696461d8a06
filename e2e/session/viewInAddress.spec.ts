import type { Page } from '@playwright/test';
import { openInTab, waitUntilRead } from '../support/launching.ts';
import { endSession, setFragment } from '../support/recordScreens.ts';
import { expect, test } from '../support/test.ts';

/** This result of the patient was sent in words alone. */
const SAID = 'מדד בדיקה (Test index 2)';
const WORDS = /index|%D7|text/i;

const addressOf = (page: Page): string => decodeURIComponent(new URL(page.url()).hash);
const everythingStored = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, history.state]));

test('a result that was sent in words is named by a hash in the address, in links and in storage', async ({
  page,
}) => {
  await openInTab(page, 'odd');
  await setFragment(page, '#account=drawn');
  const link = page.getByRole('link', { name: SAID });
  await expect(link).toHaveAttribute('href', /^#series=sent%7Ex[\da-f]{16}$/);
  await link.click();
  const heading = page.getByRole('heading', { level: 2, name: SAID });
  await expect(heading).toBeVisible();
  expect(addressOf(page)).toMatch(/^#series=sent~x[\da-f]{16}/);
  expect(await everythingStored(page)).not.toMatch(/Test index/i);

  await page.reload();
  await waitUntilRead(page);
  await expect(heading).toBeVisible();

  await page.getByRole('link', { name: /Compare with others/ }).click();
  await expect(page.locator(`[data-strips] [data-series="text:${SAID.toLowerCase()}"]`)).toBeVisible();
  expect(addressOf(page)).not.toMatch(WORDS);
});

test('an address of an older version opens the result that it names by words, and is written anew', async ({
  page,
}) => {
  await openInTab(page, 'odd');
  await setFragment(page, `#series=${encodeURIComponent(`text:${SAID.toLowerCase()}`)}`);
  await expect(page.getByRole('heading', { level: 2, name: SAID })).toBeVisible();
  await expect.poll(() => addressOf(page)).toMatch(/^#series=sent~x[\da-f]{16}/);
});

test('after "End session" neither the address nor Back, Forward or the storage says what was open', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  await setFragment(page, '#compare=k,creat&window=2y');
  await setFragment(page, '#series=k');
  await expect(page.getByRole('heading', { name: /Potassium/ })).toBeVisible();
  await endSession(page);
  const alert = page.getByRole('alert');
  await expect(alert).toHaveAttribute('data-error', 'E13');
  await expect(alert).not.toContainText('Longview reopens the same view');
  await expect.poll(() => addressOf(page)).toBe('');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  for (const step of [-1, -1, 1]) {
    await page.evaluate((by) => history.go(by), step);
    await expect.poll(() => addressOf(page)).toBe('');
    await expect(page.locator('[data-series], [data-patient-banner]')).toHaveCount(0);
    expect(Object.keys(Object(await page.evaluate(() => history.state as unknown)))).toEqual(['sid']);
  }
  await page.reload();
  await expect(alert).toHaveAttribute('data-error', 'E13');
});
