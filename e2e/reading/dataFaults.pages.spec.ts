import {
  expectArrivedResultsShown,
  expectAtMostRequests,
  expectedSizes,
  expectReadingEnded,
  openWithFaults,
} from '../support/dataFaults.ts';
import { sandboxOrigin, setFaults, waitUntilRead, type Faults } from '../support/launching.ts';
import { sandboxApi } from '../support/sandboxApi.ts';
import { expectMatchesServer } from '../support/serverComparison.ts';
import { expect, test } from '../support/test.ts';

// Pages are missing in these tests, or their links lead astray. The reader gets what
// dataFaults.answers.spec.ts promises.

/** These answers are odd but right. The reader gets a whole record. */
const HARMLESS_FAULTS: readonly (readonly [string, Faults])[] = [
  ['a relative next link', { next: 'relative' }],
  ['fixture 63: a next link with its port written in another way', { next: 'oddPort' }],
  ['fixture 66: an empty page with a next link', { brokenPage: 2, emptyPage: true }],
  ['fixture 65: a total of 5 on pages with a next one', { total: 'wrong' }],
  ['no total', { total: 'none' }],
  ['page 3 fails once', { brokenPage: 3, times: 1 }],
  ['fixture 59: the paging session is over once', { brokenPage: 2, refusal: 'expiredSession', times: 1 }],
  [
    'fixture 59: the paging session is over once, said with 200',
    { brokenPage: 2, refusal: 'expiredSession', status: 200, times: 1 },
  ],
  ['the next page is gone once (410)', { brokenPage: 3, status: 410, times: 1 }],
];

for (const [name, fault] of HARMLESS_FAULTS)
  test(`${name}: all is read, and nobody is troubled`, async ({ page }) => {
    await openWithFaults(page, fault);
    await expectReadingEnded(page, 'ready');
    await expect(page.locator('[data-notice]')).toHaveCount(0);
    await expectMatchesServer(page, 'healthy');
    await expect(page.locator('body')).not.toContainText(/\bof 5\b/);
    await expectAtMostRequests((await expectedSizes('healthy')).requests + 5, 2);
  });

/** These links lead astray from the first page on. */
const BAD_LINKS: readonly {
  readonly name: string;
  readonly fault: Faults;
  readonly says: RegExp;
  readonly code: string;
}[] = [
  {
    name: 'fixture 62: a next link to another host',
    fault: { next: 'foreign' },
    says: /pointed to a server that Longview must not contact/,
    code: 'E20',
  },
  {
    name: 'fixture 62: a next link without TLS',
    fault: { next: 'http' },
    says: /pointed to a server that Longview must not contact/,
    code: 'E20',
  },
  {
    name: 'fixture 62: a next link to another port',
    fault: { next: 'otherPort' },
    says: /pointed to a server that Longview must not contact/,
    code: 'E20',
  },
  {
    name: 'fixture 64: a page whose next is itself',
    fault: { next: 'loop' },
    says: /could not be loaded completely/,
    code: 'E19',
  },
  {
    name: 'fixture 64: a page whose next is the first',
    fault: { next: 'first' },
    says: /could not be loaded completely/,
    code: 'E19',
  },
  {
    name: 'a next page that was never there (410)',
    fault: { next: 'missingPage' },
    says: /ended the search early/,
    code: 'E20',
  },
  {
    name: 'fixture 59: a paging session that is over, always',
    fault: { brokenPage: 2, refusal: 'expiredSession' },
    says: /ended the search early/,
    code: 'E20',
  },
];

for (const { name, fault, says, code } of BAD_LINKS)
  test(`${name}: the pages before stay, the rest is named, and retry reads it when it is over`, async ({
    page,
    traffic,
  }) => {
    const arrived = await openWithFaults(page, fault);
    await expectReadingEnded(page, 'partial');
    const notice = page.locator(`[data-notice="failed"][data-error="${code}"]`);
    await expect(notice).toHaveText(says);
    await expectArrivedResultsShown(page, arrived);
    await expectAtMostRequests(25, 6);
    const elsewhere = traffic.requests.filter(
      ({ url, request }) =>
        request.headers()['authorization'] !== undefined && url.origin !== sandboxOrigin(),
    );
    expect(elsewhere).toEqual([]);
    await setFaults(undefined);
    await notice.locator('[data-retry]').click();
    await waitUntilRead(page);
    await expect(page.locator('[data-notice]')).toHaveCount(0);
    await expectMatchesServer(page, 'healthy');
  });

test('rule 37: page 3 fails always: the pages before stay, and retry asks for no page a second time', async ({
  page,
}) => {
  const arrived = await openWithFaults(page, { brokenPage: 3 }, 'kidney');
  await expectReadingEnded(page, 'partial');
  const notice = page.locator('[data-notice="failed"]');
  await expect(notice).toContainText(/laboratory and all results could not be loaded completely/i);
  await expect(notice).not.toContainText(/vital signs/i);
  await expectArrivedResultsShown(page, arrived);
  await expect(page.locator('[data-series="k"]')).toContainText('incomplete');
  await setFaults(undefined);
  await sandboxApi('requests', { method: 'DELETE' });
  await notice.locator('[data-retry]').click();
  await waitUntilRead(page);
  await expect(page.locator('[data-notice]')).toHaveCount(0);
  await expectMatchesServer(page, 'kidney');
  const { laboratory, all } = await expectedSizes('kidney');
  const pagesAfter2 = (results: number): number => Math.ceil(results / 100) - 2;
  await expectAtMostRequests(pagesAfter2(laboratory) + pagesAfter2(all), 1);
});

test('fixture 64b: temperature and weight only on a page that failed are never said to be absent', async ({
  page,
}) => {
  await openWithFaults(page, { brokenPage: 1, html: true });
  await expectReadingEnded(page, 'partial');
  await expect(page.locator('body')).not.toContainText(/no results/i);
  await expect(page.locator('[data-notice="failed"]')).toContainText(/vital signs/i);
});

test('fixture 65: a total above what came is said, and is no claim that all is here', async ({ page }) => {
  const arrived = await openWithFaults(page, { total: 'more' }, 'kidney');
  await expectReadingEnded(page, 'partial');
  const notice = page.locator('[data-notice="truncated"]');
  const { laboratory, requests } = await expectedSizes('kidney');
  await expect(notice).toContainText(`${laboratory + 5} for laboratory (only ${laboratory} loaded)`);
  await expectArrivedResultsShown(page, arrived);
  await expectAtMostRequests(requests, 1);
  await setFaults(undefined);
  await notice.locator('[data-retry]').click();
  await waitUntilRead(page);
  await expect(page.locator('[data-notice]')).toHaveCount(0);
  await expectMatchesServer(page, 'kidney');
});
