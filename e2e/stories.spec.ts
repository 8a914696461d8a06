import { expect, test } from '@playwright/test';
import { accountOf, openInTab, shownSeries, type Shown } from './ehr.ts';
import { lastFinal, points, rawObservations, type Point } from './rawReading.ts';

/** Which codes stand behind a series of the overview; the tests' own list, for the analytes of the stories. */
const CODES: Record<string, string[]> = {
  creat: ['2160-0'],
  k: ['2823-3'],
  na: ['2951-2'],
  bun: ['3094-0'],
  hgb: ['718-7'],
  a1c: ['4548-4'],
  hr: ['8867-4'],
  rr: ['9279-1'],
  spo2: ['59408-5'],
  temp: ['8310-5'],
  'bp-sys': ['8480-6'],
  'bp-dia': ['8462-4'],
  'egfr~62238-1': ['62238-1'],
  head: ['9843-4'],
};

const expectedOf = (raw: Map<string, Point[]>, { id }: Shown): Point[] | undefined => {
  const own = /^http:\/\/loinc\.org\|(\S+)$/.exec(id)?.[1];
  const codes = own === undefined ? CODES[id] : [own];
  return codes?.flatMap((code) => raw.get(code) ?? []);
};

for (const story of ['kidney', 'icu', 'child', 'healthy', 'empty', 'deceased']) {
  test(`${story}: every Observation is accounted for, and each series holds what the server holds`, async ({
    page,
  }) => {
    const observations = await rawObservations(story);
    await openInTab(page, story);

    const account = await accountOf(page);
    expect(account.received).toBe(observations.length);
    expect(account.drawn + account.listed + account.withdrawn + account.excluded + account.duplicate).toBe(
      account.received,
    );
    expect(account.withdrawn).toBe(
      observations.filter(({ status }) => status.trim() === 'entered-in-error').length,
    );
    expect(account.excluded).toBe(0);
    expect(account.duplicate).toBe(0);

    const raw = points(observations);
    const shown = await shownSeries(page);
    let compared = 0;
    for (const series of shown) {
      const expected = expectedOf(raw, series);
      if (expected === undefined) continue;
      compared += 1;
      const last = lastFinal(expected);
      expect({ id: series.id, count: series.count }).toEqual({ id: series.id, count: expected.length });
      expect({ id: series.id, latest: series.latest?.replaceAll(',', '') }).toEqual({
        id: series.id,
        latest: last && `${last.comparator}${last.text}`,
      });
      expect({ id: series.id, unit: series.unit }).toEqual({ id: series.id, unit: last?.unit });
      expect(Date.parse(series.latestTime ?? '')).toBe(Date.parse(last?.time ?? ''));
    }
    // Each tile that the tests know is compared; the stories with results must have some.
    expect(compared).toBeGreaterThanOrEqual(
      { kidney: 9, icu: 8, child: 2, healthy: 1, empty: 0, deceased: 4 }[story] ?? 0,
    );
  });
}

test('the person without results: the record is said to be empty only because everything was read', async ({
  page,
}) => {
  await openInTab(page, 'empty');
  await expect(page.getByText('No results in this record.')).toBeVisible();
  await expect(page.locator('[data-series]')).toHaveCount(0);
});

test('rule 47: a deceased person is visibly different, with the age at death', async ({ page }) => {
  await openInTab(page, 'deceased');
  await expect(page.locator('[data-patient-banner]')).toContainText(/Died\s*9 Feb 2026 \(\d+ y\)/);
});

test('search finds a result by name and says what it hides', async ({ page }) => {
  await openInTab(page, 'kidney');
  await page.keyboard.press('/');
  await page.keyboard.type('potass');
  await expect(page.locator('[data-series]')).toHaveCount(1);
  await expect(page.locator('[data-series="k"]')).toBeVisible();
  await expect(page.getByText(/hidden by the search/)).toBeVisible();
});
