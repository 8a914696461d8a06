import type { Page } from '@playwright/test';
import { axeViolations } from '../../support/accessibility.ts';
import { detailChart, lineOf, marksOf, stripOf, tileOf } from '../../support/chartDrawing.ts';
import { openInTab } from '../../support/launching.ts';
import { rawObservations, type RawObservation } from '../../support/rawObservations.ts';
import { openChartScreen, setFragment, showAllResults } from '../../support/recordScreens.ts';
import { expect, keptTest as test } from '../../support/test.ts';
// These tests hold display rules 51 and 52: colour never carries meaning alone, and an abnormal result has a
// shape.

type Look = {
  readonly kind: string;
  /** The outline is scaled to a box from 0 to 1. */
  readonly outline: readonly (readonly [x: number, y: number])[];
  readonly wide: number;
  readonly hollow: boolean;
  readonly dashed: boolean;
};

/** Returns the look of each kind of symbol on the screen. */
const looksOf = (page: Page): Promise<Look[]> =>
  page.locator('main [data-mark]:not([data-mark="pair"])').evaluateAll((marks) => {
    const paper = document.createElement('span');
    paper.style.color = 'var(--paper)';
    document.body.append(paper);
    const paperColour = getComputedStyle(paper).color;
    paper.remove();
    const looks = marks.map((mark) => {
      const { fill, strokeDasharray } = getComputedStyle(mark);
      const { x, y, width, height } = (mark as SVGGraphicsElement).getBBox();
      const path = mark as SVGPathElement;
      const length = path.getTotalLength();
      const outline = Array.from({ length: 24 }, (_, i) => {
        const point = path.getPointAtLength((length * i) / 24);
        return [(point.x - x) / width, (point.y - y) / height] as const;
      });
      const [hollow, dashed] = [fill === paperColour, strokeDasharray !== 'none'];
      return { kind: path.dataset['mark'] ?? '', outline, wide: width / height, hollow, dashed };
    });
    return [...new Map(looks.map((look) => [look.kind, look])).values()];
  });

/**
 * Two symbols look alike without colour if both are filled or both hollow and their outlines differ nowhere
 * by a quarter of their size.
 */
function areAlike(one: Look, other: Look): boolean {
  const apart = one.outline.map(([x, y], i) =>
    Math.hypot(x - other.outline[i]![0], y - other.outline[i]![1]),
  );
  return (
    one.hollow === other.hollow &&
    one.dashed === other.dashed &&
    Math.max(one.wide / other.wide, other.wide / one.wide) < 1.5 &&
    Math.max(...apart) < 0.25
  );
}

const NEEDED_KINDS = ['H', 'L', 'HH', 'preliminary', 'limit-below', 'normal'];

test('rule 51: without any colour every state still has a form of its own', async ({ page }) => {
  await openInTab(page, 'odd');
  await showAllResults(page);
  const odd = await looksOf(page);
  await openInTab(page, 'kidney');
  await showAllResults(page);
  const looks = [...new Map([...odd, ...(await looksOf(page))].map((look) => [look.kind, look])).values()];
  expect(looks.map(({ kind }) => kind)).toEqual(expect.arrayContaining(NEEDED_KINDS));
  expect(looks.length).toBeGreaterThan(8);
  for (const look of looks)
    expect(looks.filter((other) => areAlike(look, other)).map(({ kind }) => kind)).toEqual([look.kind]);
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('rule 51: every text stands out from its ground, and nothing flashes', async ({ page }) => {
      await openInTab(page, 'kidney');
      await showAllResults(page);
      for (const fragment of ['#', '#series=k', '#compare=k,hr']) {
        await openChartScreen(page, fragment);
        expect(await axeViolations(page, { rules: ['color-contrast'] }), fragment).toEqual([]);
        await page.keyboard.press('ArrowLeft');
        expect(await page.evaluate(() => document.getAnimations().length), `${fragment}: animations`).toBe(0);
      }
    });

    test('rule 52: red is at critical results alone, and a line has one colour whatever it passes', async ({
      page,
    }) => {
      await openInTab(page, 'kidney');
      await showAllResults(page);
      const strokes = new Set<string>();
      for (const fragment of [
        '#',
        '#compare=k,hr,creat,uacr',
        '#series=k',
        '#results',
        '#timeline',
        '#print',
      ]) {
        await setFragment(page, fragment);
        await expect(
          page.locator('main [data-mark], [role="gridcell"], tr[data-event]').first(),
        ).toBeVisible();
        if (fragment.startsWith('#compare'))
          for (const id of ['k', 'hr', 'creat', 'uacr'])
            strokes.add(await lineOf(stripOf(page, id)).evaluate((line) => getComputedStyle(line).stroke));
        const { red, critical } = await page.evaluate(findRed);
        expect(red, fragment).toEqual([]);
        if (fragment === '#series=k') expect(critical, 'the critical one of this result').toBeGreaterThan(0);
      }
      expect(strokes.size).toBe(1);
    });
  });

/**
 * Returns what is red although it is no critical result, and how many elements are red because they are
 * critical.
 */
function findRed(): { readonly red: string[]; readonly critical: number } {
  const isRed = (colour: string): boolean => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (/rgba?\(([^)]*)\)/.exec(colour)?.[1] ?? '')
      .split(/[ ,/]+/)
      .map(Number);
    return alpha > 0 && red - Math.max(green, blue) > 100;
  };
  const isCritical = (element: Element): boolean =>
    element.closest('[data-mark="HH"], [data-mark="LL"], [data-mark="AA"]') !== null ||
    element.closest('[data-tooltip*="critical"], [aria-label*="critical"]') !== null ||
    /critical/.test(element.closest('a')?.firstElementChild?.textContent ?? '') ||
    /‼|^(?:HH|LL) critical/.test(element.closest('svg')?.parentElement?.textContent ?? element.textContent);
  const found = [...document.body.querySelectorAll('*')].filter((element) => {
    const { color, fill, stroke, backgroundColor, borderTopColor, borderTopWidth } =
      getComputedStyle(element);
    const ownText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    const isShape = element instanceof SVGGeometryElement || element instanceof SVGTextElement;
    return (
      (ownText && isRed(color)) ||
      (isShape && (isRed(fill) || isRed(stroke))) ||
      isRed(backgroundColor) ||
      (borderTopWidth !== '0px' && isRed(borderTopColor))
    );
  });
  const red = found.filter((element) => !isCritical(element));
  return { red: red.map((element) => element.outerHTML.slice(0, 120)), critical: found.length - red.length };
}

/** The test reads the first flag that was sent, without code of the app. */
type FlaggedObservation = RawObservation & {
  readonly interpretation?: readonly { readonly coding?: readonly { readonly code?: string }[] }[];
};
function kindOf({ status, valueQuantity, interpretation }: FlaggedObservation): string {
  if (status === 'preliminary') return 'preliminary';
  const flag = interpretation?.[0]?.coding?.[0]?.code;
  if (flag !== undefined && flag !== 'N') return flag;
  if (!valueQuantity?.comparator) return 'normal';
  return valueQuantity.comparator.startsWith('<') ? 'limit-below' : 'limit-above';
}

test('rule 52: each result has the shape of what was sent with it; filled is final, hollow is not, and a letter stands beside the number', async ({
  page,
}) => {
  const observations: FlaggedObservation[] = await rawObservations('kidney');
  await openInTab(page, 'kidney');
  await showAllResults(page);
  const letters: string[] = [];
  for (const [id, loinc] of [
    ['k', '2823-3'],
    ['uacr', '9318-7'],
    ['hdl', '2085-9'],
  ] as const) {
    const held = observations
      .filter(({ code }) => code.coding?.some((coding) => coding.code === loinc))
      .filter(
        ({ status, valueQuantity }) => valueQuantity?.value !== undefined && !/error|cancel/.test(status),
      )
      .toSorted((a, b) => Date.parse(a.effectiveDateTime!) - Date.parse(b.effectiveDateTime!));
    const expected = held.map(kindOf).toSorted();
    await openChartScreen(page, '#');
    const inTile = (await marksOf(tileOf(page, id))).map(({ kind }) => kind);
    // A value outside its range without a flag has a mark of Longview and no letter.
    const sent = (kinds: string[]): string[] =>
      kinds.map((kind) => kind.replace(/^outside-.*/, 'normal')).toSorted();
    expect(sent(inTile), id).toEqual(expected);
    const letter = kindOf(held.findLast(({ status }) => status === 'final' || status === 'corrected')!);
    letters.push(letter);
    await expect(tileOf(page, id).locator('[data-tooltip^="Lab flag"]')).toHaveText(
      letter === 'normal' ? [] : [letter],
    );
    await openChartScreen(page, `#series=${id}&window=all`);
    expect(sent((await marksOf(detailChart(page))).map(({ kind }) => kind)), id).toEqual(expected);
    for (const { kind, hollow, dashed } of await looksOf(page)) {
      expect(hollow, kind).toBe(/^(?:preliminary|limit|outside)/.test(kind));
      expect(dashed, kind).toBe(kind === 'preliminary');
    }
  }
  expect(letters.filter((letter) => letter !== 'normal').length).toBeGreaterThan(0);
});
