import type { Locator, Page } from '@playwright/test';
import { detailChart, SIMPLE_SERIES, SIMPLE_SERIES_IDS, stripOf, tileOf } from '../support/chartDrawing.ts';
import { openInTab } from '../support/launching.ts';
import { lastFinal, pointsByLoinc, rawObservations } from '../support/rawObservations.ts';
import { openChartScreen, setFragment, showAllResults } from '../support/recordScreens.ts';
import { expect, test } from '../support/test.ts';

// These tests hold section 4 of docs/contract.md, the hooks for tools that measure the page.

/** Returns how many accounts the page has, and those that do not add up. */
const accountsOf = (page: Page) =>
  page.locator('[data-accounting]').evaluateAll((all) => {
    const sums = all.map((one) => {
      const data = { ...(one as HTMLElement).dataset };
      const number = (name: string): number => Number(data[name] ?? Number.NaN);
      const parts = ['drawn', 'listed', 'withdrawn', 'excluded', 'duplicate'].map(number);
      return { received: number('received'), sum: parts.reduce((sum, part) => sum + part, 0) };
    });
    return { count: sums.length, wrong: sums.filter(({ received, sum }) => received !== sum) };
  });

test('a tile, a strip and the chart of one result carry series, count, latest, unit and time; a symbol stands for each point', async ({
  page,
}) => {
  const raw = pointsByLoinc(await rawObservations('kidney'));
  await openInTab(page, 'kidney');
  await showAllResults(page);
  const expectHooks = async (chart: Locator, id: keyof typeof SIMPLE_SERIES) => {
    const held = raw.get(SIMPLE_SERIES[id])!;
    const last = lastFinal(held)!;
    const data = await chart.evaluate((one) => ({ ...(one as HTMLElement).dataset }));
    expect(data).toMatchObject({ series: id, count: String(held.length), unit: last.unit });
    expect(Number(data['latest'])).toBe(last.value);
    expect(data['latestTime']).toBe(new Date(last.time).toISOString());
    await expect(chart.locator('[data-mark]')).toHaveCount(held.length);
    await expect(chart.locator('[data-accounting]').first()).toHaveAttribute(
      'data-drawn',
      String(held.length),
    );
  };
  for (const id of SIMPLE_SERIES_IDS) await expectHooks(tileOf(page, id), id);
  await openChartScreen(page, `#compare=${SIMPLE_SERIES_IDS.join(',')}&window=all`);
  for (const id of SIMPLE_SERIES_IDS) await expectHooks(stripOf(page, id), id);
  for (const id of SIMPLE_SERIES_IDS) {
    await openChartScreen(page, `#series=${id}&window=all`);
    await expectHooks(detailChart(page), id);
  }
});

test('every account adds up, and each screen with results has its identity line and the file', async ({
  page,
}) => {
  await openInTab(page, 'odd');
  for (const fragment of ['#', '#compare=k,hr', '#series=k', '#results']) {
    await setFragment(page, fragment);
    await expect(page.locator('main [data-mark], [role="gridcell"]').first()).toBeVisible();
    const { count, wrong } = await accountsOf(page);
    expect(count, fragment).toBeGreaterThan(0);
    expect(wrong, fragment).toEqual([]);
    await expect(page.locator('[data-patient-banner][data-mode="full"]')).toHaveCount(1);
    await expect(page.locator('button[data-export="csv"]')).toBeEnabled();
  }
});
