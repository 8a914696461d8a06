import type { Page } from '@playwright/test';
import { openInTab } from '../support/launching.ts';
import { expect, test } from '../support/test.ts';

/** No text of a tile is cut without its whole text at hand, and no name and no date is cut at all. */
/** Returns each text of a tile that is partly hidden, with the title that holds it whole. */
const truncatedTexts = (page: Page) =>
  page.locator('main a[data-series]').evaluateAll((tiles) => {
    const all: { tile: string; text: string; isName: boolean; title: string }[] = [];
    for (const tile of tiles) {
      const walker = document.createTreeWalker(tile, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent?.trim() ?? '';
        if (text === '' || node.parentElement?.closest('svg')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const { right, bottom } = range.getBoundingClientRect();
        for (let box = node.parentElement; box && tile.contains(box); box = box.parentElement) {
          if (getComputedStyle(box).overflowX !== 'hidden') continue;
          const edge = box.getBoundingClientRect();
          if (right <= edge.right + 1 && bottom <= edge.bottom + 4) continue;
          const title = box.closest('[data-tooltip]')?.getAttribute('data-tooltip') ?? '';
          all.push({
            tile: tile.firstElementChild?.textContent ?? '',
            text,
            isName: box.matches('b'),
            title,
          });
          break;
        }
      }
    }
    return all;
  });

/** These are a window, a frame of an EHR, a small frame and a phone. */
const WIDTHS_PX = [1366, 1182, 1000, 400];

for (const patient of ['kidney', 'child', 'icu', 'healthy'])
  test(`rule 59: on the ${patient} overview no name and no date is cut, and whatever else is cut has its whole text for the pointer`, async ({
    page,
  }) => {
    await openInTab(page, patient);
    await expect(page.locator('main a[data-series]').first()).toBeVisible();
    for (const width of WIDTHS_PX) {
      await page.setViewportSize({ width, height: 850 });
      // The layout is measured anew in one frame, and drawn in the next.
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
      const cut = await truncatedTexts(page);
      expect(
        cut.filter(({ isName }) => isName),
        `names at ${width}`,
      ).toEqual([]);
      const isDated = ({ text }: { text: string }) => /\d{1,2} [A-Z][a-z]{2}|\d\d:\d\d/.test(text);
      expect(cut.filter(isDated), `dates at ${width}`).toEqual([]);
      const isUntold = ({ text, title }: { text: string; title: string }) =>
        !title.includes(text.replace(/,? …$/, ''));
      expect(cut.filter(isUntold), `without their whole text at ${width}`).toEqual([]);
    }
  });

test('rule 59: the tile that has the focus by keys shows its name and its notes to the end, and keeps its place', async ({
  page,
}) => {
  await openInTab(page, 'icu');
  const tile = page.locator('a[data-series="bp-sys"]');
  const note = tile.locator('[data-all]');
  await expect(note).toHaveText(/ …$/);
  const heightBefore = (await tile.boundingBox())?.height;
  await page.keyboard.press('Tab');
  await tile.focus();
  await expect(tile).toBeFocused();
  await expect(note.locator('span')).toBeHidden();
  const shown = await note.evaluate((element) => getComputedStyle(element, '::after').content);
  expect(shown).toContain('no reference range');
  expect((await tile.boundingBox())?.height).toBe(heightBefore);
  await page.keyboard.press('Escape');
  await expect(note.locator('span'), 'Escape gives back what that covered').toBeVisible();
});
