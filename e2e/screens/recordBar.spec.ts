import type { Page } from '@playwright/test';
import { axeViolations } from '../support/accessibility.ts';
import { drag } from '../support/drag.ts';
import { openInTab } from '../support/launching.ts';
import { setFragment } from '../support/recordScreens.ts';
import { expect, keptTest as test } from '../support/test.ts';
import { lowControls, smallTargets } from '../support/targetSizes.ts';

const SCREENS = { detail: '#series=k', compare: '#compare=k,creat' };

const windowOf = (page: Page) => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('window');
const expectWindow = (page: Page, choice: RegExp) => expect.poll(() => windowOf(page)).toMatch(choice);
const barOf = (page: Page) => page.locator('[data-record-bar]');
const slider = (page: Page, name: string) => page.getByRole('slider', { name });

async function open(page: Page, fragment: string): Promise<void> {
  await openInTab(page, 'kidney');
  await setFragment(page, `${fragment}&window=2y`);
  await expect(barOf(page)).toBeVisible();
  await barOf(page).scrollIntoViewIfNeeded();
}

for (const [name, fragment] of Object.entries(SCREENS)) {
  test(`the bar under ${name} moves the period by pointer, each move one step, and keeps its place`, async ({
    page,
  }) => {
    await open(page, fragment);
    const box = await barOf(page).boundingBox();
    const steps = await page.evaluate(() => history.length);
    await page.mouse.click(box!.x + box!.width / 3, box!.y + box!.height / 2);
    await expectWindow(page, /^2y~\d/);
    expect(await page.evaluate(() => history.length)).toBe(steps + 1);
    // Lanes may come in, so the bar may go down, but it never goes up under the pointer.
    const after = await barOf(page).boundingBox();
    expect({ ...after, y: 0 }).toEqual({ ...box, y: 0 });
    expect(after!.y).toBeGreaterThanOrEqual(box!.y);
    await page.goBack();
    await expectWindow(page, /^2y$/);
    await drag(slider(page, 'Period shown'), 0.5, -0.5);
    await expectWindow(page, /^2y~\d{3}/);
    await page.goBack();
    await drag(slider(page, 'Start of the period'), 0.5, -3);
    await expectWindow(page, /^\d+(?:\.\d+)?d$/);
    await page.getByRole('button', { name: 'Reset zoom' }).click();
    await expect.poll(() => windowOf(page)).toBeNull();
  });

  test(`the bar under ${name} is moved by keys, says its dates and is accessible`, async ({ page }) => {
    await open(page, fragment);
    const start = slider(page, 'Start of the period');
    await expect(start).toHaveAttribute('aria-valuetext', /^\d{1,2} [A-Z][a-z]{2} \d{4}$/);
    await start.focus();
    await page.keyboard.press('ArrowLeft');
    await expectWindow(page, /^803/);
    await page.goBack();
    await expectWindow(page, /^2y$/);
    await slider(page, 'Period shown').focus();
    await page.keyboard.press('PageDown');
    await expectWindow(page, /^2y~365/);
    await page.keyboard.press('End');
    await expectWindow(page, /^2y$/);
    await slider(page, 'End of the period').focus();
    await page.keyboard.press('ArrowLeft');
    await expectWindow(page, /~73/);
    expect(await axeViolations(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
  });
}

test('the bar stays where it is while a period without results is shown', async ({ page }) => {
  await open(page, SCREENS.detail);
  const before = await barOf(page).boundingBox();
  await setFragment(page, '#series=k&window=1d~3.5');
  await expect(page.getByText(/result/).first()).toBeVisible();
  expect((await barOf(page).boundingBox())?.y).toBe(before?.y);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true });

  for (const [name, fragment] of Object.entries(SCREENS))
    test(`the bar under ${name} fits, has room for a finger and follows it`, async ({ page }) => {
      await open(page, fragment);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      const low = await lowControls(page, 44);
      expect(low.filter((control) => /period/i.test(control))).toEqual([]);
      for (const held of ['Start of the period', 'Period shown', 'End of the period'])
        expect((await slider(page, held).boundingBox())!.width, held).toBeGreaterThanOrEqual(44);
      const { x, y, width, height } = (await barOf(page).boundingBox())!;
      await page.touchscreen.tap(x + width / 5, y + height / 2);
      await expectWindow(page, /^2y~\d/);
    });
});
