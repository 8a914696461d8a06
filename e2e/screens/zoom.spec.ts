import type { Locator, Page } from '@playwright/test';
import { axeViolations } from '../support/accessibility.ts';
import { countedActions } from '../support/countedActions.ts';
import { drag } from '../support/drag.ts';
import { openInTab, waitUntilRead } from '../support/launching.ts';
import { setFragment } from '../support/recordScreens.ts';
import { expect, keptTest as test } from '../support/test.ts';

const windowOf = (page: Page) => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('window');
const expectWindow = (page: Page, choice: RegExp | null) =>
  choice ? expect.poll(() => windowOf(page)).toMatch(choice) : expect.poll(() => windowOf(page)).toBeNull();
const reset = (page: Page) => page.getByRole('button', { name: 'Reset zoom' });
const plot = (page: Page) => page.getByRole('main').getByRole('slider').first();

/** Returns the first chart, axis or ribbon of a screen on which a press opens nothing. */
const chartOf = (page: Page, name: string) =>
  name === 'overview' || name === 'timeline' ? page.locator('main [data-time-width]').first() : plot(page);

const SCREENS = { overview: '', detail: '#series=k', compare: '#compare=k,creat', timeline: '#timeline' };

for (const [name, fragment] of Object.entries(SCREENS))
  test(`"undo my zoom" takes one action on the ${name}, and nothing moves for it`, async ({ page }) => {
    await openInTab(page, 'kidney');
    if (fragment !== '') await setFragment(page, fragment);
    const zoomIn = page.getByRole('button', { name: 'Zoom in', exact: true });
    await expect(zoomIn).toBeVisible();
    await expect(reset(page)).toBeHidden();
    const before = await zoomIn.boundingBox();
    const undo: Record<string, () => Promise<unknown>> = {
      button: () => countedActions(page, 1).click(reset(page)),
      key: () => countedActions(page, 1).press('0'),
      Back: () => page.goBack(),
      'double click': () => chartOf(page, name).dblclick(),
    };
    for (const [way, act] of Object.entries(undo))
      await test.step(way, async () => {
        await zoomIn.click();
        await expectWindow(page, /^\d/);
        await expect(reset(page)).toBeVisible();
        expect(await zoomIn.boundingBox()).toEqual(before);
        await act();
        await expectWindow(page, null);
        await expect(reset(page)).toBeHidden();
        expect(new URL(page.url()).hash.split('&')[0]).toBe(fragment);
      });
  });

test('Back undoes each zoom before it leaves the chart, Forward does it again, and a reload keeps it', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  await page.locator('a[href="#series=k"]').first().click();
  await expect(plot(page)).toBeVisible();
  await drag(plot(page), 0.4, 0.9);
  await expectWindow(page, /^\d/);
  const first = windowOf(page);
  await drag(plot(page), 0.2, 0.7);
  await expect.poll(() => windowOf(page)).not.toBe(first);
  const second = windowOf(page);
  await page.reload();
  await waitUntilRead(page);
  expect(windowOf(page)).toBe(second);
  await page.goBack();
  await expect.poll(() => windowOf(page)).toBe(first);
  await page.goForward();
  await expect.poll(() => windowOf(page)).toBe(second);
  await page.goBack();
  await page.goBack();
  await expectWindow(page, null);
  expect(page.url()).toContain('#series=k');
  await page.goBack();
  await expect(page.locator('main a[data-series]').first()).toBeVisible();
});

test('the row with a zoom is accessible', async ({ page }) => {
  await openInTab(page, 'kidney');
  await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
  await expect(reset(page)).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
});

/** Turns the wheel over the middle of an element with a key held, as a trackpad does for a pinch with Ctrl. */
async function wheel(page: Page, at: Locator, key: 'Control' | 'Shift' | '', by: readonly [number, number]) {
  const { x, y, width, height } = (await at.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  if (key) await page.keyboard.down(key);
  await page.mouse.wheel(...by);
  await page.mouse.wheel(...by);
  if (key) await page.keyboard.up(key);
}

const tilePlot = (page: Page) => page.locator('main a[data-series] [data-plot]').first();
const historyLength = (page: Page) => page.evaluate(() => history.length);

for (const [name, fragment] of Object.entries(SCREENS))
  test(`a wheel zooms and pans the ${name} in one step each, and a plain wheel scrolls the page`, async ({
    page,
  }) => {
    await openInTab(page, 'kidney');
    if (fragment !== '') await setFragment(page, fragment);
    const chart = name === 'overview' ? tilePlot(page) : chartOf(page, name);
    await expect(chart).toBeVisible();
    const before = await historyLength(page);
    await wheel(page, chart, 'Control', [0, -100]);
    await expectWindow(page, /^\d/);
    expect(await historyLength(page)).toBe(before + 1);
    const zoomedIn = windowOf(page);
    await wheel(page, chart, 'Shift', [0, -60]);
    await expect.poll(() => windowOf(page)).not.toBe(zoomedIn);
    expect(await historyLength(page)).toBe(before + 2);
    await page.goBack();
    await expect.poll(() => windowOf(page)).toBe(zoomedIn);
    // A page that is as low as the window has nothing to scroll, so the event itself is asked.
    const isTaken = page.evaluate(
      () =>
        new Promise((told) => {
          addEventListener('wheel', ({ defaultPrevented }) => told(defaultPrevented), { once: true });
        }),
    );
    await wheel(page, chart, '', [0, 40]);
    expect(await isTaken).toBe(false);
    expect(windowOf(page)).toBe(zoomedIn);
  });

for (const [name, fragment] of Object.entries(SCREENS))
  test(`a drag on the labels of the time axis moves the period of the ${name}`, async ({ page }) => {
    await openInTab(page, 'kidney');
    await setFragment(page, `${fragment || '#'}&window=1y`);
    const axis = page.locator('main [data-time-pan]').last();
    await expect(axis).toBeVisible();
    await expectWindow(page, /^1y$/);
    await drag(axis, 0.3, 0.8);
    await expectWindow(page, /^1y~18\d/);
    await page.goBack();
    await expectWindow(page, /^1y$/);
  });

test('a drag over a curve of the overview marks a period and opens nothing', async ({ page }) => {
  await openInTab(page, 'kidney');
  await drag(tilePlot(page), 0.5, 1);
  await expectWindow(page, /^\d/);
  expect(page.url()).not.toContain('series=');
  await expect(page.locator('main a[data-series]').first()).toBeVisible();
});

for (const [name, patient] of [
  ['tile', 'kidney'],
  ['strip of intensive care', 'icu'],
] as const)
  test(`a double click on the curve of a ${name} undoes a zoom, and a single one opens it at once`, async ({
    page,
  }) => {
    await openInTab(page, patient);
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
    await expectWindow(page, /^\d/);
    await tilePlot(page).dblclick();
    await expectWindow(page, null);
    await expect(reset(page)).toBeHidden();
    await expect(tilePlot(page)).toBeVisible();
    expect(page.url()).not.toContain('series=');
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
    await expectWindow(page, /^\d/);
    await tilePlot(page).click();
    await expect(plot(page)).toBeVisible();
    expect(page.url()).toContain('#series=');
    await expectWindow(page, /^\d/);
  });

test('a wheel over the strips of intensive care zooms them', async ({ page }) => {
  await openInTab(page, 'icu');
  const strip = page.locator('main a[data-series] [data-plot]').first();
  await wheel(page, strip, 'Control', [0, -100]);
  await expectWindow(page, /^\d/);
  await expect(reset(page)).toBeVisible();
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 800, height: 900 } });

  for (const [name, fragment] of Object.entries(SCREENS))
    test(`two fingers zoom the ${name}, and Back undoes it`, async ({ page }) => {
      await openInTab(page, 'kidney');
      if (fragment !== '') await setFragment(page, fragment);
      const chart = name === 'overview' ? tilePlot(page) : chartOf(page, name);
      await expect(chart).toBeVisible();
      await chart.scrollIntoViewIfNeeded();
      const { x, y, width, height } = (await chart.boundingBox())!;
      const client = await page.context().newCDPSession(page);
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart?: number) =>
        client.send('Input.dispatchTouchEvent', {
          type,
          touchPoints:
            apart === undefined
              ? []
              : [-1, 1].map((side, id) => ({
                  id,
                  x: x + width * (0.5 + (side * apart) / 2),
                  y: y + height / 2,
                })),
        });
      const before = await historyLength(page);
      await touch('touchStart', 0.2);
      for (const apart of [0.3, 0.4, 0.5, 0.6]) await touch('touchMove', apart);
      await touch('touchEnd');
      await expectWindow(page, /^\d/);
      expect(await historyLength(page)).toBe(before + 1);
      await page.goBack();
      await expectWindow(page, null);
    });
});

test('a result below the curves keeps the focus while its line goes elsewhere with the window', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  const line = page.getByRole('region', { name: 'Further results' }).locator('a[data-series]').last();
  await line.focus();
  const id = await line.getAttribute('data-series');
  const drawnFirst = await line.elementHandle();
  const isStillThere = () => drawnFirst?.evaluate(({ isConnected }) => isConnected);
  // Each step shows a shorter time, so that curves become lines and the lists stand in other columns.
  for (let step = 0; step < 8 && (await isStillThere()); step += 1) {
    const before = windowOf(page);
    await page.keyboard.press('+');
    await expect.poll(() => windowOf(page)).not.toBe(before);
    await expect(page.locator('main[aria-busy=true]')).toHaveCount(0);
  }
  expect(await isStillThere()).toBe(false);
  await expect(page.locator('a[data-series]:focus')).toHaveAttribute('data-series', id ?? '');
});
