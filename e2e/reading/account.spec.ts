import { launchAddress, openInTab } from '../support/launching.ts';
import { rawObservations } from '../support/rawObservations.ts';
import { accountOf, setFragment } from '../support/recordScreens.ts';
import { expect, keptTest as test, test as launchedTest } from '../support/test.ts';

/** The test decides by the status alone, without code of the app. */
const isWithdrawn = ({ status }: { status?: string }): boolean =>
  (status ?? '').trim().toLowerCase() === 'entered-in-error';

test('rule 17: every number of the account leads to its list, and the five add up to what was received', async ({
  page,
}) => {
  const raw = await rawObservations('kidney');
  await openInTab(page, 'kidney');
  const account = await accountOf(page);
  expect(account.received).toBe(raw.length);
  expect(account.withdrawn).toBe(raw.filter(isWithdrawn).length);
  const { received, ...parts } = account;
  expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(received);

  await page.getByRole('link', { name: /\d not charted$/ }).click();
  expect(new URL(page.url()).hash).toBe('#account=listed');
  await expect(page.getByRole('heading', { name: 'Not charted' })).toBeVisible();
  const rows = page
    .locator('section', { has: page.getByRole('heading', { name: 'Not charted' }) })
    .locator('tbody tr');
  await expect(rows).not.toHaveCount(0);
  const listed = await rows.evaluateAll((lines) =>
    lines.map((line) => [...line.children].map(({ textContent }) => textContent)),
  );
  for (const [what, when, , why] of listed) {
    expect(what).not.toBe('');
    expect(when).toMatch(/\d{4}|no date/);
    expect(why).not.toBe('');
  }

  const number = new Intl.NumberFormat('en-US');
  await expect(page.getByRole('table').first()).toContainText(
    `${number.format(received)} received = ${number.format(account.drawn)} charted + ${number.format(account.listed)} not charted`,
  );
  for (const name of ['Charted', 'Retracted', 'Excluded', 'Earlier versions']) {
    await page.getByRole('link', { name, exact: true }).click();
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-series="k"]')).toBeVisible();
});

test('charted leads to each chart; not charted leads to the source of each row', async ({ page }) => {
  await openInTab(page, 'kidney');
  await page.getByRole('link', { name: /\d charted$/ }).click();
  await page.getByRole('link', { name: 'Potassium', exact: true }).click();
  await expect(page.getByRole('slider', { name: /Potassium/ })).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: 'Not charted', exact: true }).click();
  await page
    .getByRole('button', { name: /^Source of the result/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toContainText('Status');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Not charted' })).toBeVisible();
});

test('rule 33: no value of a withdrawn result is on the screen of the account', async ({ page }) => {
  const withdrawn = (await rawObservations('kidney')).filter(isWithdrawn);
  await openInTab(page, 'kidney');
  await page.goto(`${page.url().split('#')[0]}#account=withdrawn`);
  await expect(page.getByRole('heading', { name: 'Retracted' })).toBeVisible();
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'Retracted' }) });
  const text = await section.textContent();
  const values = withdrawn.flatMap(({ valueQuantity }) => valueQuantity?.value ?? []);
  expect(values.length).toBeGreaterThan(0);
  for (const value of values) expect(text).not.toContain(`${value} `);
});

test('rule 58: in print the patient, the account, the zone and the time of reading stay, and controls go', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  for (const hash of ['', '#series=k', '#account=listed']) {
    await setFragment(page, hash);
    if (hash !== '') await expect(page.getByRole('table').first()).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('[data-patient-banner]')).toBeVisible();
    await expect(page.locator('main')).toContainText(/Loaded .*(?:CST|CDT)/);
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('link', { name: /Overview/ })).toHaveCount(0);
    await page.emulateMedia({ media: 'screen' });
  }
});

launchedTest(
  'the odd record: the five numbers add up, and what is withdrawn or excluded shows no value on any list',
  async ({ page }) => {
    const raw = await rawObservations('odd');
    const withdrawn = raw.filter(isWithdrawn);
    await page.goto(await launchAddress({ patient: 'odd', kind: 'tab' }));
    await expect(page.locator('html')).toHaveAttribute('data-state', /^(?:ready|partial)$/, {
      timeout: 90_000,
    });
    const { received, ...parts } = await accountOf(page);
    expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(received);
    expect(withdrawn.length).toBeGreaterThan(0);
    expect(parts.withdrawn).toBe(withdrawn.length);
    for (const part of ['drawn', 'listed', 'withdrawn', 'excluded', 'duplicate']) {
      await setFragment(page, `#account=${part}`);
      const sum = page.locator('[data-accounting]').first();
      await expect(sum).toHaveAttribute('data-received', String(received));
      const text = (await page.locator('main').textContent()) ?? '';
      for (const { id } of withdrawn) expect(text).not.toContain(id);
    }
    await expect(page.getByRole('heading', { name: 'Earlier versions', exact: true })).toBeVisible();
  },
);
