/* oxlint-disable jsx-a11y/prefer-tag-over-role -- laid out by position in both directions, which no table is */
import { memo } from 'react';
import { FlagText } from '../../charts/marks/FlagText.tsx';
import { symbolPath } from '../../charts/marks/symbols.tsx';
import type { ChartEntry } from '../../charts/reading/chartEntries.ts';
import { sideWithWorstFlag } from '../../charts/marks/pairBar.ts';
import { cellAt, cellContentOf, spokenCell, type CellContent } from './gridCells.ts';
import type { GridColumn } from './gridColumns.ts';
import { columnClass } from './GridHead.tsx';
import type { GridRowSeries } from './gridLines.ts';
import styles from './GridSheet.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';

/** Rule 34: a hollow dashed circle; what was sent with it may still change, so it has no flag yet. */
const Preliminary = () => (
  <svg className={styles.preliminary} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
    <path d={symbolPath('preliminary', 6, 6, 2.4)} />
  </svg>
);

function Mark({ entry, status }: { readonly entry: ChartEntry; readonly status: string }) {
  if (status === 'preliminary') return <Preliminary />;
  const { rows, sides } = entry;
  return (
    <FlagText
      kind={(sides && sideWithWorstFlag(sides) ? (sideWithWorstFlag(sides) ?? rows[0]) : rows[0]).kind}
    />
  );
}

const TAGS = new Set(['corrected', 'amended']);

function valueClass({ isWords, isListed, isDerived, isFlagged }: CellContent): string {
  const classes = [
    isWords && styles.words,
    isListed && styles.listed,
    isFlagged && styles.flagged,
    isDerived && styles.derived,
  ];
  return classes.filter(Boolean).join(' ');
}

function Result({
  entry,
  line,
  count,
}: {
  readonly entry: ChartEntry;
  readonly line: GridRowSeries;
  readonly count: number;
}) {
  const shown = cellContentOf(entry, line);
  return (
    <>
      <span className={styles.mark}>
        <Mark entry={entry} status={shown.status} />
        {TAGS.has(shown.status) && <i className={styles.tag}>{shown.status.slice(0, 4)}.</i>}
        {count > 1 && <i className={styles.count}>×{count}</i>}
      </span>
      <span className={valueClass(shown)} dir={shown.isWords ? 'auto' : undefined}>
        {shown.whole}
        {!entry.sides && !shown.isWords && <span className={styles.fraction}>{shown.fraction}</span>}
      </span>
    </>
  );
}

type GridCellProps = {
  readonly line: GridRowSeries;
  readonly column: GridColumn;
  readonly address: string;
  readonly isActive: boolean;
};

/** What one analyte was at one moment. The first result is shown, and how many there are; all are read out. */
export const GridCell = memo(function GridCell({ line, column, address, isActive }: GridCellProps) {
  const timeZone = useTimeZone();
  const entries = cellAt(line, column.column);
  const [first] = entries;
  return (
    <div
      role="gridcell"
      aria-colindex={column.place + 2}
      aria-label={spokenCell(entries, line, timeZone)}
      tabIndex={isActive ? 0 : -1}
      data-at={address}
      className={columnClass(styles.cell, column)}
      style={{ left: column.left, width: column.width }}
    >
      {first && <Result entry={first} line={line} count={entries.length} />}
    </div>
  );
});
