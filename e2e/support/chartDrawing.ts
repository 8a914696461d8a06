import type { Locator, Page } from '@playwright/test';

/**
 * These helpers read what a chart has drawn from the page alone, without code of the app. All places are in
 * CSS pixels of the window.
 */
export type DrawnMark = { readonly kind: string; readonly x: number; readonly y: number };
export type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

const PLOT = '[data-plot] svg, [role="slider"] svg';

/** Returns the middle of each symbol, from left to right. */
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

/** Returns each number beside the chart and the height of its label. */
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

/** Returns the height of one unit in pixels. */
export async function pxPerUnit(chart: Locator): Promise<number> {
  const scale = await axisNumbersOf(chart);
  const [first, last] = [scale.at(0)!, scale.at(-1)!];
  return (first.y - last.y) / (last.value - first.value);
}

/** Returns the line of a detail chart or a strip. The line of a tile is its last path before the symbols. */
export const lineOf = (chart: Locator): Locator => chart.locator('[data-line]');

/** Counts the stretches of a path. Each begins with an M. */
export const lineSegmentCount = (d: string | null): number => d?.match(/M/g)?.length ?? 0;

export const tileOf = (page: Page, id: string): Locator => page.locator(`a[data-series="${id}"]`);
export const stripOf = (page: Page, id: string): Locator => page.locator(`section[data-series="${id}"]`);
export const detailChart = (page: Page): Locator => page.locator('figure[data-series]');
export const plotOf = (chart: Locator): Locator => chart.locator(PLOT).first();

/**
 * Returns the box of the plot and the middle of each symbol in one reading. Parts that load late may move the
 * chart between two readings.
 */
export async function plotWithMarks(
  chart: Locator,
): Promise<{ readonly plot: Box; readonly marks: readonly Pick<DrawnMark, 'x' | 'y'>[] }> {
  await plotOf(chart).waitFor({ state: 'attached' });
  return chart.evaluate((element, plot) => {
    const boxAround = (one: Element | null): Box => {
      if (one === null) throw new Error('The chart has no plot.');
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return { left, right, top, bottom };
    };
    const boxes = [...element.querySelectorAll('[data-mark]')].map(boxAround);
    const marks = boxes.map(({ left, right, top, bottom }) => ({
      x: (left + right) / 2,
      y: (top + bottom) / 2,
    }));
    return { plot: boxAround(element.querySelector(plot)), marks };
  }, PLOT);
}

/**
 * These series of the kidney story have one LOINC code, no two results at the same time, and a symbol for
 * each result.
 */
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
