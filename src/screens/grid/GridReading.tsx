import { useMemo, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { countText } from '../../charts/format/numberText.ts';
import { GrowingList } from '../../parts/recordStatus/MoreRows.tsx';
import { bucketFacts } from './buckets/bucketFacts.ts';
import { summaryOf, type BucketSummary } from './buckets/bucketSummary.ts';
import type { CellKey } from './useGridNavigation.ts';
import { ReadingFlags } from '../../parts/results/ReadingFlags.tsx';
import { distinctCount, type ChartEntry } from '../../charts/reading/chartEntries.ts';
import { entryFlagText, utcText } from '../../charts/reading/readingText.ts';
import { cellFacts, cellTimeText, cellValueText, type CellResults } from './gridCells.ts';
import type { SeriesRow } from './gridData.ts';
import { columnMomentText } from './gridColumns.ts';
import { severestFirst } from './severestFirst.ts';
import styles from './GridReading.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useActions } from '../../parts/openRecord/openRecordContexts.ts';
import { gridTexts } from './grid.messages.ts';

type GridReadingProps = {
  readonly ref: Ref<HTMLElement>;
  readonly activeCell: CellResults | undefined;
  /** The results of this hour, shift or day are listed until the reader closes them. */
  readonly openedCell: CellResults | undefined;
  readonly onOpen: (key: CellKey) => void;
  readonly onClose: () => void;
};

type CellResultProps = { readonly entry: ChartEntry; readonly seriesRow: SeriesRow };

function CellResult({ entry, seriesRow }: CellResultProps) {
  const timeZone = useTimeZone();
  const { openSource } = useActions();
  const { id } = entry.rows[0];
  return (
    <li>
      <b dir="auto">{cellValueText(entry, seriesRow)}</b>
      <ReadingFlags entry={entry} />
      <span dir="auto">{entryFlagText(entry)}</span>
      <time data-tooltip={utcText(entry)}>{cellTimeText(entry, timeZone)}</time>
      {cellFacts(entry, timeZone).map((text) => (
        <span key={text} dir="auto">
          {text}
        </span>
      ))}
      <button type="button" className={styles.source} onClick={() => openSource(id)}>
        {gridTexts('source', { id })}
      </button>
    </li>
  );
}

const drawItalic = (part: ReactNode, key: number) => <i key={key}>{part}</i>;
const drawUnderlined = (part: ReactNode, key: number) => <u key={key}>{part}</u>;

const Legend = () => (
  <p className={styles.legend}>
    <span>{gridTexts('legendOutside')}</span>
    <span>{gridTexts('legendPreliminary')}</span>
    <span>{gridTexts('legendToCheck')}</span>
    <span>{gridTexts.rich('legendListed', { i: drawItalic })}</span>
    <span>{gridTexts.rich('legendDerived', { u: drawUnderlined })}</span>
    <span>{gridTexts('legendSeveral')}</span>
    <span>{gridTexts('legendEmpty')}</span>
  </p>
);

type CellProps = { readonly cell: CellResults };

/** Shows the results of one time, each in full. */
function MomentResults({ cell }: CellProps) {
  const timeZone = useTimeZone();
  const resultCount = distinctCount(cell.entries);
  return (
    <>
      <p>
        <b>{cell.seriesRow.name}</b>{' '}
        {cell.entries.length === 0 &&
          gridTexts('noResultAt', { moment: columnMomentText(cell.moment, timeZone) })}
        {resultCount > 1 && gridTexts('results', { count: String(resultCount) })}
      </p>
      <ul>
        {severestFirst(cell.entries).map((entry) => (
          <CellResult key={entry.key} entry={entry} seriesRow={cell.seriesRow} />
        ))}
      </ul>
    </>
  );
}

/** Returns "Heart rate" and "24 Nov 2026, 07–19: 144 results" for a cell of many results. */
function useBucketHeading({ moment, entries }: CellResults): string {
  const timeZone = useTimeZone();
  const count = distinctCount(entries);
  return gridTexts('bucketResults', {
    when: columnMomentText(moment, timeZone),
    count,
    shown: countText(count),
  });
}

type BucketProps = CellProps & { readonly summary: BucketSummary };

/** Says what an hour, a shift or a day holds, and offers to show all of it. */
function BucketReading({ cell, summary, onOpen }: BucketProps & { readonly onOpen: () => void }) {
  const timeZone = useTimeZone();
  return (
    <p>
      <b>{cell.seriesRow.name}</b> {useBucketHeading(cell)}.{' '}
      {bucketFacts(summary, cell.seriesRow, timeZone).join('; ')}{' '}
      <button type="button" className={styles.source} onClick={onOpen}>
        {gridTexts('openBucket', { count: countText(summary.count) })}
      </button>
    </p>
  );
}

/** Lists every result of an hour, a shift or a day, the newest first. */
function OpenedBucket({ cell, onClose }: CellProps & { readonly onClose: () => void }) {
  const newestFirst = useMemo(() => cell.entries.toReversed(), [cell.entries]);
  return (
    <>
      <p>
        <b>{cell.seriesRow.name}</b> {useBucketHeading(cell)}{' '}
        <button type="button" className={styles.source} onClick={onClose}>
          {gridTexts('closeBucket')}
        </button>
      </p>
      <GrowingList all={newestFirst}>
        {(entry) => <CellResult key={entry.key} entry={entry} seriesRow={cell.seriesRow} />}
      </GrowingList>
    </>
  );
}

/**
 * Shows every result of the active cell in full below the sheet, for pointer, touch and keyboard alike (rule 12). A cell of
 * many results is summed up there, until it is opened.
 */
export function GridReading({ ref, activeCell, openedCell, onOpen, onClose }: GridReadingProps) {
  const summary = activeCell?.moment.bucket && summaryOf(activeCell.entries);
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !openedCell) return;
    event.preventDefault(); // else the screen would close too
    onClose();
  };
  const className = openedCell ? `${styles.reading} ${styles.opened}` : styles.reading;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of the buttons inside
    <section
      ref={ref}
      className={className}
      aria-label={gridTexts('chosenCell')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it
      tabIndex={0}
      onKeyDown={closeOnEscape}
    >
      {openedCell ? (
        <OpenedBucket
          key={`${openedCell.seriesRow.id} ${openedCell.moment.key}`}
          cell={openedCell}
          onClose={onClose}
        />
      ) : activeCell && summary && summary.count > 1 ? (
        <BucketReading cell={activeCell} summary={summary} onOpen={() => onOpen(cellKeyOf(activeCell))} />
      ) : activeCell ? (
        <MomentResults cell={activeCell} />
      ) : (
        <Legend />
      )}
    </section>
  );
}

const cellKeyOf = ({ seriesRow, moment }: CellResults): CellKey => ({
  row: seriesRow.id,
  column: moment.key,
});
