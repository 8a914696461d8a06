import { axeViolations } from '../support/accessibility.ts';
import { countedActions } from '../support/countedActions.ts';
import { openInTab } from '../support/launching.ts';
import { setFragment } from '../support/recordScreens.ts';
import { expect, keptTest as test } from '../support/test.ts';

/** The name of a drug opens the comparison with it, wherever it stands. */

test('from the timeline to the comparison of a drug: one action by pointer, two by keys from its lane', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  await setFragment(page, '#timeline');
  const lanes = page.getByRole('region', { name: 'Events' });
  const name = lanes.getByRole('link', { name: 'Spironolactone', exact: true });
  await expect(name).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  const compared = page.getByRole('region', { name: 'Medication: Spironolactone' });
  await countedActions(page, 1).click(name);
  await expect(compared).toBeInViewport();
  await setFragment(page, '#timeline');
  await lanes
    .getByRole('button', { name: /^\+ Spironolactone/ })
    .first()
    .focus();
  await countedActions(page, 2).press('Home', 'Enter');
  await expect(compared).toBeInViewport();
});

test('from the lanes of one result and from the list of the timeline too', async ({ page }) => {
  await openInTab(page, 'kidney');
  await setFragment(page, '#series=k');
  const link = page.getByRole('region', { name: 'Events' }).getByRole('link', { name: 'Spironolactone' });
  await countedActions(page, 1).click(link);
  await expect(page.getByRole('region', { name: 'Medication: Spironolactone' })).toBeInViewport();
  await setFragment(page, '#timeline');
  await page.getByRole('table').getByRole('link', { name: 'Spironolactone' }).first().click();
  await expect(page.getByRole('region', { name: 'Medication: Spironolactone' })).toBeInViewport();
});
