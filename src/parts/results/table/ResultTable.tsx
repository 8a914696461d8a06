import {
  memo,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ComponentType,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import type { ChartEntry } from '../../../charts/reading/chartEntries.ts';
import { timeZoneCity } from '../../../charts/reading/readingText.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { ResultRow, type RowProps } from './ResultRow.tsx';
import { usePrintWidthPx } from '../../../ui/layout/printMedia.ts';
import { useShortcut } from '../../../ui/keyboard/singleKeyShortcuts.ts';
import { useResting } from '../../../ui/useResting.ts';
import styles from './ResultTable.module.css';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { useActions } from '../../openRecord/openRecordContexts.ts';
import { readingTexts } from '../reading.messages.ts';
import { countText } from '../../../charts/format/numberText.ts';

export const ROW_PX = 24;
/** Fewer rows than this are all in the page: they can be found, printed and copied. */
const MAX_UNWINDOWED = 300;
const OVERSCAN = 10;

type RowSpacerProps = { readonly rows: number; readonly columnCount: number };

/** Stands for the rows that are not in the page. A cell wider than the table would give it further columns. */
const RowSpacer = ({ rows, columnCount }: RowSpacerProps) =>
  rows > 0 && (
    <tr aria-hidden="true" style={{ height: rows * ROW_PX }}>
      {/* Only print shows this, because nothing scrolls there. */}
      <td colSpan={columnCount}>{readingTexts('rowsNotPrinted', { count: rows, shown: countText(rows) })}</td>
    </tr>
  );

type RowRange = { readonly from: number; readonly to: number };

/** Returns the rows to put into the page for a box that is scrolled this far. */
export function visibleRows(count: number, scrollTop: number, boxPx: number): RowRange {
  if (count <= MAX_UNWINDOWED) return { from: 0, to: count };
  const first = Math.floor(scrollTop / ROW_PX);
  // The range moves in whole steps of the spare rows, so that a small scroll changes nothing in the page.
  const from = Math.max(0, Math.floor(first / OVERSCAN) * OVERSCAN - OVERSCAN);
  return { from, to: Math.min(count, from + Math.ceil(boxPx / ROW_PX) + 3 * OVERSCAN) };
}

/** Scrolls so that the row is inside the box and not under the head. */
function scrollTo(box: HTMLElement, rowIndex: number) {
  const top = rowIndex * ROW_PX;
  const room = box.clientHeight - 2 * ROW_PX;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top > box.scrollTop + room) box.scrollTop = top - room;
}

/** Returns the place of a result in the table; -1 where it is not in it. The rows are in order of time, the newest first. */
function placeOf(entries: readonly ChartEntry[], selected: ChartEntry | undefined): number {
  if (!selected) return -1;
  const { key, timeMs } = selected;
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.timeMs > timeMs) low = middle + 1;
    else high = middle;
  }
  for (let i = low; entries[i]?.timeMs === timeMs; i++) if (entries[i]!.key === key) return i;
  // A result without a time stands at the end.
  return entries.findIndex((entry) => entry.key === key);
}

const ROW_MOVES: Record<string, (rowIndex: number, last: number) => number> = {
  ArrowDown: (rowIndex, last) => Math.min(last, rowIndex + 1),
  ArrowUp: (rowIndex) => Math.max(0, rowIndex - 1),
  Home: () => 0,
  End: (_, last) => last,
};

type ResultTableProps = {
  /** These are all results in view, the newest first and undated ones last (rules 56 and 57). */
  readonly entries: readonly ChartEntry[];
  /** Other results lie outside the window. */
  readonly isWindowed?: boolean;
  readonly series: Series;
  readonly name: string;
  readonly selected: ChartEntry | undefined;
  readonly onSelect: (entry: ChartEntry) => void;
  /** Another table of results has columns of its own. */
  readonly columns?: TableColumns;
  /** The rows are results that were sent, so that Enter opens the source of the selected one. */
  readonly hasSources?: boolean;
};

type HeadProps = { readonly series: Series };

/** These are the columns of a table: their head, and a row with a cell for each. */
export type TableColumns = {
  readonly Head: ComponentType<HeadProps>;
  readonly Row: ComponentType<RowProps>;
  readonly columnCount: number;
};

const RESULT_COLUMNS = ['time', 'result', 'flag', 'range', 'status', 'context', 'drawing', 'source'] as const;

const ResultHead = memo(function ResultHead({ series }: HeadProps) {
  const timeZone = useTimeZone();
  return (
    <>
      <colgroup>
        {RESULT_COLUMNS.map((column) => (
          <col key={column} className={styles[column]} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col">{readingTexts('time', { zone: timeZoneCity(timeZone) })}</th>
          <th scope="col" className={styles.number}>
            {series.unitText ? readingTexts('resultIn', { unit: series.unitText }) : readingTexts('result')}
          </th>
          <th scope="col">{readingTexts('flag')}</th>
          <th scope="col">{readingTexts('range')}</th>
          <th scope="col">{readingTexts('status')}</th>
          <th scope="col">{readingTexts('context')}</th>
          <th scope="col">{readingTexts('drawing')}</th>
          <th scope="col">{readingTexts('source')}</th>
        </tr>
      </thead>
    </>
  );
});

const RESULTS: TableColumns = { Head: ResultHead, Row: ResultRow, columnCount: RESULT_COLUMNS.length };

/** Returns the props of the scrolling box. Keys must reach it, and then choose a row as a press on the row does. */
function boxProps(
  label: string,
  entries: readonly ChartEntry[],
  rowIndex: number,
  onSelect: ResultTableProps['onSelect'],
  openSource: ((observationId: string) => void) | undefined,
) {
  return {
    role: 'group',
    tabIndex: 0,
    'aria-label': label,
    onKeyDown(event: KeyboardEvent) {
      const selectedEntry = entries[rowIndex];
      // A button in the row handles the key itself.
      if (event.key === 'Enter' && selectedEntry && event.target === event.currentTarget)
        openSource?.(selectedEntry.rows[0].id);
      const move = ROW_MOVES[event.key];
      const entry = move && entries[move(rowIndex, entries.length - 1)];
      if (!entry || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      onSelect(entry);
    },
    onClick({ target }: MouseEvent) {
      const row = target instanceof Element ? target.closest('tr') : null;
      const entry = entries[Number(row?.dataset['place'] ?? -1)];
      if (entry) onSelect(entry);
    },
  };
}

/**
 * A pointer over the chart of a long record selects another result with each frame, a thousand rows away. To draw the table there took
 * most of the frame, so it follows when the pointer rests.
 */
const REST_MS = 100;

/** Returns the place of the selected result, and of the one that the table shows as selected. */
function useSelectedPlaces(
  { entries, selected, onSelect }: Pick<ResultTableProps, 'entries' | 'selected' | 'onSelect'>,
  isWhole: boolean,
) {
  // A result that was chosen in the table itself is followed at once.
  const [chosenKey, setChosenKey] = useState('');
  const resting = useResting(selected, REST_MS);
  const shown = isWhole || selected?.key === chosenKey ? selected : resting;
  return {
    selectedPlace: useMemo(() => placeOf(entries, selected), [entries, selected]),
    shownPlace: useMemo(() => placeOf(entries, shown), [entries, shown]),
    choose: (entry: ChartEntry): void => {
      setChosenKey(entry.key);
      onSelect(entry);
    },
  };
}

/**
 * Shows as a table all results in view, also those without a point. A long table has only its visible rows in
 * the page.
 */
export function ResultTable({
  entries,
  isWindowed = false,
  series,
  name,
  selected,
  onSelect,
  columns: { Head, Row, columnCount } = RESULTS,
  hasSources = true,
}: ResultTableProps) {
  const { openSource } = useActions();
  const box = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState<RowRange>(() => visibleRows(entries.length, 0, 480));
  // Nothing scrolls on paper. It has the newest results, and says how many are left out.
  const isWhole = usePrintWidthPx() !== undefined || entries.length <= MAX_UNWINDOWED;
  const { from, to } = isWhole ? { from: 0, to: Math.min(entries.length, MAX_UNWINDOWED) } : range;
  const { selectedPlace, shownPlace, choose } = useSelectedPlaces({ entries, selected, onSelect }, isWhole);

  useEffect(() => {
    if (box.current && shownPlace >= 0) scrollTo(box.current, shownPlace);
  }, [shownPlace]);

  function follow() {
    const { scrollTop = 0, clientHeight = 0 } = box.current ?? {};
    const next = visibleRows(entries.length, scrollTop, clientHeight);
    if (next.from !== from || next.to !== to) setRange(next);
  }
  const windowed = isWindowed ? 'yes' : 'no';
  const label = readingTexts('tableLabel', { name, windowed });
  return (
    <div
      ref={box}
      className={styles.box}
      data-twin=""
      aria-keyshortcuts={useShortcut('t')}
      {...boxProps(label, entries, selectedPlace, choose, hasSources ? openSource : undefined)}
      onScroll={follow}
    >
      <table aria-rowcount={entries.length + 1}>
        <caption className={styles.caption}>{readingTexts('tableCaption', { name, windowed })}</caption>
        <Head series={series} />
        <tbody>
          <RowSpacer rows={from} columnCount={columnCount} />
          {entries.slice(from, to).map((entry, i) => (
            <Row
              key={entry.key}
              entry={entry}
              series={series}
              rowIndex={from + i}
              selected={from + i === shownPlace}
            />
          ))}
          <RowSpacer rows={entries.length - to} columnCount={columnCount} />
        </tbody>
      </table>
    </div>
  );
}
