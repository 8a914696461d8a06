import type { Page } from '@playwright/test';
import { openInTab } from '../support/launching.ts';
import { goToScreen } from '../support/recordScreens.ts';
import { expect, test } from '../support/test.ts';

// These tests hold what a browser prints of a screen that has no page of its own for print, and a picture of it.

/** An A4 page is this wide within its margins. */
const PAPER_PX = 718;

/** Draws the screen as a browser prints it: on a page, after `beforeprint`. */
async function layOnPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: PAPER_PX, height: 1000 });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
}

test('a dialog that is open covers nothing on paper', async ({ page }) => {
  await openInTab(page, 'kidney');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'View on screen: the CSV' }).click();
  const dialog = page.locator('dialog');
  await expect(dialog).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(dialog).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Details', exact: true }).first().click();
  await expect(dialog).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(dialog).toBeHidden();
});

test('a page does not end with the name of a group or the axis of the curves below it', async ({ page }) => {
  await openInTab(page, 'icu');
  await layOnPaper(page);
  const headings = page.locator('main section:has(> a[data-series], > div > a[data-series]) > h2');
  await expect(headings.first()).toBeVisible();
  const breaks = await headings.evaluateAll((all) =>
    all.map((heading) => [
      getComputedStyle(heading).breakAfter,
      getComputedStyle(heading.closest('section')!.parentElement!.firstElementChild!).breakAfter,
    ]),
  );
  expect(breaks.flat()).toEqual(breaks.flat().map(() => 'avoid'));
});

test('the percentile curves have the width of the page, so that their numbers can be read', async ({
  page,
}) => {
  await openInTab(page, 'child');
  await goToScreen(page, '#series=weight&chart=growth', '[data-growth-curve]');
  await layOnPaper(page);
  const scale = () =>
    page
      .locator('svg:has([data-growth-curve])')
      .first()
      .evaluate((svg) => (svg as SVGSVGElement).getScreenCTM()?.a ?? 0);
  await expect.poll(scale).toBeGreaterThan(0.97);
  await expect(page.locator('[data-growth-reading]')).toBeHidden();
});

test('rules 13 and 59: in Compare a newer result is printed to its date', async ({ page }) => {
  await openInTab(page, 'kidney');
  await goToScreen(page, '#compare=k,creat,bp-sys', '[data-mark]');
  await layOnPaper(page);
  const cut = () =>
    page
      .locator('[data-strips] p:has([data-newer])')
      .evaluateAll((lines) => lines.map((line) => line.scrollWidth - line.clientWidth));
  await expect.poll(cut).toEqual([0]);
});

test.describe('with forced colours', () => {
  test.use({ forcedColors: 'active', colorScheme: 'dark' });

  test('rule 51: a picture is on white paper, and no text in it has a colour of the screen', async ({
    page,
  }) => {
    await openInTab(page, 'kidney');
    await goToScreen(page, '#compare=k,creat', '[data-mark]');
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByRole('button', { name: 'View on screen: the SVG' }).click();
    const svg = await page.getByRole('dialog').getByRole('textbox').inputValue();
    const texts = [...svg.matchAll(/<text[^>]* fill="rgb\((\d+), (\d+), (\d+)\)"[^>]*>([^<]+)/g)];
    expect(texts.map(([, , , , text]) => text)).toContain('5.8');
    // None of these is lighter than a quiet grey.
    const light = texts.filter(([, ...rgb]) => Math.max(...rgb.slice(0, 3).map(Number)) > 150);
    expect(light.map(([, , , , text]) => text)).toEqual([]);
  });
});
