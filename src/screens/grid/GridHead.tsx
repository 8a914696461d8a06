/* oxlint-disable jsx-a11y/prefer-tag-over-role -- laid out by position in both directions, which no table is */
import { memo } from 'react';
import { dateText } from '../../charts/format/format.ts';
import type { Frame } from '../../charts/axis/frame.ts';
import { timeZoneCity } from '../../charts/reading/readingText.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import type { GridColumn } from './gridColumns.ts';
import { clockNote, columnHeadingOf, columnMomentText } from './gridColumns.ts';
import type { GridSizes } from './gridSizes.ts';
import styles from './GridSheet.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';

const HeadCell = memo(function HeadCell({ column }: { readonly column: GridColumn }) {
  const timeZone = useTimeZone();
  const { place, moment, left, width, isDouble, since } = column;
  const first = since && `The first since ${since.words}`;
  const { date, time, year } = columnHeadingOf(moment, timeZone);
  return (
    <div
      role="columnheader"
      aria-colindex={place + 2}
      className={columnClass(styles.moment, column)}
      style={{ left, width }}
      title={[columnMomentText(moment, timeZone), first].filter(Boolean).join('. ')}
    >
      <b>{date}</b>
      <span>
        {time}
        {isDouble && ` ${clockNote(moment, timeZone)}`}
      </span>
      <span>{moment.isFuture ? `${year}, future` : year}</span>
      {since && (
        <span className={styles.sinceWord}>
          {!moment.isFuture && <span aria-hidden="true">{since.short}</span>}
          <VisuallyHidden>{first}</VisuallyHidden>
        </span>
      )}
    </div>
  );
});

/** The newest column has a ground of its own; the first of a year has an edge, and the first since a moment another one. */
export const columnClass = (base: string | undefined, { isNewest, isEdge, since }: GridColumn): string =>
  [base, isNewest && styles.newest, isEdge && styles.edge, since && styles.since].filter(Boolean).join(' ');

type GridHeadProps = {
  readonly columns: readonly GridColumn[];
  readonly sizes: GridSizes;
  readonly curves: Frame | undefined;
  readonly width: number;
  readonly incomplete: boolean;
};

/** Where the small curves begin and end: in years, or in days where the years are the same. */
function curveEnds({ startMs, endMs, timeZone }: Frame): readonly string[] {
  const days = [startMs, endMs].map((timeMs) => dateText(timeMs, 'instant', timeZone));
  const years = days.map((day) => day.split(' ').at(-1) ?? '');
  return years[0] === years[1] ? days : years;
}

export function GridHead({ columns, sizes, curves, width, incomplete }: GridHeadProps) {
  const timeZone = useTimeZone();
  const [startText, endText] = curves ? curveEnds(curves) : [];
  return (
    <div role="row" aria-rowindex={1} className={styles.head} style={{ width, height: sizes.headHeight }}>
      <div role="columnheader" aria-colindex={1} className={styles.corner} style={{ width: sizes.headWidth }}>
        <span>
          {incomplete && (
            <span className={styles.incomplete} data-notice="incomplete">
              incomplete
            </span>
          )}
          24 h, {timeZoneCity(timeZone)}
        </span>
        {curves && (
          <span className={styles.years} aria-hidden="true">
            <span>{startText}</span>
            <span>{endText}</span>
          </span>
        )}
      </div>
      {columns.map((column) => (
        <HeadCell key={column.moment.key} column={column} />
      ))}
    </div>
  );
}
