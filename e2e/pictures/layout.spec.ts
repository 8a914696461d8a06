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

/** Where everything stands on the five screens that show most, for four stories, three widths, light and dark. */
const STORIES = { kidney: 'k', icu: 'lactate', chemo: 'neut-abs', child: 'weight' };
const WIDTHS = { wide: [1920, 1080], usual: [1366, 850], narrow: [400, 800] } as const;
const SCHEMES = ['light', 'dark'] as const;

/** The day that the stories end on, so that an age in words is always the same. */
const TODAY = new Date('2026-11-24T20:05:00Z');

/** The pixels of one frame at a third of its size; a few may be drawn otherwise where two shapes meet. */
const NEARLY = { fullPage: false, maxDiffPixels: 40 };

type Recorded = Record<string, Positions>;

const fileOf = (story: string): string => join(BASELINES, 'layout', story, 'positions.json');
const recordedOf = (story: string): Recorded =>
  existsSync(fileOf(story)) ? (JSON.parse(readFileSync(fileOf(story), 'utf8')) as Recorded) : {};

/** Parts that come late have come: nothing moved between two looks. */
async function settled(page: Page): Promise<Positions> {
  let last: Positions = {};
  await expect
    .poll(
      async () => {
        const before = last;
        last = await positionsOn(page);
        return Object.keys(last).length > 2 && JSON.stringify(before) === JSON.stringify(last);
      },
      { intervals: [300, 300, 300, 500] },
    )
    .toBe(true);
  return last;
}

/** Each screen by its address, and what says that its last part is there. */
const screensOf = (series: string) => ({
  overview: ['', '[data-series]'],
  compare: ['#compare', '[data-series] [data-mark]'],
  detail: [`#series=${series}`, 'figure [data-mark]'],
  grid: ['#results', '[role="gridcell"], td'],
  print: ['#print', '[data-series] svg'],
});

// A third of the pixels each way: enough to see what moved, and a ninth of the weight.
test.use({ deviceScaleFactor: 1 / 3 });

async function toScreen(page: Page, fragment: string, last: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
    scrollTo(0, 0);
  }, fragment);
  await expect(page.locator(`main ${last}`).first()).toBeAttached();
  // What is fetched after the first chart, and what happened around the results.
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
    const recorded = recordedOf(story);
    const seen: Recorded = {};
    for (const [width, [widthPx, heightPx]] of Object.entries(WIDTHS))
      for (const [screen, [fragment, last]] of Object.entries(screensOf(series)))
        await test.step(`${screen}, ${width}`, async () => {
          const name = `${screen}-${width}`;
          await page.setViewportSize({ width: widthPx, height: heightPx });
          await toScreen(page, fragment!, last!);
          for (const colorScheme of SCHEMES) {
            await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
            const now = await settled(page);
            // A colour moves nothing, whatever the fonts are.
            seen[name] ??= now;
            expect.soft(movedBetween(seen[name], now), `${name}: ${colorScheme} against light`).toEqual([]);
            await expectPicture(page, `layout/${story}/${name}-${colorScheme}`, NEARLY);
          }
        });
    const why = await whyNotCompared(page, `pixels of positions of ${story}`);
    if (isRecording()) {
      mkdirSync(dirname(fileOf(story)), { recursive: true });
      // One hook a line, so that a change can be read.
      writeFileSync(fileOf(story), `${JSON.stringify(seen).replaceAll('],"', '],\n"')}\n`);
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
        await toScreen(page, fragment!, last!);
        await settled(page);
        // As few pixels as in the gallery: at this size a symbol that is gone is more than that.
        await expectPicture(page, `layout/full/${screen}`, { fullPage: false });
      });
  });
});

/** Of all pictures, those of the gallery too: they are kept for as long as the repository is. */
const MOST_BYTES = 10_000_000;

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
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(MOST_BYTES);
});
