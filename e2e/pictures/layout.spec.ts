import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { movedBetween, positionsOn, rearrangedBetween, type Positions } from '../support/hookPositions.ts';
import { openInTab } from '../support/launching.ts';
import {
  BASELINES,
  expectPicture,
  isRecording,
  recordedPictures,
  whyNotCompared,
} from '../support/pictures.ts';
import { expect, test } from '../support/test.ts';

/**
 * The tests record the place of everything on the five fullest screens, for four stories, three widths, light
 * and dark.
 */
const STORIES = { kidney: 'k', icu: 'lactate', chemo: 'neut-abs', child: 'weight' };
const WIDTHS = { wide: [1920, 1080], usual: [1366, 850], narrow: [400, 800] } as const;
const SCHEMES = ['light', 'dark'] as const;

/** The stories end on this day. A fixed clock keeps an age in words the same. */
const TODAY = new Date('2026-11-24T20:05:00Z');

/** A frame at a third of its size may differ in a few pixels where two shapes meet. */
const TOLERANCE = { fullPage: false, maxDiffPixels: 40 };

type RecordedPositions = Record<string, Positions>;

const positionsFile = (story: string): string => join(BASELINES, 'layout', story, 'positions.json');
const recordedPositions = (story: string): RecordedPositions =>
  existsSync(positionsFile(story))
    ? (JSON.parse(readFileSync(positionsFile(story), 'utf8')) as RecordedPositions)
    : {};

/**
 * Waits until two looks in a row find everything at the same place. In another colour scheme of the same screen, the last
 * look in the scheme before is the first of the two.
 */
async function waitUntilSettled(page: Page, before: Positions = {}): Promise<Positions> {
  let last = before;
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  await expect
    .poll(
      async () => {
        const previous = last;
        last = await positionsOn(page);
        return Object.keys(last).length > 2 && JSON.stringify(previous) === JSON.stringify(last);
      },
      { intervals: [300, 300, 300, 500] },
    )
    .toBe(true);
  return last;
}

/** Each screen has its fragment and a selector that shows that its last part is there. */
const screensOf = (series: string) => ({
  overview: ['', '[data-series]'],
  compare: ['#compare', '[data-series] [data-mark]'],
  detail: [`#series=${series}`, 'figure [data-mark]'],
  grid: ['#results', '[role="gridcell"], td'],
  print: ['#print', '[data-series] svg'],
});

// A third of the pixels each way shows what moved and takes a ninth of the space.
test.use({ deviceScaleFactor: 1 / 3 });

async function openScreen(page: Page, fragment: string, last: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
    scrollTo(0, 0);
  }, fragment);
  await expect(page.locator(`main ${last}`).first()).toBeAttached();
  // Some parts and the events are fetched after the first chart.
  await page.waitForLoadState('networkidle');
}

for (const [story, series] of Object.entries(STORIES))
  test(`${story}: everything on five screens stands where it stood, wide and narrow, light and dark`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    await page.clock.setFixedTime(TODAY);
    await openInTab(page, story);
    await expect(page.locator('[data-take-along]')).toBeVisible();
    const recorded = recordedPositions(story);
    const seen: RecordedPositions = {};
    for (const [width, [widthPx, heightPx]] of Object.entries(WIDTHS))
      for (const [screen, [fragment, last]] of Object.entries(screensOf(series)))
        await test.step(`${screen}, ${width}`, async () => {
          const name = `${screen}-${width}`;
          await page.setViewportSize({ width: widthPx, height: heightPx });
          await openScreen(page, fragment!, last!);
          for (const colorScheme of SCHEMES) {
            await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
            const now = await waitUntilSettled(page, seen[name]);
            // A colour scheme must not move anything, whatever the fonts are.
            seen[name] ??= now;
            expect.soft(movedBetween(seen[name], now), `${name}: ${colorScheme} against light`).toEqual([]);
            await expectPicture(page, `layout/${story}/${name}-${colorScheme}`, TOLERANCE);
          }
        });
    const why = await whyNotCompared(page, `pixels of positions of ${story}`);
    if (isRecording()) {
      mkdirSync(dirname(positionsFile(story)), { recursive: true });
      // Each hook has a line of its own, so that a reader can see in a diff what moved.
      writeFileSync(positionsFile(story), `${JSON.stringify(seen).replaceAll('],"', '],\n"')}\n`);
      return;
    }
    const changed = why === '' ? movedBetween : rearrangedBetween;
    for (const [name, now] of Object.entries(seen))
      expect.soft(changed(recorded[name] ?? {}, now), name).toEqual([]);
  });

test.describe('in full', () => {
  test.use({ deviceScaleFactor: 1 });

  test('five screens of one story look as they looked, pixel for pixel', async ({ page }) => {
    await page.clock.setFixedTime(TODAY);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await openInTab(page, 'kidney');
    await expect(page.locator('[data-take-along]')).toBeVisible();
    for (const [screen, [fragment, last]] of Object.entries(screensOf(STORIES.kidney)))
      await test.step(screen, async () => {
        await openScreen(page, fragment!, last!);
        await waitUntilSettled(page);
        // The default allows as few pixels as in the gallery, because a missing symbol is more than that at
        // this size.
        await expectPicture(page, `layout/full/${screen}`, { fullPage: false });
      });
  });
});

/** This limits all pictures, those of the gallery too, because the repository keeps each version of them. */
const MAX_BYTES = 12_400_000;

test('no picture of a screen is left over, and all pictures together are small enough to keep', () => {
  const screens = Object.keys(screensOf(''));
  const thirds = screens.flatMap((screen) =>
    Object.keys(WIDTHS).flatMap((width) => SCHEMES.map((scheme) => `${screen}-${width}-${scheme}`)),
  );
  for (const story of Object.keys(STORIES))
    expect(recordedPictures(`layout/${story}`), story).toEqual(
      [...thirds, 'positions.json'].map((name) => `layout/${story}/${name}`).toSorted(),
    );
  expect(recordedPictures('layout/full')).toEqual(
    screens.map((screen) => `layout/full/${screen}`).toSorted(),
  );
  const files = readdirSync(BASELINES, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  const bytes = files.map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(MAX_BYTES);
});
