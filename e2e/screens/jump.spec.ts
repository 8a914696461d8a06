import type { Page } from '@playwright/test';
import { axeViolations, fitsWidth } from '../support/accessibility.ts';
import { countedActions } from '../support/countedActions.ts';
import { openInTab } from '../support/launching.ts';
import { rawEvents } from '../support/rawEvents.ts';
import { goToScreen, patientBanner, setFragment, waitForSettled } from '../support/recordScreens.ts';
import { expect, keptTest as test } from '../support/test.ts';

/** The search is a list to jump from: from any screen to a test, a panel, a drug, an event, a screen or an action. */

const field = (page: Page) => page.getByRole('combobox', { name: /^Search/ });
const line = (page: Page, name: RegExp) => page.getByRole('option', { name });

async function expectCtReport(page: Page): Promise<void> {
  const report = (await rawEvents('icu', 'DiagnosticReport')).find((one) =>
    /CT chest/.test(JSON.stringify(one)),
  );
  expect(report).toBeDefined();
  const row = page.getByRole('row').filter({ hasText: 'Report' }).filter({ hasText: 'CT chest' });
  await expect(row).toBeFocused();
  await expect(row).toBeInViewport({ ratio: 1 });
  // Its text is what the reader came for.
  await expect(row.locator('details p')).toBeVisible();
}

test('jump to the CT report: two actions by keys, two by pointer', async ({ page }) => {
  await openInTab(page, 'icu');
  const keys = countedActions(page, 2);
  await keys.type('/ct');
  await expect(line(page, /^CT chest.*Report$/)).toHaveAttribute('aria-selected', 'true');
  await keys.press('Enter');
  await expectCtReport(page);
  await setFragment(page, '');
  const pointer = countedActions(page, 2);
  await pointer.click(field(page));
  await pointer.click(line(page, /^CT chest.*Report$/));
  await expectCtReport(page);
});

test('potassium from the page for print: two actions by keys, two by pointer', async ({ page }) => {
  await openInTab(page, 'kidney');
  for (const way of ['keys', 'pointer'] as const) {
    await goToScreen(page, '#print', '[data-search]');
    const { type, press, click } = countedActions(page, 2);
    await type('/potassium');
    await expect(line(page, /^Potassium/)).toBeVisible();
    await (way === 'keys' ? press('Enter') : click(line(page, /^Potassium/)));
    await expect(page.getByRole('figure', { name: /^Potassium/ })).toBeVisible();
  }
});

const placeOf = (page: Page) =>
  page.evaluate(() => ({
    scroll: scrollY,
    hash: location.hash,
    focus:
      document.activeElement?.getAttribute('data-series') ??
      document.activeElement?.getAttribute('aria-valuetext'),
    reading: document.querySelector('[data-reading]')?.textContent,
  }));

test('Escape gives back screen, scroll, focus and cursor', async ({ page }) => {
  await openInTab(page, 'kidney');
  await page.locator('main a[data-series="hgb"]').first().focus();
  await page.evaluate(() => scrollTo(0, 120));
  const onOverview = await placeOf(page);
  await page.keyboard.type('/zzz');
  await expect(page.getByText('No matches for “zzz”').first()).toBeVisible();
  await expect(page.locator('main a[data-series="hgb"]')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect.poll(() => placeOf(page)).toEqual(onOverview);

  await goToScreen(page, '#series=k', 'main [role="slider"]');
  await page.locator('main [role="slider"]').first().focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft');
  await page.evaluate(() => scrollTo(0, 40));
  const onDetail = await placeOf(page);
  expect(onDetail.reading).toContain('mmol/L');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('sodium');
  await expect(line(page, /^Sodium/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox', { name: 'Search results' })).toHaveCount(0);
  await expect.poll(() => placeOf(page)).toEqual(onDetail);
});

test('a group is scrolled to on the overview, from another screen too', async ({ page }) => {
  await openInTab(page, 'kidney');
  await setFragment(page, '#timeline');
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible();
  await page.keyboard.type('/blood count');
  await line(page, /^Blood count and iron/).click();
  const heading = page.getByRole('heading', { name: 'Blood count and iron' }).first();
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
});

test('a pasted book and signs that turn the text do nothing bad', async ({ page }) => {
  await openInTab(page, 'kidney');
  await field(page).fill(`\u202E${'potassium xyz '.repeat(8000)}`);
  await expect(page.getByText(/^No matches for “potassium/).first()).toBeVisible();
  expect((await field(page).inputValue()).length).toBeLessThanOrEqual(400);
  expect(await fitsWidth(page)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.locator('main a[data-series="k"]').first()).toBeVisible();
});

test('axe finds nothing in the list: offered, found, close to it, none', async ({ page }) => {
  await openInTab(page, 'kidney');
  for (const query of ['', 'k', 'potasium', 'zzz']) {
    await field(page).click();
    await field(page).fill(query);
    await expect(page.getByRole('listbox', { name: 'Search results' })).toBeAttached();
    if (query !== 'zzz') await expect(page.getByRole('option').first()).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  }
});

test('on a phone the search takes the screen, and the name of the patient stays', async ({ page }) => {
  await page.setViewportSize({ width: 400, height: 800 });
  await openInTab(page, 'kidney');
  await waitForSettled(page);
  await page.evaluate(() => scrollTo(0, 900));
  await page.keyboard.type('/cr');
  await expect(line(page, /^Creatinine/)).toBeInViewport();
  await expect(patientBanner(page)).toBeInViewport({ ratio: 1 });
  const box = await page.locator('[data-search]').boundingBox();
  expect(box!.width).toBeGreaterThan(300);
  expect(await fitsWidth(page)).toBe(true);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
});

test('an action runs: dark colours, and back', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openInTab(page, 'kidney');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.keyboard.type('/dark');
  await line(page, /^Dark/).click();
  await expect.poll(paper).not.toBe(light);
  await page.keyboard.type('/light');
  await line(page, /^Light/).click();
  await expect.poll(paper).toBe(light);
});

for (const way of ['keys', 'pointer'] as const)
  test(`last three A1c in mmol/mol: two actions by ${way}`, async ({ page }) => {
    await openInTab(page, 'kidney');
    const { type, press, click } = countedActions(page, 2);
    await type('/a1c mmol/mol');
    const found = line(page, /^Hemoglobin A1c in mmol\/mol/);
    await expect(found).toHaveAttribute('aria-selected', 'true');
    await (way === 'keys' ? press('Enter') : click(found));
    const table = page.getByRole('table', { name: /^Hemoglobin A1c|A1c/ });
    await expect(table.getByRole('columnheader', { name: /mmol\/mol/ })).toBeVisible();
    for (const value of ['54', '53', '52'])
      await expect(
        table
          .getByRole('row')
          .filter({ has: page.getByRole('cell', { name: value, exact: true }) })
          .first(),
      ).toBeInViewport();
  });
