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
