import type { Page } from '@playwright/test';

/** The box holds left, top, width and height in pixels of the page, rounded. */
type Box = readonly [number, number, number, number];
export type Positions = Readonly<Record<string, Box>>;

/** These hooks of docs/contract.md have a place on the screen. */
const HOOKS = [
  'patient-banner',
  'series',
  'accounting',
  'notice',
  'retry',
  'export',
  'take-along',
  'window',
  'state',
];

/** Returns the box of each hook. The marks of a series share one box, and its name holds their number. */
export const positionsOn = (page: Page): Promise<Positions> =>
  page.evaluate((hooks) => {
    const seen = new Map<string, number>();
    const found: Record<string, Box> = {};
    const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    const boxOf = (elements: readonly Element[]): Box => {
      const boxes = elements.map((element) => element.getBoundingClientRect());
      const left = Math.min(...boxes.map((box) => box.left));
      const top = Math.min(...boxes.map((box) => box.top));
      const right = Math.max(...boxes.map((box) => box.right));
      const bottom = Math.max(...boxes.map((box) => box.bottom));
      return [
        Math.round(left + scrollX),
        Math.round(top + scrollY),
        Math.round(right - left),
        Math.round(bottom - top),
      ];
    };
    // Hooks with the same name are numbered in their order.
    const keep = (name: string, elements: readonly Element[]): void => {
      const before = seen.get(name) ?? 0;
      seen.set(name, before + 1);
      found[before === 0 ? name : `${name} (${before + 1})`] = boxOf(elements);
    };
    for (const hook of hooks)
      for (const element of document.querySelectorAll(`body [data-${hook}]`)) {
        if (!isShown(element)) continue;
        const value = hook === 'accounting' ? '' : element.getAttribute(`data-${hook}`);
        const name = value ? `${hook} ${value}` : hook;
        keep(name, [element]);
        const marks = [...element.querySelectorAll('[data-mark]')];
        if (hook === 'series' && marks.length > 0) keep(`${name}: ${marks.length} marks`, marks);
      }
    return found;
  }, HOOKS);

/** A reader does not see a smaller difference. */
const NEAR_PX = 4;

/** Columns are measured in rem, so the width of a letter changes them by less than this. */
const ROUGHLY_PX = 16;

/**
 * Returns the differences that do not depend on fonts: a series that is missing or has another number of
 * marks, one that left its column by more than 16 px, and one that is no longer below the same series. The
 * height and the width of texts do not count.
 */
export function rearrangedBetween(before: Positions, now: Positions): readonly string[] {
  const names = Object.keys(before).filter((name) => name.startsWith('series '));
  const missing = [...new Set([...names, ...Object.keys(now).filter((name) => name.startsWith('series '))])]
    .filter((name) => !before[name] || !now[name])
    .map((name) => `${name}: ${now[name] ? 'was not there' : 'not there'}`);
  const both = names.filter((name) => now[name] && !name.endsWith(' marks'));
  const aside = both.filter((name) =>
    [0, 2].some((i) => Math.abs(before[name]![i]! - now[name]![i]!) > ROUGHLY_PX),
  );
  const above = (of: Positions, a: string, b: string): boolean =>
    of[a]![1] + of[a]![3] <= of[b]![1] + NEAR_PX;
  const isOneColumn = (a: string, b: string): boolean => Math.abs(before[a]![0] - before[b]![0]) <= NEAR_PX;
  const swapped = both.flatMap((a) =>
    both
      .filter((b) => a !== b && isOneColumn(a, b) && above(before, a, b) && !above(now, a, b))
      .map((b) => `${a}: no longer above ${b}`),
  );
  return [...missing, ...aside.map((name) => `${name}: in another column`), ...swapped];
}

/**
 * Returns one line for each hook that moved, appeared or disappeared: "series k: 16,210 206×60, was 16,196
 * 206×60".
 */
export function movedBetween(before: Positions, now: Positions): readonly string[] {
  const words = (box: Box | undefined): string =>
    box ? `${box[0]},${box[1]} ${box[2]}×${box[3]}` : 'not there';
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap((name) => {
    const [was, is] = [before[name], now[name]];
    const isNear = was && is && was.every((px, i) => Math.abs(px - (is[i] ?? NaN)) <= NEAR_PX);
    return isNear ? [] : [`${name}: ${words(is)}, was ${words(was)}`];
  });
}
