import { detailChart, marksOf, stripOf, tileOf } from '../../support/chartDrawing.ts';
import { formatDay, formatTime } from '../../support/formatTime.ts';
import { openInTab } from '../../support/launching.ts';
import { pointsByLoinc, rawObservations } from '../../support/rawObservations.ts';
import { openChartScreen, setFragment } from '../../support/recordScreens.ts';
import { expect, test } from '../../support/test.ts';
// These tests hold display rule 11: which period is shown, and what lies outside of it.

test('rule 11: the window ends at the newest result that is not in the future, and its date is said', async ({
  page,
}) => {
  const times = (await rawObservations('odd')).map(({ effectiveDateTime = '' }) => effectiveDateTime);
  expect(times.some((time) => time.startsWith('2099'))).toBe(true);
  await openInTab(page, 'odd');
  await expect(page.locator('[data-window]')).toContainText(
    / – 17 May 2026 \(last result, \d+ (?:day|week|month|year)s ago\)/,
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
