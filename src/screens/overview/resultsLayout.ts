/** Decides where the results of the overview stand: as strips of a monitor, as curves in columns, or as lines. */
import type { Frame } from '../../charts/axis/frame.ts';
import type { MonitorModule } from '../../parts/monitor/useMonitor.ts';
import { LIST_STEP } from '../../parts/recordStatus/MoreRows.tsx';
import { completenessOf } from '../../parts/recordStatus/recordCompleteness.ts';
import { selectSparklines } from '../../parts/results/sparklineSelection.ts';
import { criticalFirst } from '../../parts/results/criticalFirst.ts';
import { pinnedFirst } from '../../parts/results/pins.ts';
import { placeholderAnalytes } from '../../parts/results/placeholderAnalytes.ts';
import {
  columnsOf,
  columnsWithFixedStarts,
  placeBriefLines,
  seriesEntryOf,
  tileEntriesOf,
  type TileEntry,
} from '../../parts/results/tileLayout.ts';
import type { Layout } from '../../parts/results/useLayout.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import type { OverviewSearch } from './useOverviewSearch.tsx';

const NO_SERIES: RecordSnapshot['series'] = [];

/** Returns the group that begins each column. The screen before the first result decides it, so that no curve moves later. */
const fixedStartsOf = (pins: readonly string[], columns: number, tilePx: number) =>
  columnsOf(pinnedFirst(tileEntriesOf([], placeholderAnalytes(pins)), pins), columns, tilePx).map(
    ([first]) => first?.heading,
  );

const NO_SEARCH: { readonly matches?: readonly TileEntry[]; readonly explanation: string } = {
  explanation: '',
};

/** Returns the entries with curves and the series without one that match the search, and how many it hides. */
export function searchedEntriesOf(
  record: RecordSnapshot | undefined,
  pins: readonly string[],
  query: string,
  search: OverviewSearch | undefined,
) {
  const series = record?.series ?? NO_SERIES;
  const completeness = completenessOf(record);
  const placeholders = placeholderAnalytes(pins);
  const analyteIds = new Set(series.map(({ analyteId }) => analyteId));
  const absentAnalytes =
    completeness === 'complete' ? placeholders.filter(({ id }) => !analyteIds.has(id)) : [];
  const entries = tileEntriesOf(series, completeness === 'complete' ? [] : placeholders);
  const listed = series.filter(({ rows }) => rows.length === 0).map((one) => seriesEntryOf(one, series));
  const { matches, explanation } =
    (query && search?.searchEntries([...entries, ...listed], query)) || NO_SEARCH;
  const matching = matches && new Set<TileEntry>(matches);
  const matchingEntries = matching ? entries.filter((entry) => matching.has(entry)) : entries;
  const matchingListed = matching ? listed.filter((entry) => matching.has(entry)) : listed;
  return {
    entries: pinnedFirst(matchingEntries, pins),
    explanation,
    listed: criticalFirst(matchingListed, LIST_STEP),
    absentNames: query ? [] : absentAnalytes.map(({ name }) => name),
    hiddenCount: entries.length + listed.length - matchingEntries.length - matchingListed.length,
  };
}

/** Returns how many results the first screen leaves out, where it has room for all curves. */
const moreBelowText = (count: number, record: RecordSnapshot | undefined, layout: Layout): string =>
  layout.columnRoomPx > 0 && record?.ended && count > 0 ? `${count} more under the events` : '';

/** So many curves are drawn at once. Each has some hundred elements, and a page of more of them answers late. */
const MAX_SPARKLINES = 200;

type LayoutOptions = {
  readonly query: string;
  readonly layout: Layout;
  readonly frame: Frame;
  readonly record: RecordSnapshot | undefined;
  readonly listedCount: number;
  readonly pins: readonly string[];
  readonly monitor: MonitorModule | undefined;
};

/**
 * Decides which entries are strips of a monitor, which are curves and in which column, and which are lines and where they stand.
 * A search shows tiles alone.
 */
export function layoutResults(
  entries: readonly TileEntry[],
  { record, listedCount, query, layout, frame, pins, monitor }: LayoutOptions,
) {
  const tilePx = layout.plotHeightPx / layout.scale + 22;
  const fixedStarts = fixedStartsOf(pins, layout.columns, tilePx);
  const isEnded = record?.ended === true;
  const select = (candidates: readonly TileEntry[], roomPx: number) =>
    isEnded && !query
      ? selectSparklines(candidates, frame, { columns: layout.columns, tilePx, roomPx })
      : { sparklines: candidates, brief: [], outside: [] };
  const monitorParts = query ? undefined : monitor?.monitorParts(entries, frame, layout, select);
  const selected = monitorParts ?? select(entries, layout.columnRoomPx);
  const brief = criticalFirst(selected.brief, LIST_STEP);
  const outside = criticalFirst(selected.outside, LIST_STEP);
  const drawn = new Set(criticalFirst(selected.sparklines, MAX_SPARKLINES).slice(0, MAX_SPARKLINES));
  const sparklines = selected.sparklines.filter((entry) => drawn.has(entry));
  const undrawn = criticalFirst(
    selected.sparklines.filter((entry) => !drawn.has(entry)),
    LIST_STEP,
  );
  const columns = columnsWithFixedStarts(sparklines, fixedStarts, tilePx, isEnded);
  const { inColumns, below } = placeBriefLines(columns, brief, tilePx);
  const belowCount = monitorParts ? 0 : undrawn.length + below.length + outside.length + listedCount;
  const moreText = moreBelowText(belowCount, record, layout);
  return { monitorParts, columns, inColumns, undrawn, below, outside, moreText };
}
