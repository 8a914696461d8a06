/** Which results of one kind its screen shows: the chart and its table are cut at the same two moments (rule 56). */
import type { ChartEntries, ChartEntry } from '../../charts/reading/chartEntries.ts';
import { wholeWindow, type ChartWindow } from '../../charts/trend/trendLayout.ts';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';

type Shown = Pick<ViewWindow, 'choice' | 'visible'>;

const isAllShown = ({ choice, visible }: Shown): boolean => choice === 'all' || visible === undefined;

/** "All" is all of this result, to today where that is near; any other window is that of the whole app. */
export function chartWindow(
  view: Shown,
  drawn: readonly ChartEntry[],
  nowMs: number,
  timeZone: string,
): ChartWindow | undefined {
  const { visible } = view;
  if (isAllShown(view) || visible === undefined) return wholeWindow(drawn, nowMs, timeZone);
  return drawn.length === 0 ? undefined : { fromMs: visible.startMs, toMs: visible.endMs };
}

/** From and to of the entries in the window, among all that are drawn. */
export function entryIndicesIn(
  drawn: readonly ChartEntry[],
  { fromMs, toMs }: ChartWindow,
): readonly [number, number] {
  const from = drawn.findIndex(({ timeMs }) => timeMs >= fromMs);
  const to = drawn.findLastIndex(({ timeMs }) => timeMs <= toMs) + 1;
  return from < 0 ? [drawn.length, drawn.length] : [from, Math.max(from, to)];
}

export type TableRows = {
  /** Newest first, undated last. */
  readonly entries: readonly ChartEntry[];
  /** So many lie outside the window and are not in the table. */
  readonly outside: number;
  /** So many have no date: they belong to no window and stand in each. */
  readonly undated: number;
};

/** The results in view, drawn or not. Where there is no chart, or all of it, the table holds all. */
export function tableRows({ drawn, all }: ChartEntries, view: Shown): TableRows {
  const undated = all.filter(({ timeMs }) => Number.isNaN(timeMs)).length;
  const { visible } = view;
  if (isAllShown(view) || visible === undefined || drawn.length === 0)
    return { entries: all, outside: 0, undated };
  const entries = all.filter(
    ({ timeMs }) => Number.isNaN(timeMs) || (timeMs >= visible.startMs && timeMs <= visible.endMs),
  );
  return { entries, outside: all.length - entries.length, undated };
}
