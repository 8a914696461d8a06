/* oxlint-disable jsx-a11y/prefer-tag-over-role -- laid out by position in both directions, which no table is */
import { memo } from 'react';
import { distinctCount } from '../../charts/reading/chartEntries.ts';
import { BucketResults } from './buckets/BucketResults.tsx';
import { spokenBucket } from './buckets/bucketFacts.ts';
import { bucketSummary } from './buckets/bucketSummary.ts';
import { FirstResult } from './FirstResult.tsx';
import { cellEntries, spokenCell } from './gridCells.ts';
import { severestFirst } from './severestFirst.ts';
import type { GridColumn } from './gridColumns.ts';
import { columnClass } from './GridHead.tsx';
import type { SeriesRow } from './gridData.ts';
import styles from './GridSheet.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';

type GridCellProps = {
  readonly seriesRow: SeriesRow;
  readonly column: GridColumn;
  readonly address: string;
  readonly isActive: boolean;
};

/** Returns what a cell shows and what a screen reader says of it. */
function cellOf(seriesRow: SeriesRow, { momentIndex, moment }: GridColumn, timeZone: string) {
  const summary = moment.bucket && bucketSummary(seriesRow, momentIndex);
  if (summary && summary.count > 1)
    return {
      spoken: spokenBucket(summary, seriesRow, timeZone),
      face: <BucketResults {...{ summary, seriesRow }} />,
    };
  const entries = severestFirst(summary?.entries ?? cellEntries(seriesRow, momentIndex));
  const [first] = entries;
  const count = distinctCount(entries);
  return {
    spoken: spokenCell(entries, seriesRow, timeZone),
    face: first && <FirstResult entry={first} {...{ seriesRow, count }} />,
  };
}

/**
 * Shows the first result of one analyte at one moment and how many there are, or the last and the extremes of an hour, a shift
 * or a day. A screen reader reads all results of a moment.
 */
export const GridCell = memo(function GridCell({ seriesRow, column, address, isActive }: GridCellProps) {
  const timeZone = useTimeZone();
  const { spoken, face } = cellOf(seriesRow, column, timeZone);
  return (
    <div
      role="gridcell"
      aria-colindex={column.index + 2}
      aria-label={spoken}
      tabIndex={isActive ? 0 : -1}
      data-at={address}
      className={columnClass(styles.cell, column)}
      style={{ left: column.leftPx, width: column.widthPx }}
    >
      {face}
    </div>
  );
});
