import { launchAddress, waitUntilRead } from '../support/launching.ts';
import { rawObservations } from '../support/rawObservations.ts';
import { accountOf, downloadCsv } from '../support/recordScreens.ts';
import { parseCsv } from '../independent/csvTable.ts';
import { expect, test } from '../support/test.ts';

test('a long record is read by windows of time at once, and holds every result of the server once', async ({
  page,
  traffic,
}) => {
  await page.goto(await launchAddress({ patient: 'icu', kind: 'tab', vendor: 'generic' }));
  await waitUntilRead(page);
  const asked = traffic.requests
    .filter(({ request }) => request.method() === 'GET')
    .map(({ url }) => url)
    .filter(({ pathname, search }) => pathname.endsWith('/Observation') || search.startsWith('?page='));
  expect(asked.filter(({ searchParams }) => searchParams.has('date')).length).toBeGreaterThan(4);
  // No page follows another but inside of a window, so few of them do.
  expect(asked.filter(({ search }) => search.startsWith('?page=')).length).toBeLessThan(10);
  const held = (await rawObservations('icu')).map(({ id }) => id);
  const [header = [], ...rows] = parseCsv(await downloadCsv(page));
  const column = header.indexOf('observation_id');
  expect(new Set(rows.map((cells) => cells[column]))).toEqual(new Set(held));
  expect((await accountOf(page)).received).toBe(held.length);
});

test('a server that refuses dates is followed by its links, and nothing is missing', async ({ page }) => {
  await page.route(/\/Observation\?.*date=/, (route) =>
    route.fulfill({
      status: 400,
      headers: { 'access-control-allow-origin': '*', 'content-type': 'application/fhir+json' },
      body: JSON.stringify({
        resourceType: 'OperationOutcome',
        issue: [{ severity: 'error', code: 'not-supported' }],
      }),
    }),
  );
  await page.goto(await launchAddress({ patient: 'icu', kind: 'tab', vendor: 'generic' }));
  await waitUntilRead(page);
  expect((await accountOf(page)).received).toBe((await rawObservations('icu')).length);
});
