/* oxlint-disable jsx-a11y/prefer-tag-over-role -- laid out by position in both directions, which no table is */
import { memo, useMemo } from 'react';
import type { Frame } from '../../charts/axis/frame.ts';
import { PairSparkline } from '../../charts/sparkline/PairSparkline.tsx';
import { Sparkline } from '../../charts/sparkline/Sparkline.tsx';
import { GridCell } from './GridCell.tsx';
import { NewerLine } from '../../parts/results/newer/NewerLine.tsx';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import type { GridRow } from './gridFilters.ts';
import type { SeriesRow } from './gridData.ts';
import type { GridColumn } from './gridColumns.ts';
import { nameAndNotePx, type GridSizes } from './gridSizes.ts';
import { fittingForm, rangeNoteOf } from './rangeNote.ts';
import { cellAddress, HEAD_COLUMN } from './useGridNavigation.ts';
import { seriesFragment } from '../../parts/navigation/urlFragment.ts';
import styles from './GridSheet.module.css';

type GridSheetRowProps = {
  readonly row: GridRow;
  readonly index: number;
  readonly topPx: number;
  readonly heightPx: number;
  readonly columns: readonly GridColumn[];
  /** This is the column of the cell that Tab reaches, if it lies in this row. */
  readonly activeColumn: number | undefined;
  readonly sizes: GridSizes;
  readonly sparklineFrame: Frame | undefined;
  readonly isComplete: boolean;
  readonly absenceText: string;
};

type SeriesNameProps = Pick<GridSheetRowProps, 'sparklineFrame' | 'isComplete'> & {
  readonly seriesRow: SeriesRow;
  /** The unit and the range have this room. */
  readonly roomPx: number;
  readonly address: string;
  readonly isActive: boolean;
};

const SeriesName = memo(function SeriesName({
  seriesRow,
  roomPx,
  address,
  isActive,
  sparklineFrame,
  isComplete,
}: SeriesNameProps) {
  const { series, diastolic, name } = seriesRow;
  const note = useMemo(() => rangeNoteOf(seriesRow), [seriesRow]);
  const hasSparkline = sparklineFrame && series.rows.length > 0 && seriesRow.id === series.id;
  return (
    <>
      <a
        href={seriesFragment(series.id)}
        data-at={address}
        tabIndex={isActive ? 0 : -1}
        data-tooltip={name}
        dir="auto"
      >
        {name}
      </a>
      <span className={styles.unit} data-tooltip={note.all} dir="auto">
        {fittingForm(note, roomPx)}
      </span>
      {hasSparkline && !diastolic && (
        <Sparkline series={series} frame={sparklineFrame} canClaimLatest={isComplete} />
      )}
      {hasSparkline && diastolic && (
        <PairSparkline
          systolic={series}
          diastolic={diastolic}
          frame={sparklineFrame}
          canClaimLatest={isComplete}
        />
      )}
    </>
  );
});

/** Draws a row of the sheet: the heading of a group, the results of an analyte, or an analyte without results. */
export const GridSheetRow = memo(function GridSheetRow(props: GridSheetRowProps) {
  const { row, index, topPx, heightPx, columns, activeColumn, sizes, sparklineFrame, isComplete } = props;
  const boxStyle = { top: topPx, height: heightPx };
  const timeZone = useTimeZone();
  const headStyle = { width: sizes.headWidthPx };
  if (row.kind === 'group') {
    return (
      <div role="row" aria-rowindex={index + 2} className={styles.group} style={boxStyle}>
        <div role="rowheader" aria-colindex={1} style={headStyle}>
          {row.heading}
        </div>
      </div>
    );
  }
  if (row.kind === 'empty') {
    return (
      <div role="row" aria-rowindex={index + 2} className={styles.row} style={boxStyle}>
        <div role="rowheader" aria-colindex={1} className={styles.name} style={headStyle}>
          <b>{row.name}</b>
        </div>
        <div role="gridcell" aria-colindex={2} className={styles.absent} style={{ left: sizes.headWidthPx }}>
          {props.absenceText}
        </div>
      </div>
    );
  }
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={row.newer.length > 0 ? `${styles.row} ${styles.withNewer}` : styles.row}
      style={boxStyle}
    >
      <div role="rowheader" aria-colindex={1} className={styles.name} style={headStyle}>
        <SeriesName
          seriesRow={row.seriesRow}
          roomPx={nameAndNotePx(sizes)[1]}
          address={cellAddress({ row: index, column: HEAD_COLUMN })}
          isActive={activeColumn === HEAD_COLUMN}
          sparklineFrame={sparklineFrame}
          isComplete={isComplete}
        />
        <NewerLine newer={row.newer} timeZone={timeZone} shownRow={undefined} className={styles.newer} />
      </div>
      {columns.map((column) => (
        <GridCell
          key={column.moment.key}
          seriesRow={row.seriesRow}
          column={column}
          address={cellAddress({ row: index, column: column.index })}
          isActive={activeColumn === column.index}
        />
      ))}
    </div>
  );
});
