/* oxlint-disable jsx-a11y/prefer-tag-over-role -- laid out by position in both directions, which no table is */
import { memo } from 'react';
import { FlagText } from '../../charts/marks/FlagText.tsx';
import { symbolPath } from '../../charts/marks/symbols.tsx';
import { distinctCount, type ChartEntry } from '../../charts/reading/chartEntries.ts';
import {
  cellEntries,
  cellContentOf,
  lettersBeforeValue,
  markedRow,
  spokenCell,
  statusTag,
  type CellContent,
} from './gridCells.ts';
import type { GridColumn } from './gridColumns.ts';
import { columnClass } from './GridHead.tsx';
import type { SeriesRow } from './gridData.ts';
import styles from './GridSheet.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';

/** Rule 34: a hollow dashed circle stands for a preliminary result. Its flag may still change, so none is shown. */
const Preliminary = () => (
  <svg className={styles.preliminary} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
    <path d={symbolPath('preliminary', 6, 6, 2.4)} />
  </svg>
);

function ResultMark({ entry, status }: { readonly entry: ChartEntry; readonly status: string }) {
  if (status === 'preliminary') return <Preliminary />;
  return <FlagText kind={markedRow(entry).kind} />;
}

function valueClass({ isTextual, isListed, isDerived, isFlagged }: CellContent): string {
  const classes = [
    isTextual && styles.words,
    isListed && styles.listed,
    isFlagged && styles.flagged,
    isDerived && styles.derived,
  ];
  return classes.filter(Boolean).join(' ');
}

type FirstResultProps = {
  readonly entry: ChartEntry;
  readonly seriesRow: SeriesRow;
  /** The number of results in the cell, each counted once. */
  readonly count: number;
};

function FirstResult({ entry, seriesRow, count }: FirstResultProps) {
  const content = cellContentOf(entry, seriesRow);
  const tag = statusTag(content);
  // The blanks part the letters for a voice that is told to choose the cell by what is seen.
  const hasLetters = lettersBeforeValue(entry, count, seriesRow) !== '';
  return (
    <>
      <span className={styles.mark}>
        <ResultMark entry={entry} status={content.status} />
        {tag && <i className={styles.tag}> {tag}</i>}
        {count > 1 && <i className={styles.count}> ×{count}</i>}
      </span>
      {hasLetters && ' '}
      <span className={valueClass(content)} dir={content.isTextual ? 'auto' : undefined}>
        {content.text}
        {!entry.sides && !content.isTextual && <span className={styles.fraction}>{content.fraction}</span>}
      </span>
    </>
  );
}

type GridCellProps = {
  readonly seriesRow: SeriesRow;
  readonly column: GridColumn;
  readonly address: string;
  readonly isActive: boolean;
};

/** Shows the first result of one analyte at one moment and how many there are. A screen reader reads all of them. */
export const GridCell = memo(function GridCell({ seriesRow, column, address, isActive }: GridCellProps) {
  const timeZone = useTimeZone();
  const entries = cellEntries(seriesRow, column.momentIndex);
  const [first] = entries;
  return (
    <div
      role="gridcell"
      aria-colindex={column.index + 2}
      aria-label={spokenCell(entries, seriesRow, timeZone)}
      tabIndex={isActive ? 0 : -1}
      data-at={address}
      className={columnClass(styles.cell, column)}
      style={{ left: column.leftPx, width: column.widthPx }}
    >
      {first && <FirstResult entry={first} seriesRow={seriesRow} count={distinctCount(entries)} />}
    </div>
  );
});
