import type { Page } from '@playwright/test';
import { axeViolations } from './accessibility.ts';
import { appOrigin, openInTab } from './launching.ts';
import { goToScreen } from './recordScreens.ts';
import { expect } from './test.ts';
import { findTruncatedText } from './truncatedText.ts';

const go = (fragment: string, ready: string) => (page: Page) => goToScreen(page, fragment, ready);

const SCREENS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  overview: async (page) => {
    await expect(page.getByText(/\+ Spironolactone/).first()).toBeVisible();
  },
  'one result': go('#series=k', '[data-series="k"] [data-mark]'),
  compare: go('#compare=bp-sys,k,creat&view=table', 'main table'),
  grid: go('#results', '[role="gridcell"]'),
  timeline: go('#timeline', 'tr[data-event]'),
  print: go('#print', 'button:text-is("Print")'),
  account: go('#account=listed', 'main h2:has-text("Account")'),
  inspector: go('#inspect', 'table'),
  error: async (page) => {
    await page.goto(`${appOrigin()}/index.html?error=access_denied&state=x`);
    await expect(page.getByRole('alert')).toBeVisible();
  },
};

/** The page itself must not scroll sideways. A part that is wider may scroll within its own box. */
async function expectReadable(page: Page, screen: string): Promise<void> {
  expect.soft(await page.evaluate(reachingOut), `${screen}: no sideways scroll`).toEqual([]);
  expect.soft(await page.evaluate(findTruncatedText), `${screen}: nothing cut in silence`).toEqual([]);
  expect.soft(await page.evaluate(cutWords), `${screen}: words are whole`).toEqual([]);
  expect.soft(await axeViolations(page), screen).toEqual([]);
}

/** Returns the words of a drawing that leave the window, and the words that are higher than their line. */
function cutWords(): string[] {
  const isScrolled = (element: Element | null): boolean =>
    element !== null &&
    (/auto|scroll/.test(getComputedStyle(element).overflowX) || isScrolled(element.parentElement));
  const outside = [...document.querySelectorAll('svg text')].filter((text) => {
    const { left, right, width } = text.getBoundingClientRect();
    return width > 0 && (left < -1 || right > innerWidth + 1) && !isScrolled(text);
  });
  const low = [...document.body.querySelectorAll<HTMLElement>('p, span, b, bdi, td, th, li')].filter(
    (element) => {
      const isClipped = /hidden|clip/.test(getComputedStyle(element).overflowY);
      const isSeen = element.checkVisibility() && element.clientHeight > 2 && element.innerText.trim() !== '';
      // A text may be limited to a number of lines if it has an ellipsis and gives its whole text on request
      // (rule 59).
      const isShortened =
        getComputedStyle(element).webkitLineClamp !== 'none' &&
        [element.closest('[data-tooltip]'), element.querySelector('[data-tooltip]')].some((one) =>
          one?.getAttribute('data-tooltip')?.includes(element.textContent.trim()),
        );
      return isClipped && !isShortened && isSeen && element.scrollHeight > element.clientHeight + 3;
    },
  );
  return [...outside, ...low].map(({ textContent }) => textContent.slice(0, 60));
}

/** Returns the elements over the right edge if the page can scroll sideways. */
function reachingOut(): string[] {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const over = [...document.body.querySelectorAll('*')].filter(
    (element) => element.getBoundingClientRect().right > innerWidth + 1,
  );
  const deepest = over.filter(
    (element) => !over.some((other) => other !== element && element.contains(other)),
  );
  return [
    `${document.documentElement.scrollWidth} px`,
    ...deepest.slice(0, 5).map(({ outerHTML }) => outerHTML.slice(0, 120)),
  ];
}

/**
 * Expects each screen without axe violations, sideways scroll or cut words. `letterPx` is the font size that
 * the browser is set to.
 */
export async function expectEveryScreenReadable(page: Page, letterPx: number): Promise<void> {
  await openInTab(page, 'kidney');
  for (const [screen, open] of Object.entries(SCREENS)) {
    await open(page);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
      `${letterPx}px`,
    );
    await expectReadable(page, screen);
  }
}
