import { openInTab, signInAs, waitUntilRead } from '../support/launching.ts';
import { endSession } from '../support/recordScreens.ts';
import { expect, test } from '../support/test.ts';

// The document says for whom the open record is shown (docs/contract.md, section 3).

test('a clinician’s launch says clinician, and nothing before it or after its end', async ({ page }) => {
  await page.addInitScript(() => {
    const seen: (string | undefined)[] = [];
    Object.assign(globalThis, { seenAudiences: seen });
    new MutationObserver(() => seen.push(document.documentElement.dataset['audience'])).observe(document, {
      subtree: true,
      attributeFilter: ['data-audience'],
    });
  });
  await openInTab(page, 'healthy');
  await expect(page.locator('html')).toHaveAttribute('data-audience', 'clinician');
  await endSession(page);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'ended');
  await expect(page.locator('html')).not.toHaveAttribute('data-audience');
  expect(await page.evaluate(() => Reflect.get(globalThis, 'seenAudiences'))).toEqual([
    'clinician',
    undefined,
  ]);
});

test('a patient’s sign-in says patient, follows the switch to the other screens, and a reload keeps it', async ({
  page,
}) => {
  const html = page.locator('html');
  await signInAs(page, /Marlowe/);
  await waitUntilRead(page);
  await expect(html).toHaveAttribute('data-audience', 'patient');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Show the screens for clinicians' }).click();
  await expect(html).toHaveAttribute('data-audience', 'clinician');
  await page.reload();
  await waitUntilRead(page);
  await expect(html).toHaveAttribute('data-audience', 'clinician');
});

test('a clinician sees what a patient sees and comes back, by the menu of each, and the record stays', async ({
  page,
}) => {
  const html = page.locator('html');
  await openInTab(page, 'kidney');
  await waitUntilRead(page);
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('button', { name: 'Show My results, in everyday words' }).click();
  await expect(html).toHaveAttribute('data-audience', 'patient');
  await expect(page.getByRole('heading', { name: 'My results' })).toBeVisible();
  await expect(page.locator('[data-patient-banner]')).toContainText('MARLOWE');
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('button', { name: 'Show the screens for clinicians' }).click();
  await expect(html).toHaveAttribute('data-audience', 'clinician');
  await expect(page.locator('main [data-series="k"]').first()).toBeVisible();
});

test('the start page is for nobody yet', async ({ page }) => {
  await page.goto(new URL('/', (await import('../support/launching.ts')).appOrigin()).href);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'start');
  await expect(page.locator('html')).not.toHaveAttribute('data-audience');
});
