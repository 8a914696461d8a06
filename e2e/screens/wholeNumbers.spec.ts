import type { Page } from '@playwright/test';
import { launchAddress, waitForState } from '../support/launching.ts';
import { expect, test } from '../support/test.ts';

/** No value, no unit and no reference range of the overview is cut or torn apart, in any story and any frame. */

const STORIES = [
  'kidney',
  'icu',
  'chemo',
  'child',
  'healthy',
  'deceased',
  'pregnancy',
  'thyroid',
  'laboratories',
  'parent',
  'preterm',
  'home',
  'odd',
];

/** These are a window, the frame of an EHR in it, a phone and a side bar. */
const WIDTHS_PX = [1366, 1182, 400, 360];

/** Returns each value, unit and range that is cut, or that is torn though it has room in a line. It runs in the page. */
function faultsOf(): string[] {
  const WHOLE = [
    'a[data-series] [data-number] b',
    'a[data-series] [data-number] b + span',
    'a[data-series] [data-number] bdi',
    '[class*="ResultsWithoutChart-whole"]',
    '[class*="ResultsWithoutChart-range"]',
    '[class*="ChangeCell-value"] > *',
    '[class*="TileLabels-note"]',
  ].join(', ');
  const faults: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>(WHOLE)) {
    const text = element.textContent?.trim() ?? '';
    if (text === '' || !element.checkVisibility()) continue;
    // "no reference range" may give way to a name that fills its lines.
    if (element.matches('[class*="-range"]') && !/\d/.test(text)) continue;
    const range = document.createRange();
    range.selectNodeContents(element);
    const { left, right, bottom } = range.getBoundingClientRect();
    const bottoms = [...range.getClientRects()].map((rect) => rect.bottom).toSorted((a, b) => a - b);
    const lineCount = bottoms.filter((one, i) => i === 0 || one - bottoms[i - 1]! > 6).length;
    const boxes: HTMLElement[] = [];
    for (let box: HTMLElement | null = element; box?.closest('main'); box = box.parentElement)
      if (getComputedStyle(box).overflowX === 'hidden') boxes.push(box);
    const isCut = boxes.some((box) => {
      const edge = box.getBoundingClientRect();
      return right > edge.right + 1 || left < edge.left - 1 || bottom > edge.bottom + 4;
    });
    const roomPx = element.parentElement?.clientWidth ?? 0;
    // A text that is longer than a line takes more of them; that is no tear.
    const isTorn = lineCount > 1 && text.length * 7 < roomPx && !element.matches('b');
    const looksCut = /\d[^,]* …$/.test(text) && element.matches('[class*="note"]');
    if (isCut || isTorn || looksCut) faults.push(`${isCut ? 'cut' : isTorn ? 'torn' : 'looks cut'}: ${text}`);
  }
  return faults;
}

async function expectWhole(page: Page, widthPx: number): Promise<void> {
  await page.setViewportSize({ width: widthPx, height: 850 });
  // The layout is measured anew in one frame, and drawn in the next.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  expect.soft(await page.evaluate(faultsOf), `at ${widthPx}`).toEqual([]);
}

for (const story of STORIES)
  test(`rules 28 and 59: on the ${story} overview every value, unit and range is whole`, async ({ page }) => {
    await page.goto(await launchAddress({ patient: story, kind: 'tab' }));
    await waitForState(page, ['ready', 'partial']);
    await expect(page.locator('[data-take-along]')).toBeVisible();
    for (const widthPx of WIDTHS_PX) await expectWhole(page, widthPx);
  });
