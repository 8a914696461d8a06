import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';

/**
 * The pictures are in this folder, which playwright.config.ts names too. A file beside them says where they
 * were recorded.
 */
export const BASELINES = 'e2e/baselines';
const ENVIRONMENT_FILE = join(BASELINES, 'recorded.json');

/** The same page gives the same pixels only if all of these are the same. */
type RenderingEnvironment = { readonly browser: string; readonly platform: string; readonly fonts: string };

/**
 * Returns the measures of a text in each font, size and weight of the design. Another font has other
 * measures.
 */
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

/** Returns the differences as "fonts here 1a2b…, recorded 3c4d…", or '' if there are none. */
function differences(here: RenderingEnvironment, recorded: Partial<RenderingEnvironment>): string {
  return (['browser', 'platform', 'fonts'] as const)
    .filter((what) => here[what] !== recorded[what])
    .map((what) => `${what} here ${here[what]}, recorded ${recorded[what] ?? 'never'}`)
    .join('; ');
}

/**
 * Saves the environment of the new pictures. Pictures of two environments must not be mixed, so another
 * environment deletes all recorded ones.
 */
function recordEnvironment(here: RenderingEnvironment): void {
  if (test.info().config.workers > 1) throw new Error('Record pictures with --workers=1.');
  if (differences(here, recordedEnvironment()) === '') return;
  rmSync(BASELINES, { recursive: true, force: true });
  mkdirSync(dirname(ENVIRONMENT_FILE), { recursive: true });
  writeFileSync(ENVIRONMENT_FILE, `${JSON.stringify(here, undefined, 2)}\n`);
}

/** Expects what can be checked without a picture: the target shows something and does not overflow. */
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

/** Returns whether this run records pictures. */
export const isRecording = (): boolean => ['all', 'changed'].includes(test.info().config.updateSnapshots);

/**
 * Returns '' if the environment is the recorded one, which recording makes it. Otherwise it prints and
 * returns the differences.
 */
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
 * Compares the target with the recorded picture `name` ("gallery/tiles-light") pixel by pixel, if the browser
 * and the fonts are those of the recording. Otherwise the test says that it compared nothing and checks what
 * does not depend on pixels. `--update-snapshots --workers=1` records the pictures anew.
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
  // The edge of a slanted line sometimes blends a few pixels differently. Which of many frames has the focus varies too, and with it
  // the colour of a selected text. Nothing else varies.
  const style = '::selection { color: inherit; background: transparent; }';
  const exactly = { threshold: 0.03, maxDiffPixels, scale: 'device', style } as const;
  if (isLocator) await expect(target).toHaveScreenshot(file, exactly);
  else await expect(target).toHaveScreenshot(file, { ...exactly, fullPage });
}

/** Scrolls to the target, because the part of it outside the window would be blank in its picture. */
async function expectInView(target: Locator, name: string): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const cutPx = await target.evaluate((element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    return height > innerHeight ? 0 : Math.max(0, -top, bottom - innerHeight);
  });
  expect(cutPx, `${name}: stands in the window as a whole`).toBeLessThanOrEqual(0.5);
}

/**
 * Returns the names of the recorded pictures in a folder, so that a test can find those that nothing uses.
 */
export const recordedPictures = (folder: string): readonly string[] => {
  const place = join(BASELINES, folder);
  return existsSync(place)
    ? readdirSync(place)
        .map((file) => `${folder}/${file.replace(/\.png$/, '')}`)
        .toSorted()
    : [];
};
