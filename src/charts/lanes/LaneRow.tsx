import type { ReactNode } from 'react';
import { timeAttributes, type Frame } from '../axis/frame.ts';
import type { MedicationCourse } from '../../clinical/events/careEvent.ts';
import { WholeDates } from '../format/WholeDates.tsx';
import type { LaneMoment } from './laneMoments.ts';
import type { LaneSummary } from './laneSummary.ts';
import styles from './EventLanes.module.css';

/** All lanes share these. */
export type LaneView = {
  readonly frame: Frame;
  readonly textScale: number;
  readonly nowMs: number;
  /** Returns the path of the grid lines for a row of this height. */
  readonly grid: (heightPx: number) => string;
  /** When it is undefined, name and words stand above the plot. */
  readonly columns: LaneColumns | undefined;
  readonly onChoose: ((moment: LaneMoment) => void) | undefined;
  /** Returns what the name of a medication opens. */
  readonly drugHref: ((course: MedicationCourse) => string) | undefined;
};

export type LaneColumns = {
  readonly namePx: number;
  readonly readingPx: number;
  /**
   * The column before the plot has room for a scale alone, so the name stands after the plot with what is
   * read at the cursor.
   */
  readonly isNameLast?: boolean;
};

export const laneColumnStyle = (sides: LaneColumns | undefined) =>
  // oxlint-disable-next-line longview/texts-in-catalogs -- CSS
  sides && { gridTemplateColumns: `${sides.namePx}px minmax(0, 1fr) ${sides.readingPx}px` };

type LaneRowProps = {
  readonly name: string;
  /** This is the name as a link, where it is one. */
  readonly nameLink?: ReactNode;
  readonly unit: string;
  readonly summary: LaneSummary;
  readonly heightPx: number;
  readonly isAtCursor: boolean;
  /** The words of an event are no number, so none of them is emphasized. */
  readonly isEvent?: boolean;
  readonly view: LaneView;
  readonly children: ReactNode;
};

const titleOf = (words: readonly string[]) => words.filter(Boolean).join(', ');

/** Holds what is drawn in a lane, on the time axis of the curves. */
const Plot = ({
  heightPx,
  view: { frame },
  children,
}: Pick<LaneRowProps, 'heightPx' | 'view' | 'children'>) => (
  <div className={styles.box} style={{ height: heightPx, width: frame.widthPx }} {...timeAttributes(frame)}>
    {children}
  </div>
);

/**
 * Shows name and unit, or name and dose at the cursor. An event at the cursor replaces its kind, which then
 * stands in the title.
 */
function LaneRowWithNameLast({
  name,
  nameLink,
  unit,
  summary,
  heightPx,
  isAtCursor,
  isEvent = false,
  view,
  children,
}: LaneRowProps) {
  const [strong, rest] = isAtCursor ? summary : ['', unit];
  const shown = isEvent && strong ? strong : name;
  return (
    <li className={styles.row} style={laneColumnStyle(view.columns)} data-lane-row="">
      <p className={styles.last} data-tooltip={titleOf([name, strong, rest])}>
        {nameLink ?? <span dir="auto">{shown}</span>}{' '}
        {!isEvent && (strong ? <b dir="auto">{strong}</b> : <small>{rest}</small>)}
      </p>
      <Plot {...{ heightPx, view, children }} />
    </li>
  );
}

const readingClass = (isEvent: boolean, isLong: boolean): string =>
  [styles.reading, isEvent && styles.event, !isEvent && isLong && styles.long].filter(Boolean).join(' ');

/** A longer reading does not fit beside the narrowest plot. */
const MAX_LINE_LETTERS = 30;

/**
 * Shows the name, the plot, and what is read at the right. In a narrow frame the plot stands below the two.
 */
export function LaneRow(props: LaneRowProps) {
  const { name, nameLink, unit, summary, heightPx, isEvent = false, view, children } = props;
  const [strong, rest] = summary;
  if (view.columns?.isNameLast) return <LaneRowWithNameLast {...props} />;
  // A dose with the time of its last reading wraps, because a time that is cut misleads.
  const isLong = strong.length + rest.length > MAX_LINE_LETTERS;
  return (
    <li className={styles.row} style={laneColumnStyle(view.columns)} data-lane-row="">
      <p className={styles.name} data-tooltip={titleOf([name, unit])}>
        {nameLink ?? <span dir="auto">{name}</span>} {unit && <small>{unit}</small>}
      </p>
      <Plot {...{ heightPx, view, children }} />
      <p className={readingClass(isEvent, isLong)} data-tooltip={titleOf([strong, rest])}>
        {strong && <b dir="auto">{strong}</b>}{' '}
        {rest && <small>{isLong ? <WholeDates text={rest} /> : rest}</small>}
      </p>
    </li>
  );
}
