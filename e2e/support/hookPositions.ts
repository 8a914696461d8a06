import type { Page } from '@playwright/test';

/** Left, top, width and height in px of the page, rounded. */
type Box = readonly [number, number, number, number];
export type Positions = Readonly<Record<string, Box>>;

/** Everything of docs/contract.md that has a place on the screen. */
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

/** Where each hook of the contract stands; the marks of one series are taken together, with their number. */
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
    // Two of one name are told apart by their order.
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

/** Not further than a reader sees. */
const NEAR_PX = 4;

/** Of the width of a letter hangs less than this where columns are measured in rem. */
const ROUGHLY_PX = 16;

/**
 * What holds whatever the fonts are: every series is there with its number of marks, in its column (left and width within 16 px),
 * under what it stood under. How high a text is, and what hangs on its width, is left out.
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

/** "series k: 16,210 206×60, was 16,196 206×60": one line for each that moved, came or went. */
export function movedBetween(before: Positions, now: Positions): readonly string[] {
  const words = (box: Box | undefined): string =>
    box ? `${box[0]},${box[1]} ${box[2]}×${box[3]}` : 'not there';
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap((name) => {
    const [was, is] = [before[name], now[name]];
    const isNear = was && is && was.every((px, i) => Math.abs(px - (is[i] ?? NaN)) <= NEAR_PX);
    return isNear ? [] : [`${name}: ${words(is)}, was ${words(was)}`];
  });
}
