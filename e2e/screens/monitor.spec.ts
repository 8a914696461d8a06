import type { Locator, Page } from '@playwright/test';
import { axeViolations, fitsWidth } from '../support/accessibility.ts';
import { highestLactate, rowWith } from '../support/clinicianTasks.ts';
import { countedActions } from '../support/countedActions.ts';
import { formatTime } from '../support/formatTime.ts';
import { openInTab } from '../support/launching.ts';
import { pointsByLoinc, rawObservations, type Point } from '../support/rawObservations.ts';
import { waitForCursorKeys } from '../support/recordScreens.ts';
import { expect, keptTest as test, test as launchedTest } from '../support/test.ts';

/** The sandbox uses these codes for the monitor of the intensive-care story. */
const VITAL_SIGNS = [
  { id: 'hr', name: 'Heart rate', code: '8867-4' },
  { id: 'http://loinc.org|76215-3', name: 'Arterial pressure', code: '76215-3' },
  { id: 'spo2', name: 'Oxygen saturation', code: '59408-5' },
  { id: 'rr', name: 'Respiratory rate', code: '9279-1' },
  { id: 'temp-core', name: 'Temperature, core', code: '8329-5' },
];
const DIASTOLIC = '76213-8';

const monitor = (page: Page): Locator => page.getByRole('region', { name: 'Monitor' });
const stripOf = (page: Page, id: string): Locator => monitor(page).locator(`a[data-series="${id}"]`);

async function rawPointsByCode() {
  const all = pointsByLoinc(await rawObservations('icu'));
  return (code: string): Point[] => all.get(code) ?? [];
}

/** Returns how many flags the monitor itself raised. */
async function flagCount(code: string): Promise<number> {
  type Flagged = { code: { coding?: { code?: string }[] }; interpretation?: unknown[] };
  const all = (await rawObservations('icu')) as unknown as Flagged[];
  return all.filter(
    (one) => one.interpretation !== undefined && one.code.coding?.some((coding) => coding.code === code),
  ).length;
}

test('rule 7: in each width the words at a pressure say which side they are of', async ({ page }) => {
  await openInTab(page, 'icu');
  const words = stripOf(page, VITAL_SIGNS[1]!.id).locator('[data-extreme]');
  for (const width of [1920, 1366, 1100, 800]) {
    await page.setViewportSize({ width, height: 1000 });
    await expect(words.first()).toBeVisible();
    for (const text of await words.allTextContents()) expect(text).toMatch(/systolic|diastolic/);
  }
});

const formatCount = (count: number): string => count.toLocaleString('en');

test('the strips are the signs that are read every few minutes, with all that the server holds of them', async ({
  page,
}) => {
  const of = await rawPointsByCode();
  await openInTab(page, 'icu');
  const strips = monitor(page).locator('a[data-series]');
  await expect(strips).toHaveCount(VITAL_SIGNS.length);
  expect(await strips.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['series']))).toEqual(
    VITAL_SIGNS.map(({ id }) => id),
  );
  for (const { id, name, code } of VITAL_SIGNS) {
    const strip = stripOf(page, id);
    const count = of(code).length;
    await expect(strip).toContainText(name);
    await expect(strip).toHaveAttribute('data-count', String(count));
    await expect(strip).toHaveAttribute('data-latest', of(code).at(-1)?.text ?? '');
    const pairs = `bar: 1 h median of ${formatCount(count)} pairs`;
    await expect(strip).toContainText(id.includes('76215') ? pairs : `from ${formatCount(count)} results`);
  }
});

test('rule 8: every flagged reading is drawn in dense mode, and the count of them is said', async ({
  page,
}) => {
  await openInTab(page, 'icu');
  for (const { id, code } of VITAL_SIGNS.filter((sign) => ['hr', 'spo2'].includes(sign.id))) {
    const count = await flagCount(code);
    expect(count).toBeGreaterThan(0);
    const strip = stripOf(page, id);
    const flagged = strip.locator('[data-mark="HH"], [data-mark="H"], [data-mark="L"], [data-mark="LL"]');
    await expect(flagged).toHaveCount(count);
    await expect(strip).toContainText(`${count} flagged, all charted`);
  }
});

test('what is seen without a scroll: strips, treatment, events and the results beside them', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 850 });
  await openInTab(page, 'icu');
  await expect(monitor(page).getByText('Norepinephrine')).toBeVisible();
  await expect(monitor(page).getByText(/^Results close together are charted as their median/)).toBeVisible();
  for (const lane of ['FiO2', 'Norepinephrine', 'Propofol', 'Ceftriaxone', 'Procedures'])
    await expect(monitor(page).getByText(lane, { exact: true })).toBeInViewport({ ratio: 1 });
  for (const id of ['lactate', 'ph-art', 'pco2-art', 'creat', 'k', 'na', 'wbc', 'hgb', 'plt', 'pct'])
    await expect(page.locator(`a[data-series="${id}"]`)).toBeInViewport({ ratio: 1 });
});

/** Returns the time of the cursor as the bar states it: "22 Nov 2026, 12:45". */
async function cursorTime(page: Page): Promise<string> {
  const said = page.getByText(/^At \d+ Nov 2026, \d\d:\d\d$/);
  await expect(said).toBeVisible();
  return (await said.textContent())?.slice('At '.length) ?? '';
}

test('rule 9: one cursor reads all strips at one moment, by pointer and by keys', async ({ page }) => {
  const of = await rawPointsByCode();
  await openInTab(page, 'icu');
  await waitForCursorKeys(page);
  const plot = stripOf(page, 'hr').locator('[data-plot]');
  const box = (await plot.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.6, box.y + 40);
  const pointed = await cursorTime(page);
  const toMinute = (time: string): number => Date.parse(`${time.replace(',', '')} GMT`);
  for (const { id, code } of VITAL_SIGNS) {
    const strip = stripOf(page, id);
    // The words at the highest and the lowest reading have times of their own.
    const text = await strip.evaluate((element) =>
      [...element.children].map((part) => (part.querySelector('svg') ? '' : part.textContent)).join(' '),
    );
    const read = of(code).find((one) => text.includes(formatTime(one.time)) && text.includes(one.text));
    expect(read, `${id} reads a result of the sandbox`).toBeDefined();
    const apartMin = Math.abs(toMinute(formatTime(read?.time)) - toMinute(pointed)) / 60_000;
    expect(apartMin, `${id} reads the result beside ${pointed}`).toBeLessThanOrEqual(5);
  }

  await page.keyboard.press('ArrowLeft');
  const stepped = await cursorTime(page);
  expect(toMinute(stepped)).toBeLessThan(toMinute(pointed));
  const at = (code: string): string => of(code).find(({ time }) => formatTime(time) === stepped)?.text ?? '';
  await expect(stripOf(page, 'hr')).toContainText(`${at('8867-4')} /min`);
  await expect(stripOf(page, 'spo2')).toContainText(`${at('59408-5')} %`);
  const pressure = `${at('76215-3')}/${at(DIASTOLIC)}`;
  await expect(stripOf(page, 'http://loinc.org|76215-3')).toContainText(`${pressure} mmHg`);
  // A screen reader announces all of them at once.
  await expect(monitor(page).locator('[aria-live]')).toContainText(`Heart rate ${at('8867-4')}`);
  await expect(monitor(page).locator('[aria-live]')).toContainText(`Respiratory rate ${at('9279-1')}`);
});

test('rule 8: every point is charted with one press, stays so in the address, and medians come back with one key', async ({
  page,
}) => {
  const of = await rawPointsByCode();
  const count = of('8867-4').length;
  await openInTab(page, 'icu');
  const marks = stripOf(page, 'hr').locator('[data-mark]');
  const every = page.getByRole('button', { name: 'Every point' });
  await expect(every).toHaveAttribute('aria-pressed', 'false');
  await expect(marks.first()).toBeAttached();
  expect(await marks.count()).toBeLessThan(count / 10);
  await every.click();
  await expect(marks).toHaveCount(count);
  await expect(stripOf(page, 'hr')).toContainText(`${formatCount(count)} results`);
  await expect(monitor(page)).toContainText('Every result is charted');
  await expect(page).toHaveURL(/#dense=off$/);
  await every.focus();
  await page.keyboard.press('Enter');
  await expect(every).toHaveAttribute('aria-pressed', 'false');
  await expect(marks).not.toHaveCount(count);
  await expect(page).not.toHaveURL(/dense/);
});

test('in a window with room for every reading each is drawn, and the strips stay', async ({ page }) => {
  await openInTab(page, 'icu');
  await page.getByRole('group', { name: 'Period', exact: true }).getByRole('button', { name: '6 h' }).click();
  const strip = stripOf(page, 'hr');
  const shown = Number(await strip.getAttribute('data-count'));
  expect(shown).toBe(73);
  await expect(strip.locator('[data-mark]')).toHaveCount(shown);
  await expect(monitor(page).getByText(/^Results close together/)).toHaveCount(0);
});

test('the highest lactate of the stay is two presses from the strips', async ({ page }) => {
  const { highest, all } = await highestLactate();
  await openInTab(page, 'icu');
  await expect(stripOf(page, 'hr')).toBeVisible();
  const { click, clickAt } = countedActions(page);
  await click(page.locator('a[data-series="lactate"]'));
  const marks = page.getByRole('figure', { name: /^Lactate/ }).locator('[data-mark]');
  await expect(marks).toHaveCount(all);
  const boxes = await marks.evaluateAll((shapes) =>
    shapes
      .map((shape) => shape.getBoundingClientRect())
      .map(({ x, y, width, height }) => [x + width / 2, y + height / 2] as const)
      .toSorted(([, a], [, b]) => a - b),
  );
  await clickAt(...boxes[0]!);
  await expect(rowWith(page, formatTime(highest.time), highest.text)).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('a strip is a link to its result, and a search shows tiles alone', async ({ page }) => {
  await openInTab(page, 'icu');
  await stripOf(page, 'rr').click();
  await expect(page.getByRole('figure', { name: /^Respiratory rate/ })).toBeVisible();
  await page.goBack();
  await expect(stripOf(page, 'rr')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('heart');
  await expect(monitor(page)).toHaveCount(0);
  await expect(page.locator('[data-series="hr"]')).toBeVisible();
});

test('who is on no monitor has no strips, and every point is charted', async ({ page }) => {
  await openInTab(page, 'kidney');
  await waitForCursorKeys(page);
  await expect(page.getByRole('region', { name: /^Events/ })).toBeVisible();
  await expect(monitor(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Every point' })).toHaveCount(0);
});

for (const [name, use] of Object.entries({
  'light and wide': { colorScheme: 'light', viewport: { width: 1366, height: 850 } },
  'dark and narrow': { colorScheme: 'dark', viewport: { width: 360, height: 800 } },
  'light and between': { colorScheme: 'light', viewport: { width: 1000, height: 800 } },
} as const)) {
  test.describe(name, () => {
    test.use(use);

    test('the strips are sound, with and without a cursor, dense and not', async ({ page }) => {
      await openInTab(page, 'icu');
      await expect(monitor(page).getByText('Norepinephrine')).toBeVisible();
      const expectSound = async (state: string): Promise<void> => {
        expect(await axeViolations(page), state).toEqual([]);
        expect(await fitsWidth(page), `${state}: no sideways scroll`).toBe(true);
      };
      await expectSound('dense');
      await page.keyboard.press('ArrowLeft');
      await expectSound('with a cursor');
      // The reading of a strip has the value at the cursor, and nothing is written over its curve.
      await expect(page.locator('[data-at-cursor]').first()).toBeVisible();
      await expect(monitor(page).locator('[data-at-cursor]')).toHaveCount(0);
      await page.getByRole('button', { name: 'Every point' }).click();
      await expectSound('every reading');
    });
  });
}

launchedTest('what runs is drawn to the newest reading in the afternoon too', async ({ page }) => {
  // It is the afternoon at the site, five minutes after the last reading.
  await page.clock.setFixedTime(new Date('2026-11-24T20:05:00Z'));
  await openInTab(page, 'icu');
  const lane = monitor(page).locator('[data-lane-row]').filter({ hasText: 'Ceftriaxone' });
  await expect(lane).toBeVisible();
  const rightOf = (place: Locator): Promise<number> =>
    place.evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().right)));
  const readings = await rightOf(stripOf(page, 'hr').locator('[data-mark]'));
  const running = await rightOf(lane.locator('svg path[class*="lane"]'));
  expect(Math.abs(running - readings)).toBeLessThanOrEqual(5);
});
