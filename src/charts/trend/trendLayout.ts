import type { Series } from '../../clinical/series/series.ts';

import { frameOf, INSET, type Frame } from '../axis/frame.ts';
import { rowTimeSpan } from '../axis/timeSpan.ts';
import type { Scale } from '../axis/scale.ts';
import { drawnRows, type ChartEntry } from '../reading/chartEntries.ts';
import { readTextScale } from '../../ui/layout/textScale.ts';
import { PLAIN_OPTIONS, type TrendOptions } from './trendOptions.ts';
import { trendScale } from './trendScale.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';

export type ChartWindow = { readonly fromMs: number; readonly toMs: number };

/** In a window that is too narrow for it, words at large letters may take no more room than there is. */
const maxTextScale = (): number => (typeof innerWidth === 'undefined' ? 1 : Math.max(1, innerWidth / 480));
/** The text size that the charts are placed for, read once: a reader who changes it loads the page anew. */
export const TEXT_SCALE = Math.min(readTextScale(), maxTextScale());

/** Room around the plot for the title, the words at the right and the time axis. */
export const MARGIN_PX = {
  left: 44 * TEXT_SCALE,
  right: 116 * TEXT_SCALE,
  top: 22 * TEXT_SCALE,
  bottom: 26 * TEXT_SCALE,
};
export const TREND_HEIGHT_PX = 304 * TEXT_SCALE;

/** From and to of all that is known of their times: a month that only began is in the window as a whole. */
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

/** Everything from the first drawn result on; to today, unless that would leave a quarter of the axis empty. Rule 11. */
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
  /** From the frame's own pixels to those of the chart. */
  readonly shiftPx: number;
  readonly y: Scale;
  /** Mutable only because Recharts asks for it. */
  readonly domain: [number, number];
  readonly isExtended: boolean;
  readonly ticks: number[];
  readonly topPx: number;
  readonly bottomPx: number;
  readonly rightPx: number;
  /** Rule 4: what the reader asked for instead of the fixed scale. */
  readonly isRescaled?: boolean;
  readonly isLog?: boolean;
  /** Every result has its symbol, however many there are. */
  readonly hasEveryPoint?: boolean;
};

export type PlotSize = { readonly widthPx: number; readonly heightPx: number };

const plotWidthPx = (width: number) => Math.max(80, width - MARGIN_PX.left - MARGIN_PX.right);

/** Rule 8: more results than there is room for symbols. A symbol needs three pixels here, a bar with its caps four. */
export const isCrowded = (count: number, framePx: number, isPaired: boolean): boolean =>
  count > framePx / (isPaired ? 4 : 3);

export const frameWidthPx = (width: number): number => plotWidthPx(width) + INSET.left + INSET.right;

export function trendLayout(
  series: Series,
  partner: Series | undefined,
  { fromMs, toMs }: ChartWindow,
  { widthPx, heightPx }: PlotSize,
  timeZone: string,
  options: TrendOptions = PLAIN_OPTIONS,
): TrendLayout {
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
    shiftPx: MARGIN_PX.left - INSET.left,
    ...trendScale(partner ? [series, partner] : [series], { fromMs, toMs }, options, [bottom, top]),
    topPx: top,
    bottomPx: bottom,
    rightPx: plotWidthPx(widthPx) + INSET.left,
    hasEveryPoint: options.hasEveryPoint,
  };
}

/** Where the point of an entry is, in the frame's pixels; of a date without a time in the middle of what is known. */
export function entryPosition(
  entry: ChartEntry,
  { frame, y }: TrendLayout,
): { readonly x: number; readonly y: number } | undefined {
  const [row] = drawnRows(entry);
  if (!row) return undefined;
  const [from, to] = rowTimeSpan(row, frame.timeZone);
  return { x: frame.x((from + to) / 2), y: y(row.value) };
}

const firstIndexFrom = (entries: readonly ChartEntry[], timeMs: number) => {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.timeMs < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
};

const NEAR_PX = 10;

/** The entry under a pointer: the nearest in time; of those close together in time the nearest in both directions. */
export function nearestEntry(
  entries: readonly ChartEntry[],
  layout: TrendLayout,
  px: number,
  py: number,
): number {
  const { startMs, endMs, x } = layout.frame;
  const msPerPx = (endMs - startMs) / (x(endMs) - x(startMs));
  const timeMs = startMs + (px - x(startMs)) * msPerPx;
  const at = firstIndexFrom(entries, timeMs);
  const before = Math.max(0, at - 1);
  const after = Math.min(entries.length - 1, at);
  const gap = (i: number) => Math.abs((entries[i]?.timeMs ?? 0) - timeMs);
  let best = gap(before) <= gap(after) ? before : after;
  const near = Math.max(gap(best), NEAR_PX * msPerPx);
  let bestPx = Number.POSITIVE_INFINITY;
  for (
    let i = firstIndexFrom(entries, timeMs - near);
    i < entries.length && entries[i]!.timeMs <= timeMs + near;
    i++
  ) {
    const place = entryPosition(entries[i]!, layout);
    const distance = place ? Math.hypot(place.x - px, place.y - py) : bestPx;
    if (distance < bestPx) [best, bestPx] = [i, distance];
  }
  return best;
}
