import { openInTab } from '../support/launching.ts';
import { MEASURED_SERIES } from '../support/recordScreens.ts';
import { expectMatchesServer } from '../support/serverComparison.ts';
import { expect, keptTest as test } from '../support/test.ts';

/** Tests of one story stand side by side. */
const testStory = (story: string): void =>
  test(`${story}: every Observation is accounted for, and each series holds what the server holds`, async ({
    page,
  }) => {
    await openInTab(page, story);
    await expectMatchesServer(page, story);
  });

testStory('kidney');

test('search finds a result by name and says what it hides', async ({ page }) => {
  await openInTab(page, 'kidney');
  await page.keyboard.press('/');
  await page.keyboard.type('potass');
  await expect(page.locator(MEASURED_SERIES)).toHaveCount(1);
  await expect(page.locator('[data-series="k"]')).toBeVisible();
  await expect(page.getByText(/hidden by search/)).toBeVisible();
});

testStory('empty');

test('the person without results: the record is said to be empty only because everything was read', async ({
  page,
}) => {
  await openInTab(page, 'empty');
  await expect(page.getByText('No results in this record.')).toBeVisible();
  await expect(page.locator('[data-series]')).toHaveCount(0);
});

testStory('deceased');

test('rule 47: a deceased person is visibly different, with the age at death', async ({ page }) => {
  await openInTab(page, 'deceased');
  await expect(page.locator('[data-patient-banner]')).toContainText(/Died\s*9 Feb 2026 \(\d+ y\)/);
});

for (const story of [
  'icu',
  'child',
  'healthy',
  'chemo',
  'pregnancy',
  'thyroid',
  'yearofbirth',
  'japanese',
  'arabic',
])
  testStory(story);
