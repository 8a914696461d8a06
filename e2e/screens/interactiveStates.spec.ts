import type { Page } from '@playwright/test';
import { openInTab } from '../support/launching.ts';
import { findOverlappingTexts } from '../support/truncatedText.ts';
import { goToScreen, waitForCursorKeys } from '../support/recordScreens.ts';
import { expect, keptTest as test } from '../support/test.ts';

/**
 * A picture of a screen at rest shows nothing of what comes under a pointer or a key. In none of these states may words lie on one
 * another or be covered in part, and nothing may move.
 */
const SIZES = { 'a tab': [1366, 850], 'the frame of an EHR': [1182, 739], 'a side bar': [360, 850] } as const;

/** The cursor stands at these parts of the period. */
const PLACES = [0.001, 0.25, 0.5, 0.95, 0.999];

const inNextFrames = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

async function expectClear(page: Page, state: string): Promise<void> {
  await inNextFrames(page);
  expect.soft(await page.evaluate(findOverlappingTexts), state).toEqual([]);
}

async function pointAt(page: Page, plot: string, part: number): Promise<void> {
  const pointed = page.locator(plot).nth(2);
  await pointed.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await pointed.boundingBox())!;
  await page.mouse.move(x + 4 + part * (width - 10), y + height / 2);
}

const TILE_PLOTS = 'main a[data-series] > [data-plot]';

for (const patient of ['kidney', 'icu'])
  for (const [size, [width, height]] of Object.entries(SIZES))
    test(`rule 59: on the ${patient} overview in ${size} no words lie on others, wherever the cursor stands and what is selected`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await openInTab(page, patient);
      await waitForCursorKeys(page);
      await expectClear(page, 'at rest');
      for (const part of PLACES) {
        await pointAt(page, TILE_PLOTS, part);
        await expect(page.locator('[data-cursor-date]')).toBeVisible();
        await expectClear(page, `pointer at ${part}`);
      }
      await page.mouse.move(1, 1);
      for (const key of ['ArrowLeft', 'Home']) {
        await page.keyboard.press(key);
        await expectClear(page, key);
      }
      await page.keyboard.press('Escape');
      for (const place of [0, 1, 2]) {
        await page.locator(`a:has(> [data-plot])`).nth(place).focus();
        await page.keyboard.press('x');
        await expectClear(page, `${place + 1} selected`);
      }
    });

/** Returns where each part stands that a reader looks at. */
const placesOf = (page: Page, parts: string) =>
  page.locator(parts).evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));

test('a cursor in Compare moves no strip and covers no words, the buttons of a strip neither', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  await goToScreen(page, '#compare', 'main [data-series] [data-mark]');
  await page.waitForLoadState('networkidle');
  const strips = 'main section[data-series]';
  const before = await placesOf(page, strips);
  for (const part of PLACES) {
    await pointAt(page, `${strips} [data-time-zoom]`, part);
    await expect(page.locator('main')).toContainText('earlier results');
    await inNextFrames(page);
    expect(await placesOf(page, strips), `pointer at ${part}`).toEqual(before);
    const covered = await page.evaluate(findOverlappingTexts);
    // The label at a point may cover words at an extreme only where it has no other place.
    expect
      .soft(
        covered.filter((words) => !/highest|lowest/.test(words)),
        `pointer at ${part}`,
      )
      .toEqual([]);
  }
});

test('rule 11: a period that is moved back says what lies after it, whole, and moves nothing', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1182, height: 739 });
  await openInTab(page, 'kidney');
  await waitForCursorKeys(page);
  const strip = page.locator('main [data-columns]').first();
  const before = (await strip.boundingBox())!.y;
  await page.keyboard.press('+');
  await page.keyboard.press('[');
  const words = page.locator('[data-window]');
  await expect(words).toContainText(/\d+ earlier, \d+ later results not shown/);
  expect(await words.evaluate((text) => text.scrollHeight - text.clientHeight)).toBeLessThanOrEqual(1);
  await expect(page.getByRole('button', { name: 'Reset zoom' })).toBeVisible();
  expect((await strip.boundingBox())!.y).toBe(before);
});

test('a drag over the chart of a result hides what it would cover, and then nothing outside the period is read', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  await goToScreen(page, '#series=k', 'figure [data-mark]');
  const chart = page.getByRole('slider', { name: /^Potassium/ });
  const { x, y, width, height } = (await chart.boundingBox())!;
  await page.mouse.move(x + 0.36 * width, y + 0.5 * height);
  await expect(page.locator('[data-reading]')).toContainText('result 33 of 40');
  await page.mouse.move(x + 0.4 * width, y + 0.5 * height);
  await page.mouse.down();
  await page.mouse.move(x + 0.55 * width, y + 0.55 * height, { steps: 4 });
  await expectClear(page, 'while dragged');
  await page.mouse.up();
  await page.mouse.move(1, 1);
  await expect(page.getByRole('button', { name: 'Reset zoom' })).toBeVisible();
  await expect(page.locator('[data-reading]')).not.toContainText('result 33 of 40');
});
