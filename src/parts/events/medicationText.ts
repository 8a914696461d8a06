import { dateText } from '../../charts/format/format.ts';
import { cachedSpan } from '../../charts/axis/timeSpan.ts';
import { courseChangesOf, changeText, isPlanned, plannedText } from '../../charts/lanes/laneMoments.ts';
import type { CourseChange, MedicationCourse } from '../../clinical/events/careEvent.ts';

export type MedicationChange = { readonly text: string; readonly whenText: string };

const isDated = ({ atMs }: CourseChange): boolean => !Number.isNaN(atMs);

/** All dated changes of all medications, newest first; what is planned after what has happened, the soonest first. */
export function medicationChangesByDate(
  courses: readonly MedicationCourse[],
  timeZone: string,
): CourseChange[] {
  const newest = courses
    .flatMap((course) => courseChangesOf(course))
    .filter(isDated)
    .toSorted((a, b) => b.atMs - a.atMs);
  const planned = newest.filter((change) => isPlanned(change, timeZone));
  return [...newest.filter((change) => !isPlanned(change, timeZone)), ...planned.toReversed()];
}

export type RecentMedicationChanges = {
  /** Newest first, then what is planned. */
  readonly since: readonly MedicationChange[];
  /** The newest that has happened, whenever it was. */
  readonly last: MedicationChange | undefined;
};

/** What changed in the medication since then, in words: "+ Spironolactone 25 mg/d", "20 Oct 2026"; as `newestChanges`. */
export function recentMedicationChanges(
  courses: readonly MedicationCourse[],
  sinceMs: number,
  timeZone: string,
): RecentMedicationChanges {
  const wordsOf = (change: CourseChange): MedicationChange => ({
    text: changeText(change),
    whenText: plannedText(change, timeZone, dateText(change.atMs, change.precision, timeZone)),
  });
  const all = medicationChangesByDate(courses, timeZone);
  const recent = all.filter(({ atMs, precision }) => cachedSpan(atMs, precision, timeZone)[1] > sinceMs);
  const last = all.find((change) => !isPlanned(change, timeZone));
  return { since: recent.map(wordsOf), last: last && wordsOf(last) };
}
