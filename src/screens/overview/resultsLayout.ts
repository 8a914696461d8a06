/** Decides where the results of the overview stand: as strips of a monitor, as curves in columns, or as lines. */
import type { Frame } from '../../charts/axis/frame.ts';
import type { MonitorModule } from '../../parts/monitor/useMonitor.ts';
import { ROWS_AT_ONCE } from '../../parts/recordStatus/rowsAtOnce.ts';
import { completenessOf } from '../../parts/recordStatus/recordCompleteness.ts';
import { selectSparklines } from '../../parts/results/sparklineSelection.ts';
import { visitSelection } from '../../parts/results/visit/visitSelection.ts';
import { criticalFirst } from '../../parts/results/criticalFirst.ts';
import { arrangeAroundFrames, fillFrames, framesFor, type TileColumns } from './tileFrames.ts';
import { pinnedFirst } from '../../parts/results/pins.ts';
import { placeholderAnalytes } from '../../parts/results/placeholderAnalytes.ts';
import {
  columnsOf,
  columnsWithFixedStarts,
  isDrawnEntry,
  placeBriefLines,
  seriesEntryOf,
  tallestOf,
  tileEntriesOf,
  type PlaceholderAnalyte,
  type SeriesEntry,
  type TileEntry,
} from '../../parts/results/tileLayout.ts';
import type { Layout } from '../../parts/results/useLayout.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import type { OverviewSearch } from './useOverviewSearch.tsx';
import { overviewTexts } from './overview.messages.ts';
import { countText } from '../../charts/format/numberText.ts';

const NO_SERIES: RecordSnapshot['series'] = [];

const NO_SEARCH: { readonly matches?: readonly TileEntry[]; readonly explanation: string } = {
  explanation: '',
};

/** Returns the entries with curves and the series without one that match the search, and how many it hides. */
export function searchedEntriesOf(
  record: RecordSnapshot | undefined,
  pins: readonly string[],
  frameAnalytes: readonly PlaceholderAnalyte[],
  query: string,
  search: OverviewSearch | undefined,
) {
  const series = record?.series ?? NO_SERIES;
  const completeness = completenessOf(record);
  const analyteIds = new Set(series.map(({ analyteId }) => analyteId));
  const absentAnalytes =
    completeness === 'complete' ? placeholderAnalytes(pins).filter(({ id }) => !analyteIds.has(id)) : [];
  const entries = tileEntriesOf(series, completeness === 'complete' ? [] : frameAnalytes);
  const listed = series.filter(({ rows }) => rows.length === 0).map((one) => seriesEntryOf(one, series));
  const { matches, explanation } =
    (query && search?.searchEntries([...entries, ...listed], query)) || NO_SEARCH;
  const matching = matches && new Set<TileEntry>(matches);
  const matchingEntries = matching ? entries.filter((entry) => matching.has(entry)) : entries;
  const matchingListed = matching ? listed.filter((entry) => matching.has(entry)) : listed;
  return {
    entries: pinnedFirst(matchingEntries, pins),
    explanation,
    listed: criticalFirst(matchingListed, ROWS_AT_ONCE),
    absentNames: query ? [] : absentAnalytes.map(({ name }) => name),
    hiddenCount: entries.length + listed.length - matchingEntries.length - matchingListed.length,
  };
}

/** Returns how many results the first screen leaves out, where it has room for all curves. */
const moreBelowText = (count: number, record: RecordSnapshot | undefined, layout: Layout): string =>
  layout.columnRoomPx > 0 && record?.ended && count > 0
    ? overviewTexts('moreBelow', { count: countText(count) })
    : '';

/** So many curves are drawn at once. Each has some hundred elements, and a page of more of them answers late. */
const MAX_SPARKLINES = 200;

type LayoutOptions = {
  readonly query: string;
  readonly layout: Layout;
  readonly frame: Frame;
  readonly record: RecordSnapshot | undefined;
  /** Everything that decides which results are curves is known: the record has ended, and so has the choice of the window. */
  readonly isArranged: boolean;
  readonly listed: readonly SeriesEntry[];
  readonly pins: readonly string[];
  readonly frameAnalytes: readonly PlaceholderAnalyte[];
  readonly monitor: MonitorModule | undefined;
  /** The window is that of the visit in context, or of a stay of hours. */
  readonly isVisit: boolean;
};

type PlacedResults = {
  readonly monitorParts: ReturnType<MonitorModule['monitorParts']>;
  readonly columns: TileColumns;
  /** These are the lines at the end of each column. */
  readonly inColumns: ReturnType<typeof placeBriefLines>['inColumns'];
  readonly undrawn: readonly TileEntry[];
  readonly below: readonly TileEntry[];
  readonly outside: readonly TileEntry[];
  readonly moreText: string;
  /** This is what has been read and has no frame, while the record is not arranged yet. */
  readonly soFar: readonly TileEntry[];
};

const NONE: readonly never[] = [];
const NOT_ARRANGED = { undrawn: NONE, below: NONE, outside: NONE, moreText: '' };

/** Decides where the matches of a search stand. It shows tiles alone, in the columns in which the groups begin. */
function layoutSearched(
  entries: readonly TileEntry[],
  frames: TileColumns,
  tilePx: number,
  isEnded: boolean,
): PlacedResults {
  const heads = frames.map(([first]) => first?.heading);
  const drawn = drawnOf(entries, new Set());
  const columns = columnsWithFixedStarts(
    entries.filter((entry) => drawn.has(entry)),
    heads,
    tilePx,
    isEnded,
  );
  const undrawn = criticalFirst(
    entries.filter((entry) => !drawn.has(entry)),
    ROWS_AT_ONCE,
  );
  const inColumns = placeBriefLines(columns, [], tilePx).inColumns;
  return { ...NOT_ARRANGED, monitorParts: undefined, columns, inColumns, undrawn, soFar: NONE };
}

/** Returns the entries whose curves are drawn: those that keep their place, and as many others as a page can hold. */
function drawnOf(sparklines: readonly TileEntry[], kept: ReadonlySet<TileEntry>): ReadonlySet<TileEntry> {
  const others = sparklines.filter((entry) => !kept.has(entry));
  const room = Math.max(0, MAX_SPARKLINES - kept.size);
  return new Set([...kept, ...criticalFirst(others, room).slice(0, room)]);
}

/**
 * Decides which entries are strips of a monitor, which are curves and in which column, and which are lines and where they stand.
 * While the record is read, results fill the frames and the others are lines below (`soFar`). A search shows tiles alone.
 */
export function layoutResults(entries: readonly TileEntry[], options: LayoutOptions): PlacedResults {
  const { record, isArranged, listed, query, layout, frame, pins, frameAnalytes, monitor, isVisit } = options;
  const tilePx = layout.plotHeightPx / layout.scale + 22;
  const allFrames = framesFor(frameAnalytes, pins, layout.columns, tilePx);
  if (query !== '') return layoutSearched(entries, allFrames, tilePx, record?.ended === true);
  const select = (candidates: readonly TileEntry[], roomPx: number) => {
    if (!isArranged) return { sparklines: candidates, brief: [], outside: [] };
    if (isVisit) return visitSelection(candidates, frame);
    const { kept, frames } = keptIn(allFrames, entries, candidates);
    const tallestPx = (sparklines: readonly TileEntry[]) =>
      tallestOf(arrangeAroundFrames(frames, sparklines, tilePx), tilePx);
    return selectSparklines(candidates, frame, { kept, tallestPx, roomPx });
  };
  const monitorParts = monitor?.monitorParts(entries, frame, layout, select);
  const selected = monitorParts ?? select(entries, layout.columnRoomPx);
  const { kept, frames } = keptIn(allFrames, entries, selected.sparklines);
  if (!isArranged) {
    const { columns, rest } = fillFrames(frames, selected.sparklines);
    const soFar = [...rest.filter(isDrawnEntry), ...listed];
    return { ...NOT_ARRANGED, monitorParts, columns, inColumns: columns.map(() => []), soFar };
  }
  const drawn = drawnOf(selected.sparklines, kept);
  const sparklines = selected.sparklines.filter((entry) => drawn.has(entry));
  const undrawn = criticalFirst(
    selected.sparklines.filter((entry) => !drawn.has(entry)),
    ROWS_AT_ONCE,
  );
  // A visit has no empty frames, so its results stand together.
  const columns = isVisit
    ? columnsOf(sparklines, layout.columns, tilePx)
    : arrangeAroundFrames(frames, sparklines, tilePx);
  const { inColumns, below } = placeBriefLines(columns, criticalFirst(selected.brief, ROWS_AT_ONCE), tilePx);
  const outside = criticalFirst(selected.outside, ROWS_AT_ONCE);
  const belowCount = monitorParts ? 0 : undrawn.length + below.length + outside.length + listed.length;
  const moreText = moreBelowText(belowCount, record, layout);
  return { monitorParts, columns, inColumns, undrawn, below, outside, moreText, soFar: NONE };
}

/**
 * Returns the frames without those whose results stand elsewhere, as strips of a monitor do, and the candidates that keep the place of
 * their frame.
 */
function keptIn(allFrames: TileColumns, entries: readonly TileEntry[], candidates: readonly TileEntry[]) {
  const here = new Set(candidates);
  const { columns, empty } = fillFrames(allFrames, entries);
  const isElsewhere = (entry: TileEntry) => isDrawnEntry(entry) && !here.has(entry);
  const kept = columns
    .flat()
    .flatMap((block) => block.entries.filter((one) => here.has(one) && !empty.has(one)));
  const frames = allFrames.map((blocks, c) =>
    blocks
      .map((block, b) => ({
        ...block,
        entries: block.entries.filter((_, i) => !isElsewhere(columns[c]![b]!.entries[i]!)),
      }))
      .filter((block) => block.entries.length > 0),
  );
  return { kept: new Set<TileEntry>(kept.filter(isDrawnEntry)), frames };
}
