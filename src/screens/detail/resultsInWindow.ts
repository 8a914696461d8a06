/** Selects the results that the detail screen shows. The chart and its table have the same window (rule 56). */
import { distinctCount, type ChartEntries, type ChartEntry } from '../../charts/reading/chartEntries.ts';
import { wholeWindow, type ChartWindow } from '../../charts/trend/trendLayout.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { isAfterStart } from '../../clinical/series/inWindow.ts';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';

type WindowChoice = Pick<ViewWindow, 'choice' | 'visible'>;

const isAllShown = ({ choice, visible }: WindowChoice): boolean => choice === 'all' || visible === undefined;

/** Returns the window of the app; for "all" the span of this result alone, up to today if that is near. */
export function chartWindow(
  view: WindowChoice,
  drawn: readonly ChartEntry[],
  nowMs: number,
  timeZone: string,
): ChartWindow | undefined {
  const { visible } = view;
  if (isAllShown(view) || visible === undefined) return wholeWindow(drawn, nowMs, timeZone);
  return drawn.length === 0 ? undefined : { fromMs: visible.startMs, toMs: visible.endMs };
}

/** Returns the index of the first drawn entry in the window and the index after the last. */
export function entryIndicesIn(
  drawn: readonly ChartEntry[],
  { fromMs, toMs }: ChartWindow,
): readonly [number, number] {
  const first = drawn.findIndex(({ rows }) => isAfterStart(rows[0], fromMs));
  const end = drawn.findLastIndex(({ timeMs }) => timeMs <= toMs) + 1;
  return first < 0 ? [drawn.length, drawn.length] : [first, Math.max(first, end)];
}

export type TableRows = {
  /** The newest stands first, and the undated stand last. A result that was sent twice has two rows and counts once. */
  readonly entries: readonly ChartEntry[];
  /** Results outside the window are not in the table. So many lie before it, and so many after it. */
  readonly outsideCount: number;
  readonly olderCount: number;
  readonly newerCount: number;
  /** Results without a date belong to no window and are in the table in each. */
  readonly undatedCount: number;
};

/** Returns the results in the window, drawn or not; all results if there is no chart or the chart shows all. */
export function tableRowsInWindow({ drawn, all }: ChartEntries, view: WindowChoice): TableRows {
  const undatedCount = all.length - 1 - all.findLastIndex(({ timeMs }) => !Number.isNaN(timeMs));
  const { visible } = view;
  if (isAllShown(view) || visible === undefined || drawn.length === 0)
    return { entries: all, outsideCount: 0, olderCount: 0, newerCount: 0, undatedCount };
  const olderCount = distinctCount(all.filter(({ rows }) => !isUndatedOrAfter(rows[0], visible.startMs)));
  const newerCount = distinctCount(all.filter(({ timeMs }) => timeMs > visible.endMs));
  const entries = all.filter(
    ({ timeMs, rows }) => isUndatedOrAfter(rows[0], visible.startMs) && !(timeMs > visible.endMs),
  );
  return { entries, outsideCount: olderCount + newerCount, olderCount, newerCount, undatedCount };
}

const isUndatedOrAfter = (row: Row, startMs: number): boolean =>
  Number.isNaN(row.timeMs) || isAfterStart(row, startMs);
