import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';

/** Where the pictures stand, and on what they were recorded (playwright.config.ts has the same folder). */
export const BASELINES = 'e2e/baselines';
const ENVIRONMENT_FILE = join(BASELINES, 'recorded.json');

/** All that decides how the same page comes out in pixels. */
type RenderingEnvironment = { readonly browser: string; readonly platform: string; readonly fonts: string };

/** The widths and heights of a text in each font, size and weight that the tokens name: another font measures otherwise. */
const measuredText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const root = getComputedStyle(document.documentElement);
    const pen = document.createElement('canvas').getContext('2d');
    const sizes = [11, 12, 13, 15, 20, 28];
    const lines = ['--font', '--font-code'].flatMap((token) =>
      sizes.flatMap((px) =>
        [400, 600, 700].map((weight) => {
          if (!pen) return 'no canvas';
          pen.font = `${weight} ${px}px ${root.getPropertyValue(token)}`;
          const { width, fontBoundingBoxAscent, fontBoundingBoxDescent } = pen.measureText(
            'Potassium 5.8 mmol/L ▲H ‼HH “<30” ←→ µ',
          );
          return [token, px, weight, width, fontBoundingBoxAscent, fontBoundingBoxDescent].join(' ');
        }),
      ),
    );
    return lines.join('\n');
  });

async function renderingEnvironment(page: Page): Promise<RenderingEnvironment> {
  const browser = page.context().browser();
  return {
    browser: `${browser?.browserType().name()} ${browser?.version()}`,
    platform: `${process.platform} ${process.arch}`,
    fonts: createHash('sha256')
      .update(await measuredText(page))
      .digest('hex')
      .slice(0, 16),
  };
}

const recordedEnvironment = (): Partial<RenderingEnvironment> =>
  existsSync(ENVIRONMENT_FILE)
    ? (JSON.parse(readFileSync(ENVIRONMENT_FILE, 'utf8')) as RenderingEnvironment)
    : {};

/** "fonts are 1a2b…, the picture has 3c4d…": '' where nothing differs. */
function differences(here: RenderingEnvironment, recorded: Partial<RenderingEnvironment>): string {
  return (['browser', 'platform', 'fonts'] as const)
    .filter((what) => here[what] !== recorded[what])
    .map((what) => `${what} here ${here[what]}, recorded ${recorded[what] ?? 'never'}`)
    .join('; ');
}

/** Pictures of two grounds never stand side by side: the first of another ground makes all others invalid. */
function recordEnvironment(here: RenderingEnvironment): void {
  if (test.info().config.workers > 1) throw new Error('Record pictures with --workers=1.');
  if (differences(here, recordedEnvironment()) === '') return;
  rmSync(BASELINES, { recursive: true, force: true });
  mkdirSync(dirname(ENVIRONMENT_FILE), { recursive: true });
  writeFileSync(ENVIRONMENT_FILE, `${JSON.stringify(here, undefined, 2)}\n`);
}

/** What can be seen to be wrong without a picture: nothing there, or more than its frame holds. */
async function expectDrawn(target: Locator, name: string): Promise<void> {
  await expect(target, name).toBeVisible();
  const seen = await target.evaluate((element) => ({
    overflowPx: element.scrollWidth - element.clientWidth,
    area: element.clientWidth * element.clientHeight,
    holds: element.querySelectorAll('svg *, img, iframe').length + (element.textContent ?? '').trim().length,
  }));
  expect(seen.overflowPx, `${name}: nothing reaches over its edge`).toBeLessThanOrEqual(0);
  expect(seen.area, `${name}: takes up room`).toBeGreaterThan(0);
  expect(seen.holds, `${name}: is not empty`).toBeGreaterThan(0);
}

/** Whether what is seen is to become the baseline. */
export const isRecording = (): boolean => ['all', 'changed'].includes(test.info().config.updateSnapshots);

/** '' where the browser and the fonts are those of the baseline, which they become when it is recorded; else said aloud. */
export async function whyNotCompared(page: Page, name: string): Promise<string> {
  const here = await renderingEnvironment(page);
  if (isRecording()) recordEnvironment(here);
  const why = differences(here, recordedEnvironment());
  if (why !== '') {
    test.info().annotations.push({ type: 'not compared', description: `${name}: ${why}` });
    console.log(`not compared: ${name}: ${why}`);
  }
  return why;
}

/**
 * Compares with the recorded picture `name` ("gallery/tiles-light"), pixel by pixel, on the browser build and the fonts that it
 * was recorded on. Elsewhere the test says that nothing was compared, and holds what does not hang on pixels. Recorded anew
 * with `--update-snapshots --workers=1`.
 */
export async function expectPicture(
  target: Page | Locator,
  name: string,
  { fullPage = true, maxDiffPixels = 8 } = {},
): Promise<void> {
  const isLocator = 'page' in target;
  const page = isLocator ? target.page() : target;
  await expectDrawn(isLocator ? target : page.locator('body'), name);
  if (isLocator) await expectInView(target, name);
  if ((await whyNotCompared(page, name)) !== '') return;
  const file = `${name}.png`.split('/');
  // A few pixels at the edge of a slanted line are blended a little otherwise from time to time; nothing else is.
  const exactly = { threshold: 0.03, maxDiffPixels, scale: 'device' } as const;
  if (isLocator) await expect(target).toHaveScreenshot(file, exactly);
  else await expect(target).toHaveScreenshot(file, { ...exactly, fullPage });
}

/** A part that would fit is taken where it stands: what of it is outside the window would be blank in its picture. */
async function expectInView(target: Locator, name: string): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const cutPx = await target.evaluate((element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    return height > innerHeight ? 0 : Math.max(0, -top, bottom - innerHeight);
  });
  expect(cutPx, `${name}: stands in the window as a whole`).toBeLessThanOrEqual(0.5);
}

/** The names of the recorded pictures in a folder: what no test takes any more is to be removed. */
export const recordedPictures = (folder: string): readonly string[] => {
  const place = join(BASELINES, folder);
  return existsSync(place)
    ? readdirSync(place)
        .map((file) => `${folder}/${file.replace(/\.png$/, '')}`)
        .toSorted()
    : [];
};
