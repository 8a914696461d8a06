import { detailChart, marksOf, stripOf, tileOf } from '../support/chartDrawing.ts';
import { formatDay, formatTime } from '../support/formatTime.ts';
import { openInTab, waitUntilRead } from '../support/launching.ts';
import { drawnTimesMs } from '../support/rawEvents.ts';
import { pointsByLoinc, rawObservations } from '../support/rawObservations.ts';
import { openChartScreen, setFragment } from '../support/recordScreens.ts';
import { expect, keptTest as test } from '../support/test.ts';

// These tests hold display rule 11: which period is shown, and what lies outside of it.

const DAY_MS = 86_400_000;

const PRESETS = { '30 d': 30, '6 mo': 6 * 30.5, '1 y': 365.25, '2 y': 730.5, '5 y': 1826.25 };

test('rule 11: each window says how many older results it does not show, is kept by a reload, and names no date in the address', async ({
  page,
}) => {
  const times = await drawnTimesMs('kidney');
  const newestMs = times.at(-1) ?? 0;
  await openInTab(page, 'kidney');
  const windows = page.getByRole('group', { name: 'Period', exact: true });
  const words = page.locator('[data-window]');
  for (const [preset, days] of Object.entries(PRESETS)) {
    const older = times.filter((time) => time < newestMs - days * DAY_MS).length;
    await windows.getByRole('button', { name: preset, exact: true }).click();
    await expect(words).toContainText(
      new RegExp(
        `\\(last result, (?:today|yesterday|\\d+ (?:day|week|month|year)s ago)\\)\\. ${older} earlier results not shown`,
      ),
    );
  }
  await expect(page).toHaveURL(/#window=5y$/);
  await page.reload();
  await waitUntilRead(page);
  await expect(windows.getByRole('button', { name: '5 y', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(page).toHaveURL(/#window=5y$/);

  await page.getByRole('button', { name: 'Earlier', exact: true }).click();
  await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
  await expect(page).toHaveURL(/#window=913\.125d%7E913\.125$/);
  // Earlier moves the window back by half of its five years, and Zoom in keeps the later half.
  const [fromMs, toMs] = [newestMs - 1826.25 * DAY_MS, newestMs - 913.125 * DAY_MS];
  const [older, newer] = [
    times.filter((time) => time < fromMs).length,
    times.filter((time) => time > toMs).length,
  ];
  await expect(words).toContainText(`${older} earlier, ${newer} later results not shown`);
  // Every screen has the same window.
  const said = await words.textContent();
  await page.getByRole('link', { name: 'Timeline', exact: true }).click();
  await expect(words).toHaveText(said ?? '');
  await page.getByRole('button', { name: /^Go to last result \(24 Nov 2026\)/ }).click();
  await expect(words).toContainText('(last result, ');
  await windows.getByRole('button', { name: /^All/ }).click();
  await expect(words).not.toContainText('not shown');
});

const testWidths = (patient: string): void =>
  test(`rules 11 and 37: the dates of the period and what lies outside it are never cut, at any width (${patient})`, async ({
    page,
  }) => {
    await openInTab(page, patient);
    const words = page.locator('[data-window]');
    for (const width of [360, 800, 1000, 1024, 1182, 1290, 1359, 1366, 1920]) {
      await page.setViewportSize({ width, height: 850 });
      const cutPx = (): Promise<number> =>
        words.evaluate(({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
          Math.max(scrollHeight - clientHeight, scrollWidth - clientWidth),
        );
      await expect.poll(cutPx, `at ${width} px`).toBeLessThanOrEqual(0);
    }
  });

testWidths('kidney');

test('rule 11: not all at once; what lies outside is counted, and an empty chart leads to its last result', async ({
  page,
}) => {
  const lactate = pointsByLoinc(await rawObservations('kidney')).get('2524-7')!;
  const [month, year] = formatTime(lactate.at(-1)!.time).split(/[ ,]+/).slice(1);
  await openInTab(page, 'kidney');
  await expect(page.locator('[data-window]')).toContainText(/[1-9]\d* earlier results not shown/);
  await expect(tileOf(page, 'k')).toContainText(/(?:\d+ (?:day|week|month|year)s ago|yesterday)/);

  await openChartScreen(page, '#compare=lactate,k&window=30d');
  await expect(stripOf(page, 'lactate')).toContainText(
    `${lactate.length} earlier results outside this period`,
  );
  await stripOf(page, 'lactate')
    .getByRole('button', { name: `Go to last result (${month} ${year})` })
    .click();
  expect((await marksOf(stripOf(page, 'lactate'))).length).toBeGreaterThan(0);

  await setFragment(page, '#series=lactate&window=30d');
  await page.getByRole('button', { name: /^Go to last result \(\d+ Feb 2023\)/ }).click();
  await expect(detailChart(page).locator('[data-mark]').first()).toBeVisible();
  await expect(page.locator('[data-window]')).toContainText(formatDay(lactate.at(-1)!.time));
});

testWidths('icu');

test('rule 11: the window ends at the newest result that is not in the future, and its date is said', async ({
  page,
}) => {
  const times = (await rawObservations('odd')).map(({ effectiveDateTime = '' }) => effectiveDateTime);
  expect(times.some((time) => time.startsWith('2099'))).toBe(true);
  await openInTab(page, 'odd');
  await expect(page.locator('[data-window]')).toContainText(
    / – 18 May 2026 \(last result, \d+ (?:day|week|month|year)s ago\)/,
  );
  await expect(page.locator('body')).not.toContainText('Jul 2099 (last result');
  // The button for the visit of the launch appears as soon as the visit was read.
  await expect(page.getByRole('group', { name: 'Period', exact: true }).getByRole('button')).toHaveText([
    '30 d',
    '6 mo',
    '1 y',
    '2 y',
    '5 y',
    'Visit',
    'All, 9 y',
  ]);
});
