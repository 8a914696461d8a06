import { axeViolations } from '../support/accessibility.ts';
import { countedActions } from '../support/countedActions.ts';
import { openInTab } from '../support/launching.ts';
import { setFragment } from '../support/recordScreens.ts';
import { expect, keptTest as test } from '../support/test.ts';

/** The screen says when the table of results begins below what is seen, and one action leads to it. */

for (const way of ['pointer', 'keys'] as const)
  test(`from the chart to the table that begins below the window: one action by ${way}`, async ({ page }) => {
    await page.setViewportSize({ width: 1366, height: 620 });
    await openInTab(page, 'kidney');
    await setFragment(page, '#series=k');
    const sign = page.getByRole('button', { name: 'Table below' });
    await expect(sign).toBeInViewport();
    expect(await axeViolations(page)).toEqual([]);
    const { click, press } = countedActions(page, 1);
    if (way === 'pointer') await click(sign);
    else {
      await sign.focus();
      await press('Enter');
    }
    const table = page.locator('[data-twin]');
    await expect(table).toBeFocused();
    await expect(table.getByRole('row').nth(1)).toBeInViewport({ ratio: 1 });
    await expect(sign).toBeHidden();
  });

test('where the table is seen, nothing is said, and nothing moves when the window becomes lower', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 1600 });
  await openInTab(page, 'kidney');
  await setFragment(page, '#series=k');
  await expect(page.locator('[data-twin]')).toBeInViewport();
  const sign = page.locator('[data-table-below]');
  await expect(sign).toBeHidden();
  const chart = page.getByRole('figure', { name: /^Potassium/ });
  const before = await chart.boundingBox();
  await page.setViewportSize({ width: 1366, height: 620 });
  await expect(sign).toBeVisible();
  expect((await chart.boundingBox())?.y).toBe(before?.y);
});
