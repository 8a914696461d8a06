import { createContext, use, useMemo, useState } from 'react';
import { SourceButtons } from '../../parts/results/SourceButtons.tsx';
import type { Strip } from '../../charts/strip/strip.ts';
import type { TimeSpan } from '../../clinical/change/comparableRows.ts';
import { ReadingFlags } from '../../parts/results/ReadingFlags.tsx';
import type { ChartEntry } from '../../charts/reading/chartEntries.ts';
import {
  entryContextText,
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
import type { RowProps } from '../../parts/results/ResultRow.tsx';
import { ResultTable } from '../../parts/results/ResultTable.tsx';
import styles from '../../parts/statistics/StatisticsTable.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';

/** Whose results the entries of the one table are. */
const Owners = createContext<ReadonlyMap<string, { readonly strip: Strip }>>(new Map());

const HEADS = ['Result', 'Value', 'Flag sent', 'Range sent', 'Status', 'Method, site', 'Drawing', 'Source'];

function Head() {
  const timeTitle = `Time (24 h, ${timeZoneCity(useTimeZone())})`;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" title={timeTitle}>
          {timeTitle}
        </th>
        {HEADS.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function CompareRow({ entry, place, selected }: RowProps) {
  const timeZone = useTimeZone();
  const strip = use(Owners).get(entry.key)?.strip;
  if (!strip) return null;
  const { series, name } = strip;
  return (
    <tr data-place={place} aria-rowindex={place + 2} aria-selected={selected}>
      <td title={utcText(entry)}>{entryWhenText(entry, timeZone)}</td>
      <td dir="auto">{name}</td>
      <td>
        {isTextResult(entry) ? (
          <span className={styles.quiet}>as text</span>
        ) : (
          <>
            <b>{entryValue(entry, series)}</b> <bdi>{entryUnit(entry, series)}</bdi>
          </>
        )}
      </td>
      <td>
        <ReadingFlags entry={entry} />
      </td>
      <td dir="auto" title={entryRangeText(entry)}>
        {entryRangeText(entry)}
      </td>
      <td>{entryStatusText(entry)}</td>
      <td dir="auto" title={entryContextText(entry)}>
        {entryContextText(entry)}
      </td>
      <td dir="auto" title={entryDrawingText(entry)}>
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

type CompareTableProps = {
  readonly strips: readonly Strip[];
  readonly span: TimeSpan;
  readonly momentMs: number | undefined;
  /** "what is compared, in this window" */
  readonly name: string;
  readonly onSelect: (strip: Strip, momentMs: number) => void;
};

type Owned = { readonly strip: Strip; readonly momentMs: number };

/** Drawn and listed results of the window, newest first (rules 56, 57), each with its owner. */
function ownedIn(strips: readonly Strip[], { startMs, endMs }: TimeSpan) {
  const owned = new Map<string, Owned>();
  const entries: ChartEntry[] = [];
  let undated = 0;
  for (const strip of strips) {
    const moments = new Map(strip.inside.map(({ entry, momentMs }) => [entry.key, momentMs]));
    for (const entry of strip.entries.all) {
      if (Number.isNaN(entry.timeMs)) undated++;
      const isListed = entry.index < 0 && entry.timeMs >= startMs && entry.timeMs <= endMs;
      if (!isListed && !moments.has(entry.key)) continue;
      owned.set(entry.key, { strip, momentMs: moments.get(entry.key) ?? entry.timeMs });
      entries.push(entry);
    }
  }
  return { owned, undated, entries: entries.toSorted((a, b) => b.timeMs - a.timeMs) };
}

/** The twin of the strips: the same results, in one table, read by the same cursor. */
export function CompareTable({ strips, span, momentMs, name, onSelect }: CompareTableProps) {
  const { owned, undated, entries } = useMemo(() => ownedIn(strips, span), [strips, span]);
  const [key, setKey] = useState('');
  const isRead = (one: string) => momentMs !== undefined && owned.get(one)?.momentMs === momentMs;
  const selected =
    entries.find((entry) => entry.key === key && isRead(key)) ?? entries.find((entry) => isRead(entry.key));
  const [first] = strips;
  if (!first) return null;
  return (
    <div className={styles.table}>
      <Owners value={owned}>
        <ResultTable
          entries={entries}
          series={first.series}
          name={name}
          selected={selected}
          onSelect={(entry) => {
            const owner = owned.get(entry.key);
            setKey(entry.key);
            if (owner) onSelect(owner.strip, owner.momentMs);
          }}
          Head={Head}
          Row={CompareRow}
        />
      </Owners>
      {undated > 0 && (
        <p className={styles.quiet}>{resultsText(undated)} without a readable date, in no window</p>
      )}
    </div>
  );
}
