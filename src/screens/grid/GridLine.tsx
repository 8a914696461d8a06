/* oxlint-disable jsx-a11y/prefer-tag-over-role -- laid out by position in both directions, which no table is */
import { memo } from 'react';
import type { Frame } from '../../charts/axis/frame.ts';
import { rangeText } from '../../charts/format/format.ts';
import { PairSparkline } from '../../charts/sparkline/PairSparkline.tsx';
import { Sparkline } from '../../charts/sparkline/Sparkline.tsx';
import { latest } from '../../clinical/series/latest.ts';
import { hasRangeChanged } from '../../clinical/series/bandSteps.ts';
import { GridCell } from './GridCell.tsx';
import type { GridRow } from './gridFilters.ts';
import type { GridRowSeries } from './gridLines.ts';
import type { GridColumn } from './gridColumns.ts';
import type { GridSizes } from './gridSizes.ts';
import { cellAddress, HEAD } from './useGridWalk.ts';
import { fragmentFor } from '../../parts/navigation/urlFragment.ts';
import styles from './GridSheet.module.css';
type GridLineProps = {
  readonly row: GridRow;
  readonly place: number;
  readonly top: number;
  readonly height: number;
  readonly columns: readonly GridColumn[];
  /** Which of its cells Tab reaches; undefined for a row without it. */
  readonly activeColumn: number | undefined;
  readonly sizes: GridSizes;
  readonly curves: Frame | undefined;
  readonly claims: boolean;
  readonly absence: string;
};

/** The unit (rule 10), and the range sent with the newest result. */
function unitNote({ unit, series, diastolic }: GridRowSeries): string {
  const newest = diastolic ? undefined : (latest(series) ?? series.rows.at(-1));
  const range = newest && series.unitText === unit ? rangeText(newest.kind) : '';
  const words = [unit || 'no unit sent', range, range && hasRangeChanged(series) && 'range changed'];
  return words.filter(Boolean).join(', ');
}

type NameProps = Pick<GridLineProps, 'curves' | 'claims'> & {
  readonly line: GridRowSeries;
  readonly address: string;
  readonly isActive: boolean;
};

const Name = memo(function Name({ line, address, isActive, curves, claims }: NameProps) {
  const { series, diastolic, name } = line;
  const note = unitNote(line);
  const isCurve = curves && series.rows.length > 0 && line.id === series.id;
  return (
    <>
      <a href={fragmentFor(series.id)} data-at={address} tabIndex={isActive ? 0 : -1} title={name} dir="auto">
        {name}
      </a>
      <span className={styles.unit} title={note} dir="auto">
        {note}
      </span>
      {isCurve && !diastolic && <Sparkline series={series} frame={curves} canClaimLatest={claims} />}
      {isCurve && diastolic && (
        <PairSparkline systolic={series} diastolic={diastolic} frame={curves} canClaimLatest={claims} />
      )}
    </>
  );
});

/** A row of the sheet: the heading of a group, an analyte, or one of which there is no result. */
export const GridLine = memo(function GridLine({ row, place, top, height, columns, ...rest }: GridLineProps) {
  const { activeColumn, sizes, curves, claims, absence } = rest;
  const box = { top, height };
  const head = { width: sizes.headWidth };
  if (row.kind === 'group') {
    return (
      <div role="row" aria-rowindex={place + 2} className={styles.group} style={box}>
        <div role="rowheader" aria-colindex={1} style={head}>
          {row.heading}
        </div>
      </div>
    );
  }
  if (row.kind === 'empty') {
    return (
      <div role="row" aria-rowindex={place + 2} className={styles.row} style={box}>
        <div role="rowheader" aria-colindex={1} className={styles.name} style={head}>
          <b>{row.name}</b>
        </div>
        <div role="gridcell" aria-colindex={2} className={styles.absent} style={{ left: sizes.headWidth }}>
          {absence}
        </div>
      </div>
    );
  }
  return (
    <div role="row" aria-rowindex={place + 2} className={styles.row} style={box}>
      <div role="rowheader" aria-colindex={1} className={styles.name} style={head}>
        <Name
          line={row.line}
          address={cellAddress({ row: place, column: HEAD })}
          isActive={activeColumn === HEAD}
          curves={curves}
          claims={claims}
        />
      </div>
      {columns.map((column) => (
        <GridCell
          key={column.moment.key}
          line={row.line}
          column={column}
          address={cellAddress({ row: place, column: column.place })}
          isActive={activeColumn === column.place}
        />
      ))}
    </div>
  );
});
