import { createContext, use, useMemo, useState } from 'react';
import { SourceButtons } from '../../parts/results/table/SourceButtons.tsx';
import type { Strip } from '../../charts/strip/strip.ts';
import { ReadingFlags } from '../../parts/results/ReadingFlags.tsx';
import { entryAttachedText } from '../../charts/reading/attachedText.ts';
import type { ChartEntry } from '../../charts/reading/chartEntries.ts';
import {
  entryDrawingText,
  entryUnit,
  entryValue,
  isTextResult,
  timeZoneCity,
  entryRangeText,
  entryStatusText,
  utcText,
  entryWhenText,
} from '../../charts/reading/readingText.ts';
import { resultsText } from '../../parts/recordStatus/recordStatusText.ts';
import type { RowProps } from '../../parts/results/table/ResultRow.tsx';
import { ResultTable, type TableColumns } from '../../parts/results/table/ResultTable.tsx';
import styles from '../../parts/statistics/StatisticsTable.module.css';
import { useLoadedRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { NewerLine } from '../../parts/results/newer/NewerLine.tsx';
import { newerUncharted } from '../../clinical/series/newest/newerUncharted.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { compareTexts } from './compare.messages.ts';

/** The table holds entries of several strips; this maps the key of an entry to its strip. */
const EntryOrigins = createContext<ReadonlyMap<string, { readonly strip: Strip }>>(new Map());

const COLUMN_TITLES = [
  compareTexts('result'),
  compareTexts('value'),
  compareTexts('flag'),
  compareTexts('rangeColumn'),
  compareTexts('status'),
  compareTexts('methodSiteNote'),
  compareTexts('drawing'),
  compareTexts('source'),
];

const AS_TEXT = compareTexts('asText');

function CompareTableHead() {
  const timeTitle = compareTexts('time', { city: timeZoneCity(useTimeZone()) });
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" data-tooltip={timeTitle}>
          {timeTitle}
        </th>
        {COLUMN_TITLES.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function CompareRow({ entry, rowIndex, selected }: RowProps) {
  const timeZone = useTimeZone();
  const strip = use(EntryOrigins).get(entry.key)?.strip;
  if (!strip) return null;
  const { series, name } = strip;
  const attached = entryAttachedText(entry, timeZone);
  return (
    <tr data-place={rowIndex} aria-rowindex={rowIndex + 2} aria-selected={selected}>
      <td data-tooltip={utcText(entry)}>{entryWhenText(entry, timeZone)}</td>
      <td dir="auto">{name}</td>
      <td>
        {isTextResult(entry) ? (
          <span className={styles.quiet}>{AS_TEXT}</span>
        ) : (
          <>
            <b>{entryValue(entry, series)}</b> <bdi>{entryUnit(entry, series)}</bdi>
          </>
        )}
      </td>
      <td>
        <ReadingFlags entry={entry} />
      </td>
      <td dir="auto" data-tooltip={entryRangeText(entry)}>
        {entryRangeText(entry)}
      </td>
      <td>{entryStatusText(entry)}</td>
      <td dir="auto" data-tooltip={attached}>
        {attached}
      </td>
      <td dir="auto" data-tooltip={entryDrawingText(entry)}>
        {entryDrawingText(entry)}
      </td>
      <td>
        <SourceButtons
          entry={entry}
          when={`${name}, ${entryWhenText(entry, timeZone)}`}
          tabIndex={selected ? 0 : -1}
        />
      </td>
    </tr>
  );
}

const COMPARE_COLUMNS: TableColumns = {
  Head: CompareTableHead,
  Row: CompareRow,
  columnCount: 1 + COLUMN_TITLES.length,
};

type CompareTableProps = {
  readonly strips: readonly Strip[];
  readonly momentMs: number | undefined;
  /** The name reads like "what is compared, in this window". */
  readonly name: string;
  readonly onSelect: (strip: Strip, momentMs: number) => void;
  /** It is the table of the period that is read, and not of the one that it is compared with. */
  readonly isNewest?: boolean;
};

type EntryOrigin = { readonly strip: Strip; readonly momentMs: number };

/** Returns the drawn and listed results of the window, newest first (rules 56, 57), and for each its strip. */
function entriesInWindow(strips: readonly Strip[]) {
  const origins = new Map<string, EntryOrigin>();
  const entries: ChartEntry[] = [];
  let undatedCount = 0;
  for (const strip of strips) {
    // A result that was sent again has the index of the one that stands for it, and a row of its own.
    const moments = new Map(strip.inside.map(({ entry, momentMs }) => [entry.index, momentMs]));
    const listed = new Set(strip.listedInside);
    for (const entry of strip.entries.all) {
      if (Number.isNaN(entry.timeMs)) undatedCount++;
      if (!listed.has(entry) && !moments.has(entry.index)) continue;
      origins.set(entry.key, { strip, momentMs: moments.get(entry.index) ?? entry.timeMs });
      entries.push(entry);
    }
  }
  return { origins, undatedCount, entries: entries.toSorted((a, b) => b.timeMs - a.timeMs) };
}

/** Says of each strip whose newest result is not charted what it is, as its reading does: the row may lie outside of the period (rule 13). */
function NewerOfStrips({ strips }: Pick<CompareTableProps, 'strips'>) {
  const { series: all } = useLoadedRecord();
  const timeZone = useTimeZone();
  return strips.map(({ id, name, series, partner }) => {
    const newer = newerUncharted([series, partner], all);
    return (
      newer.length > 0 && (
        <p key={id} dir="auto">
          {name}: <NewerLine {...{ newer, timeZone }} />
        </p>
      )
    );
  });
}

/** Draws the data table of the strips: the same results in one table, read by the same cursor. */
export function CompareTable({ strips, momentMs, name, onSelect, isNewest = false }: CompareTableProps) {
  const { origins, undatedCount, entries } = useMemo(() => entriesInWindow(strips), [strips]);
  const [key, setKey] = useState('');
  const isRead = (entryKey: string) => momentMs !== undefined && origins.get(entryKey)?.momentMs === momentMs;
  const selected =
    entries.find((entry) => entry.key === key && isRead(key)) ?? entries.find((entry) => isRead(entry.key));
  const [first] = strips;
  if (!first) return null;
  return (
    <div className={styles.table}>
      <EntryOrigins value={origins}>
        <ResultTable
          entries={entries}
          series={first.series}
          name={name}
          selected={selected}
          onSelect={(entry) => {
            const origin = origins.get(entry.key);
            setKey(entry.key);
            if (origin) onSelect(origin.strip, origin.momentMs);
          }}
          columns={COMPARE_COLUMNS}
        />
      </EntryOrigins>
      {isNewest && <NewerOfStrips strips={strips} />}
      {undatedCount > 0 && (
        <p className={styles.quiet}>{compareTexts('undated', { results: resultsText(undatedCount) })}</p>
      )}
    </div>
  );
}
