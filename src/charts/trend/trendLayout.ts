import type { Series } from '../../clinical/series/series.ts';

import { frameOf, FRAME_INSET_PX, type Frame } from '../axis/frame.ts';
import { rowTimeSpan, symbolMs } from '../axis/timeSpan.ts';
import type { Scale } from '../axis/scale.ts';
import { drawnRows, firstEntryFrom, type ChartEntry } from '../reading/chartEntries.ts';
import { readTextScale } from '../../ui/layout/textScale.ts';
import { PLAIN_OPTIONS, type TrendOptions } from './trendOptions.ts';
import { trendScale } from './trendScale.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';

export type ChartWindow = { readonly fromMs: number; readonly toMs: number };

/** In a narrow window large letters may take no more room than there is. */
const maxTextScale = (): number => (typeof innerWidth === 'undefined' ? 1 : Math.max(1, innerWidth / 480));
/**
 * The charts are laid out for this text size. It is read once, and a reader who changes it reloads the page.
 */
export const TEXT_SCALE = Math.min(readTextScale(), maxTextScale());

/** The margins have room for the title, the words at the right and the time axis. */
export const MARGIN_PX = {
  left: 44 * TEXT_SCALE,
  top: 22 * TEXT_SCALE,
  bottom: 26 * TEXT_SCALE,
};
/** A chart of this width at a text size of 16 px fills a wide window. */
const WIDE_PX = 696;

/** In a wide chart the name of a drug such as norepinephrine stands in one line with its unit. In a narrow one the plot needs the room more. */
export const rightMarginPx = (chartPx: number): number => (chartPx <= WIDE_PX ? 116 : 148) * TEXT_SCALE;
export const TREND_HEIGHT_PX = 304 * TEXT_SCALE;

/** Returns the interval of all dates. A month that has only begun lies in the window as a whole. */
function timeExtentMs(
  entries: readonly ChartEntry[],
  timeZone: string,
): readonly [fromMs: number, toMs: number] {
  let [fromMs, toMs] = [Infinity, -Infinity];
  for (const { timeMs, rows } of entries) {
    const isExact = rows[0].kind.precision === 'instant';
    const [from, to] = isExact ? [timeMs, timeMs] : rowTimeSpan(rows[0], timeZone);
    fromMs = Math.min(fromMs, from);
    toMs = Math.max(toMs, to);
  }
  return [fromMs, toMs];
}

/**
 * Returns the window from the first drawn result to today, unless that would leave a quarter of the axis
 * empty (rule 11).
 */
export function wholeWindow(
  entries: readonly ChartEntry[],
  nowMs: number,
  timeZone: string,
): ChartWindow | undefined {
  if (entries.length === 0) return undefined;
  const [firstMs, lastMs] = timeExtentMs(entries, timeZone);
  const span = Math.max(lastMs - firstMs, DAY_MS / 4);
  const pad = span * 0.01;
  const toNow = nowMs >= lastMs && nowMs - lastMs <= span / 4;
  return { fromMs: firstMs - pad, toMs: toNow ? nowMs : lastMs + pad };
}

export type TrendLayout = {
  readonly frame: Frame;
  /** Added to a pixel of the frame it gives the pixel of the chart. */
  readonly shiftPx: number;
  readonly y: Scale;
  readonly domain: readonly [low: number, high: number];
  readonly isExtended: boolean;
  readonly ticks: readonly number[];
  readonly topPx: number;
  readonly bottomPx: number;
  readonly rightPx: number;
  /** The reader asked for this scale instead of the fixed one (rule 4). */
  readonly isRescaled?: boolean;
  readonly isLog?: boolean;
  /** Every result has its symbol, however many there are. */
  readonly hasEveryPoint?: boolean;
};

export type PlotSize = { readonly widthPx: number; readonly heightPx: number };

const plotWidthPx = (width: number) => Math.max(80, width - MARGIN_PX.left - rightMarginPx(width));

/**
 * Tells whether there are more results than room for symbols (rule 8). A symbol needs three pixels here, a
 * bar with its caps four.
 */
export const isCrowded = (count: number, framePx: number, isPaired: boolean): boolean =>
  count > framePx / (isPaired ? 4 : 3);

export const frameWidthPx = (width: number): number =>
  plotWidthPx(width) + FRAME_INSET_PX.left + FRAME_INSET_PX.right;

/** A trend is drawn of one series, or of both sides of a blood pressure. */
type DrawnSides = { readonly series: Series; readonly partner?: Series | undefined };

/** This is where a trend is drawn, and how. */
export type TrendView = {
  readonly window: ChartWindow;
  readonly size: PlotSize;
  readonly timeZone: string;
  readonly options?: TrendOptions | undefined;
};

export function trendLayout({ series, partner }: DrawnSides, view: TrendView): TrendLayout {
  const { timeZone, options = PLAIN_OPTIONS } = view;
  const { fromMs, toMs } = view.window;
  const { widthPx, heightPx } = view.size;
  const frame = frameOf({
    startMs: fromMs,
    endMs: toMs,
    timeZone,
    widthPx: frameWidthPx(widthPx),
    heightPx,
  });
  const [top, bottom] = [MARGIN_PX.top, heightPx - MARGIN_PX.bottom];
  return {
    frame,
    shiftPx: MARGIN_PX.left - FRAME_INSET_PX.left,
    ...trendScale(partner ? [series, partner] : [series], { fromMs, toMs }, options, [bottom, top]),
    topPx: top,
    bottomPx: bottom,
    rightPx: plotWidthPx(widthPx) + FRAME_INSET_PX.left,
    hasEveryPoint: options.hasEveryPoint,
  };
}

/**
 * Returns the point of an entry in pixels of the frame. A date without a time stands in the middle of its
 * interval.
 */
export function entryPosition(
  entry: ChartEntry,
  { frame, y }: TrendLayout,
): { readonly x: number; readonly y: number } | undefined {
  const [row] = drawnRows(entry);
  if (!row) return undefined;
  return { x: frame.x(symbolMs(rowTimeSpan(row, frame.timeZone), frame.endMs)), y: y(row.value) };
}

const NEAR_PX = 10;

/**
 * Returns the index of the entry under a pointer. It is the nearest in time, and among entries close in time
 * the nearest in both directions.
 */
export function nearestEntry(
  entries: readonly ChartEntry[],
  layout: TrendLayout,
  px: number,
  py: number,
): number {
  const { startMs, endMs, x } = layout.frame;
  const msPerPx = (endMs - startMs) / (x(endMs) - x(startMs));
  const timeMs = startMs + (px - x(startMs)) * msPerPx;
  const at = firstEntryFrom(entries, timeMs);
  const before = Math.max(0, at - 1);
  const after = Math.min(entries.length - 1, at);
  const gap = (i: number) => Math.abs((entries[i]?.timeMs ?? 0) - timeMs);
  let best = gap(before) <= gap(after) ? before : after;
  const near = Math.max(gap(best), NEAR_PX * msPerPx);
  let bestPx = Number.POSITIVE_INFINITY;
  for (
    let i = firstEntryFrom(entries, timeMs - near);
    i < entries.length && entries[i]!.timeMs <= timeMs + near;
    i++
  ) {
    const place = entryPosition(entries[i]!, layout);
    const distance = place ? Math.hypot(place.x - px, place.y - py) : bestPx;
    if (distance < bestPx) [best, bestPx] = [i, distance];
  }
  return best;
}
