import type { Frame, Page } from '@playwright/test';
import { launchAddress, openInTab, waitUntilRead } from '../support/launching.ts';
import { expect, keptTest as test, test as launchedTest } from '../support/test.ts';

// These tests hold where the first results of an overview are, and that its tiles say all that they have to say. All of one story stand
// together, because a story that is open costs no launch.

/** The stories of the first list are opened in a frame and on a phone too. */
const STORIES = ['kidney', 'healthy', 'icu', 'child', 'chemo', 'odd'] as const;
const OTHER_STORIES = [
  'deceased',
  'pregnancy',
  'thyroid',
  'laboratories',
  'parent',
  'preterm',
  'home',
] as const;
type Story = (typeof STORIES)[number] | (typeof OTHER_STORIES)[number];

/** The odd record has a warning about another patient above everything. */
const WITHOUT_WARNING: readonly Story[] = STORIES.filter((patient) => patient !== 'odd');

const WITH_TEXTS_TO_POINT_AT: readonly Story[] = ['kidney', 'child', 'icu', 'healthy'];

/** Above the first results stand the patient, the screens, the period and the account, and nothing else. */
const MOST_PX = { tab: 96, frame: 120 };
const MOST_TAB_STOPS = 40;

/** On a phone the curves begin in the upper part of the first screen, however much changed. A finger needs higher rows. */
const PHONES = {
  'under a pointer': { viewport: { width: 400, height: 800 }, mostPx: 465 },
  'under a finger': { viewport: { width: 400, height: 800 }, hasTouch: true, isMobile: true, mostPx: 576 },
} as const;

/** These are a window, the frame of an EHR in it, a phone and a side bar. */
const WIDTHS_PX = [1366, 1182, 400, 360];

/** These are a window, a frame of an EHR, a small frame and a phone. */
const TEXT_WIDTHS_PX = [1366, 1182, 1000, 400];

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

/** Waits until the layout was measured anew, which takes one frame, and drawn, which takes the next. */
async function resize(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 850 });
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

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

/** Returns each text of a tile that is partly hidden, with the title that holds it whole. */
const truncatedTexts = (page: Page) =>
  page.locator('main a[data-series]').evaluateAll((tiles) => {
    const all: { tile: string; text: string; isName: boolean; title: string }[] = [];
    for (const tile of tiles) {
      const walker = document.createTreeWalker(tile, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent?.trim() ?? '';
        if (text === '' || node.parentElement?.closest('svg')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const { right, bottom } = range.getBoundingClientRect();
        for (let box = node.parentElement; box && tile.contains(box); box = box.parentElement) {
          if (getComputedStyle(box).overflowX !== 'hidden') continue;
          const edge = box.getBoundingClientRect();
          if (right <= edge.right + 1 && bottom <= edge.bottom + 4) continue;
          const title = box.closest('[data-tooltip]')?.getAttribute('data-tooltip') ?? '';
          all.push({
            tile: tile.firstElementChild?.textContent ?? '',
            text,
            isName: box.matches('b'),
            title,
          });
          break;
        }
      }
    }
    return all;
  });

function testBeginning(patient: Story): void {
  test(`the results of ${patient} begin at most ${MOST_PX.tab} px below the top of a tab`, async ({
    page,
  }) => {
    await openInTab(page, patient);
    expect(await firstResultsPx(page)).toBeLessThanOrEqual(MOST_PX.tab);
  });
}

function testTabStops(patient: Story): void {
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
        return isTile ? 'tile' : (element?.getAttribute('aria-label') ?? element?.textContent?.slice(0, 30));
      });
      if (stop === 'tile') return;
      stops.push(stop ?? '');
    }
    expect(stops).toEqual([]);
  });
}

function testWholeValues(patient: Story): void {
  test(`rules 28 and 59: on the ${patient} overview every value, unit and range is whole`, async ({
    page,
  }) => {
    await openInTab(page, patient);
    await expect(page.locator('[data-take-along]')).toBeVisible();
    for (const width of WIDTHS_PX) {
      await resize(page, width);
      expect.soft(await page.evaluate(faultsOf), `at ${width}`).toEqual([]);
    }
  });
}

function testCutTexts(patient: Story): void {
  test(`rule 59: on the ${patient} overview no name and no date is cut, and whatever else is cut has its whole text for the pointer`, async ({
    page,
  }) => {
    await openInTab(page, patient);
    await expect(page.locator('main a[data-series]').first()).toBeVisible();
    for (const width of TEXT_WIDTHS_PX) {
      await resize(page, width);
      const cut = await truncatedTexts(page);
      expect(
        cut.filter(({ isName }) => isName),
        `names at ${width}`,
      ).toEqual([]);
      const isDated = ({ text }: { text: string }) => /\d{1,2} [A-Z][a-z]{2}|\d\d:\d\d/.test(text);
      expect(cut.filter(isDated), `dates at ${width}`).toEqual([]);
      const isUntold = ({ text, title }: { text: string; title: string }) =>
        !title.includes(text.replace(/,? …$/, ''));
      expect(cut.filter(isUntold), `without their whole text at ${width}`).toEqual([]);
    }
  });
}

function testFocusedTile(): void {
  test('rule 59: the tile that has the focus by keys shows its name and its notes to the end, and keeps its place', async ({
    page,
  }) => {
    await openInTab(page, 'icu');
    const tile = page.locator('a[data-series="bp-sys"]');
    const note = tile.locator('[data-all]');
    await expect(note).toHaveText(/ …$/);
    const heightBefore = (await tile.boundingBox())?.height;
    await page.keyboard.press('Tab');
    await tile.focus();
    await expect(tile).toBeFocused();
    await expect(note.locator('span')).toBeHidden();
    const shown = await note.evaluate((element) => getComputedStyle(element, '::after').content);
    expect(shown).toContain('no reference range');
    expect((await tile.boundingBox())?.height).toBe(heightBefore);
    await page.keyboard.press('Escape');
    await expect(note.locator('span'), 'Escape gives back what that covered').toBeVisible();
  });
}

function testPhone(patient: Story, name: keyof typeof PHONES): void {
  const { mostPx, ...phone } = PHONES[name];
  test.describe(`on a phone ${name}`, () => {
    test.use(phone);

    test(`the curves of ${patient} begin at most ${mostPx} px below the top`, async ({ page }) => {
      await openInTab(page, patient);
      await expect(page.locator('[data-take-along]')).toBeVisible();
      const above = page.locator(FIRST_RESULTS).first();
      await expect(above).toContainText('What changed');
      const bottomPx = await above.evaluate((element) => element.getBoundingClientRect().bottom + scrollY);
      expect(bottomPx).toBeLessThanOrEqual(mostPx);
    });
  });
}

for (const patient of [...STORIES, ...OTHER_STORIES] as readonly Story[]) {
  testWholeValues(patient);
  if (WITH_TEXTS_TO_POINT_AT.includes(patient)) testCutTexts(patient);
  if (patient === 'icu') testFocusedTile();
  if (STORIES.some((one) => one === patient)) {
    testBeginning(patient);
    testTabStops(patient);
  }
  if (WITHOUT_WARNING.includes(patient)) testPhone(patient, 'under a pointer');
}

for (const patient of WITHOUT_WARNING) testPhone(patient, 'under a finger');

for (const patient of STORIES)
  launchedTest(
    `the results of ${patient} begin at most ${MOST_PX.frame} px below the top of the frame`,
    async ({ page }) => {
      const frame = await openInFrame(page, patient);
      expect(await frame.evaluate(() => innerHeight)).toBeLessThan(800);
      expect(await firstResultsPx(frame)).toBeLessThanOrEqual(MOST_PX.frame);
    },
  );
