import type { Page } from '@playwright/test';
import { axeViolations, fitsWidth } from '../support/accessibility.ts';
import { appOrigin, waitUntilRead } from '../support/launching.ts';
import { watchStillness } from '../support/stillness.ts';
import { expect, test } from '../support/test.ts';

// A man measures his blood pressure, his weight and his glucose at home, and signs in himself through the portal.
test.use({ viewport: { width: 400, height: 800 } });

/** The story ends on this afternoon. Its readings are counted back from today, so a later day would count fewer. */
const TODAY = new Date('2026-11-24T20:05:00Z');

async function signInToOwnRecord(page: Page): Promise<void> {
  await page.clock.setFixedTime(TODAY);
  await page.goto(`${appOrigin()}/`);
  await page.getByRole('button', { name: /Sandbox General Hospital/ }).click();
  await page.getByRole('radio', { name: /Duc Tran/ }).check();
  await page.getByRole('button', { name: 'Approve' }).click();
  await waitUntilRead(page);
}

const shiftsOf = (page: Page): Promise<number> =>
  page.evaluate(
    () => (globalThis as unknown as Window).stillness?.shifts.reduce((sum, { value }) => sum + value, 0) ?? 0,
  );

test('on a phone: the newest pressure and who measured it, days, weeks, and the way to all readings', async ({
  page,
}) => {
  await watchStillness(page);
  await signInToOwnRecord(page);
  await page.getByRole('link', { name: 'My measurements' }).click();
  const pressure = page.locator('[data-series="bp-sys"]');
  await expect(pressure).toContainText('131/78 mmHg');
  await expect(pressure).toContainText('Newest: November 24, 2026 at 7:17 AM');
  await expect(pressure).toContainText('self-measured (Blood pressure monitor, upper arm, at home');
  // Readings of home and of the clinic differ in shape and in words.
  await page.getByRole('button', { name: '1 year' }).click();
  await expect(pressure.locator('[data-mark="circle"]')).toHaveCount(1);
  await expect(pressure.locator('[data-mark="diamond"]')).toHaveCount(1);
  const caption = pressure.locator('figcaption');
  await expect(caption).toContainText('self-measured');
  await expect(caption).toContainText('recorded with a visit');
  const counts = [
    ...(await caption.innerText()).matchAll(/(\d+) (?:older )?readings? (?:in|is not|are not)/g),
  ];
  expect(counts.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(85);

  const sensor = page.getByRole('article').filter({ hasText: 'Sugar by skin sensor' });
  await expect(sensor).toContainText('672 readings in this picture');
  expect(await sensor.locator('svg *').count()).toBeLessThan(100);
  await expect(sensor.getByRole('img', { name: /by time of day/ })).toBeVisible();
  // No target is made up: none was sent.
  await expect(page.locator('main')).not.toContainText(/target|goal|normal|abnormal|too high|too low/i);

  expect(await fitsWidth(page)).toBe(true);
  expect(await axeViolations(page)).toEqual([]);
  expect(await shiftsOf(page)).toBeLessThanOrEqual(0.02);
  await pressure.getByRole('link', { name: /See all 85 readings/ }).click();
  await expect(page).toHaveURL(/#series=bp-sys$/);
});

test('with keys and in Spanish: the list of days, and the same numbers', async ({ page }) => {
  await signInToOwnRecord(page);
  await page.goto(`${page.url().split('#')[0]}#my-measurements`);
  const weight = page.locator('[data-series="weight"]');
  await expect(weight).toContainText('82.1 kg');
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(page.getByRole('heading', { name: 'Mis mediciones' })).toBeVisible();
  await expect(weight).toContainText('82.1 kg');
  await expect(weight).toContainText('por la propia persona (Bathroom scale, at home)');
  await page.getByRole('button', { name: '1 año' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '1 año' })).toHaveAttribute('aria-pressed', 'true');
  await weight.locator('summary').focus();
  await page.keyboard.press('Enter');
  const days = page.getByRole('table', { name: 'Lista de días de Peso' });
  await expect(days.getByRole('row').nth(1)).toContainText('24 de noviembre de 2026');
  await expect(days.getByRole('row').nth(1)).toContainText('82.1');
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await fitsWidth(page)).toBe(true);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeViolations(page)).toEqual([]);
});
