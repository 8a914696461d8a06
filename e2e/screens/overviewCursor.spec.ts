import type { Page } from '@playwright/test';
import { asObjects, parseKeepingNumbers } from '../independent/rawJson.ts';
import { readIndependently } from '../independent/reading.ts';
import { axeViolations } from '../support/accessibility.ts';
import { openInTab, sandboxOrigin } from '../support/launching.ts';
import { drugOf, orderEnd, orderStart, rawEvents } from '../support/rawEvents.ts';
import { showAllResults, waitForCursorKeys, waitForSettled } from '../support/recordScreens.ts';
import { sandboxApi } from '../support/sandboxApi.ts';
import { expect, keptTest as test } from '../support/test.ts';

const ribbonOf = (page: Page) => page.getByRole('region', { name: 'Events' }).locator('[data-time-width]');
const readingOf = (page: Page) => page.locator('[data-reading]');

/** Returns each drug that was ordered for this day, once. */
const drugsOrderedFor = async (day: string): Promise<string[]> => [
  ...new Set(
    (await rawEvents('kidney', 'MedicationRequest'))
      .filter((order) => orderStart(order) <= day && (orderEnd(order) ?? '9999') > day)
      .map(drugOf),
  ),
];

test('rule 9: the cursor of the curves stands in the ribbon too, which reads what was given then, by keys and by pointer', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  await expect(ribbonOf(page)).toContainText('Spironolactone');
  const lineAt = () =>
    ribbonOf(page).evaluate((box) => {
      const { left, width } = getComputedStyle(box, '::after');
      return { part: (Number.parseFloat(left) - 4) / (box.clientWidth - 10), width };
    });
  await waitForCursorKeys(page);
  expect((await lineAt()).width).toBe('0px');
  for (const day of ['24 Nov 2026', '12 Nov 2026', '29 Oct 2026']) {
    await page.keyboard.press('ArrowLeft');
    await expect(readingOf(page)).toContainText(`At ${day}: Office visit; `);
  }
  const drugs = await drugsOrderedFor('2026-10-29');
  expect(drugs).toContain('Spironolactone');
  for (const drug of drugs) await expect(readingOf(page)).toContainText(drug);
  // The cursor stands at the same time as in the curves.
  const { part, width } = await lineAt();
  expect(width).not.toBe('0px');
  const ofCurve = await page
    .locator('[data-plot]')
    .first()
    .evaluate((plot) => {
      const left = Number.parseFloat(getComputedStyle(plot, '::after').left);
      return (left - 4) / (plot.clientWidth - 10);
    });
  expect(part).toBeCloseTo(ofCurve, 2);

  const { x, y, width: wide } = (await ribbonOf(page).boundingBox())!;
  await page.mouse.move(x + 4 + 0.5 * (wide - 10), y + 30);
  await expect(readingOf(page)).toHaveText(/^At \d+ Nov 2025: .*Chlorthalidone 12\.5 mg\/day/);
  await expect(page.getByText(/^At \d+ Nov 2025$/)).toBeVisible();
});

/** Returns each day with a drawn result as "29 Oct 2026", newest first. */
async function daysWithDrawnResults(patient: string): Promise<readonly string[]> {
  const raw = await (await sandboxApi(`raw/${patient}`)).text();
  const observations = asObjects(parseKeepingNumbers(raw)).filter(
    ({ resourceType }) => resourceType === 'Observation',
  );
  const context = { patient, fhirBase: `${sandboxOrigin()}/fhir`, vendor: 'generic', nowMs: Date.now() };
  const { lines, timesMs } = readIndependently(observations, context);
  const drawn = new Set(
    lines.flatMap((line) => (line['drawn'] === 'yes' ? [line['observation_id'] ?? ''] : [])),
  );
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' });
  const days = [...drawn].map((id) => format.format(new Date(timesMs.get(id) ?? Number.NaN)));
  return [...new Set(days)]
    .toSorted()
    .toReversed()
    .map((day) => {
      const [year, , date] = day.split('-');
      const name = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00Z`),
      );
      return `${Number(date)} ${name} ${year}`;
    });
}

test('rule 9: on the overview the cursor stops at every day with a result, once', async ({ page }) => {
  const days = await daysWithDrawnResults('kidney');
  await openInTab(page, 'kidney');
  await showAllResults(page);
  await waitForCursorKeys(page);
  // The cursor walks the window of before until the longer one is drawn.
  await expect(page.getByText(/earlier results? not shown/)).toHaveCount(0);
  await page.locator('body').press('ArrowLeft');
  const place = page.locator('[data-cursor-date]');
  const heard: string[] = [];
  for (;;) {
    const words = (await place.textContent()) ?? '';
    if (words === heard.at(-1)) break;
    heard.push(words);
    await page.keyboard.press('ArrowLeft');
  }
  expect(heard).toEqual(days.map((day) => `At ${day}`));
});

const tileOf = (page: Page, id: string) => page.locator(`a[data-series="${id}"]`);
const columnOf = (page: Page, id: string) => tileOf(page, id).locator('[data-at-cursor]');

test('rules 9 and 13: by keys and by pointer each tile shows its value at the cursor, and nothing moves', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  await waitForCursorKeys(page);
  await waitForSettled(page);
  const placesOf = () =>
    page.locator('main [data-plot], main h2, main [data-number]').evaluateAll((all) =>
      all.map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [x, y, width, height].join(' ');
      }),
    );
  const places = await placesOf();
  const age = tileOf(page, 'k').getByText(/ ago$/);
  await expect(age).toBeVisible();
  for (const day of ['24 Nov 2026', '12 Nov 2026', '29 Oct 2026']) {
    await page.keyboard.press('ArrowLeft');
    await expect(page.locator('[data-cursor-date]')).toHaveText(`At ${day}`);
  }
  await expect(columnOf(page, 'k')).toHaveText(/^H5\.4 mmol\/L29 Oct 2026/);
  await expect(columnOf(page, 'k')).toContainText('Latest 5.8 H, 12 Nov 2026');
  await expect(columnOf(page, 'bp-sys')).toContainText('29 Oct 2026');
  await expect(age).toBeHidden();
  // The sentence names a flagged value and not all of them.
  const said = page.getByRole('status').filter({ hasText: /^At 29 Oct 2026: / });
  await expect(said).toHaveText(/high|low/);
  expect((await said.textContent())!.split('; ').length).toBeLessThanOrEqual(4);
  expect(await placesOf()).toEqual(places);
  expect(await axeViolations(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(page.locator('[data-at-cursor]')).toHaveCount(0);
  await expect(page.locator('[data-cursor-date]')).toHaveCount(0);

  const { x, y, width } = (await tileOf(page, 'k').locator('[data-plot]').boundingBox())!;
  await page.mouse.move(x + width * 0.3, y + 20);
  await expect(columnOf(page, 'k')).toHaveText(/ mmol\/L\d+ \w{3} 2025Latest 5\.8 H/);
  await page.mouse.move(x, 10);
  await expect(page.locator('[data-at-cursor]')).toHaveCount(0);
});
