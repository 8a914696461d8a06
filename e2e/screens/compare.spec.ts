import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { drag } from '../support/drag.ts';
import { openInTab } from '../support/launching.ts';
import { setFragment } from '../support/recordScreens.ts';
import { expect, keptTest as test, test as launchedTest } from '../support/test.ts';

/** Opens Compare without a choice of strips in the address. */
async function openCompare(page: Page): Promise<void> {
  await openInTab(page, 'kidney');
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await expect(page.locator('[data-strips] section[data-series]')).toHaveCount(6);
  expect(new URL(page.url()).hash).toMatch(/^#compare(?:&|$)/);
}

const stripNames = (page: Page): Promise<string[]> =>
  page.locator('[data-strips] section[data-series] h3').allInnerTexts();

launchedTest(
  'rules 37, 49 and 58: what is compared, and nothing else, is copied and leaves as a picture with patient, window and zone',
  async ({ page }) => {
    // The policy lets nobody read the clipboard, so the test keeps what is written to it.
    await page.addInitScript(() => {
      navigator.clipboard.write = () => Promise.reject(new Error('not here'));
      navigator.clipboard.writeText = async (text) => {
        document.documentElement.dataset['copied'] = text;
      };
    });
    await openCompare(page);
    const names = await stripNames(page);
    expect(names).toContain('Potassium (mmol/L)');
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByRole('button', { name: 'Copy as table' }).click();
    await expect(page.getByText(/^Copied 6 results/)).toBeVisible();
    const copied = await page.locator('html').getAttribute('data-copied');
    const lines = (copied ?? '').split('\n');
    const from = lines.findIndex((line) => line.startsWith('Test\t'));
    const rows = lines.slice(from + 1, from + 7).map((line) => line.split('\t')[0] ?? '');
    expect(rows.toSorted()).toEqual(names.map((name) => name.replace(/ \([^()]*\)$/, '')).toSorted());
    expect(lines[from + 7]).not.toMatch(/mmol|mg|\//);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save chart as SVG' }).click(),
    ]);
    const svg = await readFile(await download.path(), 'utf8');
    expect(svg).toMatch(/Marlowe, Edwin|MARLOWE, Edwin/);
    expect(svg).toMatch(/Times in C[SD]T/);
    expect(svg).toMatch(/\d+ \w{3} 20\d\d – \d+ \w{3} 2026/);
    // Each name is wrapped beside its strip, as it is on the screen.
    const texts = [...svg.matchAll(/<text[^>]*>([^<]+)</g)].map(([, text = '']) => text);
    for (const name of names) expect(texts.join(' ')).toContain(name);
  },
);

const windowWords = (page: Page) => page.locator('[data-window]');
const zones = (page: Page): Locator => page.locator('[data-strips]').locator('[data-time-zoom]');

/** Returns the words at the curves of the page that an edge of a range strikes through. */
const struckTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<SVGTextElement>('[data-extreme]')].flatMap((text) => {
      const { x, y, width, height } = text.getBBox();
      // A letter does not reach to the edges of its box.
      const isInside = (point: DOMPoint) =>
        point.x > x && point.x < x + width && point.y > y + 2 && point.y < y + height - 3;
      const lines = text
        .closest('svg')!
        .querySelectorAll<SVGPathElement>(
          '[class*="Marks-edge"],[class*="Marks-limit"],[class*="Marks-lower"]',
        );
      const isStruck = [...lines].some((line) =>
        Array.from({ length: Math.ceil(line.getTotalLength()) }, (_, px) => line.getPointAtLength(px)).some(
          isInside,
        ),
      );
      return isStruck ? [text.textContent] : [];
    }),
  );

for (const [width, height] of [
  [1366, 850],
  [1920, 1080],
])
  test(`in ${width} px no number at a curve is struck through by the edge of its range`, async ({ page }) => {
    await page.setViewportSize({ width: width!, height: height! });
    await openInTab(page, 'kidney');
    for (const fragment of [
      '#compare=k,creat,egfr,na,hgb,ca',
      '#series=creat',
      '#series=egfr',
      '#series=na',
    ]) {
      await setFragment(page, fragment);
      await expect(page.locator('[data-extreme]').first()).toBeVisible();
      expect(await struckTexts(page), fragment).toEqual([]);
    }
  });

/** Returns the words at extremes that the label at the cursor covers. */
const coveredExtremes = (page: Page) =>
  page.locator('[data-point-label]').evaluateAll((labels) =>
    labels.flatMap((label) => {
      const box = label.querySelector('rect')!.getBoundingClientRect();
      const words = [...(label.closest('svg')?.querySelectorAll('[data-extreme]') ?? [])];
      return words
        .filter((one) => {
          const { left, right, top, bottom } = one.getBoundingClientRect();
          return left < box.right - 1 && box.left + 1 < right && top < box.bottom - 1 && box.top + 1 < bottom;
        })
        .map((one) => `${label.textContent} over ${one.textContent}`);
    }),
  );

for (const [width, height] of [
  [1366, 850],
  [400, 800],
])
  test(`in ${width} px the label at the cursor covers no words at an extreme of the curve`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: width!, height: height! });
    await openInTab(page, 'kidney');
    for (const [fragment, slider] of [
      ['#compare=bp-sys,k,creat,egfr,na,hgb', 'Time of all tests'],
      ['#series=creat', /^Creatinine/],
    ] as const) {
      await setFragment(page, fragment);
      await expect(page.locator('[data-extreme]').first()).toBeVisible();
      await page.getByRole('slider', { name: slider }).focus();
      await page.keyboard.press('End');
      await expect(page.locator('[data-point-label]').first()).toBeAttached();
      for (let step = 0; step < 12; step++) {
        expect(await coveredExtremes(page), `${fragment}, ${step} steps from the end`).toEqual([]);
        await page.keyboard.press('ArrowLeft');
      }
    }
  });

/** The record has twelve years from December 2014, and this is the newer half. */
const NEWER_HALF = /^\d+ (Nov|Dec) 2020 – \d+ Nov 2026/;

async function openAll(page: Page) {
  await openInTab(page, 'kidney');
  await setFragment(page, '#compare=k,creat&window=all');
  await expect(windowWords(page)).toHaveText(/^3 Dec 2014/);
  await expect(zones(page)).toHaveCount(2);
}

test('rule 11: a drag over a strip of Compare chooses the window of the whole app, and shows in every strip', async ({
  page,
}) => {
  await openAll(page);
  await drag(zones(page).first(), 0.5, 1, async () => {
    await expect(page.locator('[data-brush]')).toBeVisible();
    const shares = await page
      .locator('section[data-series] [role="slider"]:not(:has([data-brush]))')
      .evaluateAll((plots) =>
        plots.map(({ parentElement: box }) => {
          if (!box) throw new Error('A plot has its place.');
          return Math.round(
            (Number.parseFloat(getComputedStyle(box, '::before').width) / (box.clientWidth - 10)) * 100,
          );
        }),
      );
    // The strip under the pointer shows the dates, too; the other one shows the same part.
    expect(shares).toEqual([50]);
  });
  await expect(windowWords(page)).toHaveText(NEWER_HALF);
  await expect(page).toHaveURL(/[#&]window=\d+(\.\d+)?d$/);
  await drag(zones(page).last(), 0, 0.5);
  await expect(windowWords(page)).toHaveText(/^\d+ (Nov|Dec) 2020 – \d+ \w{3} 202[34]/);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 1366, height: 850 } });

  test('rule 11: a finger drawn over a strip of Compare chooses the window, and a tap on a strip reads', async ({
    page,
  }) => {
    await openAll(page);
    const { x, y, width, height } = (await zones(page).first().boundingBox())!;
    const client = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', part?: number) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: part === undefined ? [] : [{ x: x + 4 + part * (width - 10), y: y + height / 2 }],
      });
    await touch('touchStart', 0.5);
    await touch('touchMove', 0.75);
    await touch('touchMove', 0.99);
    await touch('touchEnd');
    await expect(windowWords(page)).toHaveText(/^\d+ (Nov|Dec) 2020 – \d+ \w{3} 2026/);
    const strip = (await zones(page).first().boundingBox())!;
    await page.touchscreen.tap(strip.x + strip.width / 2, strip.y + strip.height / 2);
    await expect(page.locator('[data-strips]').getByText(/^At \d+ \w{3} 202\d/)).toBeVisible();
  });
});

test('two periods of one patient lie on one axis from the day of the stay, each value with its own date, and open again as they were', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  await setFragment(page, '#compare=k,creat&window=30d');
  const choice = page.getByRole('combobox', { name: 'Compare with' });
  const stay = choice.locator('optgroup[label="From the start of an earlier stay"] option').first();
  await expect(stay).toHaveText(/^\d+ \w{3} \d{4}: \S/);
  const name = (await stay.textContent()) ?? '';
  const [day = ''] = name.split(':');
  await choice.selectOption({ label: name });
  await expect(page).toHaveURL(/[#&]before=\d+(\.\d+)?d(?:&|$)/);
  const said = page.locator('[data-compare-notes]');
  await expect(said).toContainText(`starting with ${name}.`);
  await expect(said).toContainText(`and ${day}.`);
  await expect(page.locator('[data-days] text').first()).toHaveText('day 0');
  await page.getByRole('slider', { name: 'Time of all tests' }).focus();
  await page.keyboard.press('Home');
  const year = day.slice(-4);
  await expect(page.locator('section[data-series="k"] [data-then]')).toContainText(
    new RegExp(`^comparison period: (?:[\\d.]+ mmol/L, .*${year}|no result)`),
  );
  const before = await said.textContent();
  await page.reload();
  await expect(said).toHaveText(before ?? '');
  await expect(choice.locator('option:checked')).toHaveText(name);
});

test.describe('under a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 1024, height: 768 } });

  test('strips are moved in an order that one button opens, and stand close without it', async ({ page }) => {
    await openCompare(page);
    const moveUp = page.getByRole('button', { name: 'Move Potassium up' });
    const strip = page.locator('[data-strips] section[data-series="k"]');
    await expect(moveUp).toBeHidden();
    const heightPx = (await strip.boundingBox())?.height ?? 0;
    await page.getByRole('button', { name: 'Reorder' }).tap();
    await expect(moveUp).toBeVisible();
    const box = await moveUp.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    expect((await strip.boundingBox())?.height).toBeGreaterThan(heightPx);
    const from = (await stripNames(page)).indexOf('Potassium (mmol/L)');
    await moveUp.tap();
    await expect.poll(async () => (await stripNames(page)).indexOf('Potassium (mmol/L)')).toBe(from - 1);
    // A keyboard beside the screen has the same way.
    await page.getByRole('button', { name: 'Reorder' }).focus();
    await page.keyboard.press('Enter');
    await expect(moveUp).toBeHidden();
  });
});
