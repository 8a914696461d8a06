import type { Frame, Page } from '@playwright/test';
import { launchAddress, openInTab, waitUntilRead } from '../support/launching.ts';
import { expect, keptTest as test, test as launchedTest } from '../support/test.ts';

const STORIES = ['kidney', 'healthy', 'icu', 'child', 'chemo', 'odd'] as const;

/** Above the first results stand the patient, the screens, the period and the account, and nothing else. */
const MOST_PX = { tab: 96, frame: 120 };
const MOST_TAB_STOPS = 40;

/** "What changed" has the first results, in a room of its own height above the curves. */
const FIRST_RESULTS = 'main [data-columns]';

/** Returns how far below the top of the page the first results begin. */
async function firstResultsPx(place: Page | Frame): Promise<number> {
  const room = place.locator(FIRST_RESULTS).first();
  await expect(room).toBeVisible();
  await expect(place.locator('main a[data-series]').first()).toBeVisible();
  return room.evaluate((element) => element.getBoundingClientRect().top + scrollY);
}

/** Returns the place of Longview in the sandbox's EHR. */
async function openInFrame(page: Page, patient: string): Promise<Frame> {
  await page.goto(await launchAddress({ patient, kind: 'frame' }));
  const handle = await page.locator('iframe[title="Longview"]').elementHandle();
  const frame = await handle?.contentFrame();
  await expect(frame!.locator('html')).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
  return frame!;
}

test.describe('at 1366 by 850', () => {
  test.use({ viewport: { width: 1366, height: 850 } });

  for (const patient of STORIES) {
    test(`the results of ${patient} begin at most ${MOST_PX.tab} px below the top of a tab`, async ({
      page,
    }) => {
      await openInTab(page, patient);
      expect(await firstResultsPx(page)).toBeLessThanOrEqual(MOST_PX.tab);
    });

    test(`the tiles of ${patient} are reached by at most ${MOST_TAB_STOPS} stops of the Tab key`, async ({
      page,
    }) => {
      await openInTab(page, patient);
      await waitUntilRead(page);
      const stops: string[] = [];
      for (let i = 0; i <= MOST_TAB_STOPS; i++) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(() => {
          const element = document.activeElement;
          const isTile = element?.matches('main a[data-series]:has([data-plot])') ?? false;
          return isTile
            ? 'tile'
            : (element?.getAttribute('aria-label') ?? element?.textContent?.slice(0, 30));
        });
        if (stop === 'tile') return;
        stops.push(stop ?? '');
      }
      expect(stops).toEqual([]);
    });
  }

  for (const patient of STORIES)
    launchedTest(
      `the results of ${patient} begin at most ${MOST_PX.frame} px below the top of the frame`,
      async ({ page }) => {
        const frame = await openInFrame(page, patient);
        expect(await frame.evaluate(() => innerHeight)).toBeLessThan(800);
        expect(await firstResultsPx(frame)).toBeLessThanOrEqual(MOST_PX.frame);
      },
    );
});

/** On a phone the curves begin in the upper part of the first screen, however much changed. A finger needs higher rows. */
const PHONES = {
  'under a pointer': { viewport: { width: 400, height: 800 }, mostPx: 465 },
  'under a finger': { viewport: { width: 400, height: 800 }, hasTouch: true, isMobile: true, mostPx: 576 },
} as const;

/** The odd record has a warning about another patient above everything. */
const WITHOUT_WARNING = STORIES.filter((patient) => patient !== 'odd');

for (const [name, { mostPx, ...phone }] of Object.entries(PHONES))
  test.describe(`on a phone ${name}`, () => {
    test.use(phone);

    for (const patient of WITHOUT_WARNING)
      test(`the curves of ${patient} begin at most ${mostPx} px below the top`, async ({ page }) => {
        await openInTab(page, patient);
        await expect(page.locator('[data-take-along]')).toBeVisible();
        const above = page.locator(FIRST_RESULTS).first();
        await expect(above).toContainText('What changed');
        const bottomPx = await above.evaluate((element) => element.getBoundingClientRect().bottom + scrollY);
        expect(bottomPx).toBeLessThanOrEqual(mostPx);
      });
  });
