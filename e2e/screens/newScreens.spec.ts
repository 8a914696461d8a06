import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { allRead, cursorListens, openInTab } from '../support/ehr.ts';
import { drawnTimes } from '../support/rawEvents.ts';
import { expect, test } from '../support/test.ts';

const DAY_MS = 86_400_000;

async function expectSound(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    screen,
  ).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
    `${screen}: no sideways scroll`,
  ).toBe(true);
}

for (const [name, use] of Object.entries({
  'light and wide': { colorScheme: 'light', viewport: { width: 1366, height: 850 } },
  'dark and narrow': { colorScheme: 'dark', viewport: { width: 360, height: 800 } },
} as const)) {
  test.describe(name, () => {
    test.use(use);

    test('the overview with its strip and ribbon, compare with its tables, timeline and print are sound', async ({
      page,
    }) => {
      await openInTab(page, 'kidney');
      await expect(page.getByText(/\+ Spironolactone/).first()).toBeVisible();
      await expectSound(page, 'overview');
      await page.getByRole('link', { name: 'Compare', exact: true }).click();
      await expect(page.getByRole('button', { name: /^\+ Spironolactone/ })).toBeVisible();
      await page.getByRole('slider', { name: /^Potassium/ }).focus();
      await page.keyboard.press('End');
      await page.keyboard.press('a');
      await page.keyboard.press('t');
      await expect(page.getByRole('table')).toHaveCount(2);
      await expectSound(page, 'compare');
      await page.getByRole('link', { name: 'Timeline', exact: true }).click();
      await expect(page.locator('tr[data-event]').first()).toBeVisible();
      await expectSound(page, 'timeline');
      await page.evaluate(() => (location.hash = '#print'));
      await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
      await expectSound(page, 'print');
    });
  });
}

const PRESETS = { '30 d': 30, '6 mo': 6 * 30.5, '1 y': 365.25, '2 y': 730.5, '5 y': 1826.25 };

test('rule 11: each window says how many older results it does not show, is kept by a reload, and names no date in the address', async ({
  page,
}) => {
  const times = await drawnTimes('kidney');
  const newestMs = times.at(-1) ?? 0;
  await openInTab(page, 'kidney');
  const windows = page.getByRole('group', { name: 'Time window' });
  const words = page.locator('[data-window]');
  for (const [preset, days] of Object.entries(PRESETS)) {
    const older = times.filter((time) => time < newestMs - days * DAY_MS).length;
    // oxlint-disable-next-line no-await-in-loop -- one after another, as a reader presses them
    await windows.getByRole('button', { name: preset, exact: true }).click();
    // oxlint-disable-next-line no-await-in-loop -- see above
    await expect(words).toContainText(
      new RegExp(`\\(last result, (?:today|\\d+ [dy] ago)\\)\\. ${older} older results not shown`),
    );
  }
  await expect(page).toHaveURL(/#window=5y$/);
  await page.reload();
  await allRead(page);
  await expect(windows.getByRole('button', { name: '5 y', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(page).toHaveURL(/#window=5y$/);

  await page.getByRole('button', { name: 'Earlier', exact: true }).click();
  await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
  await expect(page).toHaveURL(/#window=913\.125d%7E913\.125$/);
  // Half of five years before the newest result, and of what was shown the later half.
  const [fromMs, toMs] = [newestMs - 1826.25 * DAY_MS, newestMs - 913.125 * DAY_MS];
  const [older, newer] = [
    times.filter((time) => time < fromMs).length,
    times.filter((time) => time > toMs).length,
  ];
  await expect(words).toContainText(`${older} older results not shown`);
  await expect(words).toContainText(`${newer} newer results not shown`);
  // The same stretch on every screen.
  const said = await words.textContent();
  await page.getByRole('link', { name: 'Timeline', exact: true }).click();
  await expect(words).toHaveText(said ?? '');
  await page.getByRole('button', { name: /^Go to the last result \(24 Nov 2026\)/ }).click();
  await expect(words).toContainText('(last result, ');
  await windows.getByRole('button', { name: /^All/ }).click();
  await expect(words).not.toContainText('not shown');
});

/** Widths of the window in which what happened must lie under the same place of every strip. */
const WIDTHS = [1366, 1024, 768, 700, 360];

/** Rule 9: a beginning that is chosen in a lane is where the cursor of each strip then stands. */
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
      // The target begins a little before its moment.
      return Math.max(...places.map((place) => Math.abs(place - x - 2)));
    }, `${width} px wide`)
    .toBeLessThanOrEqual(2);
}

test('the kidney overview needs no scroll at 1366 by 850: curves of one height, strip and ribbon; one cursor runs through all of them', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  const ribbon = page.getByRole('region', { name: 'Events' });
  const strip = page.getByRole('region', { name: 'What changed' });
  await expect(ribbon).toContainText('+ Spironolactone');
  await expect(strip).toContainText('Medications');
  const tiles = await page
    .locator('[data-series]:not([data-series$="~calculated"]):has(> [data-plot])')
    .evaluateAll((all) => all.map((tile) => tile.getBoundingClientRect().toJSON() as DOMRect));
  expect(tiles.length).toBeGreaterThan(15);
  expect(Math.max(...tiles.map(({ bottom }) => bottom)), 'every curve').toBeLessThanOrEqual(850);
  expect(new Set(tiles.map(({ height }) => Math.round(height))).size, 'one height').toBe(1);
  for (const [name, part] of Object.entries({ strip, ribbon })) {
    // oxlint-disable-next-line no-await-in-loop -- two
    const { y = 0, height = 0 } = (await part.boundingBox()) ?? {};
    expect(y + height, `the ${name}`).toBeLessThanOrEqual(850);
  }

  const cursors = (): Promise<string[]> =>
    page.locator('[data-plot]').evaluateAll((plots) => [
      ...new Set(
        plots.map((plot) => {
          const { left, width } = getComputedStyle(plot, '::after');
          return `${left} ${width}`;
        }),
      ),
    ]);
  const moments = [...new Set((await drawnTimes('kidney')).map((time) => Math.floor(time / DAY_MS)))];
  await cursorListens(page);
  expect(await cursors()).toEqual(['0px 0px']);
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('status').filter({ hasText: /^At 24 Nov 2026$/ })).toBeVisible();
  const newest = await cursors();
  expect(newest, 'the same place in every plot').toHaveLength(1);
  await page.keyboard.press('ArrowLeft');
  const before = new Date(moments.at(-2)! * DAY_MS).getUTCDate();
  await expect(page.getByText(`At ${before} Nov 2026`, { exact: true })).toBeVisible();
  const earlier = await cursors();
  expect(earlier).toHaveLength(1);
  expect(Number.parseFloat(earlier[0]!)).toBeLessThan(Number.parseFloat(newest[0]!));

  // Compare: the same keys, one line through every strip and the lanes, and every reading of that moment.
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await page.getByRole('slider', { name: 'Moment of all strips' }).focus();
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

  for (const width of WIDTHS)
    // oxlint-disable-next-line no-await-in-loop -- one page
    await expectLanesUnderStrips(page, width);
});
