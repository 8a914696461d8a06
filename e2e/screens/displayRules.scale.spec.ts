import type { Locator } from '@playwright/test';
import {
  axisNumbersOf,
  boxOf,
  detailChart,
  lineOf,
  lineSegmentCount,
  marksOf,
  plotOf,
  plotWithMarks,
  pxPerUnit,
  SIMPLE_SERIES,
  stripOf,
  tileOf,
} from '../support/chartDrawing.ts';
import { openInTab } from '../support/launching.ts';
import { openWithPotassium } from '../support/potassiumResults.ts';
import { pointsByLoinc, rawObservations } from '../support/rawObservations.ts';
import { downloadCsv, openChartScreen, showAllResults } from '../support/recordScreens.ts';
import { expect, test } from '../support/test.ts';

// These tests hold display rules 4 to 8: the scale, the line and the symbols.

/** The three results differ in their last digit. Their range is 1.6 mmol/L wide, and 20 % of it is 0.32. */
const QUIET = [
  { at: '2026-03-01T08:00:00Z', value: 4 },
  { at: '2026-03-15T08:00:00Z', value: 4.1 },
  { at: '2026-03-29T08:00:00Z', value: 4 },
];
const LEAST_SPAN = 0.32;

const heightOf = async (plot: Locator): Promise<number> => {
  const { top, bottom } = await boxOf(plot);
  return bottom - top;
};

async function expectAllInside(chart: Locator, what: string): Promise<void> {
  const { plot, marks } = await plotWithMarks(chart);
  const { left, right, top, bottom } = plot;
  expect(marks.length, what).toBeGreaterThan(0);
  for (const { x, y } of marks) {
    expect(x >= left && x <= right, `${what}: ${x} from ${left} to ${right}`).toBe(true);
    expect(y >= top && y <= bottom, `${what}: ${y} from ${top} to ${bottom}`).toBe(true);
  }
}

test('rule 4: noise does not fill the frame, and fitted to it the chart says that its axis is zoomed', async ({
  page,
}) => {
  await openWithPotassium(page, QUIET);
  for (const [fragment, chart] of [
    ['#compare=k&window=all', stripOf(page, 'k')],
    ['#series=k&window=all', detailChart(page)],
  ] as const) {
    await openChartScreen(page, fragment);
    const px = await pxPerUnit(chart);
    expect((await heightOf(plotOf(chart))) / px, 'the span').toBeGreaterThanOrEqual(LEAST_SPAN);
    const ys = (await marksOf(chart)).map(({ y }) => y);
    expect(Math.max(...ys) - Math.min(...ys)).toBeCloseTo(0.1 * px, 0);
    await expect(chart).not.toContainText(/scale extended|axis zoomed/);
  }
  const fixed = await axisNumbersOf(detailChart(page));
  await page.getByRole('button', { name: 'Fit to data' }).click();
  await expect(detailChart(page)).toContainText('axis zoomed');
  const fitted = await axisNumbersOf(detailChart(page));
  expect(fitted).not.toEqual(fixed);
  expect(
    (await heightOf(plotOf(detailChart(page)))) / (await pxPerUnit(detailChart(page))),
  ).toBeGreaterThanOrEqual(LEAST_SPAN);
  await expectAllInside(detailChart(page), 'fitted');
});

test('rule 4: a result beyond the fixed range is inside the plot and “scale extended” is said', async ({
  page,
}) => {
  await openWithPotassium(page, [...QUIET, { at: '2026-04-05T08:00:00Z', value: 9 }]);
  await expect(tileOf(page, 'k')).toContainText('scale extended');
  await openChartScreen(page, '#compare=k&window=all');
  await expect(stripOf(page, 'k')).toContainText('scale extended');
  await expectAllInside(stripOf(page, 'k'), 'strip');
  await openChartScreen(page, '#series=k&window=all');
  await expect(detailChart(page).getByText('scale extended')).toBeVisible();
  await expectAllInside(detailChart(page), 'chart');
  expect((await axisNumbersOf(detailChart(page))).at(-1)!.value, 'a number near it').toBeGreaterThanOrEqual(
    8,
  );
});

test('rule 4: the scale is the same in every window, each symbol stands at its value, and a log scale says so', async ({
  page,
}) => {
  const raw = pointsByLoinc(await rawObservations('kidney'));
  await openInTab(page, 'kidney');
  const scales = [];
  for (const window of ['30d', '2y', 'all']) {
    await openChartScreen(page, `#series=k&window=${window}`);
    scales.push((await axisNumbersOf(detailChart(page))).map(({ value }) => value));
  }
  expect(scales[1]).toEqual(scales[0]);
  expect(scales[2]).toEqual(scales[0]);

  const px = await pxPerUnit(detailChart(page));
  const held = raw.get(SIMPLE_SERIES.k)!;
  const round = (await marksOf(detailChart(page))).flatMap(({ kind, y }, i) =>
    kind === 'normal' ? [{ y, value: held[i]!.value }] : [],
  );
  expect(round.length).toBeGreaterThan(20);
  for (const { y, value } of round)
    expect(Math.abs(y - round[0]!.y - (round[0]!.value - value) * px)).toBeLessThanOrEqual(1);

  await openChartScreen(page, '#series=uacr&window=all');
  await page.getByRole('button', { name: 'Log scale' }).click();
  await expect(detailChart(page).getByText('log scale')).toBeVisible();
  await expectAllInside(detailChart(page), 'on a log scale');
});

test('rule 4: no result of any strip is drawn outside of its plot', async ({ page }) => {
  await openInTab(page, 'odd');
  await openChartScreen(page, '#compare=k,creat,na,hr,temp,bnp,ntprobnp,tni&window=all');
  await expect(page.locator('section[data-series]')).not.toHaveCount(0);
  for (const one of await page.locator('section[data-series]').all())
    await expectAllInside(one, (await one.getAttribute('aria-label')) ?? '');
});

test('rule 5: straight lines, thinner than the points that lie over them, and a way to switch them off', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  await showAllResults(page);
  // A tile has the grid, the range and the line beside its symbols.
  const tiles = await page
    .locator('a [data-plot] path:not([data-mark])')
    .evaluateAll((all) => all.map((path) => path.getAttribute('d')));
  expect(tiles.length).toBeGreaterThan(50);
  expect(tiles.filter((d) => !/^[MLHVhvZ\d\s.-]*$/.test(d ?? ''))).toEqual([]);

  for (const [fragment, chart] of [
    ['#compare=k,uacr&window=all', stripOf(page, 'k')],
    ['#series=k&window=all', detailChart(page)],
  ] as const) {
    await openChartScreen(page, fragment);
    expect(await lineOf(chart).getAttribute('d')).toMatch(/^M[ML\d\s.,-]*L[ML\d\s.,-]*$/);
    const look = await lineOf(chart).evaluate((line) => {
      const marks = [...(line.closest('[role="slider"]')?.querySelectorAll('[data-mark]') ?? [])];
      const sizes = marks
        .map((mark) => mark.getBoundingClientRect())
        .map(({ width, height }) => Math.min(width, height));
      return {
        strokePx: Number.parseFloat(getComputedStyle(line).strokeWidth),
        smallestPx: Math.min(...sizes),
        under: marks.every(
          (mark) => (line.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
        ),
      };
    });
    expect(look.smallestPx).toBeGreaterThan(2 * look.strokePx);
    expect(look.under, 'points over the line').toBe(true);
    const count = (await marksOf(chart)).length;
    await page.getByRole('button', { name: /^Points only/ }).click();
    await expect
      .poll(
        async () =>
          (await lineOf(chart).count()) === 0 || !/L/.test((await lineOf(chart).getAttribute('d')) ?? ''),
      )
      .toBe(true);
    expect(await marksOf(chart)).toHaveLength(count);
  }
});

const onDay = (day: number, more: object = {}) => ({
  at: `2024-05-${String(day).padStart(2, '0')}T08:00:00Z`,
  value: 4 + (day % 4) / 10,
  ...more,
});
/** Each of these stands between two results before it and two after it. */
const BREAKERS: Readonly<Record<string, object>> = {
  absent: { value: undefined, dataAbsentReason: { text: 'not performed' } },
  text: { value: undefined, valueString: 'hemolyzed' },
  withdrawn: { status: 'entered-in-error' },
  limit: {
    valueQuantity: {
      value: 2,
      comparator: '<',
      unit: 'mmol/L',
      code: 'mmol/L',
      system: 'http://unitsofmeasure.org',
    },
  },
  day: { at: '2024-05-15' },
};

test('rule 6: the line breaks where something else than a number of one moment stands, and where the method changes', async ({
  page,
}) => {
  const broken = Object.values(BREAKERS).flatMap((more, i) => [
    onDay(3 * i + 1),
    onDay(3 * i + 2),
    onDay(3 * i + 3, more),
  ]);
  const method = { method: { text: 'Another method' } };
  await openWithPotassium(page, [...broken, onDay(17), onDay(18), onDay(19, method), onDay(20, method)]);
  const pieces = Object.keys(BREAKERS).length + 2;
  await openChartScreen(page, '#series=k&window=all');
  expect(lineSegmentCount(await lineOf(detailChart(page)).getAttribute('d'))).toBe(pieces);
  await expect(detailChart(page).getByText(/method changed/)).toBeVisible();
  await openChartScreen(page, '#compare=k&window=all');
  expect(lineSegmentCount(await lineOf(stripOf(page, 'k')).getAttribute('d'))).toBe(pieces);
  await expect(stripOf(page, 'k').getByText('method changed')).toBeVisible();
});

test('rule 6: a gap stays a gap in every window, and a point alone is a point', async ({ page }) => {
  const ats = ['2021-01-04', '2021-02-01', '2021-03-01', '2023-06-01', '2026-01-05', '2026-02-02'];
  await openWithPotassium(
    page,
    ats.map((at, i) => ({ at: `${at}T08:00:00Z`, value: 4 + i / 10 })),
  );
  await openChartScreen(page, '#series=k&window=all');
  const lineIn = async (window: string): Promise<string | null> => {
    await openChartScreen(page, `#series=k&window=${window}`);
    return lineOf(detailChart(page)).getAttribute('d');
  };
  const whole = await lineIn('all');
  expect(lineSegmentCount(whole), 'one line for each time of measuring').toBe(2);
  expect(whole?.match(/[ML]/g), 'and none to the one that stands alone').toHaveLength(5);
  expect(await marksOf(detailChart(page))).toHaveLength(6);
  expect(lineSegmentCount(await lineIn('5.2y')), 'without the first').toBe(2);
  expect(lineSegmentCount(await lineIn('3y')), 'the last two alone').toBe(1);
});

test('rule 7: a blood pressure is one bar with two caps, a lone side one symbol without a bar, and the heart rate has its own place', async ({
  page,
}) => {
  const raw = pointsByLoinc(await rawObservations('kidney'));
  const [systolic, diastolic] = [raw.get('8480-6')!, raw.get('8462-4')!];
  const isWhole = systolic.map(({ id }) => diastolic.some((other) => other.id === id));
  expect(isWhole.filter((whole) => !whole).length, 'a side is missing').toBeGreaterThan(0);
  await openInTab(page, 'kidney');
  for (const [fragment, chart] of [
    ['#compare=bp-sys,hr&window=all', stripOf(page, 'bp-sys')],
    ['#series=bp-sys&window=all', detailChart(page)],
  ] as const) {
    await openChartScreen(page, fragment);
    const bars = await chart
      .locator('[data-mark="pair"]')
      .evaluateAll((all) => all.map((bar) => bar.getAttribute('d') ?? ''));
    // A whole pressure has two caps and a bar between them, a lone side has one cap.
    expect(bars.map((d) => [d.match(/h/g)?.length, d.match(/V/g)?.length ?? 0])).toEqual(
      isWhole.map((whole) => (whole ? [2, 1] : [1, 0])),
    );
    await expect(chart.locator('[data-tick="mean"]').first()).toBeAttached();
    if (fragment.startsWith('#compare')) {
      await expect(chart).toContainText(/MAP \d+ mmHg, calculated/);
      await expect(stripOf(page, 'hr').locator('[data-mark="pair"]')).toHaveCount(0);
      expect(await marksOf(stripOf(page, 'hr'))).toHaveLength(raw.get('8867-4')!.length);
    }
  }
  const inFigure = await page
    .locator('figure, figure [data-series]')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['series']));
  expect(inFigure).toEqual(['bp-sys', 'bp-dia']);
  await expect(
    page.getByText('tick on the bar: mean arterial pressure, calculated by Longview'),
  ).toBeVisible();
  const lone = page.getByRole('row').filter({ hasText: /\d\/–/ });
  await expect(lone).toHaveCount(isWhole.filter((whole) => !whole).length);
  await expect(lone).toContainText('no value: Unknown');
});

test('rule 7: a side that stands alone beside another reading of the same time is said to be sent apart', async ({
  page,
}) => {
  await openInTab(page, 'odd');
  await openChartScreen(page, '#series=bp-sys&window=all');
  const rows = page.getByRole('row');
  await expect(rows.filter({ hasText: /129\/–.*diastolic reported separately/ })).toHaveCount(1);
  await expect(rows.filter({ hasText: /–\/88.*systolic reported separately/ })).toHaveCount(1);
});

test('rule 8: many readings are drawn as what they are, counted, with every flag and extreme, and all of them on request', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const observations = await rawObservations('icu');
  const held = pointsByLoinc(observations).get('8867-4')!;
  const flagged = observations.filter(
    ({ code, ...one }) => code.coding?.some((coding) => coding.code === '8867-4') && 'interpretation' in one,
  );
  expect(held.length).toBeGreaterThan(1000);
  expect(flagged.length).toBeGreaterThan(0);
  await openInTab(page, 'icu');
  await openChartScreen(page, '#series=hr&window=all');
  const count = held.length.toLocaleString('en-US');
  await expect(detailChart(page).getByText(`charted from ${count} results`)).toBeVisible();
  const flags = await detailChart(page).locator('[data-mark]:not([data-mark="normal"])').count();
  expect(flags).toBe(flagged.length);
  // The line must reach the highest and the lowest reading.
  const px = await pxPerUnit(detailChart(page));
  const values = held.map(({ value }) => value);
  const ys = [
    ...((await lineOf(detailChart(page)).getAttribute('d')) ?? '').matchAll(/[ML]-?[\d.]+[ ,]([\d.]+)/g),
  ].map(([, y]) => Number(y));
  expect(
    Math.abs((Math.max(...ys) - Math.min(...ys)) / px - (Math.max(...values) - Math.min(...values))),
  ).toBeLessThan(0.5);
  await expect(
    detailChart(page)
      .locator('svg text')
      .filter({ hasText: new RegExp(`^${held.at(-1)!.text}`) })
      .first(),
    'the latest',
  ).toBeVisible();
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', String(held.length + 1));

  await page.getByRole('button', { name: 'Every point' }).click();
  await expect(detailChart(page).locator('[data-mark]')).toHaveCount(held.length);
  await expect(detailChart(page).getByText(`all ${count} results charted, symbols overlap`)).toBeVisible();

  const rows = (await downloadCsv(page)).split('\r\n').filter((row) => row.split(',')[2] === 'hr');
  expect(rows).toHaveLength(held.length);
});
