import { Suspense, useMemo, type ReactNode } from 'react';
import type { Frame } from '../charts/frame.ts';
import { TimeAxis } from '../charts/TimeAxis.tsx';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { BriefResults } from './BriefResults.tsx';
import { expectedWith } from './expected.ts';
import { glanceOf } from './glance.ts';
import { latePart } from './lazyScreen.ts';
import { NotOnCurve } from './NotOnCurve.tsx';
import type { InContext } from './OverviewEvents.tsx';
import { pinnedFirst, pinsOf } from './pins.ts';
import { absenceText } from './recordWords.ts';
import { Tile, WaitingTile, type TileView } from './Tile.tsx';
import {
  columnsOf,
  entriesOf,
  entryOf,
  roomBeside,
  steadyColumns,
  type Block,
  type Entry,
} from './tileColumns.ts';
import type { Claims } from './tileWords.ts';
import { toldApart } from './toldApart.ts';
import type { Layout } from './useLayout.ts';
import { useMonitor } from './useMonitor.ts';
import { useSearch, type Search } from './useSearch.tsx';
import type { ViewWindow } from './useTimeWindow.ts';
import styles from './Results.module.css';

// A pointer needs it, so it may come after the first chart.
const AxisBrush = latePart(
  async () => (await import('./AxisBrush.tsx')).AxisBrush,
  () => null,
);

/** What tells series of one name apart, by their ids. */
type Apart = ReturnType<typeof toldApart>;

type TileOfProps = {
  readonly entry: Entry;
  readonly view: TileView;
  readonly absence: string;
  readonly apart: Apart;
};

function TileOf({ entry, view, absence, apart }: TileOfProps) {
  const { kind, name, id } = entry;
  if (kind === 'waiting') return <WaitingTile name={name} frame={view.frame} text={absence} />;
  const diastolic = kind === 'pair' ? entry.diastolic : undefined;
  return <Tile name={name} apart={apart.get(id)} series={entry.series} diastolic={diastolic} view={view} />;
}

type ColumnProps = {
  readonly blocks: readonly Block[];
  readonly view: TileView;
  readonly absence: string;
  readonly apart: Apart;
  readonly layout: Layout;
  readonly dated: boolean;
  /** undefined while nothing else than the curves is to be loaded. */
  readonly window: ViewWindow | undefined;
  readonly children?: ReactNode;
};

function Column({ blocks, view, absence, apart, layout, dated, window, children }: ColumnProps) {
  const axisPx = 15 * layout.scale;
  return (
    <div className={styles.column}>
      <div className={styles.axis} style={{ width: view.frame.width }}>
        {dated && blocks.length > 0 && (
          <>
            <TimeAxis frame={view.frame} height={axisPx} scale={layout.scale} />
            <Suspense>{window && <AxisBrush frame={view.frame} heightPx={axisPx} view={window} />}</Suspense>
          </>
        )}
      </div>
      {blocks.map(({ heading, entries, continued }) => (
        <section key={heading + (entries[0]?.id ?? '')}>
          {heading && <h2 className={styles.group}>{continued ? `${heading}, continued` : heading}</h2>}
          {entries.map((entry) => (
            <TileOf key={entry.id} {...{ entry, view, absence, apart }} />
          ))}
        </section>
      ))}
      {children}
    </div>
  );
}

const NO_SERIES: RecordSnapshot['series'] = [];

type ResultsProps = {
  readonly record: RecordSnapshot | undefined;
  readonly query: string;
  /** The query with which Enter was pressed; '' once it was followed. */
  readonly entered: string;
  readonly onEntered: (query: string) => void;
  readonly of: InContext;
  readonly layout: Layout;
  readonly frame: Frame;
  readonly dated: boolean;
  readonly window: ViewWindow | undefined;
  readonly todayMs: number;
  readonly siteLabel: string;
  readonly siteId: string;
  /** Under the curves, on their time axis. */
  readonly children?: ReactNode;
};

const claimsOf = (record: RecordSnapshot | undefined): Claims =>
  record?.complete ? 'all' : record?.ended ? 'incomplete' : 'reading';

/** Which group begins a column is decided by the screen as it stands before the first result. */
const headsOf = (pins: readonly string[], columns: number, tilePx: number) =>
  columnsOf(pinnedFirst(entriesOf([], expectedWith(pins)), pins), columns, tilePx).map(
    ([first]) => first?.heading,
  );

const ALL: { readonly found?: readonly Entry[]; readonly said: string } = { said: '' };

/** What stands in the columns and what stands in the list, as far as the search lets it through. */
function placedIn(
  record: RecordSnapshot | undefined,
  claims: Claims,
  pins: readonly string[],
  query: string,
  search: Search | undefined,
) {
  const series = record?.series ?? NO_SERIES;
  const expected = expectedWith(pins);
  const here = new Set(series.map(({ analyteId }) => analyteId));
  const absent = claims === 'all' ? expected.filter(({ id }) => !here.has(id)) : [];
  const entries = entriesOf(series, claims === 'all' ? [] : expected);
  const listed = series.filter(({ rows }) => rows.length === 0).map(entryOf);
  const { found, said } = (query && search?.searchIn([...entries, ...listed], query)) || ALL;
  const shown = found ? entries.filter((entry) => found.includes(entry)) : entries;
  const shownListed = found ? listed.filter((entry) => found.includes(entry)) : listed;
  return {
    found: pinnedFirst(shown, pins),
    said,
    listed: shownListed.map((entry) => entry.series),
    absent: query ? [] : absent.map(({ name }) => name),
    hidden: entries.length + listed.length - shown.length - shownListed.length,
  };
}

/** About as wide as the count beside a name, and as one of its letters, at a text size of 16 px. */
const COUNT_PX = 36;
const LETTER_PX = 6.2;

type LaidOutOptions = Pick<ResultsProps, 'record' | 'query'> & {
  readonly heads: ReturnType<typeof headsOf>;
  readonly tilePx: number;
  readonly monitor: ReturnType<typeof useMonitor>;
};

/** The strips of a monitor, if there is one; the tiles in columns; and what is a line of text. A search shows tiles alone. */
function laidOut(
  found: readonly Entry[],
  frame: Frame,
  layout: Layout,
  { heads, tilePx, record, query, monitor }: LaidOutOptions,
) {
  const isEnded = record?.ended === true;
  const glance = (entries: readonly Entry[], roomPx: number) =>
    isEnded && !query
      ? glanceOf(entries, frame, { columns: layout.columns, tilePx, roomPx })
      : { curves: entries, brief: [] };
  const parts = query ? undefined : monitor?.monitorParts(found, frame, layout, glance);
  const { curves, brief } = parts ?? glance(found, layout.room);
  return { parts, columns: steadyColumns(curves, heads, tilePx, isEnded), brief };
}

export function Results(props: ResultsProps) {
  const { record, query, entered, onEntered, layout, frame, dated, window, todayMs, siteLabel, siteId } =
    props;
  const pins = useMemo(() => pinsOf(siteId), [siteId]);
  const search = useSearch(query !== '');
  const monitor = useMonitor(record);
  const claims = claimsOf(record);
  const nameRoom = Math.floor((layout.plotWidth / layout.scale - COUNT_PX) / LETTER_PX);
  const view = useMemo(
    (): TileView => ({ frame, claims, todayMs, nameRoom }),
    [frame, claims, todayMs, nameRoom],
  );
  const { found, said, listed, absent, hidden } = placedIn(record, claims, pins, query, search);
  const tilePx = layout.plotHeight / layout.scale + 22;
  const heads = headsOf(pins, layout.columns, tilePx);
  const { parts, columns, brief } = laidOut(found, frame, layout, { heads, tilePx, record, query, monitor });
  const [roomy, beside] = roomBeside(columns, tilePx, brief.length);
  const absence = absenceText(record, siteLabel);
  const apart = toldApart(record?.series ?? NO_SERIES);
  return (
    <>
      {query && search && (
        <search.Found
          {...{ query, entered, onEntered, said, hidden }}
          className={styles.found}
          found={[...found, ...listed]}
        />
      )}
      {parts && monitor && record && (
        <monitor.MonitorPlace {...parts} {...{ record, apart, frame, layout, todayMs }} of={props.of}>
          <Column blocks={parts.beside} {...{ view, absence, apart, layout, dated, window }} />
        </monitor.MonitorPlace>
      )}
      <div className={styles.columns}>
        {columns.map((blocks, i) => (
          <Column key={i} {...{ blocks, view, absence, apart, layout, dated, window }}>
            {i === roomy && <BriefResults entries={brief.slice(0, beside)} view={view} apart={apart} />}
          </Column>
        ))}
      </div>
      {!parts && props.children}
      {brief.length - beside + listed.length + absent.length > 0 && (
        <section className={styles.further} aria-label="Further results">
          <BriefResults entries={brief.slice(beside)} view={view} apart={apart} />
          <NotOnCurve series={listed} absent={absent} apart={apart} timeZone={frame.timeZone} />
        </section>
      )}
    </>
  );
}
