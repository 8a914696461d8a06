import type { Locator, Page } from '@playwright/test';
import {
  axisNumbersOf,
  boxOf,
  detailChart,
  lineOf,
  marksOf,
  plotOf,
  plotWithMarks,
  pxPerUnit,
  SIMPLE_SERIES,
  stripOf,
  tileOf,
} from '../../support/chartDrawing.ts';
import { openInTab } from '../../support/launching.ts';
import { openWithPotassium } from '../../support/potassiumResults.ts';
import { pointsByLoinc, rawObservations, type RawObservation } from '../../support/rawObservations.ts';
import { downloadCsv, openChartScreen } from '../../support/recordScreens.ts';
import { expect, keptTest as test, test as launchedTest } from '../../support/test.ts';
// These tests hold display rules 4, 8 and 10: the scale, how many readings are drawn, and on Compare one scale for each strip, at which
// each result stands at its own number.

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

launchedTest(
  'rule 4: noise does not fill the frame, and fitted to it the chart says that its axis is zoomed',
  async ({ page }) => {
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
  },
);

launchedTest(
  'rule 4: a result beyond the fixed range is inside the plot and “scale extended” is said',
  async ({ page }) => {
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
  },
);

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

/** These curves stand one over the other. */
const IDS = ['k', 'creat', 'hgb', 'a1c'] as const;

/** The middle of a symbol may be off by this much. */
const NEAR_PX = 2;

type HeldObservation = RawObservation & {
  readonly referenceRange?: readonly {
    readonly low?: { value: number };
    readonly high?: { value: number };
  }[];
};
type RangedValue = { readonly value: number; readonly range: readonly [number, number] | undefined };

/** Returns the numbers of one code with the range that was sent with each, oldest first. */
async function rangedValuesOf(loinc: string): Promise<RangedValue[]> {
  const all = (await rawObservations('kidney')) as HeldObservation[];
  return all
    .filter((one) => one.status !== 'entered-in-error' && one.code.coding?.some(({ code }) => code === loinc))
    .filter(({ valueQuantity, effectiveDateTime }) => valueQuantity?.value !== undefined && effectiveDateTime)
    .toSorted((a, b) => Date.parse(a.effectiveDateTime!) - Date.parse(b.effectiveDateTime!))
    .map(({ valueQuantity, referenceRange: [sent] = [] }) => ({
      value: valueQuantity!.value!,
      range: sent?.low && sent.high ? [sent.low.value, sent.high.value] : undefined,
    }));
}

/** Expects each symbol of a strip at the height of its number on the one scale. */
async function expectOnScale(page: Page, id: string, numbers: readonly number[]): Promise<void> {
  const [marks, scale] = await Promise.all([marksOf(stripOf(page, id)), axisNumbersOf(stripOf(page, id))]);
  expect(marks, id).toHaveLength(numbers.length);
  const values = scale.map(({ value }) => value);
  expect(values.length, `${id}: a scale`).toBeGreaterThan(1);
  expect(values, `${id}: one scale, from the bottom to the top`).toEqual(
    [...new Set(values)].toSorted((a, b) => a - b),
  );
  const [low, high] = [scale.at(0)!, scale.at(-1)!];
  const pxPerOne = (low.y - high.y) / (high.value - low.value);
  expect(pxPerOne, id).toBeGreaterThan(0);
  for (const [i, { y }] of marks.entries())
    expect(
      Math.abs(low.y - (numbers[i]! - low.value) * pxPerOne - y),
      `${id}: ${numbers[i]} of ${values.join(', ')}`,
    ).toBeLessThanOrEqual(NEAR_PX);
}

test('rule 10: on Compare each strip has one scale in its own unit, and in the relative view each result its place in the range sent with it', async ({
  page,
}) => {
  const held = Object.fromEntries(
    await Promise.all(IDS.map(async (id) => [id, await rangedValuesOf(SIMPLE_SERIES[id])] as const)),
  ) as Record<(typeof IDS)[number], RangedValue[]>;
  await openInTab(page, 'kidney');
  await openChartScreen(page, `#compare=${IDS.join(',')}&window=all`);
  for (const id of IDS) {
    await expectOnScale(
      page,
      id,
      held[id].map(({ value }) => value),
    );
    await expect(stripOf(page, id)).toHaveAttribute('data-unit', /./);
  }

  await page.getByRole('button', { name: 'Relative' }).click();
  const ranged = IDS.filter((id) => held[id].some(({ range }) => range));
  expect(ranged.length, 'some have a range of two sides').toBeGreaterThan(1);
  for (const id of ranged) {
    await expect(
      page.getByRole('region', { name: /relative to the reference range/ }).and(stripOf(page, id)),
    ).toBeVisible();
    const places = held[id].flatMap(({ value, range }) =>
      range ? [(value - range[0]) / (range[1] - range[0])] : [],
    );
    expect(
      (await axisNumbersOf(stripOf(page, id))).map(({ value }) => value),
      id,
    ).toEqual([0, 1]);
    await expectOnScale(page, id, places);
  }
  for (const id of IDS.filter((one) => !ranged.includes(one)))
    await expectOnScale(
      page,
      id,
      held[id].map(({ value }) => value),
    );
});

test('rule 4: no result of any strip is drawn outside of its plot', async ({ page }) => {
  await openInTab(page, 'odd');
  await openChartScreen(page, '#compare=k,creat,na,hr,temp,bnp,ntprobnp,tni&window=all');
  await expect(page.locator('section[data-series]')).not.toHaveCount(0);
  for (const one of await page.locator('section[data-series]').all())
    await expectAllInside(one, (await one.getAttribute('aria-label')) ?? '');
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
