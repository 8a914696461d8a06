import { expect, type Page } from '@playwright/test';
import { axeViolations, fitsWidth } from '../support/accessibility.ts';
import { signInAs, waitUntilRead } from '../support/launching.ts';
import { keptTest as test, test as launchedTest } from '../support/test.ts';

test.use({ viewport: { width: 400, height: 800 }, hasTouch: true });

async function openAsPatient(page: Page): Promise<void> {
  await signInAs(page, /Marlowe/i);
  await waitUntilRead(page);
}

/** Prints as a browser does: the page hears of it, and the styles for paper count. */
async function layForPrint(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
}

test('a patient opens one result on a phone, reads it by touch and by keys, and goes back', async ({
  page,
}) => {
  await openAsPatient(page);
  const link = page.locator('article[data-series="k"] a');
  const [, promised = ''] = /See all (\d+) results/.exec((await link.textContent()) ?? '') ?? [];
  await link.tap();
  await expect(page.getByRole('heading', { level: 2, name: 'Potassium' })).toBeFocused();
  expect(await page.evaluate(() => location.hash)).toBe('#series=k');
  expect(await fitsWidth(page)).toBe(true);
  expect(await axeViolations(page)).toEqual([]);

  const chart = page.getByRole('slider', { name: 'Potassium over time' });
  await expect(chart).toHaveAttribute('aria-valuetext', /5\.8 mmol\/L\. Above the range/);
  await chart.focus();
  await page.keyboard.press('Home');
  await expect(chart).toHaveAttribute('aria-valuenow', '1');
  await page.getByRole('button', { name: 'Later result' }).tap();
  await expect(chart).toHaveAttribute('aria-valuenow', '2');
  await chart.tap({ position: { x: 60, y: 100 } });
  await expect(page.locator('[data-reading]')).toContainText(/201[4-6].*Result \d of/);

  const rows = page.locator('[data-twin] tbody tr');
  // The list of medicines beside the curve has a button too, by another name.
  await page.getByRole('button', { name: /^Show \d+ more results?$/ }).tap();
  await expect(rows).toHaveCount(Number(promised));
  await page.getByText('What does mmol/L mean?').tap();
  await expect(page.getByText(/mmol\/L is read as/)).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);

  await page.getByRole('link', { name: 'Back to the results' }).tap();
  await expect(link).toBeFocused();
});

test('one result in Spanish, opened by keys, is Spanish whole', async ({ page }) => {
  await openAsPatient(page);
  await page.getByRole('button', { name: 'Español' }).tap();
  await expect(page.getByRole('heading', { name: 'Mis resultados' })).toBeVisible();
  const link = page.locator('article[data-series="k"] a');
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Potasio' })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Todos los resultados' })).toBeVisible();
  await expect(page.getByRole('slider')).toHaveAttribute(
    'aria-valuetext',
    /noviembre.*5\.8 mmol\/L\. Por encima del rango/,
  );
  expect(await axeViolations(page)).toEqual([]);
  await page.evaluate(() => (location.hash = '#series=not-there'));
  await expect(
    page.getByText('Esta historia clínica no tiene ningún resultado en esta dirección.'),
  ).toBeVisible();
});

launchedTest(
  'print for my visit takes two actions, and the sheet has the person, the results and the questions',
  async ({ page }) => {
    await page.addInitScript(() => {
      globalThis.print = () => document.documentElement.setAttribute('data-printed', '');
    });
    await openAsPatient(page);
    await page.getByRole('button', { name: 'Menu' }).tap();
    await page.getByRole('button', { name: 'Print for a visit' }).tap();
    await expect(page.locator('html')).toHaveAttribute('data-printed', '');
    await layForPrint(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Results for a visit' })).toBeVisible();
    await expect(page.locator('[data-sheet-head]')).toContainText(/MARLOWE, Edwin.*Age 67 years/);
    await expect(page.getByRole('heading', { name: 'Outside the range that came with them' })).toBeVisible();
    await expect(page.locator('[data-patient-banner]')).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));

    await page.locator('article[data-series="k"] a').tap();
    await page.getByRole('textbox').fill('Why is it higher?');
    await page.getByRole('link', { name: 'Back to the results' }).tap();
    await page.locator('article[data-series="na"] a').tap();
    await expect(page.getByRole('textbox')).toHaveValue('');
    await layForPrint(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Sodium: for a visit' })).toBeVisible();
    await expect(page.getByText('Why is it higher?')).toBeVisible();
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]),
    );
    expect(kept).not.toContain('Why is it higher');
  },
);
