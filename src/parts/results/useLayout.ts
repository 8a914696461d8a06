import { useCallback, useState } from 'react';
import { onPrint } from '../../ui/layout/printMedia.ts';

/** An SVG path needs the sizes of the CSS layout as numbers, in px. One measurement serves all tiles. */
export type Layout = {
  readonly columns: 1 | 2 | 3;
  /** This is the width of the app itself, because in an EHR the frame is not the window. */
  readonly widthPx: number;
  readonly plotWidthPx: number;
  readonly plotHeightPx: number;
  /** This is the reader's own text size, relative to 16 px. */
  readonly scale: number;
  /** The columns may be this tall without a scroll, at a text size of 16 px. */
  readonly columnRoomPx: number;
};

/** These numbers are those of Overview.module.css and Tile.module.css, at a text size of 16 px. */
const THREE_COLUMNS_FROM_PX = 1180;
const TWO_COLUMNS_FROM_PX = 720;
const GAP_PX = 24;
const FLAG_AND_TEXT_PX = 220;
const STACKED_BELOW_PX = 344;
const TILE_PX = { least: 60, most: 88, around: 22, perColumn: 9 };
/** This is the height above and below the columns: patient, window, strip, axis and ribbon. */
const AROUND_COLUMNS_PX = 304;
/** This is the same height with a heading, for nine tiles in a column. */
const AROUND_TILES_PX = 334;

/** Returns the reader's own text size, relative to 16 px. */
const textScale = (): number =>
  (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16;

/** Returns whether the window has no room for three columns, so that empty frames would stand before curves. */
export const isNarrowWindow = (): boolean =>
  document.documentElement.clientWidth < THREE_COLUMNS_FROM_PX * textScale();

export function layoutOf(widthPx: number, frameHeightPx: number, scale: number): Layout {
  const columns =
    widthPx >= THREE_COLUMNS_FROM_PX * scale ? 3 : widthPx >= TWO_COLUMNS_FROM_PX * scale ? 2 : 1;
  const sidesPx = (columns === 1 ? 24 : 32) * scale;
  const columnPx = (widthPx - sidesPx - GAP_PX * scale * (columns - 1)) / columns;
  const isStacked = widthPx < STACKED_BELOW_PX * scale;
  const plotWidthPx = Math.max(40, Math.floor(isStacked ? columnPx : columnPx - FLAG_AND_TEXT_PX * scale));
  // A taller frame gives its height to the curves, in steps of 4 px.
  const freePx = Math.floor((frameHeightPx / scale - AROUND_TILES_PX) / TILE_PX.perColumn / 4) * 4;
  const tilePx = columns === 3 ? Math.max(TILE_PX.least, Math.min(TILE_PX.most, freePx)) : TILE_PX.least;
  const columnRoomPx = columns === 3 ? Math.max(0, Math.floor(frameHeightPx / scale) - AROUND_COLUMNS_PX) : 0;
  return {
    columns,
    widthPx,
    plotWidthPx,
    plotHeightPx: Math.round((tilePx - TILE_PX.around) * scale),
    scale,
    columnRoomPx,
  };
}

const isSame = (a: Layout | undefined, b: Layout) =>
  a?.columns === b.columns &&
  a.widthPx === b.widthPx &&
  a.plotWidthPx === b.plotWidthPx &&
  a.plotHeightPx === b.plotHeightPx &&
  a.scale === b.scale &&
  a.columnRoomPx === b.columnRoomPx;

/**
 * Measures the container that has the ref. The layout is there before the first paint and follows the frame.
 */
export function useLayout(): readonly [
  (container: HTMLElement | null) => (() => void) | undefined,
  Layout | undefined,
] {
  const [layout, setLayout] = useState<Layout>();
  const ref = useCallback((container: HTMLElement | null) => {
    if (!container) return undefined;
    const lay = (width: number) => {
      const next = layoutOf(width, innerHeight, textScale());
      setLayout((now) => (isSame(now, next) ? now : next));
    };
    const measure = () => lay(container.clientWidth || 1366);
    measure();
    const stopPaper = onPrint({ beforePrint: lay, afterPrint: measure });
    const observer = new ResizeObserver(measure);
    observer.observe(container);
    addEventListener('resize', measure);
    return () => {
      stopPaper();
      observer.disconnect();
      removeEventListener('resize', measure);
    };
  }, []);
  return [ref, layout];
}
