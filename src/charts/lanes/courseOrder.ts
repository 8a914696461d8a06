/** This file says which medications changed in a window, and in which order their lanes stand. */
import type { MedicationCourse } from '../../clinical/events/careEvent.ts';
import { hasOccurred } from '../../clinical/events/eventOccurrence.ts';
import type { Frame } from '../axis/frame.ts';
import { cachedSpan } from '../axis/cachedSpan.ts';
import { courseText } from './courseText.ts';
import { splitByWindow } from './eventTimes.ts';
import { courseChangesOf } from './laneMoments.ts';

export type UnchangedCourse = {
  readonly course: MedicationCourse;
  /** This is the dose that it has in the whole window. */
  readonly dose: string;
};

export type CoursesByChange = {
  /** The one that changed last comes first. */
  readonly changed: readonly MedicationCourse[];
  /** These ran through the whole window with one dose, in the order of the list. */
  readonly unchanged: readonly UnchangedCourse[];
};

/** Returns when a medication last began, changed or ended in the window, or undefined if it did not. */
function lastChangeMsIn(course: MedicationCourse, frame: Frame): number | undefined {
  const inside = courseChangesOf(course, frame.timeZone).flatMap(({ atMs, precision }) => {
    const [fromMs, toMs] = cachedSpan(atMs, precision, frame.timeZone);
    // A change that is known to the year alone may have happened in the window.
    return toMs > frame.startMs && fromMs <= frame.endMs ? [atMs] : [];
  });
  return inside.length > 0 ? Math.max(...inside) : undefined;
}

/** Returns the one dose that a medication was given in, from the beginning of the window to its end; '' if there is none. */
function unchangedDose(course: MedicationCourse, frame: Frame): string {
  const isGivenThroughout = splitByWindow(course.steps, frame).inside.every(hasOccurred);
  if (!isGivenThroughout || lastChangeMsIn(course, frame) !== undefined) return '';
  const [first] = courseText(course, frame.startMs, frame.timeZone);
  const [last] = courseText(course, frame.endMs, frame.timeZone);
  return first === last ? last : '';
}

/**
 * Splits the medications of a window into those that changed in it, the newest change first, and those that did not. In both the
 * ones that are given to move a measure above stand first.
 */
export function coursesByChange(
  courses: readonly MedicationCourse[],
  frame: Frame,
  acting: ReadonlySet<MedicationCourse> = NO_COURSES,
): CoursesByChange {
  const unchanged = courses.flatMap((course) => {
    const dose = unchangedDose(course, frame);
    return dose === '' ? [] : [{ course, dose }];
  });
  const constant = new Set(unchanged.map(({ course }) => course));
  const changeMs = (course: MedicationCourse): number => lastChangeMsIn(course, frame) ?? -Infinity;
  const changed = courses.filter((course) => !constant.has(course));
  return {
    changed: changed
      .map((course) => ({ course, isActing: acting.has(course), changedMs: changeMs(course) }))
      .toSorted(
        (a, b) =>
          Number(b.isActing) - Number(a.isActing) ||
          (a.changedMs === b.changedMs ? 0 : b.changedMs - a.changedMs),
      )
      .map(({ course }) => course),
    unchanged: unchanged.toSorted((a, b) => Number(acting.has(b.course)) - Number(acting.has(a.course))),
  };
}

const NO_COURSES: ReadonlySet<MedicationCourse> = new Set();
