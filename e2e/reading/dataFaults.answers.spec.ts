import {
  expectArrivedResultsShown,
  expectAtMostRequests,
  expectedSizes,
  expectReadingEnded,
  openWithFaults,
} from '../support/dataFaults.ts';
import { setFaults, waitUntilRead, type Faults } from '../support/launching.ts';
import { expectMatchesServer } from '../support/serverComparison.ts';
import { expect, test } from '../support/test.ts';

// Whatever the fault, the results that arrived stay usable, the notice names what is missing, a retry repairs
// it, and there is no storm of requests and no endless spinner. These answers are refused, come too soon or
// hold no data.

/** These faults pass. The reader gets a whole record without doing anything. */
const PASSING_FAULTS: readonly (readonly [string, Faults])[] = [
  ['fixture 80: 429 once, with a wait that can be read', { status: 429, retryAfterSeconds: 1, times: 1 }],
  [
    'fixture 80: 429 once, with a wait that the browser may not read',
    { status: 429, retryAfterSeconds: 60, noExpose: true, times: 1 },
  ],
  ['503 once', { status: 503, times: 1 }],
  ['500 on the third answer', { onNth: 3 }],
  ['502 with a page, twice', { status: 502, html: true, times: 2 }],
];

for (const [name, fault] of PASSING_FAULTS)
  test(`${name}: waited for, and nothing is missing`, async ({ page }) => {
    await openWithFaults(page, fault);
    await expectReadingEnded(page, 'ready');
    await expect(page.locator('[data-notice]')).toHaveCount(0);
    await expectMatchesServer(page, 'healthy');
    await expectAtMostRequests((await expectedSizes('healthy')).requests + 6);
  });

test('fixture 80: while the server asks to wait, the wait is on screen and what arrived stays usable', async ({
  page,
}) => {
  await openWithFaults(page, { onNth: 6, status: 429, retryAfterSeconds: 4 }, 'kidney');
  const wait = page.locator('[data-notice="incomplete"][data-error="E18"]');
  await expect(wait).toContainText(/is busy \(\d{3}\)\. Trying again in \d s/);
  await expect(page.locator('[data-latest]')).toHaveCount(0);
  await expect(page.locator('[data-series="hr"]')).toBeVisible();
  await expectReadingEnded(page, 'ready');
  await expect(wait).toHaveCount(0);
  await expectMatchesServer(page, 'kidney');
});

type LastingFault = {
  readonly name: string;
  readonly fault: Faults;
  readonly kind: 'failed' | 'incomplete' | 'not-granted';
  readonly code?: string;
  readonly says: RegExp;
};

/** These faults last, from the second page of every search on. The first pages stay. */
const LASTING_FAULTS: readonly LastingFault[] = [
  {
    name: '500 always',
    fault: { status: 500 },
    kind: 'failed',
    code: 'E20',
    says: /could not be loaded completely: Sandbox General Hospital had an error/,
  },
  {
    name: '429 always',
    fault: { status: 429, retryAfterSeconds: 0 },
    kind: 'failed',
    code: 'E18',
    says: /could not be loaded completely: Sandbox General Hospital is busy/,
  },
  {
    name: 'HTML with 200',
    fault: { html: true },
    kind: 'failed',
    code: 'E19',
    says: /sent data that Longview cannot read/,
  },
  {
    name: 'JSON that is cut off',
    fault: { body: 'cutJson' },
    kind: 'failed',
    code: 'E19',
    says: /sent data that Longview cannot read/,
  },
  {
    name: 'fixture 58: XML',
    fault: { body: 'xml' },
    kind: 'failed',
    code: 'E19',
    says: /sent data that Longview cannot read/,
  },
  {
    name: 'an empty body with 200',
    fault: { emptyBody: true },
    kind: 'failed',
    code: 'E19',
    says: /sent data that Longview cannot read/,
  },
];

for (const { name, fault, kind, code, says } of LASTING_FAULTS)
  test(`${name}, after the first pages: they stay, what is missing is named, and is read when it is over`, async ({
    page,
  }) => {
    const arrived = await openWithFaults(page, { brokenPage: 2, ...fault });
    await expectReadingEnded(page, 'partial');
    const notice = page.locator(
      `[data-notice="${kind}"]${code === undefined ? '' : `[data-error="${code}"]`}`,
    );
    await expect(notice).toHaveText(says);
    await expect(notice).toContainText(/laboratory.*(?:and|,) all results/i);
    await expectArrivedResultsShown(page, arrived);
    await expectAtMostRequests(25);
    await setFaults(undefined);
    await notice.locator('[data-retry]').click();
    await waitUntilRead(page);
    await expect(page.locator('[data-notice]')).toHaveCount(0);
    await expectMatchesServer(page, 'healthy');
  });

/** The server refuses these searches altogether. Nothing arrives, and nothing may be called absent. */
const REFUSALS: readonly (LastingFault & { readonly requests: number })[] = [
  {
    name: 'fixture 56: 400 with the mild issue first',
    fault: { refusal: 'mixedSeverity' },
    kind: 'incomplete',
    says: /does not answer searches for .*vital signs/,
    requests: 40,
  },
  {
    name: 'fixture 57: 400 in plain text',
    fault: { status: 400, body: 'text' },
    kind: 'incomplete',
    says: /does not answer searches for .*vital signs/,
    requests: 40,
  },
  {
    name: 'fixture 57: 400 in MEDITECH’s JSON',
    fault: { status: 400, body: 'meditech' },
    kind: 'incomplete',
    says: /does not answer searches for .*vital signs/,
    requests: 40,
  },
  {
    name: 'fixture 57: 404 with a page',
    fault: { status: 404, html: true },
    kind: 'incomplete',
    says: /does not answer searches for .*vital signs/,
    requests: 40,
  },
  {
    name: 'fixture 57: 403 without a word',
    fault: { status: 403, emptyBody: true },
    kind: 'not-granted',
    code: 'E16',
    says: /did not allow access to .*vital signs/,
    requests: 10,
  },
];

for (const { name, fault, kind, code, says, requests } of REFUSALS)
  test(`${name}: said in our words, never "no results"`, async ({ page }) => {
    await openWithFaults(page, fault);
    await expectReadingEnded(page, 'partial');
    await expect(page.locator('[data-patient-banner]')).toContainText('BRANDT');
    const notice = page.locator(
      `[data-notice="${kind}"]${code === undefined ? '' : `[data-error="${code}"]`}`,
    );
    await expect(notice).toHaveText(says);
    await expect(page.locator('body')).not.toContainText(
      /no results|Tenant|Invalid request|FOO|Out of order/,
    );
    await expectAtMostRequests(requests, 1);
    await setFaults(undefined);
    await page.reload();
    await waitUntilRead(page);
    await expectMatchesServer(page, 'healthy');
  });
