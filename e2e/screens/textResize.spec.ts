import type { Page } from '@playwright/test';
import config from '../../playwright.config.ts';
import { expectEveryScreenReadable } from '../support/screenReadability.ts';
import { signInFor } from '../support/launching.ts';
import { WORDS } from '../support/myResults.ts';
import { expect, test } from '../support/test.ts';

const { launchOptions } = config.projects?.find(({ name }) => name === 'pages')?.use ?? {};

// The browser setting is used, so that media queries in rem see it too.
test.use({
  launchOptions: {
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), '--blink-settings=defaultFontSize=32'],
  },
});

test('WCAG 1.4.4: with letters of twice the size every screen is read without a sideways scroll and with nothing cut in silence', async ({
  page,
}) => expectEveryScreenReadable(page, 32));

/** Returns which labels in the pictures of a page touch each other or leave the window. */
const touchingLabels = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const labels = [...document.querySelectorAll('main svg text')].map((text) => ({
      text: text.textContent,
      box: text.getBoundingClientRect(),
    }));
    const touch = (one: DOMRect, other: DOMRect) =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 3;
    return labels.flatMap(({ text, box }, i) => [
      ...(box.left < 0 || box.right > innerWidth ? [`${text} leaves the window`] : []),
      ...labels
        .slice(i + 1)
        .filter((other) => touch(box, other.box))
        .map((other) => `${text} and ${other.text}`),
    ]);
  });

/** Returns the dates of the cards that lie over the link beside them. A line of text is as high as its letters. */
const datesOverLinks = (page: Page): Promise<readonly string[]> =>
  page.locator('article[data-series] a[href^="#"]').evaluateAll((links) =>
    links.flatMap((link) => {
      const date = link.parentElement?.querySelector('p');
      if (!date) throw new Error('A card has no date.');
      const lines = document.createRange();
      lines.selectNodeContents(date);
      const box = link.getBoundingClientRect();
      const isOver = [...lines.getClientRects()].some(
        ({ left, right, top, bottom }) =>
          Math.min(right, box.right) - Math.max(left, box.left) > 1 &&
          Math.min(bottom, box.bottom - 20) - Math.max(top, box.top + 20) > 1,
      );
      return isOver ? [`${date.textContent} and ${link.textContent}`] : [];
    }),
  );

const scrollWidthPx = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth);

for (const [language, locale] of [
  ['en', 'en-US'],
  ['es', 'es-MX'],
] as const)
  test.describe(`on a phone, ${language}`, () => {
    test.use({ locale, viewport: { width: 360, height: 740 } });

    test('WCAG 1.4.4: with letters of twice the size a patient’s results need no sideways scroll, and no two labels of a picture touch', async ({
      page,
    }) => {
      await signInFor(page, 'kidney', 'self');
      await expect(page.getByText(WORDS[language].outside)).toBeVisible();
      await expect(page.locator('article[data-series] svg').first()).toBeVisible();
      expect(await scrollWidthPx(page)).toBe(360);
      expect(await datesOverLinks(page)).toEqual([]);
      await page.locator('article[data-series] a').first().click();
      await expect(page.locator('[data-mark]').first()).toBeVisible();
      expect(await touchingLabels(page)).toEqual([]);
      expect(await scrollWidthPx(page)).toBe(360);
    });
  });
