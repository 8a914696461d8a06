import type { Page } from '@playwright/test';
import { axeViolations, fitsWidth } from '../support/accessibility.ts';
import { countedActions } from '../support/countedActions.ts';
import { appOrigin, openInTab, openOnce, waitUntilRead } from '../support/launching.ts';
import { expect, keptTest as test } from '../support/test.ts';

/** A mother signs in at the portal and opens the record of her son, who was born at 29 weeks. */
async function openSon(page: Page): Promise<void> {
  await openOnce(page, 'son of Hanh', async () => {
    await page.goto(`${appOrigin()}/`);
    await page.getByRole('button', { name: 'Sign in to Sandbox General Hospital' }).click();
    await page.locator('summary').first().click();
    await page.getByRole('radio', { name: /Hanh/ }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('radio', { name: /Emil/ }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page
      .getByRole('button', { name: /Allow|Agree|Approve|Share/ })
      .first()
      .click();
  });
  await waitUntilRead(page);
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 400, height: 800 }, hasTouch: true });

  test('the points are read one after the other by the arrow keys', async ({ page }) => {
    await openSon(page);
    await page.getByRole('link', { name: 'Growth', exact: true }).press('Enter');
    const chart = page.getByRole('slider', { name: /^Weight, / });
    await chart.press('End');
    const reading = page.locator('[data-growth="weight"] [data-growth-reading]');
    await expect(reading).toContainText('10.1 kg on November 16, 2026.');
    await chart.press('ArrowLeft');
    await expect(reading).toContainText('9.7 kg on September 21, 2026.');
  });

  test('a mother sees how tall her preterm son is compared with others, in two actions', async ({ page }) => {
    await openSon(page);
    const { click } = countedActions(page, 2);
    await click(page.getByRole('link', { name: 'Growth', exact: true }));
    const height = page.locator('[data-growth="height"]');
    await expect(height).toContainText(/Of 100 boys of this age, about \d+ are shorter\./);
    await expect(height).toContainText('This child was born early, after 29 weeks.');
    await expect(height).toContainText('Compared by the WHO Child Growth Standards of 2006.');
    await expect(height).toContainText('The health system sent a number of its own');
    await expect(height.locator('[data-growth-curve]')).toHaveCount(5);
    await expect(page.locator('main')).not.toContainText(/normal|too small|risk/i);
    await click(page.getByRole('button', { name: 'Español' }));
    await expect(height).toContainText(/De cada 100 niños de esta edad, cerca de \d+ miden menos\./);
    expect(await axeViolations(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
  });
});

test.describe('on a narrow phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('the tab of the screen that is shown is in sight, in both languages', async ({ page }) => {
    await openSon(page);
    const current = page.locator('nav [aria-current="page"]');
    await page.getByRole('link', { name: 'Growth', exact: true }).press('Enter');
    await expect(current).toHaveText('Growth');
    await expect(current).toBeInViewport({ ratio: 0.99 });
    await page.getByRole('button', { name: 'Español' }).tap();
    await expect(current).toHaveText('Crecimiento');
    await expect(current).toBeInViewport({ ratio: 0.99 });
    await page.getByRole('link', { name: 'Resultados', exact: true }).press('Enter');
    await expect(current).toHaveText('Resultados');
    await expect(current).toBeInViewport({ ratio: 0.99 });
  });
});

test('a clinician sees a child’s height on the curves, with z-scores in the table', async ({ page }) => {
  await openInTab(page, 'child');
  await page.evaluate(() => {
    location.hash = '#series=height';
  });
  await page.getByRole('button', { name: 'Growth', exact: true }).click();
  await expect(page.locator('[data-growth-curve^="who2006"]')).toHaveCount(5);
  await expect(page.locator('[data-growth-curve^="cdc2000"]')).toHaveCount(7);
  await expect(page.getByRole('columnheader', { name: 'z', exact: true })).toBeVisible();
  const newest = page.getByRole('row', { name: /19 Aug 2026/ });
  await expect(newest).toContainText('133.7');
  await expect(newest).toContainText('0.11');
  await expect(newest).toContainText('CDC 2000');
  await page.getByRole('slider').press('End');
  await expect(page.locator('[data-growth-reading]')).toContainText('z 0.11, percentile 55 (CDC 2000');
  await expect(newest).toHaveAttribute('aria-selected', 'true');
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Trend', exact: true }).click();
  await expect(page.locator('figure[data-series="height"]')).toBeVisible();
});

test('what changed in a child is said by z-scores and never ranked by kilograms', async ({ page }) => {
  await openInTab(page, 'child');
  const strip = page.getByRole('region', { name: 'What changed' });
  await expect(strip).toContainText(/compared/);
  await strip.getByRole('button', { name: 'Details' }).click();
  const basis = page.getByRole('dialog', { name: 'What was compared' });
  await expect(basis).toContainText(/Z-score −?\+?\d\.\d for CDC 2000|z-score [−+]?\d\.\d for CDC 2000/);
});
