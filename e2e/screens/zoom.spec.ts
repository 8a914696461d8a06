import type { Page } from '@playwright/test';
import { axeViolations } from '../support/accessibility.ts';
import { countedActions } from '../support/countedActions.ts';
import { drag } from '../support/drag.ts';
import { openInTab, waitUntilRead } from '../support/launching.ts';
import { setFragment } from '../support/recordScreens.ts';
import { expect, test } from '../support/test.ts';

const windowOf = (page: Page) => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('window');
const expectWindow = (page: Page, choice: RegExp | null) =>
  choice ? expect.poll(() => windowOf(page)).toMatch(choice) : expect.poll(() => windowOf(page)).toBeNull();
const reset = (page: Page) => page.getByRole('button', { name: 'Reset zoom' });
const plot = (page: Page) => page.getByRole('main').getByRole('slider').first();

/** The first chart, axis or ribbon of a screen on which a press opens nothing. */
const chartOf = (page: Page, name: string) =>
  name === 'overview' || name === 'timeline' ? page.locator('main [data-time-width]').first() : plot(page);

const SCREENS = { overview: '', detail: '#series=k', compare: '#compare=k,creat', timeline: '#timeline' };

for (const [name, fragment] of Object.entries(SCREENS))
  test(`"undo my zoom" takes one action on the ${name}, and nothing moves for it`, async ({ page }) => {
    await openInTab(page, 'kidney');
    if (fragment !== '') await setFragment(page, fragment);
    const zoomIn = page.getByRole('button', { name: 'Zoom in', exact: true });
    await expect(zoomIn).toBeVisible();
    await expect(reset(page)).toBeHidden();
    const before = await zoomIn.boundingBox();
    const undo: Record<string, () => Promise<unknown>> = {
      button: () => countedActions(page).click(reset(page)),
      key: () => countedActions(page).press('0'),
      Back: () => page.goBack(),
      'double click': () => chartOf(page, name).dblclick(),
    };
    for (const [way, act] of Object.entries(undo))
      await test.step(way, async () => {
        await zoomIn.click();
        await expectWindow(page, /^\d/);
        await expect(reset(page)).toBeVisible();
        expect(await zoomIn.boundingBox()).toEqual(before);
        await act();
        await expectWindow(page, null);
        await expect(reset(page)).toBeHidden();
        expect(new URL(page.url()).hash.split('&')[0]).toBe(fragment);
      });
  });

test('Back undoes each zoom before it leaves the chart, Forward does it again, and a reload keeps it', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  await page.locator('a[href="#series=k"]').first().click();
  await expect(plot(page)).toBeVisible();
  await drag(plot(page), 0.4, 0.9);
  await expectWindow(page, /^\d/);
  const first = windowOf(page);
  await drag(plot(page), 0.2, 0.7);
  await expect.poll(() => windowOf(page)).not.toBe(first);
  const second = windowOf(page);
  await page.reload();
  await waitUntilRead(page);
  expect(windowOf(page)).toBe(second);
  await page.goBack();
  await expect.poll(() => windowOf(page)).toBe(first);
  await page.goForward();
  await expect.poll(() => windowOf(page)).toBe(second);
  await page.goBack();
  await page.goBack();
  await expectWindow(page, null);
  expect(page.url()).toContain('#series=k');
  await page.goBack();
  await expect(page.getByRole('searchbox')).toBeVisible();
});

test('the row with a zoom is accessible', async ({ page }) => {
  await openInTab(page, 'kidney');
  await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
  await expect(reset(page)).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
});
