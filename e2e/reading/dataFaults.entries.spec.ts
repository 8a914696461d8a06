import {
  expectArrivedResultsShown,
  expectAtMostRequests,
  expectedSizes,
  expectReadingEnded,
  openWithFaults,
} from '../support/dataFaults.ts';
import { setFaults, waitUntilRead } from '../support/launching.ts';
import { accountOf, setFragment } from '../support/recordScreens.ts';
import { expectMatchesServer, expectSeriesMatch } from '../support/serverComparison.ts';
import { expect, test } from '../support/test.ts';

// The pages of these tests hold entries that do not belong there, that come twice or that say what is
// missing. The reader gets what dataFaults.answers.spec.ts promises.

test('identical repeats on later pages are one result each, and not counted', async ({ page }) => {
  await openWithFaults(page, { again: 'same' }, 'kidney');
  await expectReadingEnded(page, 'ready');
  await expectMatchesServer(page, 'kidney');
  await expectAtMostRequests((await expectedSizes('kidney')).requests, 1);
});

for (const [name, again] of [
  ['fixture 67: a result that comes again corrected', 'newer'],
  ['a result that comes again in an older version', 'older'],
  ['fixture 29: a result that is entered in error on a later page', 'withdrawn'],
] as const)
  test(`${name} is what its newest version says, once; the other is a duplicate`, async ({ page }) => {
    const arrived = await openWithFaults(page, { again }, 'kidney');
    await expectReadingEnded(page, 'ready');
    const newest = await arrived.newest();
    await expectSeriesMatch(page, newest);
    const account = await accountOf(page);
    const withdrawn = newest.filter(({ status }) => status.trim() === 'entered-in-error').length;
    expect(newest).toHaveLength((await expectedSizes('kidney')).all);
    expect(account.duplicate).toBeGreaterThan(0);
    expect(account).toMatchObject({
      received: (await expectedSizes('kidney')).all + account.duplicate,
      excluded: 0,
      withdrawn,
    });
    await expect(page.locator('[data-accounting]').first()).toContainText(
      `${account.duplicate} earlier version`,
    );
    await expectAtMostRequests((await expectedSizes('kidney')).requests, 1);
  });

test('fixture 68, rule 48: results of a stranger on every page are left out, counted and said in red', async ({
  page,
}) => {
  await openWithFaults(page, { stranger: true }, 'kidney');
  await expect(page.locator('html')).toHaveAttribute('data-state', /ready|partial/, { timeout: 90_000 });
  const account = await accountOf(page);
  expect(account.excluded).toBeGreaterThan(1);
  expect(account.received).toBe((await expectedSizes('kidney')).all + account.excluded);
  const notice = page.locator('[data-notice="wrong-patient"]');
  await expect(notice).toHaveRole('alert');
  await expect(notice).toContainText(`${account.excluded} results left out`);
  await expect(page.locator('body')).not.toContainText(/987|somebody-else/);
  await expectAtMostRequests((await expectedSizes('kidney')).requests, 1);
});

test('fixture 53: an answer that finds nothing and says so in an entry is "no results", with zero rows', async ({
  page,
}) => {
  await openWithFaults(page, { outcome: 'nothingFound' }, 'kidney');
  await expectReadingEnded(page, 'ready');
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
  await expectAtMostRequests(10, 1);
});

for (const [name, outcome, kind, says] of [
  [
    'fixture 54, rule 37: data beside "suppressed" (59204)',
    'suppressed',
    'suppressed',
    'Some results from outside records are not available to this app',
  ],
  [
    'fixture 55: data beside "may not be the whole record" (4119)',
    'maybeNotAll',
    'incomplete',
    'may not be the whole record',
  ],
] as const)
  test(`${name}: the data stands, the notice too, and nothing is called the latest`, async ({ page }) => {
    const arrived = await openWithFaults(page, { outcome }, 'kidney');
    await expectReadingEnded(page, 'partial');
    await expect(page.locator(`[data-notice="${kind}"]`).first()).toContainText(says);
    await expect(page.locator('body')).not.toContainText(
      /Client not authorized|no results|All [\d,]+ results/,
    );
    await expectArrivedResultsShown(page, arrived);
    expect((await accountOf(page)).received).toBe((await expectedSizes('kidney')).all);
    await expectAtMostRequests((await expectedSizes('kidney')).requests, 1);
    await setFaults(undefined);
    await page.reload();
    await waitUntilRead(page);
    await expect(page.locator('[data-notice]')).toHaveCount(0);
  });

for (const [name, extra] of [
  ['fixture 70: included Provenance and Device', 'included'],
  ['resources of unknown types', 'unknown'],
] as const)
  test(`${name} are no results, and trouble nobody`, async ({ page }) => {
    await openWithFaults(page, { extra }, 'kidney');
    await expectReadingEnded(page, 'ready');
    await expect(page.locator('[data-notice]')).toHaveCount(0);
    await expectMatchesServer(page, 'kidney');
  });

test('fixture 69, rule 37: results that name no patient are left out and told, and nothing is called the latest', async ({
  page,
}) => {
  await openWithFaults(page, { unnamed: true }, 'kidney');
  await expect(page.locator('html')).toHaveAttribute('data-state', 'partial', { timeout: 90_000 });
  const account = await accountOf(page);
  expect(account.excluded).toBeGreaterThan(0);
  for (const hash of ['', '#series=k', '#results', '#print']) {
    await setFragment(page, hash);
    await expect(page.locator('body')).toContainText(/without saying whose, so these are not shown/);
    await expect(page.locator('body')).not.toContainText(/987|nobodys/);
    await expect(page.locator('[data-latest]')).toHaveCount(0);
  }
});

test('fixture 71: what is contained in a result, a stranger’s too, is no result; its holder is', async ({
  page,
}) => {
  await openWithFaults(page, { extra: 'contained' }, 'kidney');
  await expectReadingEnded(page, 'ready');
  expect(await accountOf(page)).toMatchObject({
    received: (await expectedSizes('kidney')).all + 1,
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
