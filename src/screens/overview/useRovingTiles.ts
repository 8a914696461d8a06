import { useEffect, type RefObject } from 'react';

const TILES = '[data-tiles] a[data-series]';

/** The columns stand one after the other in the document, so a column ends where the next link stands further right. */
function columnStarts(tiles: readonly HTMLElement[]): readonly number[] {
  const lefts = tiles.map((tile) => Math.round(tile.getBoundingClientRect().left));
  return lefts.flatMap((left, i) => (i === 0 || left !== lefts[i - 1] ? [i] : []));
}

type Step = (tiles: readonly HTMLElement[], at: number) => number | undefined;

/** The keys ← → Home End move the cursor through the curves, so they lead to no other tile. */
const STEPS: Readonly<Record<string, Step>> = {
  ArrowDown: (_, at) => at + 1,
  ArrowUp: (_, at) => at - 1,
  PageDown: (tiles, at) => columnStarts(tiles).find((start) => start > at) ?? tiles.length - 1,
  PageUp: (tiles, at) => columnStarts(tiles).findLast((start) => start < at) ?? 0,
};
const CONTROL_STEPS: Readonly<Record<string, Step>> = {
  Home: () => 0,
  End: (tiles) => tiles.length - 1,
};

function stepOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Step | undefined {
  if (altKey || metaKey || shiftKey) return undefined;
  return ctrlKey ? CONTROL_STEPS[key] : STEPS[key];
}

const tilesIn = (container: HTMLElement): readonly HTMLElement[] => [
  ...container.querySelectorAll<HTMLElement>(TILES),
];

/** Leaves one tile in the tab order: the one that had the focus last, or else the first. */
function keepOneInTabOrder(container: HTMLElement, current: Element | null): void {
  const tiles = tilesIn(container);
  const kept =
    tiles.find((tile) => tile === current) ?? tiles.find((tile) => tile.tabIndex === 0) ?? tiles[0];
  for (const tile of tiles)
    if (tile.tabIndex !== (tile === kept ? 0 : -1)) tile.tabIndex = tile === kept ? 0 : -1;
}

/**
 * Makes the tiles one stop of the tab key. The arrow keys up and down lead from tile to tile, Page Up and Page Down from
 * column to column. A screen reader has each of them as a link still
 * (https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#kbd_roving_tabindex).
 */
export function useRovingTiles(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const container = ref.current;
    if (!container) return undefined;
    let current: Element | null = null;
    const keep = () => keepOneInTabOrder(container, current);
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || !target.matches(TILES)) return;
      current = target;
      keep();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const step = stepOf(event);
      const tiles = tilesIn(container);
      const at = tiles.findIndex((tile) => tile === event.target);
      if (!step || at < 0 || event.defaultPrevented) return;
      event.preventDefault();
      tiles[step(tiles, at) ?? at]?.focus();
    };
    keep();
    // Tiles come and go with the record, the period and a search.
    const observer = new MutationObserver(keep);
    observer.observe(container, { childList: true, subtree: true });
    container.addEventListener('focusin', onFocus);
    container.addEventListener('keydown', onKeyDown);
    return () => {
      observer.disconnect();
      container.removeEventListener('focusin', onFocus);
      container.removeEventListener('keydown', onKeyDown);
      for (const tile of tilesIn(container)) tile.removeAttribute('tabindex');
    };
  }, [ref]);
}
