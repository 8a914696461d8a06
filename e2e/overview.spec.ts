import type { Page } from '@playwright/test';
import { openInTab } from './ehr.ts';
import { expect, test } from './test.ts';

/** Texts of the tiles of which a part is out of sight, each with the title that says it whole. */
const cutTexts = (page: Page) =>
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
          const title = box.closest('[title]')?.getAttribute('title') ?? '';
          all.push({ tile: tile.ariaLabel ?? '', text, isName: box.matches('b'), title });
          break;
        }
      }
    }
    return all;
  });

for (const patient of ['kidney', 'child', 'icu', 'healthy'])
  test(`rule 59: on the ${patient} overview no name and no date is cut, and whatever else is cut has its whole text for the pointer`, async ({
    page,
  }) => {
    await openInTab(page, patient);
    await expect(page.locator('main a[data-series]').first()).toBeVisible();
    const cut = await cutTexts(page);
    expect(cut.filter(({ isName }) => isName)).toEqual([]);
    expect(cut.filter(({ text }) => /\d{1,2} [A-Z][a-z]{2}|\d\d:\d\d/.test(text))).toEqual([]);
    expect(cut.filter(({ text, title }) => !title.includes(text.replace(/ …$/, '')))).toEqual([]);
  });

test('rule 59: the tile that has the focus by keys shows its name and its notes to the end, and keeps its place', async ({
  page,
}) => {
  await openInTab(page, 'icu');
  const tile = page.locator('a[data-series="bp-sys"]');
  const note = tile.locator('[data-all]');
  await expect(note).toHaveText(/^mmHg.* …$/);
  const heightBefore = (await tile.boundingBox())?.height;
  await page.keyboard.press('Tab');
  await tile.focus();
  await expect(tile).toBeFocused();
  await expect(note.locator('span')).toBeHidden();
  const shown = await note.evaluate((element) => getComputedStyle(element, '::after').content);
  expect(shown).toContain('no range sent');
  expect((await tile.boundingBox())?.height).toBe(heightBefore);
  await page.keyboard.press('Escape');
  await expect(note.locator('span'), 'Escape gives back what that covered').toBeVisible();
});
