import { accountOf, allRead, setFaults } from '../support/ehr.ts';
import {
  expectArrivedIsUsable,
  expectEnded,
  expectFewRequests,
  openWith,
  sizesOf,
} from '../support/dataFaults.ts';
import { expectEqualsHeld, expectSeriesEqual } from '../support/serverComparison.ts';
import { expect, test } from '../support/test.ts';

// Issue 4, every fault, here: entries of a page that should not be there, that come twice, or that say what is missing.

test('identical repeats on later pages are one result each, and not counted', async ({ page }) => {
  await openWith(page, { again: 'same' }, 'kidney');
  await expectEnded(page, 'ready');
  await expectEqualsHeld(page, 'kidney');
  await expectFewRequests((await sizesOf('kidney')).requests, 1);
});

for (const [name, again] of [
  ['fixture 67: a result that comes again corrected', 'newer'],
  ['a result that comes again in an older version', 'older'],
  ['fixture 29: a result that is entered in error on a later page', 'withdrawn'],
] as const)
  test(`${name} is what its newest version says, once; the other is a duplicate`, async ({ page }) => {
    const arrived = await openWith(page, { again }, 'kidney');
    await expectEnded(page, 'ready');
    const newest = await arrived.newest();
    await expectSeriesEqual(page, newest);
    const account = await accountOf(page);
    const withdrawn = newest.filter(({ status }) => status.trim() === 'entered-in-error').length;
    expect(newest).toHaveLength((await sizesOf('kidney')).all);
    expect(account.duplicate).toBeGreaterThan(0);
    expect(account).toMatchObject({
      received: (await sizesOf('kidney')).all + account.duplicate,
      excluded: 0,
      withdrawn,
    });
    await expect(page.locator('[data-accounting]').first()).toContainText(`${account.duplicate} duplicate`);
    await expectFewRequests((await sizesOf('kidney')).requests, 1);
  });

test('fixture 68, rule 48: results of a stranger on every page are left out, counted and said in red', async ({
  page,
}) => {
  await openWith(page, { stranger: true }, 'kidney');
  await expect(page.locator('html')).toHaveAttribute('data-state', /ready|partial/, { timeout: 90_000 });
  const account = await accountOf(page);
  expect(account.excluded).toBeGreaterThan(1);
  expect(account.received).toBe((await sizesOf('kidney')).all + account.excluded);
  const notice = page.locator('[data-notice="wrong-patient"]');
  await expect(notice).toHaveRole('alert');
  await expect(notice).toContainText(`${account.excluded} results left out`);
  await expect(page.locator('body')).not.toContainText(/987|somebody-else/);
  await expectFewRequests((await sizesOf('kidney')).requests, 1);
});

test('fixture 53: an answer that finds nothing and says so in an entry is "no results", with zero rows', async ({
  page,
}) => {
  await openWith(page, { outcome: 'nothingFound' }, 'kidney');
  await expectEnded(page, 'ready');
  await expect(page.locator('[data-notice]')).toHaveCount(0);
  await expect(page.locator('[data-series]')).toHaveCount(0);
  expect(await accountOf(page)).toEqual({
    received: 0,
    drawn: 0,
    listed: 0,
    withdrawn: 0,
    excluded: 0,
    duplicate: 0,
  });
  await expect(page.locator('body')).toContainText(/no results/i);
  await expectFewRequests(10, 1);
});

for (const [name, outcome, kind, says] of [
  [
    'fixture 54, rule 37: data beside "suppressed" (59204)',
    'suppressed',
    'suppressed',
    'Some outside-record results aren’t available to this app',
  ],
  [
    'fixture 55: data beside "may not be the whole record" (4119)',
    'maybeNotAll',
    'incomplete',
    'may not be the whole record',
  ],
] as const)
  test(`${name}: the data stands, the notice too, and nothing is called the latest`, async ({ page }) => {
    const arrived = await openWith(page, { outcome }, 'kidney');
    await expectEnded(page, 'partial');
    await expect(page.locator(`[data-notice="${kind}"]`).first()).toContainText(says);
    await expect(page.locator('body')).not.toContainText(
      /Client not authorized|no results|All [\d,]+ results/,
    );
    await expectArrivedIsUsable(page, arrived);
    expect((await accountOf(page)).received).toBe((await sizesOf('kidney')).all);
    await expectFewRequests((await sizesOf('kidney')).requests, 1);
    await setFaults(undefined);
    await page.reload();
    await allRead(page);
    await expect(page.locator('[data-notice]')).toHaveCount(0);
  });

for (const [name, extra] of [
  ['fixture 70: included Provenance and Device', 'included'],
  ['resources of unknown types', 'unknown'],
] as const)
  test(`${name} are no results, and trouble nobody`, async ({ page }) => {
    await openWith(page, { extra }, 'kidney');
    await expectEnded(page, 'ready');
    await expect(page.locator('[data-notice]')).toHaveCount(0);
    await expectEqualsHeld(page, 'kidney');
  });

test('fixture 71: what is contained in a result, a stranger’s too, is no result; its holder is', async ({
  page,
}) => {
  await openWith(page, { extra: 'contained' }, 'kidney');
  await expectEnded(page, 'ready');
  expect(await accountOf(page)).toMatchObject({
    received: (await sizesOf('kidney')).all + 1,
    excluded: 0,
    duplicate: 0,
  });
  await expect(page.locator('[data-series="http://example.org/odd|holder"]')).toHaveAttribute(
    'data-count',
    '1',
  );
  await expect(page.locator('[data-notice]')).toHaveCount(0);
  await expect(page.locator('body')).not.toContainText('987');
});
