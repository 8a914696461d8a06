import type { Locator } from '@playwright/test';
import {
  axisNumbersOf,
  boxOf,
  detailChart,
  marksOf,
  plotOf,
  SIMPLE_SERIES,
  SIMPLE_SERIES_IDS,
  stripOf,
  tileOf,
} from '../../support/chartDrawing.ts';
import { formatDay, formatTime } from '../../support/formatTime.ts';
import { openInTab } from '../../support/launching.ts';
import { drawnTimesMs } from '../../support/rawEvents.ts';
import {
  lastFinal,
  pointsByLoinc,
  rawObservations,
  shownUnit,
  type Point,
} from '../../support/rawObservations.ts';
import {
  MEASURED_SERIES,
  openChartScreen,
  setFragment,
  showAllResults,
} from '../../support/recordScreens.ts';
import { LOINC_BY_SERIES } from '../../support/serverComparison.ts';
import { expect, keptTest as test } from '../../support/test.ts';
// These tests hold display rules 1 to 3, 9 and 10: the axes, and what all charts have in common.

const DAY_MS = 86_400_000;
const timeMsOf = ({ time }: Point): number => Date.parse(time);

test('rule 1: in tiles, strips and the chart of one result distance is time, old at the left, new at the right', async ({
  page,
}) => {
  const raw = pointsByLoinc(await rawObservations('kidney'));
  await openInTab(page, 'kidney');
  await showAllResults(page);
  /**
   * Expects that one straight line maps time to x for all points of all charts on the screen, to one pixel.
   */
  const expectProportional = async (charts: readonly (readonly [keyof typeof SIMPLE_SERIES, Locator])[]) => {
    const placed: { id: string; x: number; ms: number }[] = [];
    for (const [id, chart] of charts) {
      const { left } = await boxOf(plotOf(chart));
      const times = raw.get(SIMPLE_SERIES[id])!.map(timeMsOf);
      const marks = await marksOf(chart);
      expect(marks, id).toHaveLength(times.length);
      placed.push(...marks.map(({ x }, i) => ({ id, x: x - left, ms: times[i]! })));
    }
    const [first, last] = [placed[0]!, placed.findLast(({ id }) => id === placed[0]!.id)!];
    const pxPerMs = (last.x - first.x) / (last.ms - first.ms);
    expect(pxPerMs, 'new at the right').toBeGreaterThan(0);
    for (const { id, x, ms } of placed)
      expect(
        Math.abs(x - first.x - (ms - first.ms) * pxPerMs),
        `${id} ${new Date(ms).toJSON()}`,
      ).toBeLessThanOrEqual(1);
  };
  await expectProportional(SIMPLE_SERIES_IDS.map((id) => [id, tileOf(page, id)]));
  await openChartScreen(page, `#compare=${SIMPLE_SERIES_IDS.join(',')}&window=all`);
  await expectProportional(SIMPLE_SERIES_IDS.map((id) => [id, stripOf(page, id)]));
  for (const id of ['k', 'uacr'] as const) {
    await openChartScreen(page, `#series=${id}&window=all`);
    await expectProportional([[id, detailChart(page)]]);
  }
});

test('rule 2: the whole dates of both ends stand on the axis, whatever the window', async ({ page }) => {
  const newestMs = (await drawnTimesMs('kidney')).at(-1)!;
  const dayOf = (ms: number): string => formatDay(new Date(ms).toISOString());
  const axisEnds = async (place: Locator): Promise<string[]> => {
    // The bar of the whole record below the charts has an axis of its own.
    const texts = place
      .locator('svg[aria-hidden] text:not([data-record-bar] *)')
      .filter({ hasText: /^\d+ [A-Z][a-z]{2} \d{4}$/ });
    return [...new Set(await texts.allTextContents())];
  };
  await openInTab(page, 'kidney');
  for (const [preset, days] of Object.entries({
    '30 d': 30,
    '6 mo': 6 * 30.5,
    '2 y': 730.5,
    '5 y': 1826.25,
  })) {
    await openChartScreen(page, '#');
    await page
      .getByRole('group', { name: 'Period', exact: true })
      .getByRole('button', { name: preset, exact: true })
      .click();
    const ends = [dayOf(newestMs - days * DAY_MS), dayOf(newestMs)];
    expect(await axisEnds(page.locator('main')), `overview, ${preset}`).toEqual(ends);
    const window = new URL(page.url()).hash.slice(1);
    await openChartScreen(page, `#compare=hr,k&${window}`);
    expect(await axisEnds(page.locator('[data-strips]')), `compare, ${preset}`).toEqual(ends);
    await openChartScreen(page, `#series=hr&${window}`);
    expect(await axisEnds(detailChart(page)), `one result, ${preset}`).toEqual(ends);
    await expect(page.locator('[data-window]')).toContainText(ends.join(' – '));
  }
  // On a narrow screen the axis has no room for the day, so the words above it state it.
  await page.setViewportSize({ width: 360, height: 800 });
  await expect(page.locator('[data-window]')).toBeInViewport();
  await expect(page.locator('[data-window]')).toContainText(
    `${dayOf(newestMs - 1826.25 * DAY_MS)} – ${dayOf(newestMs)}`,
  );
});

test('rule 3: each y axis is called by its name and the unit of what is drawn, to eyes and ears', async ({
  page,
}) => {
  const raw = pointsByLoinc(await rawObservations('kidney'));
  await openInTab(page, 'kidney');
  // Series with few results are rows below the curves and come later.
  await expect.poll(() => page.locator(MEASURED_SERIES).count()).toBeGreaterThan(35);
  const series = await page
    .locator(MEASURED_SERIES)
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['series']!));
  const known = series.filter((id) => !id.startsWith('bp-dia') && raw.has(LOINC_BY_SERIES[id] ?? ''));
  expect(known.length).toBeGreaterThan(30);
  const unitOf = (id: string) => shownUnit(lastFinal(raw.get(LOINC_BY_SERIES[id]!)!)!.unit);
  for (let from = 0; from < known.length; from += 8) {
    const some = known.slice(from, from + 8);
    await openChartScreen(page, `#compare=${some.map(encodeURIComponent).join(',')}&window=all`);
    for (const id of some) {
      const title = stripOf(page, id).getByRole('heading');
      const name = await title.innerText();
      const unit = unitOf(id);
      expect(unit === '' ? !name.includes('(') : name.endsWith(` (${unit})`), `${name}, ${unit}`).toBe(true);
      await expect(title).toBeVisible();
      expect(await stripOf(page, id).getByRole('slider').getAttribute('aria-label')).toContain(`${name}, `);
    }
  }
  for (const id of ['k', 'bp-sys', 'egfr', 'hr']) {
    await openChartScreen(page, `#series=${id}&window=all`);
    const name = await page.getByRole('heading', { level: 2 }).first().innerText();
    await expect(detailChart(page).getByText(`${name} (${unitOf(id)})`, { exact: true })).toBeVisible();
    const spoken = await detailChart(page).getByRole('slider').getAttribute('aria-label');
    expect(spoken).toContain(`${name} in ${unitOf(id)}, `);
  }
});

test('rule 9: strips of one height and one axis, one cursor through all, each ending with its latest value, unit and date', async ({
  page,
}) => {
  const raw = pointsByLoinc(await rawObservations('kidney'));
  await openInTab(page, 'kidney');
  // The groups that fit on the screen are counted in the first window and in the one of the whole record.
  for (const everything of [false, true]) {
    if (everything) await showAllResults(page);
    const seen = await page
      .getByRole('heading', { level: 2 })
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().bottom <= innerHeight).length);
    expect(seen).toBeGreaterThan(2);
    expect(seen - 1, 'without What changed').toBeLessThanOrEqual(9);
  }
  for (const id of SIMPLE_SERIES_IDS) {
    const last = lastFinal(raw.get(SIMPLE_SERIES[id])!)!;
    await expect(tileOf(page, id)).toContainText(`${last.comparator}${last.text} ${last.unit}`);
    await expect(tileOf(page, id)).toContainText(formatDay(last.time));
    // The number stands to the right of the curve.
    expect(
      (await boxOf(tileOf(page, id).getByText(last.text, { exact: true }).first())).left,
    ).toBeGreaterThanOrEqual((await boxOf(plotOf(tileOf(page, id)))).right);
  }

  await openChartScreen(page, `#compare=${SIMPLE_SERIES_IDS.join(',')}&window=2y`);
  await page.getByRole('slider', { name: 'Time of all tests' }).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('[data-cursor]').first()).toBeAttached();
  const geometry = [];
  for (const id of SIMPLE_SERIES_IDS) {
    const { left, right, top, bottom } = await boxOf(plotOf(stripOf(page, id)));
    const cursor = await boxOf(stripOf(page, id).locator('[data-cursor]'));
    geometry.push([left, right, bottom - top, cursor.left].map(Math.round).join(' '));
  }
  expect(new Set(geometry).size, geometry.join('; ')).toBe(1);
  await page.keyboard.press('Escape');
  for (const id of SIMPLE_SERIES_IDS) {
    const last = lastFinal(raw.get(SIMPLE_SERIES[id])!)!;
    await expect(stripOf(page, id)).toContainText(`${last.comparator}${last.text} ${last.unit}`);
    await expect(stripOf(page, id)).toContainText(formatTime(last.time));
  }
});

test('rule 9: the order is clinical and the same in every record, and a curve with a range shows it', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  await showAllResults(page);
  const order = await page
    .locator('a:has(> [data-plot])')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['series']!));
  for (const [before, after] of [
    ['creat', 'k'],
    ['k', 'na'],
    ['na', 'hr'],
    ['hr', 'hgb'],
    ['hgb', 'a1c'],
    ['a1c', 'ldl'],
    ['ldl', 'alt'],
  ] as const)
    expect(order.indexOf(before), `${before} before ${after}`).toBeLessThan(order.indexOf(after));
  expect(order).not.toEqual(order.toSorted());
  const observations = await rawObservations('kidney');
  const ranged = new Set(
    observations.flatMap(({ code, ...one }) =>
      'referenceRange' in one ? (code.coding ?? []).map((coding) => coding.code) : [],
    ),
  );
  const bands = await page.locator('a:has(> [data-plot])').evaluateAll((all) =>
    all.map((one) => ({
      id: (one as HTMLElement).dataset['series']!,
      // Only a range has a horizontal edge; the grid, the line and the breaks have none.
      hasBand: [...one.querySelectorAll('[data-plot] path:not([data-mark])')].some((path) =>
        /H/.test(path.getAttribute('d') ?? ''),
      ),
    })),
  );
  const simple = bands.filter((band) => band.id in SIMPLE_SERIES);
  expect(simple.length).toBeGreaterThan(3);
  for (const { id, hasBand } of simple)
    expect(hasBand, id).toBe(ranged.has(SIMPLE_SERIES[id as keyof typeof SIMPLE_SERIES]));
  expect(bands.find(({ id }) => id === 'hr')?.hasBand, 'no range sent, none drawn').toBe(false);
});

test('rule 10: a unit has an axis and a row of its own, no chart has two axes, and the relative view is asked for', async ({
  page,
}) => {
  await openInTab(page, 'odd');
  await openChartScreen(
    page,
    `#compare=${['glucose', 'glucose~mmol/L', 'creat', 'creat~umol/L'].map(encodeURIComponent).join(',')}&window=all`,
  );
  for (const title of ['Glucose (mg/dL)', 'Glucose (mmol/L)', 'Creatinine (mg/dL)', 'Creatinine (μmol/L)']) {
    const one = page.getByRole('region', { name: title, exact: true });
    await expect(one).toHaveCount(1);
    expect(new Set((await axisNumbersOf(one)).map(({ value }) => value)).size).toBe(
      (await axisNumbersOf(one)).length,
    );
  }
  const relative = page.getByRole('button', { name: 'Relative' });
  await expect(relative).toHaveAttribute('aria-pressed', 'false');
  await openChartScreen(page, '#compare=k,creat&window=all');
  await relative.click();
  await expect(page.getByRole('region', { name: /relative to the reference range/ }).first()).toBeVisible();

  for (const id of ['glucose', 'creat', 'bp-sys']) {
    await openChartScreen(page, `#series=${id}&window=all`);
    const rights = await detailChart(page)
      .locator('svg text[text-anchor="end"]')
      .evaluateAll((all) =>
        all
          .filter((text) => /^[\d.,]+$/.test(text.textContent))
          .map((text) => Math.round(text.getBoundingClientRect().right)),
      );
    expect(new Set(rights).size, `${id}: one column of numbers`).toBe(1);
  }
  await setFragment(page, '#results');
  const rows = page.getByRole('rowheader');
  await expect(rows.filter({ hasText: /^Creatinine *mg\/dL/ })).toHaveCount(1);
  await expect(rows.filter({ hasText: /^Creatinine *[µμ]mol\/L/ })).toHaveCount(1);
});
