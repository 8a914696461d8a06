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

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('WCAG 1.4.4: with letters of twice the size a patient’s results need no sideways scroll, and no two labels of a picture touch', async ({
    page,
  }) => {
    await signInFor(page, 'kidney', 'self');
    await expect(page.getByText(WORDS.en.outside)).toBeVisible();
    await expect(page.locator('article[data-series] svg').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.locator('article[data-series] a').first().click();
    await expect(page.locator('[data-mark]').first()).toBeVisible();
    const touching = await page.evaluate(() => {
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
    expect(touching).toEqual([]);
  });
});
