import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { CareEvent, EventLane, MedicationCourse } from '../../clinical/events/careEvent.ts';
import { actsOn, isInfusion } from '../../clinical/medication/actingDrugs.ts';
import type { Series } from '../../clinical/series/series.ts';
import { CourseLane } from './CourseLane.tsx';
import { nameKey } from './DrugName.tsx';
import { EventLaneRow, laneLayoutOf } from './EventLaneRow.tsx';
import { frameOf, type Frame } from '../axis/frame.ts';
import type { LaneLayout } from './laneLayout.ts';
import { splitByWindow } from './eventTimes.ts';
import { courseMoments, eventMoments, targetsOf, type LaneMoment } from './laneMoments.ts';
import type { LaneColumns, LaneView } from './LaneRow.tsx';
import { targetKey } from './LaneTargets.tsx';
import { LANES, emptyLanesText, notDrawnText } from './laneSummary.ts';
import { MedicationLanes, type CoursesInWindow } from './MedicationLanes.tsx';
import { roundPx } from '../axis/scale.ts';
import { useLaneKeys } from './useLaneKeys.ts';
import { lanesTexts } from './lanes.messages.ts';
import styles from './EventLanes.module.css';

/** The lanes show this part of the record. */
export type LaneData = {
  readonly courses: readonly MedicationCourse[];
  readonly events: readonly CareEvent[];
  /** These are settings of a device. They are drawn as medications are, above them. */
  readonly settings?: readonly MedicationCourse[];
  /** The curves above: medications that are given to move one of them stand first, right below it. */
  readonly measures?: readonly Series[] | undefined;
  /** Returns what the name of a medication opens. Without it the names are text. */
  readonly drugHref?: ((course: MedicationCourse) => string) | undefined;
};

/** This is the plot that the lanes share with the curves above them. */
type LanePlot = {
  /** The height of the frame is not used. */
  readonly frame: Frame;
  /** The reader's own text size is given as a multiple of 16 px. */
  readonly textScale?: number;
  /** It is undefined where there is no room beside the plot. */
  readonly columns?: LaneColumns | undefined;
};

/** The lanes show no more than this at first. */
type LaneLimits = {
  /** More medications than this wait behind a button. */
  readonly courses?: number;
  /** A lane of events has this many rows for names. */
  readonly rows?: number;
  /** The medications that changed stand first, the newest change on top, and those that did not share one line. */
  readonly isUnchangedFolded?: boolean;
  /** A medication that was not taken in the window has its lane, too. */
  readonly isOutsideKept?: boolean;
};

export type EventLanesProps = {
  readonly data: LaneData;
  readonly plot: LanePlot;
  readonly nowMs: number;
  readonly cursorMs?: number | undefined;
  /** With it each beginning and each change can be chosen. */
  readonly onChoose?: ((moment: LaneMoment) => void) | undefined;
  /** All lanes are shown when none are named. */
  readonly lanes?: readonly EventLane[];
  /** Says why a lane is empty or what failed, with a way to try again. */
  readonly notes?: Partial<Record<EventLane, ReactNode>>;
  readonly limits?: LaneLimits;
  /** The medications have a line of their own for their title; otherwise only when there is something to say. */
  readonly isTitled?: boolean;
  /** The lanes of a screen that has several groups of them say which these are. */
  readonly label?: string;
};

/**
 * Returns the same function as long as there is one, so that a caller's new function does not lay everything
 * out again.
 */
function useStable(onChoose: EventLanesProps['onChoose']): EventLanesProps['onChoose'] {
  const newest = useRef(onChoose);
  useEffect(() => {
    newest.current = onChoose;
  });
  const isThere = onChoose !== undefined;
  return useMemo(() => (isThere ? (moment) => newest.current?.(moment) : undefined), [isThere]);
}

/** The view changes only with the frame, so that a moving cursor lays nothing out again. */
function useView({ data: { drugHref }, plot, nowMs, onChoose: sent }: EventLanesProps): LaneView {
  const { frame, textScale = 1, columns } = plot;
  const onChoose = useStable(sent);
  const grid = useCallback((height: number) => frameOf({ ...frame, heightPx: height }).grid, [frame]);
  const { namePx, readingPx, isNameLast = false } = columns ?? {};
  return useMemo(() => {
    const beside =
      namePx === undefined || readingPx === undefined ? undefined : { namePx, readingPx, isNameLast };
    return { frame, nowMs, textScale, columns: beside, onChoose, drugHref, grid };
  }, [frame, nowMs, textScale, namePx, readingPx, isNameLast, onChoose, drugHref, grid]);
}

type Shown = CoursesInWindow & {
  readonly byLane: ReadonlyMap<EventLane, readonly CareEvent[]>;
};

/** Returns the medications that were taken in the window, and the events of each lane. */
function useShown(props: EventLanesProps): Shown {
  const { data, plot, limits, lanes = LANES } = props;
  const { courses, events, measures = NO_MEASURES } = data;
  const isOutsideKept = limits?.isOutsideKept === true;
  const isUnchangedFolded = limits?.isUnchangedFolded === true;
  const { frame } = plot;
  return useMemo(() => {
    const byLane = new Map<EventLane, CareEvent[]>();
    for (const event of events) {
      // The results of such a report have their own curves.
      if (event.isResultsOnly === true) continue;
      const list = byLane.get(event.lane) ?? [];
      list.push(event);
      byLane.set(event.lane, list);
    }
    const isHere = ({ steps }: MedicationCourse) =>
      isOutsideKept || splitByWindow(steps, frame).inside.length > 0;
    const here = lanes.includes('medication') ? courses.filter(isHere) : [];
    const isActing = (course: MedicationCourse) => measures.some((measure) => actsOn(course, measure));
    const acting = here.filter(isActing);
    const others = here.filter((course) => !acting.includes(course));
    const ordered = [...acting, ...others];
    const isAlwaysShown = (course: MedicationCourse) =>
      isInfusion(course) || (!isUnchangedFolded && acting.includes(course));
    return {
      courses: ordered,
      acting: new Set(acting),
      alwaysShown: new Set(ordered.filter(isAlwaysShown)),
      byLane,
    };
  }, [courses, events, frame, lanes, measures, isOutsideKept, isUnchangedFolded]);
}

/** Lists every target and every linked name, so that the Tab key always finds one that is there. */
function useTargetKeys(
  { courses, byLane }: Shown,
  view: LaneView,
  lanes: readonly EventLane[],
): readonly string[] {
  return useMemo(() => {
    const { frame, textScale, onChoose, drugHref } = view;
    const names = drugHref ? courses.map(nameKey) : [];
    if (!onChoose) return names;
    const places = (rowKey: string, moments: readonly LaneMoment[]) =>
      targetsOf(moments, frame, textScale).map((_, i) => targetKey(rowKey, i));
    return [
      ...courses.flatMap((course) => places(course.key, courseMoments(course, frame))),
      ...lanes.flatMap((lane) => places(lane, eventMoments(byLane.get(lane) ?? [], frame))),
      ...names,
    ];
  }, [courses, byLane, view, lanes]);
}

/** The Tab key reaches the target that had the focus last, or else the first. */
function useTabStop(places: readonly string[]) {
  const { stop, ...handlers } = useLaneKeys();
  return { tabStop: stop !== undefined && places.includes(stop) ? stop : places[0], ...handlers };
}

function Cursor({ frame, columns, cursorMs }: Pick<EventLanesProps, 'cursorMs'> & LanePlot) {
  if (cursorMs === undefined || cursorMs < frame.startMs || cursorMs > frame.endMs) return null;
  return (
    <div className={styles.cursor} style={{ left: roundPx((columns?.namePx ?? 0) + frame.x(cursorMs)) }} />
  );
}

type EventRowsProps = {
  readonly lanes: readonly EventLane[];
  readonly shown: Shown;
  readonly view: LaneView;
  readonly notes: Partial<Record<EventLane, ReactNode>>;
  readonly maxRows: number;
  readonly tabStop: string | undefined;
  readonly cursorMs: number | undefined;
};

const isEmpty = ({ labelled, ticks, unmarked }: LaneLayout): boolean =>
  labelled.length + ticks.length + unmarked.length === 0;

/** Draws the lanes of events, and one line for what none of them can show. */
function EventRows({ lanes, shown, view, notes, maxRows, tabStop, cursorMs }: EventRowsProps) {
  const rows = useMemo(
    () =>
      LANES.filter((lane) => lane !== 'medication' && lanes.includes(lane)).map((lane) => {
        const events = shown.byLane.get(lane) ?? NO_EVENTS;
        return { lane, events, layout: laneLayoutOf(events, view, maxRows) };
      }),
    [lanes, shown, view, maxRows],
  );
  const notDrawn = rows.map(({ lane, layout }) => notDrawnText(layout, lane)).filter(Boolean);
  const empty = rows.filter(({ lane, layout }) => isEmpty(layout) && !notes[lane]);
  const below = rows.filter(({ lane, layout }) => notes[lane] && !isEmpty(layout));
  return (
    <>
      {rows
        .filter((row) => !empty.includes(row))
        .map(({ lane, events, layout }) => {
          const state = isEmpty(layout) ? notes[lane] : undefined;
          return <EventLaneRow key={lane} {...{ lane, events, layout, state, view, tabStop, cursorMs }} />;
        })}
      {notDrawn.length + empty.length + below.length > 0 && (
        <li className={styles.note} style={{ paddingLeft: view.columns?.namePx }}>
          {notDrawn.length > 0 && `${notDrawn.join('; ')}. `}
          {emptyLanesText(empty.map(({ lane }) => lane))}
          {below.map(({ lane }) => (
            <span key={lane}> {notes[lane]}</span>
          ))}
        </li>
      )}
    </>
  );
}

/**
 * Shows what was given and done, under the curves and on their axis. The lanes show the order in time and
 * never claim a cause.
 */
export function EventLanes(props: EventLanesProps) {
  const { data, cursorMs, lanes = LANES, notes = {}, limits = {}, isTitled = true } = props;
  const { frame, columns } = props.plot;
  const { courses: maxCourses = 12, rows: maxRows = 2, isUnchangedFolded = false } = limits;
  const view = useView(props);
  // A setting of a device is no medication and opens nothing.
  const settingsView = useMemo(() => ({ ...view, drugHref: undefined }), [view]);
  const shown = useShown(props);
  const { tabStop, onFocus, onKeyDown } = useTabStop(useTargetKeys(shown, view, lanes));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the buttons inside
    <section
      className={columns ? `${styles.lanes} ${styles.beside}` : styles.lanes}
      aria-label={props.label ?? lanesTexts('events')}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <Cursor {...{ frame, columns, cursorMs }} />
      <ul>
        {data.settings?.map((course) => (
          <CourseLane key={course.key} {...{ course, cursorMs }} view={settingsView} tabStop={undefined} />
        ))}
        {lanes.includes('medication') && (
          <MedicationLanes
            all={data.courses}
            taken={shown}
            note={notes.medication}
            isTitled={isTitled}
            {...{ maxShown: maxCourses, isUnchangedFolded, view, tabStop, cursorMs }}
          />
        )}
        <EventRows {...{ lanes, shown, view, notes, maxRows, tabStop, cursorMs }} />
      </ul>
    </section>
  );
}

const NO_EVENTS: readonly CareEvent[] = [];
const NO_MEASURES: readonly Series[] = [];
