import type { Page } from '@playwright/test';
import { axeViolations } from '../support/accessibility.ts';
import { openInTab } from '../support/launching.ts';
import { expect, keptTest as test } from '../support/test.ts';

const tooltip = (page: Page) => page.getByRole('tooltip');
const list = (page: Page) => page.locator('[data-symbols] + [popover]');
const inView = (page: Page) => list(page).getByRole('region', { name: 'On this screen' });

const SCREENS = {
  overview: '#',
  detail: '#series=k',
  compare: '#compare=k',
  grid: '#results',
  timeline: '#timeline',
};

test('every screen has the list of symbols at the same place, by a press and by a key', async ({ page }) => {
  await openInTab(page, 'kidney');
  const places: number[] = [];
  for (const fragment of Object.values(SCREENS)) {
    await page.evaluate((hash) => (location.hash = hash), fragment);
    const button = page.locator('[data-symbols]');
    await expect(button).toBeVisible();
    places.push(Math.round((await button.boundingBox())!.x));
    await button.click();
    await expect(list(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(list(page)).toBeHidden();
    await page.keyboard.press('l');
    await expect(list(page)).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(list(page)).toBeHidden();
    await expect(button).toBeFocused();
  }
  expect(new Set(places).size).toBe(1);
});

test('rule 52: HH critical is explained where one is in view, and nowhere else', async ({ page }) => {
  await openInTab(page, 'kidney');
  await page.evaluate(() => (location.hash = '#series=k'));
  await page.getByRole('slider', { name: /Potassium/ }).waitFor();
  const critical = list(page).locator('[data-meaning="HH"]');
  const isDrawn = async () => (await page.locator('main [data-mark="HH"]').count()) > 0;
  const isListed = async () => {
    await page.locator('[data-symbols]').click();
    await expect(list(page)).toBeVisible();
    const listed = (await critical.count()) > 0;
    await page.keyboard.press('Escape');
    return listed;
  };
  expect(await isDrawn()).toBe(false);
  expect(await isListed()).toBe(false);
  await expect(page.getByText('HH critical')).toHaveCount(0);
  await page.keyboard.press('w');
  await expect.poll(isDrawn).toBe(true);
  expect(await isListed()).toBe(true);
  await page.locator('[data-symbols]').click();
  await expect(inView(page).locator('[data-meaning="HH"]')).toHaveCount(1);
});

test('no element has a title, and a tooltip opens by pointer and by focus, and closes by Escape', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  for (const fragment of Object.values(SCREENS)) {
    await page.evaluate((hash) => (location.hash = hash), fragment);
    await expect(page.locator('main')).toHaveCount(1);
    await expect(page.locator('[title]')).toHaveCount(0);
  }
  await page.evaluate(() => (location.hash = '#'));
  const share = page.locator('[data-take-along]');
  await share.hover();
  await expect(tooltip(page)).toHaveText(/\(c\)$/);
  await page.mouse.move(700, 600);
  await expect(tooltip(page)).toBeHidden();
  await page.locator('[data-symbols]').focus();
  await page.keyboard.press('Tab');
  await expect(share).toBeFocused();
  await expect(tooltip(page)).toBeVisible();
  await expect(share).toHaveAttribute('aria-describedby', await tooltip(page).evaluate(({ id }) => id));
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(tooltip(page)).toBeHidden();
  await expect(share).toBeFocused();
});

for (const width of [320, 400, 1366])
  test(`a tooltip stays in a frame of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await openInTab(page, 'kidney');
    // Both say more than stands there: the button of the header, and the one that loads the record again.
    const reload = page.locator('main button[data-tooltip]:not([data-tooltip=""]):not(:disabled)').last();
    for (const target of [page.locator('[data-take-along]'), reload]) {
      await target.scrollIntoViewIfNeeded();
      await page.mouse.move(1, 1);
      await target.hover();
      await expect(tooltip(page)).toBeVisible();
      const box = (await tooltip(page).boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(740);
    }
  });
