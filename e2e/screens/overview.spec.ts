import type { Locator, Page } from '@playwright/test';
import { tileOf } from '../support/chartDrawing.ts';
import { drag } from '../support/drag.ts';
import { formatDay } from '../support/formatTime.ts';
import { openInTab } from '../support/launching.ts';
import { drawnTimesMs } from '../support/rawEvents.ts';
import { lastFinal, pointsByLoinc, rawObservations } from '../support/rawObservations.ts';
import { setFragment, waitForCursorKeys } from '../support/recordScreens.ts';
import { expect, keptTest as test } from '../support/test.ts';

test('rule 13: a newer preliminary result stands on the tile with value, flag and date, and is heard first', async ({
  page,
}) => {
  const held = pointsByLoinc(await rawObservations('kidney')).get('2823-3')!;
  const newest = held.at(-1)!;
  const last = lastFinal(held)!;
  expect(newest.status).toBe('preliminary');
  await openInTab(page, 'kidney');
  const tile = tileOf(page, 'k');
  await expect(tile).toHaveAttribute('data-latest', last.text);
  const words = `${newest.text} ${newest.unit} preliminary`;
  await expect(tile.locator('[data-newer="preliminary"]')).toContainText(`Newer: ${words}`);
  await expect(tile.locator('[data-newer]')).toContainText(formatDay(newest.time));
  await expect(tile).toHaveAccessibleName(
    new RegExp(
      `^Potassium, newer: ${newest.text} millimoles per litre preliminary, .*; charted ${last.text} `,
    ),
  );
  await setFragment(page, '#series=k');
  await expect(page.locator('main [data-newer]').first()).toContainText(words);
});

const ribbonOf = (page: Page) => page.getByRole('region', { name: 'Events' }).locator('[data-time-width]');
/** Shows the events of the whole record and scrolls to them. */
async function wholeRibbon(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^All/ }).click();
  await expect(windowWords(page)).toHaveText(/^3 Dec 2014/);
  const ribbon = ribbonOf(page);
  await expect(ribbon).toContainText('Lisinopril');
  await ribbon.scrollIntoViewIfNeeded();
  return ribbon;
}
const readingOf = (page: Page) => page.locator('[data-reading]');
const windowWords = (page: Page) => page.locator('[data-window]');

test('is anything preliminary: the overview answers without any action, seen and spoken', async ({
  page,
}) => {
  const held = await rawObservations('kidney');
  const preliminary = held.filter(({ status }) => status === 'preliminary');
  expect(preliminary.length).toBeGreaterThan(0);
  await openInTab(page, 'kidney');
  const line = page.locator('main [data-newer="preliminary"]').first();
  await expect(line).toBeInViewport({ ratio: 1 });
  await expect(line).toContainText('preliminary');
  // A screen reader hears it with the tile, before the latest final result.
  const tile = page
    .locator('main a[data-series]')
    .filter({ has: page.locator('[data-newer="preliminary"]') });
  await expect(tile.first()).toHaveAccessibleName(/preliminary/);
});

test('rule 11: a drag over the ribbon or over a curve chooses the window of the whole app, and the page stays where it was', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 600 });
  await openInTab(page, 'kidney');
  const ribbon = await wholeRibbon(page);
  const placeOf = async () => Math.round((await ribbon.boundingBox())?.y ?? 0);
  const before = await placeOf();
  const startBefore = (await ribbon.getAttribute('data-time-start')) ?? '';
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await drag(ribbon, 0.5, 1, async () => {
    // Every curve marks the same part of its width.
    const shares = await page.locator('[data-plot]').evaluateAll((plots) => [
      ...new Set(
        plots.map((plot) => {
          const { width } = getComputedStyle(plot, '::before');
          return Math.round((Number.parseFloat(width) / (plot.clientWidth - 10)) * 100);
        }),
      ),
    ]);
    expect(shares).toEqual([50]);
  });
  // The record has twelve years from December 2014.
  await expect(windowWords(page)).toHaveText(/^\d+ (Nov|Dec) 2020 – 24 Nov 2026/);
  await expect(page).toHaveURL(/#window=\d+(\.\d+)?d$/);
  await expect.poll(placeOf).toBe(before);

  // The curves follow the words, and some of them become a line of text.
  await expect(ribbon).not.toHaveAttribute('data-time-start', startBefore);
  await page.evaluate(() => scrollTo(0, 0));
  await drag(page.locator('main a[data-series] [data-plot]').first(), 0, 0.5);
  await expect(windowWords(page)).toHaveText(/^\d+ (Nov|Dec) 2020 – \d+ Nov 2023/);
  await expect(windowWords(page)).toContainText('later results not shown');

  // Nothing needs a drag (WCAG 2.5.7): buttons and keys reach the same window.
  await page.getByRole('button', { name: /^Go to last result/ }).click();
  await page.keyboard.press('[');
  await page.keyboard.press('+');
  await expect(windowWords(page)).toHaveText(/^\d+ Nov 2024 – \d+ Nov 2025/);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 1366, height: 850 } });

  test('rule 11: a finger drawn over the ribbon chooses the window', async ({ page }) => {
    await openInTab(page, 'kidney');
    const { x, y, width } = (await (await wholeRibbon(page)).boundingBox())!;
    const client = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', part?: number) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: part === undefined ? [] : [{ x: x + 4 + part * (width - 10), y: y + 30 }],
      });
    await touch('touchStart', 0.5);
    await touch('touchMove', 0.75);
    await touch('touchMove', 0.99);
    await touch('touchEnd');
    await expect(windowWords(page)).toHaveText(/^\d+ (Nov|Dec) 2020 – \d+ \w{3} 2026/);
  });

  test('rule 9: a tap on the ribbon reads what was given at that moment', async ({ page }) => {
    await openInTab(page, 'kidney');
    const { x, y, width } = (await (await wholeRibbon(page)).boundingBox())!;
    // A tap on the name of a drug opens Compare, so this one is in the row of the procedures.
    await page.touchscreen.tap(x + width / 2, y + 69);
    await expect(readingOf(page)).toHaveText(/^At \d+ \w{3} 2020: .*Lisinopril 20 mg\/day/);
  });
});

test('rule 9: what has few results stands in its clinical group, every result is somewhere, and the first screen counts what is further down', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  const further = page.getByRole('region', { name: 'Further results' });
  await expect(further).toBeVisible();
  const linesOf = (heading: string) =>
    page
      .getByRole('heading', { level: 2, name: heading })
      .locator('..')
      .locator('[data-series]:not([data-series$="~calculated"])')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['series']));
  expect(await linesOf('Kidney and electrolytes 4 tests with too few')).toEqual(['cl', 'pth', 'mg', 'uric']);
  // LDL has a frame, so it is a curve.
  expect(await linesOf('Lipids 3 tests with too few results to chart')).toEqual(['hdl', 'tg', 'chol']);
  expect(await linesOf('Circulation and body 5 tests with too few')).toEqual([
    'rr',
    'spo2',
    'temp',
    'height',
    'bmi',
  ]);
  const below = await further
    .locator('a[data-series]:not([data-series$="~calculated"])')
    .evaluateAll((all) => all.length);
  await expect(page.getByText(`${below} more below`, { exact: true })).toBeInViewport();
  const everySeries = () =>
    page
      .locator('main [data-series]')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['series'] ?? ''));
  const shown = await everySeries();
  expect(new Set(shown).size, 'each once').toBe(shown.length);
  // No window may lose a series.
  await page.getByRole('button', { name: '30 d', exact: true }).click();
  await expect(page.getByText(/\d\d outside this period/)).toBeVisible();
  expect(new Set(await everySeries())).toEqual(new Set(shown));
});

test('rule 25: a calculated value is a line of its clinical group that says so, and leads to its inputs', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  const group = page.locator('section', {
    has: page.getByRole('heading', { level: 2, name: /^Circulation and body .*\d calculated/ }),
  });
  const line = group.locator('[data-series="bmi~calculated"]');
  await expect(line).toContainText('calculated');
  await expect(line).toHaveAttribute('data-unit', 'kg/m²');
  await line.click();
  await expect(page.getByText(/calculated by Longview/i).first()).toBeVisible();
});

const DAY_MS = 86_400_000;

/** At each of these widths the lanes must line up with the strips. */
const WIDTHS = [1366, 1024, 768, 700, 360];

/** A start that is selected in a lane is where the cursor of each strip stands (rule 9). */
async function expectLanesUnderStrips(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 850 });
  const begun = page.getByRole('button', { name: /^\+ Chlorthalidone/ });
  await begun.click();
  const { x = 0 } = (await begun.boundingBox()) ?? {};
  const cursors = page.locator('[data-cursor]');
  await expect(cursors.first()).toBeAttached();
  await expect
    .poll(async () => {
      const places = await cursors.evaluateAll((all) => all.map((line) => line.getBoundingClientRect().x));
      // The button begins two pixels before its time.
      return Math.max(...places.map((place) => Math.abs(place - x - 2)));
    }, `${width} px wide`)
    .toBeLessThanOrEqual(2);
}

test('the kidney overview at 1366 by 850 has every curve, the strip and the start of the ribbon in sight, and one cursor for all', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  const ribbon = page.getByRole('region', { name: 'Events' });
  const strip = page.getByRole('region', { name: 'What changed' });
  await expect(ribbon).toContainText('+ Spironolactone');
  await expect(strip).toContainText('medication list');
  await expect(strip).toContainText(/\d+ of \d+ tests beyond expected variation/);
  const tiles = await page
    .locator('[data-series]:not([data-series$="~calculated"]):has(> [data-plot])')
    .evaluateAll((all) => all.map((tile) => tile.getBoundingClientRect().toJSON() as DOMRect));
  expect(tiles.length).toBeGreaterThan(15);
  expect(Math.max(...tiles.map(({ bottom }) => bottom)), 'every curve').toBeLessThanOrEqual(850);
  // A tile with a newer result that is not on its curve has one line more (rule 13).
  const heights = new Set(
    await page
      .locator('[data-series]:not([data-series$="~calculated"]):has(> [data-plot]):not(:has([data-newer]))')
      .evaluateAll((all) => all.map((tile) => Math.round(tile.getBoundingClientRect().height))),
  );
  expect(heights.size, 'one height').toBe(1);
  const stripBox = (await strip.boundingBox())!;
  expect(stripBox.y + stripBox.height, 'the strip').toBeLessThanOrEqual(850);
  expect((await ribbon.boundingBox())!.y, 'the ribbon begins').toBeLessThanOrEqual(850);

  const cursors = (): Promise<string[]> =>
    page.locator('[data-plot]').evaluateAll((plots) => [
      ...new Set(
        plots.map((plot) => {
          const { left, width } = getComputedStyle(plot, '::after');
          return `${left} ${width}`;
        }),
      ),
    ]);
  const moments = [...new Set((await drawnTimesMs('kidney')).map((time) => Math.floor(time / DAY_MS)))];
  await waitForCursorKeys(page);
  expect(await cursors()).toEqual(['0px 0px']);
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('[data-cursor-date]')).toHaveText('At 24 Nov 2026');
  const newest = await cursors();
  expect(newest, 'the same place in every plot').toHaveLength(1);
  await page.keyboard.press('ArrowLeft');
  const before = new Date(moments.at(-2)! * DAY_MS).getUTCDate();
  await expect(page.locator('[data-cursor-date]')).toHaveText(`At ${before} Nov 2026`);
  const earlier = await cursors();
  expect(earlier).toHaveLength(1);
  expect(Number.parseFloat(earlier[0]!)).toBeLessThan(Number.parseFloat(newest[0]!));

  // Compare takes the same keys, and one cursor runs through every strip and the lanes.
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await page.getByRole('slider', { name: 'Time of all tests' }).focus();
  await page.keyboard.press('End');
  await expect(page.getByText(/^At 24 Nov 2026, 09:40/)).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText(/^At 24 Nov 2026, 09:20/)).toBeVisible();
  const lines = await page
    .locator('[data-cursor]')
    .evaluateAll((all) => all.map((line) => Math.round(line.getBoundingClientRect().x)));
  expect(lines).toHaveLength(
    await page
      .getByRole('region')
      .filter({ has: page.getByRole('slider') })
      .count(),
  );
  expect(new Set(lines).size).toBe(1);

  for (const width of WIDTHS) await expectLanesUnderStrips(page, width);
});
