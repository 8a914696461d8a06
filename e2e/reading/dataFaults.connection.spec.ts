import {
  expectAtMostRequests,
  expectedSizes,
  expectReadingEnded,
  openWithFaults,
  shortenTimeouts,
} from '../support/dataFaults.ts';
import { setFaults, waitUntilRead, type Faults } from '../support/launching.ts';
import { accountOf, shownSeries } from '../support/recordScreens.ts';
import { expectMatchesServer } from '../support/serverComparison.ts';
import { expect, test } from '../support/test.ts';

// The connections of these tests break, drip or hang. The reader gets what dataFaults.answers.spec.ts
// promises.

const PASSING_FAULTS: readonly (readonly [string, Faults])[] = [
  ['a connection cut before the answer, once', { drop: true, times: 1 }],
  ['a connection cut in the middle of a page, once', { brokenPage: 2, reset: true, times: 1 }],
  ['an answer that never begins, once', { hang: 'headers', times: 1 }],
  ['a page that stops half way, once', { brokenPage: 2, hang: 'body', times: 1 }],
];

for (const [name, fault] of PASSING_FAULTS)
  test(`${name}: asked for again, and nothing is missing`, async ({ page }) => {
    await shortenTimeouts(page);
    await openWithFaults(page, fault);
    await expectReadingEnded(page, 'ready');
    await expect(page.locator('[data-notice]')).toHaveCount(0);
    await expectMatchesServer(page, 'healthy');
    await expectAtMostRequests((await expectedSizes('healthy')).requests + 3);
  });

/**
 * The app tries four times, and the browser itself repeats a request up to three times if its kept connection
 * was closed.
 */
const MAX_SAME_ADDRESS = 12;

const LASTING_FAULTS: readonly (readonly [string, Faults])[] = [
  ['connections cut before the answer', { drop: true }],
  ['connections cut in the middle of a page', { reset: true }],
  ['answers that never begin', { hang: 'headers' }],
  ['pages that stop half way', { hang: 'body' }],
];

for (const [name, fault] of LASTING_FAULTS)
  test(`${name}, from the second pages on: the first stay, the rest is named, and retry reads it`, async ({
    page,
  }) => {
    await shortenTimeouts(page);
    await openWithFaults(page, { brokenPage: 2, ...fault });
    await expectReadingEnded(page, 'partial');
    const notice = page.locator('[data-notice="failed"][data-error="E20"]');
    await expect(notice).toContainText(
      'could not be loaded completely: Sandbox General Hospital did not answer',
    );
    await expect(notice).toContainText(/laboratory.*(?:and|,) all results/i);
    const shown = (await shownSeries(page)).map(({ id, count, latest }) => ({ id, count, latest }));
    expect(shown).toEqual([
      { id: 'weight', count: 1, latest: undefined },
      { id: 'hgb', count: 1, latest: undefined },
    ]);
    expect(await accountOf(page)).toMatchObject({ received: 2, drawn: 2 });
    await expectAtMostRequests(48, MAX_SAME_ADDRESS);
    await setFaults(undefined);
    await notice.locator('[data-retry]').click();
    await waitUntilRead(page);
    await expect(page.locator('[data-notice]')).toHaveCount(0);
    await expectMatchesServer(page, 'healthy');
  });

test('no search is answered at all: the person is named, nothing is said to be absent, retry reads it all', async ({
  page,
}) => {
  await openWithFaults(page, { drop: true });
  await expectReadingEnded(page, 'partial');
  await expect(page.locator('[data-patient-banner]')).toContainText('BRANDT');
  await expect(page.locator('[data-notice="failed"][data-error="E20"]')).toContainText('did not answer');
  await expect(page.locator('[data-notice="failed"]').last()).toContainText('Medication orders');
  await expect(page.locator('body')).not.toContainText(/no results/i);
  await expectAtMostRequests(96, MAX_SAME_ADDRESS);
  await setFaults(undefined);
  await page.locator('[data-retry]').click();
  await waitUntilRead(page);
  await expect(page.locator('[data-notice]')).toHaveCount(0);
  await expectMatchesServer(page, 'healthy');
});

test('while a page drips in, what came before is on screen without a claim; then all is', async ({
  page,
}) => {
  await openWithFaults(page, { brokenPage: 2, dripMs: 100 });
  await expect(page.locator('[data-series="weight"]')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-state', 'loading');
  await expect(page.locator('[data-latest]')).toHaveCount(0);
  await expectReadingEnded(page, 'ready');
  await expectMatchesServer(page, 'healthy');
  await expectAtMostRequests((await expectedSizes('healthy')).requests, 1);
});

test('fixture 80: a network lost between pages is said and waited for, and the reading goes on by itself', async ({
  page,
  context,
}) => {
  await openWithFaults(page, { slowMs: 300 }, 'kidney');
  await expect(page.locator('[data-series="hr"]')).toBeVisible();
  await context.setOffline(true);
  const wait = page.locator('[data-notice="incomplete"]').filter({ hasText: 'No connection' });
  await expect(wait).toBeVisible();
  await expect(page.locator('[data-series="hr"]')).toBeVisible();
  await expect(page.locator('[data-latest]')).toHaveCount(0);
  await context.setOffline(false);
  await expectReadingEnded(page, 'ready');
  await expect(page.locator('[data-notice]')).toHaveCount(0);
  await expectMatchesServer(page, 'kidney');
});
