import type { Page } from '@playwright/test';
import { openInTab } from '../support/launching.ts';
import { goToScreen } from '../support/recordScreens.ts';
import { lowControls, smallTargets } from '../support/targetSizes.ts';
import { expect, keptTest as test } from '../support/test.ts';

// These tests compute WCAG 2.2 criteria 2.5.8 (target size) and 2.4.11 (focus not obscured) on every screen.

const go = (fragment: string, ready: string) => (page: Page) => goToScreen(page, fragment, ready);

/** Each entry opens a screen and waits until it is complete. */
const SCREENS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  overview: async (page) => {
    await go('', '[data-plot]')(page);
    await expect(page.getByText(/\+ Spironolactone/).first()).toBeVisible();
  },
  'one result': go('#series=k', '[data-series="k"] [data-mark]'),
  'a pair': go('#series=bp-sys', '[data-series="bp-sys"] [data-mark]'),
  'source of a result': async (page) => {
    await go('#series=k', '[data-series="k"] [data-mark]')(page);
    await page
      .getByRole('button', { name: /^Source of the result/ })
      .first()
      .click();
    await page.getByText('Technical', { exact: true }).click();
    await expect(page.getByText('Raw FHIR')).toBeVisible();
  },
  compare: go('#compare=bp-sys,k,creat', 'main [role="slider"]'),
  grid: go('#results', '[role="gridcell"]'),
  timeline: go('#timeline', 'tr[data-event]'),
  print: go('#print', 'button:text-is("Print")'),
  account: go('#account', 'main h2:has-text("Account")'),
  inspect: go('#inspect', 'table'),
  'menu open': async (page) => {
    await go('', '[data-plot]')(page);
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await expect(page.locator('#session-menu')).toBeVisible();
  },
  'keys open': async (page) => {
    await go('', '[data-plot]')(page);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
  },
};

async function onEveryScreen(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  for (const [screen, open] of Object.entries(SCREENS)) {
    await page.keyboard.press('Escape');
    await open(page);
    await look(screen);
  }
}

/**
 * Presses Tab through a screen and returns each element that had the focus out of view or under a sticky bar.
 */
async function hiddenFocus(page: Page): Promise<string[]> {
  const hidden = new Set<string>();
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
  });
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press(i < 60 ? 'Tab' : 'Shift+Tab');
    const found = await page.evaluate(lookAtFocus);
    if (found === 'left') break;
    if (found !== undefined) hidden.add(found);
  }
  return [...hidden];
}

function lookAtFocus(): string | undefined {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return 'left';
  const box = (focused.closest('label') ?? focused).getBoundingClientRect();
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const at = [0.02, 0.25, 0.5, 0.75, 0.98];
  const isStuck = (element: Element | null): boolean => {
    for (let one = element; one !== null && !one.contains(focused); one = one.parentElement) {
      // Content that the user opened and can close with Escape may cover the focus (note 2 of 2.4.11).
      if (one.matches(':popover-open')) return false;
      if (['sticky', 'fixed'].includes(getComputedStyle(one).position)) return true;
    }
    return false;
  };
  const isSeen =
    right > left &&
    bottom > top &&
    at.some((x) =>
      at.some((y) => {
        const hit = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
        return hit !== null && !isStuck(hit);
      }),
    );
  return isSeen
    ? undefined
    : `${focused.tagName.toLowerCase()} "${(focused.getAttribute('aria-label') ?? focused.textContent).trim().slice(0, 60)}"`;
}

for (const [name, use] of Object.entries({
  'wide, with a mouse': { viewport: { width: 1366, height: 850 } },
  'wide, with a finger': { viewport: { width: 1366, height: 850 }, hasTouch: true, isMobile: true },
  'narrow, with a finger': { viewport: { width: 400, height: 850 }, hasTouch: true, isMobile: true },
})) {
  test.describe(name, () => {
    test.use(use);
    const isCoarse = 'isMobile' in use;

    test('2.5.8: everything to press is 24 by 24, or has that much room', async ({ page }) => {
      await openInTab(page, 'kidney');
      expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(isCoarse);
      await onEveryScreen(page, async (screen) => {
        expect.soft(await smallTargets(page), screen).toEqual([]);
        if (isCoarse) expect.soft(await lowControls(page, 44), `${screen}: controls of 44`).toEqual([]);
      });
    });

    test('2.4.11: what has the focus is never hidden under a bar', async ({ page }) => {
      await openInTab(page, 'kidney');
      await onEveryScreen(page, async (screen) => {
        expect.soft(await hiddenFocus(page), screen).toEqual([]);
      });
    });
  });
}
