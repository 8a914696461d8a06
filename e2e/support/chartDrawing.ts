import type { Locator, Page } from '@playwright/test';

/** What a chart has drawn, read from the page as an eye does: none of the app's code. All in pixels of the window. */
export type DrawnMark = { readonly kind: string; readonly x: number; readonly y: number };
export type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** The middle of each symbol, from left to right. */
export const marksOf = (chart: Locator): Promise<DrawnMark[]> =>
  chart.locator('[data-mark]').evaluateAll((marks) =>
    marks
      .map((mark) => {
        const { left, right, top, bottom } = mark.getBoundingClientRect();
        const kind = (mark as SVGElement).dataset['mark'] ?? '';
        return { kind, x: (left + right) / 2, y: (top + bottom) / 2 };
      })
      .toSorted((a, b) => a.x - b.x),
  );

export const boxOf = (element: Locator): Promise<Box> =>
  element.evaluate((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return { left, right, top, bottom };
  });

/** Each number beside the chart, at the height at which it stands. */
export async function axisNumbersOf(
  chart: Locator,
): Promise<{ readonly value: number; readonly y: number }[]> {
  const texts = await chart.locator('svg text[text-anchor="end"]').evaluateAll((all) =>
    all.map((text) => {
      const { top, bottom } = text.getBoundingClientRect();
      return { text: text.textContent, y: (top + bottom) / 2 };
    }),
  );
  const numbers = texts.filter(({ text }) => /^-?[\d,]+(\.\d+)?$/.test(text));
  return numbers.map(({ text, y }) => ({ value: Number(text.replaceAll(',', '')), y }));
}

/** How many pixels one unit is high. */
export async function pxPerUnit(chart: Locator): Promise<number> {
  const scale = await axisNumbersOf(chart);
  const [first, last] = [scale.at(0)!, scale.at(-1)!];
  return (first.y - last.y) / (last.value - first.value);
}

/** The line of the chart of one result and of a strip; that of a tile is its last path before the symbols. */
export const lineOf = (chart: Locator): Locator => chart.locator('.recharts-line-curve, [data-line]');

/** How many stretches a path draws; one M begins each. */
export const lineSegmentCount = (d: string | null): number => d?.match(/M/g)?.length ?? 0;

export const tileOf = (page: Page, id: string): Locator => page.locator(`a[data-series="${id}"]`);
export const stripOf = (page: Page, id: string): Locator => page.locator(`section[data-series="${id}"]`);
/** The chart of one result. */
export const detailChart = (page: Page): Locator => page.locator('figure[data-series]');
export const plotOf = (chart: Locator): Locator =>
  chart.locator('[data-plot] svg, [role="slider"] svg').first();

/** Series of the kidney story with one LOINC code, no two results of one moment, and a symbol for every result. */
export const SIMPLE_SERIES = {
  k: '2823-3',
  creat: '2160-0',
  uacr: '9318-7',
  ldl: '13457-7',
  a1c: '4548-4',
  hgb: '718-7',
};
export const SIMPLE_SERIES_IDS = [
  'k',
  'creat',
  'uacr',
  'ldl',
  'a1c',
  'hgb',
] as const satisfies (keyof typeof SIMPLE_SERIES)[];
