/* oxlint-disable jsx-a11y/prefer-tag-over-role -- laid out by position in both directions, which no table is */
import { memo } from 'react';
import { dateText } from '../../charts/format/dateText.ts';
import type { Frame } from '../../charts/axis/frame.ts';
import { timeZoneCity } from '../../charts/reading/readingText.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import type { GridColumn } from './gridColumns.ts';
import { zoneAbbreviation, columnHeadingOf, columnMomentText } from './gridColumns.ts';
import type { GridSizes } from './gridSizes.ts';
import styles from './GridSheet.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { gridTexts } from './grid.messages.ts';

const HeadCell = memo(function HeadCell({ column }: { readonly column: GridColumn }) {
  const timeZone = useTimeZone();
  const { index, moment, leftPx, widthPx, hasRepeatedClockTime, sinceMark } = column;
  const sinceText = sinceMark && gridTexts('firstSince', { since: sinceMark.text });
  const { date, time, year } = columnHeadingOf(moment, timeZone);
  return (
    <div
      role="columnheader"
      aria-colindex={index + 2}
      className={columnClass(styles.moment, column)}
      style={{ left: leftPx, width: widthPx }}
      data-tooltip={[columnMomentText(moment, timeZone), sinceText].filter(Boolean).join('. ')}
    >
      <span>
        <b>{date}</b> {year}
      </span>
      <span>
        {time}
        {hasRepeatedClockTime && ` ${zoneAbbreviation(moment, timeZone)}`}
        {moment.isFuture && gridTexts('future')}
      </span>
      {sinceMark && (
        <span className={styles.sinceWord}>
          {!moment.isFuture && <span aria-hidden="true">{sinceMark.shortText}</span>}
          <VisuallyHidden>{sinceText}</VisuallyHidden>
        </span>
      )}
    </div>
  );
});

/** The newest column has a background; the first of a year and the first since the chosen moment have an edge each. */
export const columnClass = (
  base: string | undefined,
  { isNewest, isFirstOfYear, sinceMark }: GridColumn,
): string =>
  [base, isNewest && styles.newest, isFirstOfYear && styles.edge, sinceMark && styles.since]
    .filter(Boolean)
    .join(' ');

type GridHeadProps = {
  readonly columns: readonly GridColumn[];
  readonly sizes: GridSizes;
  readonly sparklineFrame: Frame | undefined;
  readonly widthPx: number;
  readonly isIncomplete: boolean;
};

/** Returns the years at which the sparklines begin and end, or the dates if both lie in one year. */
function sparklineEndTexts({ startMs, endMs, timeZone }: Frame): readonly string[] {
  const days = [startMs, endMs].map((timeMs) => dateText(timeMs, 'instant', timeZone));
  const years = days.map((day) => day.split(' ').at(-1) ?? '');
  return years[0] === years[1] ? days : years;
}

export const GridHead = memo(function GridHead(props: GridHeadProps) {
  const { columns, sizes, sparklineFrame, widthPx, isIncomplete } = props;
  const timeZone = useTimeZone();
  const [startText, endText] = sparklineFrame ? sparklineEndTexts(sparklineFrame) : [];
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={styles.head}
      style={{ width: widthPx, height: sizes.headHeightPx }}
    >
      <div
        role="columnheader"
        aria-colindex={1}
        className={styles.corner}
        style={{ width: sizes.headWidthPx }}
      >
        <span>
          {isIncomplete && (
            <span className={styles.incomplete} data-notice="incomplete">
              {gridTexts('incomplete')}
            </span>
          )}
          {gridTexts('clock', { zone: timeZoneCity(timeZone) })}
        </span>
        {sparklineFrame && (
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
});
