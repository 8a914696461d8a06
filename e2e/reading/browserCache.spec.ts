import { launchAddress, openInTab, setFaults, waitUntilRead } from '../support/launching.ts';
import { accountOf, patientBanner } from '../support/recordScreens.ts';
import { sandboxApi } from '../support/sandboxApi.ts';
import { expectMatchesServer } from '../support/serverComparison.ts';
import { expect, test } from '../support/test.ts';

// Many servers let the browser keep their answers, in words or by silence. A result from the cache could be out of date, or
// belong to a chart that may no longer be read. No test here uses a route, since a route switches the cache off.

/** A server may say this to caches. The sandbox's page of faults lists these and two more. */
const CACHE_HEADERS = [
  'absent',
  'lastModified',
  'etag',
  'maxAgeAndLastModified',
  'immutable',
  'staleWhileRevalidate',
  'vary',
] as const;

type Logged = { readonly method: string; readonly path: string; readonly status: number };

/** Returns what the server was asked for since the last call, apart from tokens, and how it answered. */
async function readsAtServer(): Promise<readonly string[]> {
  const all = (await (await sandboxApi('requests')).json()) as Logged[];
  await sandboxApi('requests', { method: 'DELETE' });
  return all
    .filter(({ method, path }) => method === 'GET' && !path.startsWith('/auth/'))
    .map(({ path, status }) => `${status} ${path}`)
    .toSorted();
}

/** How many searches by category are begun depends on how soon the search for everything ends (decision 51). */
const isByCategory = (read: string): boolean => read.includes('&category=');

for (const cache of CACHE_HEADERS) {
  test(`${cache}: refresh reads anew, and the reader hears of the correction`, async ({ page }) => {
    await setFaults({ cache, pageSize: 1 });
    await openInTab(page, 'healthy');
    const { received } = await accountOf(page);
    await setFaults({ cache, pageSize: 1, fhir: { type: 'Observation', again: 'newer' } });
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByText(/^Refreshed at .+: .*corrected since you opened this view\.$/)).toBeVisible();
    expect((await accountOf(page)).received).toBeGreaterThan(received);
  });

  test(`${cache}: a reload asks the server for the whole record again`, async ({ page }) => {
    await setFaults({ cache });
    await readsAtServer();
    await openInTab(page, 'healthy');
    const read = (await readsAtServer()).filter((one) => !one.includes('smart-configuration'));
    expect(read.filter((one) => !one.startsWith('200 '))).toEqual([]);
    const first = read.filter((one) => !isByCategory(one));
    expect(first.length).toBeGreaterThan(3);
    expect(first.join()).toContain('/Observation?');
    await page.reload();
    await waitUntilRead(page);
    expect((await readsAtServer()).filter((one) => !isByCategory(one))).toEqual(first);
    await expectMatchesServer(page, 'healthy');
  });

  test(`${cache}: a new launch that the server refuses shows nothing of the one before`, async ({ page }) => {
    await setFaults({ cache });
    await openInTab(page, 'healthy');
    await expect(patientBanner(page)).toContainText('BRANDT');
    await setFaults({ cache, fhir: { status: 403 } });
    await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
    await expect(page.locator('html')).toHaveAttribute('data-state', 'error');
    await expect(page.locator('[data-series], [data-patient-banner]')).toHaveCount(0);
    await expect(page.locator('body')).not.toContainText(/Brandt/i);
  });
}

test('the source of a result is read anew each time it is opened', async ({ page }) => {
  await setFaults({ cache: 'maxAgeAndLastModified' });
  await openInTab(page, 'kidney');
  await page.locator('[data-series="k"]').first().click();
  await readsAtServer();
  for (const key of ['ArrowDown', 'ArrowUp']) {
    await page.locator('[data-twin]').focus();
    await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toContainText('2823-3 http://loinc.org');
    const reads = await readsAtServer();
    expect(reads.filter((read) => /^200 \/Observation\/[^/?]+$/.test(read))).toHaveLength(1);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('sign-in settings that were wrong are read anew when they have been mended', async ({ page }) => {
  const cache = 'immutable';
  await setFaults({ cache, discovery: { without: ['token_endpoint'] } });
  const address = await launchAddress({ patient: 'healthy', kind: 'tab' });
  await page.goto(address);
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E03');
  await setFaults({ cache });
  await page.goto(address);
  await waitUntilRead(page);
});
