import { Suspense, useMemo, type ReactNode } from 'react';
import type { Frame } from '../../charts/axis/frame.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { placeholderAnalytes } from '../../parts/results/placeholderAnalytes.ts';
import { selectSparklines } from '../../parts/results/sparklineSelection.ts';
import { latePart } from '../../ui/loading/lazyScreen.ts';
import { useRecord, useSite, useTodayMs } from '../../parts/openRecord/openRecordContexts.ts';
import { pinnedFirst, readPins } from '../../parts/results/pins.ts';
import { absenceText } from '../../parts/recordStatus/recordStatusText.ts';
import { ResultColumn } from './ResultColumn.tsx';
import type { TileView } from '../../parts/results/tileView.ts';
import {
  columnsOf,
  tileEntriesOf,
  seriesEntryOf,
  placeBriefLines,
  columnsWithFixedStarts,
  type TileEntry,
} from '../../parts/results/tileLayout.ts';
import { completenessOf, type RecordCompleteness } from '../../parts/recordStatus/recordCompleteness.ts';
import { nameQualifiers } from '../../parts/results/nameQualifiers.ts';
import type { Layout } from '../../parts/results/useLayout.ts';
import { useMonitor } from '../../parts/monitor/useMonitor.ts';
import { useOverviewSearch, type OverviewSearch } from './useSearch.tsx';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';
import styles from './Results.module.css';

// None of them is drawn, so they may come after the first chart.
const BriefResults = latePart(
  async () => (await import('./BriefResults.tsx')).BriefResults,
  () => <p>Further results could not be loaded. Reload the page to try again.</p>,
);
const FurtherResults = latePart(
  async () => (await import('./FurtherResults.tsx')).FurtherResults,
  () => <p>Further results could not be loaded. Reload the page to try again.</p>,
);

const NO_SERIES: RecordSnapshot['series'] = [];

type ResultsProps = {
  readonly query: string;
  /** The query with which Enter was pressed; '' once it was followed. */
  readonly enteredQuery: string;
  readonly onEnteredQuery: (query: string) => void;
  readonly layout: Layout;
  readonly frame: Frame;
  readonly dated: boolean;
  /** undefined while nothing but the curves is to be loaded. */
  readonly window: ViewWindow | undefined;
  /** Under the curves, on their time axis. */
  readonly children?: ReactNode;
};

/** Which group begins a column is decided by the screen as it stands before the first result. */
const headsOf = (pins: readonly string[], columns: number, tilePx: number) =>
  columnsOf(pinnedFirst(tileEntriesOf([], placeholderAnalytes(pins)), pins), columns, tilePx).map(
    ([first]) => first?.heading,
  );

const ALL: { readonly matches?: readonly TileEntry[]; readonly explanation: string } = { explanation: '' };

/** What stands in the columns and what stands in the list, as far as the search lets it through. */
function placedIn(
  record: RecordSnapshot | undefined,
  completeness: RecordCompleteness,
  pins: readonly string[],
  query: string,
  search: OverviewSearch | undefined,
) {
  const series = record?.series ?? NO_SERIES;
  const expected = placeholderAnalytes(pins);
  const here = new Set(series.map(({ analyteId }) => analyteId));
  const absent = completeness === 'complete' ? expected.filter(({ id }) => !here.has(id)) : [];
  const entries = tileEntriesOf(series, completeness === 'complete' ? [] : expected);
  const listed = series.filter(({ rows }) => rows.length === 0).map(seriesEntryOf);
  const { matches, explanation } = (query && search?.searchEntries([...entries, ...listed], query)) || ALL;
  const shown = matches ? entries.filter((entry) => matches.includes(entry)) : entries;
  const shownListed = matches ? listed.filter((entry) => matches.includes(entry)) : listed;
  return {
    found: pinnedFirst(shown, pins),
    explanation,
    listed: shownListed.map((entry) => entry.series),
    absent: query ? [] : absent.map(({ name }) => name),
    hiddenCount: entries.length + listed.length - shown.length - shownListed.length,
  };
}

/** About as wide as the count beside a name, and as one of its letters, at a text size of 16 px. */
const COUNT_PX = 36;
const LETTER_PX = 6.2;

type LaidOutOptions = Pick<ResultsProps, 'query' | 'layout' | 'frame'> & {
  readonly record: RecordSnapshot | undefined;
  readonly pins: readonly string[];
  readonly monitor: ReturnType<typeof useMonitor>;
};

/**
 * The strips of a monitor, if there is one; which results have a curve and in which column; which are lines, and where these
 * stand. A search shows tiles alone.
 */
function laidOut(
  found: readonly TileEntry[],
  { pins, record, query, layout, frame, monitor }: LaidOutOptions,
) {
  const tilePx = layout.plotHeightPx / layout.scale + 22;
  const heads = headsOf(pins, layout.columns, tilePx);
  const isEnded = record?.ended === true;
  const select = (entries: readonly TileEntry[], roomPx: number) =>
    isEnded && !query
      ? selectSparklines(entries, frame, { columns: layout.columns, tilePx, roomPx })
      : { sparklines: entries, brief: [], outside: [] };
  const parts = query ? undefined : monitor?.monitorParts(found, frame, layout, select);
  const { sparklines, brief, outside } = parts ?? select(found, layout.columnRoomPx);
  const columns = columnsWithFixedStarts(sparklines, heads, tilePx, isEnded);
  return { parts, columns, outside, ...placeBriefLines(columns, brief, tilePx) };
}

/** Where the first screen holds all curves, it says what it does not hold. */
const moreText = (count: number, record: RecordSnapshot | undefined, layout: Layout): string =>
  layout.columnRoomPx > 0 && record?.ended && count > 0 ? `${count} more under the events` : '';

/** The columns of curves, the search over them, and what stands in lines because it has no curve. */
export function Results(props: ResultsProps) {
  const { query, enteredQuery, onEnteredQuery, layout, frame, dated, window } = props;
  const { record, reported } = useRecord();
  const { id: siteId, label: siteLabel } = useSite();
  const todayMs = useTodayMs();
  const pins = useMemo(() => readPins(siteId), [siteId]);
  const search = useOverviewSearch(query !== '');
  const monitor = useMonitor(record);
  const completeness = completenessOf(record);
  const maxNameLength = Math.floor((layout.plotWidthPx / layout.scale - COUNT_PX) / LETTER_PX);
  const view = useMemo(
    (): TileView => ({ frame, completeness, todayMs, maxNameLength }),
    [frame, completeness, todayMs, maxNameLength],
  );
  const placed = placedIn(record, completeness, pins, query, search);
  const { found, explanation, listed, absent, hiddenCount } = placed;
  const { parts, columns, inColumns, below, outside } = laidOut(found, {
    record,
    query,
    layout,
    frame,
    pins,
    monitor,
  });
  const more = parts ? '' : moreText(below.length + outside.length + listed.length, record, layout);
  const qualifiers = nameQualifiers(record?.series ?? NO_SERIES);
  const column = { view, absence: absenceText(record, siteLabel), qualifiers, layout, dated, window };
  return (
    <>
      {query && search && (
        <search.SearchResults
          {...{ query, enteredQuery, onEnteredQuery, explanation, hiddenCount }}
          className={styles.found}
          matches={[...found, ...listed]}
        />
      )}
      {parts && monitor && record && (
        <monitor.MonitorSection {...parts} {...{ record, qualifiers, frame, layout }} view={window}>
          <ResultColumn blocks={parts.sideBlocks} {...column} more="" />
        </monitor.MonitorSection>
      )}
      <div className={styles.columns}>
        {columns.map((blocks, i) => (
          <ResultColumn key={i} {...column} blocks={blocks} more={i === columns.length - 1 ? more : ''}>
            <Suspense>
              {window && <BriefResults groups={inColumns[i] ?? []} view={view} qualifiers={qualifiers} />}
            </Suspense>
          </ResultColumn>
        ))}
      </div>
      {!parts && props.children}
      {window && reported && (
        <Suspense>
          <FurtherResults brief={below} {...{ reported, query, view, qualifiers, outside, listed, absent }} />
        </Suspense>
      )}
    </>
  );
}
