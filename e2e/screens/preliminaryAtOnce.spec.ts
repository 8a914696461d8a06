import { openInTab } from '../support/launching.ts';
import { rawObservations } from '../support/rawObservations.ts';
import { expect, test } from '../support/test.ts';

test('is anything preliminary: the overview answers without any action, seen and spoken', async ({
  page,
}) => {
  const held = await rawObservations('kidney');
  const preliminary = held.filter(({ status }) => status === 'preliminary');
  expect(preliminary.length).toBeGreaterThan(0);
  await openInTab(page, 'kidney');
  const line = page.locator('main [data-newer="preliminary"]').first();
  await expect(line).toBeInViewport({ ratio: 1 });
  await expect(line).toContainText('preliminary');
  // A screen reader hears it with the tile, before the latest final result.
  const tile = page
    .locator('main a[data-series]')
    .filter({ has: page.locator('[data-newer="preliminary"]') });
  await expect(tile.first()).toHaveAccessibleName(/preliminary/);
});
