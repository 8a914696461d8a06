import type { Page } from '@playwright/test';
import { openInTab } from '../support/launching.ts';
import { expect, test } from '../support/test.ts';

const WIDTHS_PX = [320, 360, 390, 400, 430, 720, 1024, 1366];

type Found = { readonly name: string; readonly wrong: string };

/** Returns each box to tick a test that is cut by the window, or lies on or against the words and the curve of its tile. */
function misplacedMarks(): Found[] {
  const LEAST_GAP_PX = 1;
  const textsOf = (root: Element): DOMRect[] => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const boxes: DOMRect[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // A link says its text for a voice first, and draws the rest.
      const isSpoken = root.firstElementChild!.contains(node);
      const isDrawn = !isSpoken && node.parentElement!.checkVisibility() && node.textContent!.trim() !== '';
      const range = document.createRange();
      range.selectNodeContents(node);
      if (isDrawn)
        boxes.push(...[...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1));
    }
    return boxes;
  };
  return [...document.querySelectorAll<HTMLInputElement>('[data-tile-mark] input')].flatMap(
    (input): Found[] => {
      const tile = input.closest('div')!.querySelector('a[data-series]')!;
      const { left, right, top, bottom } = input.getBoundingClientRect();
      const name = input.getAttribute('aria-label') ?? '';
      const curve = tile.querySelector('[data-plot]')!.getBoundingClientRect();
      const covers = [...textsOf(tile), curve].filter(
        (box) =>
          box.left < right + LEAST_GAP_PX &&
          left - LEAST_GAP_PX < box.right &&
          box.top < bottom &&
          top < box.bottom,
      );
      return [
        ...(left < LEAST_GAP_PX || right > innerWidth - LEAST_GAP_PX
          ? [{ name, wrong: `cut at ${left}` }]
          : []),
        ...(covers.length > 0 ? [{ name, wrong: `on ${JSON.stringify(covers[0])}` }] : []),
      ];
    },
  );
}

/** Returns the name of each test whose target to select it lies on the middle of its tile, where a finger opens the test. */
function marksOverMiddle(): string[] {
  return [...document.querySelectorAll('[data-tile-mark]')].flatMap((mark) => {
    const tile = mark.closest('div')!.querySelector<HTMLElement>('a[data-series]')!;
    const box = tile.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const { left, right, top, bottom } = mark.getBoundingClientRect();
    return left <= x && x <= right && top <= y && y <= bottom ? [tile.dataset['series'] ?? ''] : [];
  });
}

async function expectMarksInPlace(page: Page): Promise<void> {
  for (const widthPx of WIDTHS_PX) {
    await page.setViewportSize({ width: widthPx, height: 800 });
    await expect
      .poll(() => page.locator('[data-tile-mark] input').count(), `marks at ${widthPx}`)
      .toBeGreaterThan(5);
    expect(await page.evaluate(misplacedMarks), `at ${widthPx} px`).toEqual([]);
    expect(await page.evaluate(marksOverMiddle), `over the middle at ${widthPx} px`).toEqual([]);
  }
}

test.describe('under a finger', () => {
  test.use({ hasTouch: true });
  test('the box that selects a test stands whole beside it, on no word and no curve, at every width', async ({
    page,
  }) => {
    await openInTab(page, 'kidney');
    await expectMarksInPlace(page);
  });
});

test('the box that selects a test stands so under a pointer, too', async ({ page }) => {
  await openInTab(page, 'kidney');
  await expectMarksInPlace(page);
});
