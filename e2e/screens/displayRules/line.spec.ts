import { detailChart, lineOf, lineSegmentCount, marksOf, stripOf } from '../../support/chartDrawing.ts';
import { openInTab } from '../../support/launching.ts';
import { openWithPotassium } from '../../support/potassiumResults.ts';
import { pointsByLoinc, rawObservations } from '../../support/rawObservations.ts';
import { openChartScreen, showAllResults } from '../../support/recordScreens.ts';
import { expect, keptTest as test, test as launchedTest } from '../../support/test.ts';
// These tests hold display rules 5 to 7: the line, where it breaks, and the bar of a blood pressure.

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

launchedTest(
  'rule 6: the line breaks where something else than a number of one moment stands, and where the method changes',
  async ({ page }) => {
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
  },
);

launchedTest('rule 6: a gap stays a gap in every window, and a point alone is a point', async ({ page }) => {
  const ats = ['2021-01-04', '2021-02-01', '2021-03-01', '2023-06-01', '2026-01-05', '2026-02-02'];
  await openWithPotassium(
    page,
    ats.map((at, i) => ({ at: `${at}T08:00:00Z`, value: 4 + i / 10 })),
  );
  await openChartScreen(page, '#series=k&window=all');
  const line = (): Promise<string | null> => lineOf(detailChart(page)).getAttribute('d');
  const expectPieces = async (window: string, pieces: number, why: string): Promise<void> => {
    await openChartScreen(page, `#series=k&window=${window}`);
    await expect.poll(async () => lineSegmentCount(await line()), why).toBe(pieces);
  };
  await expectPieces('all', 2, 'one line for each time of measuring');
  const whole = await line();
  expect(whole?.match(/[ML]/g), 'and none to the one that stands alone').toHaveLength(5);
  expect(await marksOf(detailChart(page))).toHaveLength(6);
  await expectPieces('5.2y', 2, 'without the first');
  await expectPieces('3y', 1, 'the last two alone');
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
