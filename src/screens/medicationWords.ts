import { dateText } from '../charts/format.ts';
import { spanOf } from '../charts/momentSpans.ts';
import { changesOf, changeText } from '../charts/laneMoments.ts';
import type { CourseChange, MedicationCourse } from '../clinical/careEvent.ts';

export type MedicationChange = { readonly text: string; readonly whenText: string };

const isDated = ({ atMs }: CourseChange): boolean => !Number.isNaN(atMs);

/** All dated changes of all medications, newest first. */
export const newestChanges = (courses: readonly MedicationCourse[]): CourseChange[] =>
  courses
    .flatMap((course) => changesOf(course))
    .filter(isDated)
    .toSorted((a, b) => b.atMs - a.atMs);

/** What changed in the medication since then, in words: "+ Spironolactone 25 mg/d", "20 Oct 2026"; newest first. */
export function recentMedicationChanges(
  courses: readonly MedicationCourse[],
  sinceMs: number,
  timeZone: string,
): readonly MedicationChange[] {
  return newestChanges(courses)
    .filter(({ atMs, precision }) => spanOf(atMs, precision, timeZone)[1] > sinceMs)
    .map((change) => ({
      text: changeText(change),
      whenText: dateText(change.atMs, change.precision, timeZone),
    }));
}
