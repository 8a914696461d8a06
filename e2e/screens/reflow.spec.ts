import type { Locator } from '@playwright/test';
import { openInTab, signInFor } from '../support/launching.ts';
import { WORDS } from '../support/myResults.ts';
import { goToScreen } from '../support/recordScreens.ts';
import { expectEveryScreenReadable } from '../support/screenReadability.ts';
import { expect, keptTest as test } from '../support/test.ts';

test.describe('in a narrow frame', () => {
  test.use({ viewport: { width: 400, height: 800 } });

  test('no control of a result touches the one beside it', async ({ page }) => {
    await openInTab(page, 'kidney');
    await goToScreen(page, '#series=creat', '[data-unit-choice]');
    const unit = await page.locator('[data-unit-choice]').boundingBox();
    const pin = await page.getByRole('button', { name: 'Pin' }).evaluate((button) => {
      const words = document.createRange();
      words.selectNodeContents(button);
      return words.getBoundingClientRect().left;
    });
    expect(pin - (unit!.x + unit!.width)).toBeGreaterThanOrEqual(4);
  });
});

test.describe('at 400 %', () => {
  // A window of 1280 pixels at 400 % has 320 CSS pixels.
  test.use({ viewport: { width: 320, height: 640 } });

  test('WCAG 1.4.10: every screen is read without a sideways scroll and with nothing cut in silence', async ({
    page,
  }) => expectEveryScreenReadable(page, 16));
});

/** Returns how many pixels of the words of an element are cut off at their side. */
const cutPx = (words: Locator): Promise<number> =>
  words.evaluate((element) => element.scrollWidth - element.clientWidth);

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 800 }, hasTouch: true });

  test('the name of a medication is whole, however long the words of its dose are', async ({ page }) => {
    await openInTab(page, 'odd');
    for (const fragment of ['#timeline', '#compare=k,creat']) {
      await goToScreen(page, fragment, 'li p:has-text("Aspirin")');
      const name = page.locator('li p', { hasText: /^Aspirin/ }).first();
      expect(await cutPx(name), fragment).toBe(0);
    }
  });

  test('the count of earlier results leaves no screen wider than the window', async ({ page }) => {
    await openInTab(page, 'kidney');
    for (const [fragment, ready] of [
      ['#timeline', 'main h3'],
      ['#compare=k,creat', '[data-mark]'],
      ['#series=creat', '[data-mark]'],
    ] as const) {
      await goToScreen(page, fragment, ready);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), fragment).toBe(360);
    }
  });

  test('in Spanish the day of birth has one line, and no name of a test breaks at its hyphen', async ({
    browser,
  }) => {
    const context = await browser.newContext({ viewport: { width: 400, height: 800 }, locale: 'es-MX' });
    const page = await context.newPage();
    await signInFor(page, 'kidney', 'self');
    await expect(page.getByText(WORDS.es.outside)).toBeVisible();
    const linesOf = (words: Locator) =>
      words.evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
      });
    expect(await linesOf(page.getByText(/^Nacimiento: 14 de marzo de 1959$/))).toBe(1);
    for (const width of [320, 360, 400]) {
      await page.setViewportSize({ width, height: 800 });
      const words = page.locator('span', { hasText: /^\(NT-proBNP\)$/ });
      await expect(words.first()).toBeVisible();
      for (const word of await words.all()) expect(await linesOf(word), String(width)).toBe(1);
    }
    await context.close();
  });
});

test.describe('on a tablet', () => {
  test.use({ viewport: { width: 1024, height: 800 }, hasTouch: true, isMobile: true });

  test('the box that selects a test for a comparison does not touch its name', async ({ page }) => {
    await openInTab(page, 'kidney');
    const tiles = page.locator('div:has(> [data-tile-mark])');
    await expect(tiles.first().locator('input')).toBeVisible();
    const gapsPx = await tiles.evaluateAll((all) =>
      all.map((tile) => {
        const box = tile.querySelector('[data-tile-mark] input')!.getBoundingClientRect();
        return tile.querySelector('a')!.getBoundingClientRect().left - box.right;
      }),
    );
    expect(Math.min(...gapsPx)).toBeGreaterThanOrEqual(4);
  });
});
