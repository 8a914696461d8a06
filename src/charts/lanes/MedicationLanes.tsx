import { useMemo, useState, type ReactNode } from 'react';
import type { MedicationCourse } from '../../clinical/events/careEvent.ts';
import { Button } from '../../ui/Button.tsx';
import { countText } from '../format/numberText.ts';
import type { Frame } from '../axis/frame.ts';
import { CourseLane } from './CourseLane.tsx';
import { coursesByChange, type CoursesByChange } from './courseOrder.ts';
import { laneColumnStyle, type LaneView } from './LaneRow.tsx';
import { changesOutside, LANE_TITLES, NONE_IN_WINDOW, outsideText } from './laneSummary.ts';
import { lanesTexts } from './lanes.messages.ts';
import { UnchangedLanes } from './UnchangedLanes.tsx';
import styles from './EventLanes.module.css';

/** These are the medications that were taken in the window. */
export type CoursesInWindow = {
  readonly courses: readonly MedicationCourse[];
  /** These are given to move a measure above, and stand first. */
  readonly acting: ReadonlySet<MedicationCourse>;
  /** These never wait behind the button. */
  readonly alwaysShown: ReadonlySet<MedicationCourse>;
};

type MedicationLanesProps = {
  readonly all: readonly MedicationCourse[];
  readonly taken: CoursesInWindow;
  readonly view: LaneView;
  readonly note: ReactNode;
  readonly isTitled: boolean;
  readonly maxShown: number;
  readonly isUnchangedFolded: boolean;
  readonly tabStop: string | undefined;
  readonly cursorMs: number | undefined;
};

/** Returns when a dose last began, changed or ended before the end of the window. */
const lastChangeMs = ({ steps }: MedicationCourse, endMs: number): number =>
  steps
    .flatMap((step) => [step.startMs, step.endMs ?? step.startMs])
    .filter((ms) => ms <= endMs)
    .reduce((last, ms) => Math.max(last, ms), -Infinity);

/** Besides those that are always shown, the medications that changed last are shown first, and their order stays. */
function shownFirst(
  courses: readonly MedicationCourse[],
  alwaysShown: ReadonlySet<MedicationCourse>,
  maxShown: number,
  endMs: number,
) {
  if (courses.length <= maxShown) return courses;
  const newest = courses
    .filter((course) => !alwaysShown.has(course))
    .toSorted((a, b) => lastChangeMs(b, endMs) - lastChangeMs(a, endMs))
    .slice(0, Math.max(0, maxShown - alwaysShown.size));
  const kept = new Set([...newest, ...alwaysShown]);
  return courses.filter((course) => kept.has(course));
}

/** A drug that always stands is not folded either; without a change it comes after those with one. */
function foldedCourses({ courses, acting, alwaysShown }: CoursesInWindow, frame: Frame): CoursesByChange {
  const { changed, unchanged } = coursesByChange(courses, frame, acting);
  const standing = unchanged.map(({ course }) => course).filter((course) => alwaysShown.has(course));
  return {
    changed: [...changed, ...standing],
    unchanged: unchanged.filter(({ course }) => !alwaysShown.has(course)),
  };
}

const LaneNote = ({ summary, note }: { readonly summary: string; readonly note: ReactNode }) => (
  <>
    {summary && note ? `${summary}. ` : summary}
    {note}
  </>
);

type MedicationTitleProps = Pick<MedicationLanesProps, 'note' | 'view' | 'isTitled'> & {
  readonly summary: string;
  /** Says what waits behind a button. */
  readonly more: ReactNode;
};

/**
 * There is no column for a title when the names stand last, so it is one line that is there only when it has
 * something to say.
 */
function MedicationTitle({ summary, note, more, isTitled, view: { columns } }: MedicationTitleProps) {
  if (isTitled && !columns?.isNameLast)
    return (
      <li className={styles.head} style={laneColumnStyle(columns)}>
        <b>{LANE_TITLES.medication}</b>
        <span>
          <LaneNote {...{ summary, note }} />
        </span>
      </li>
    );
  if (!summary && !note && !more) return null;
  return (
    <li className={styles.note} style={{ paddingLeft: columns?.namePx }}>
      {lanesTexts('titled', { title: LANE_TITLES.medication })} <LaneNote {...{ summary, note }} />
      {more && (summary || note) && '. '}
      {more}
    </li>
  );
}

/** Draws a row for each medication that was taken in the window, and counts the rest. */
export function MedicationLanes({
  all,
  taken,
  view,
  note,
  isTitled,
  maxShown,
  isUnchangedFolded,
  tabStop,
  cursorMs,
}: MedicationLanesProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { frame } = view;
  const { courses: shown, alwaysShown } = taken;
  const outside = useMemo(() => outsideText(changesOutside(all, frame), 'medication'), [all, frame]);
  const { changed, unchanged } = useMemo(
    () => (isUnchangedFolded ? foldedCourses(taken, frame) : { changed: shown, unchanged: [] }),
    [isUnchangedFolded, taken, shown, frame],
  );
  const first = useMemo(() => {
    if (isOpen) return changed;
    return isUnchangedFolded
      ? changed.filter((course, i) => i < maxShown || alwaysShown.has(course))
      : shownFirst(changed, alwaysShown, maxShown, frame.endMs);
  }, [isOpen, isUnchangedFolded, changed, alwaysShown, maxShown, frame]);
  const { columns } = view;
  const isOneLine = !isTitled || columns?.isNameLast === true;
  const more = first.length < changed.length && (
    <>
      {lanesTexts('shownOf', { shown: countText(first.length), total: countText(changed.length) })}{' '}
      <Button variant={isOneLine ? 'link' : 'plain'} onClick={() => setIsOpen(true)}>
        {lanesTexts('showMore', { count: countText(changed.length - first.length) })}
      </Button>
    </>
  );
  const summary = [outside, shown.length === 0 && !note ? NONE_IN_WINDOW : ''].filter(Boolean).join('; ');
  return (
    <>
      <MedicationTitle {...{ summary, note, isTitled, view, more }} />
      {first.map((course) => (
        <CourseLane key={course.key} {...{ course, view, tabStop, cursorMs }} />
      ))}
      {more && !isOneLine && (
        <li className={styles.note} style={{ paddingLeft: columns?.namePx }}>
          {more}
        </li>
      )}
      {unchanged.length > 0 && <UnchangedLanes {...{ unchanged, view, tabStop, cursorMs }} />}
    </>
  );
}
