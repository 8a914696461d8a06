import { VENDORS } from '../../sandbox/vendors/vendor.ts';
import { launchAddress } from '../support/launching.ts';
import { accountOf, setFragment } from '../support/recordScreens.ts';
import { sandboxApi } from '../support/sandboxApi.ts';
import { expect, test } from '../support/test.ts';

type Raw = { resourceType: string; id: string };

for (const vendor of VENDORS) {
  for (const patient of ['kidney', 'child']) {
    test(`${vendor}: every Observation of the ${patient} story is accounted for`, async ({ page }) => {
      await page.goto(await launchAddress({ patient, kind: 'tab', vendor }));
      await expect(page.locator('html')).toHaveAttribute('data-state', /^(ready|partial)$/, {
        timeout: 60_000,
      });
      const { received, drawn, listed, withdrawn, excluded, duplicate } = await accountOf(page);
      expect(drawn + listed + withdrawn + excluded + duplicate).toBe(received);
      const raw = await sandboxApi(`raw/${patient}?vendor=${vendor}`);
      const resources = (await raw.json()) as Raw[];
      const held = resources.filter(({ resourceType }) => resourceType === 'Observation').length;
      // A result that comes in two versions counts twice, and the older version is the duplicate.
      expect(received - duplicate).toBe(held);
      expect(excluded).toBe(0);
    });
  }
}

test('epic: surveys are asked for, and a category that is not offered is said in the account alone', async ({
  page,
}) => {
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab', vendor: 'epic' }));
  await expect(page.locator('html')).toHaveAttribute('data-state', /^(ready|partial)$/, { timeout: 60_000 });
  await expect(page.locator('[data-latest]').first()).toBeVisible();
  await expect(page.getByText('does not answer searches')).toHaveCount(0);
  await expect(page.getByText(/^All [\d,]+ results loaded\.$/)).toHaveCount(0);
  await setFragment(page, '#account');
  await expect(page.getByRole('row', { name: /^survey complete/ })).toBeVisible();
  await expect(
    page.getByRole('row', { name: /^cognitive status not available from this health system/ }),
  ).toBeVisible();
});
