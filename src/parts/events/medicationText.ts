import { dateText } from '../../charts/format/dateText.ts';
import { cachedSpan } from '../../charts/axis/cachedSpan.ts';
import { courseChangesOf, changeText, isPlanned, plannedText } from '../../charts/lanes/laneMoments.ts';
import type { CourseChange, MedicationCourse } from '../../clinical/events/careEvent.ts';

export type MedicationChange = {
  readonly text: string;
  readonly whenText: string;
  /** The name of the drug is a part of the text. */
  readonly name: string;
  readonly courseKey: string;
};

const isDated = ({ atMs }: CourseChange): boolean => !Number.isNaN(atMs);

/** A day on which a dose ended stands after the hours of that day, in which it may have begun. */
function placeMs({ atMs, precision, sign }: CourseChange, timeZone: string): number {
  const [fromMs, toMs] = cachedSpan(atMs, precision, timeZone);
  return sign === '−' && precision === 'day' ? toMs - 1 : fromMs;
}

/**
 * Returns all dated changes of all medications, the newest first. Planned changes follow, the soonest first.
 */
export function medicationChangesByDate(
  courses: readonly MedicationCourse[],
  timeZone: string,
): CourseChange[] {
  const newest = courses
    .flatMap((course) => courseChangesOf(course, timeZone))
    .filter(isDated)
    .toSorted((a, b) => placeMs(b, timeZone) - placeMs(a, timeZone));
  const planned = newest.filter((change) => isPlanned(change, timeZone));
  return [...newest.filter((change) => !isPlanned(change, timeZone)), ...planned.toReversed()];
}

export type RecentMedicationChanges = {
  /** The newest comes first. Planned changes follow. */
  readonly since: readonly MedicationChange[];
  /** This is the newest change that has happened, whenever it was. */
  readonly last: MedicationChange | undefined;
};

/**
 * Describes the changes of the medication since a time: "+ Spironolactone 25 mg/day", "20 Oct 2026". Its order
 * is that of `newestChanges`.
 */
export function recentMedicationChanges(
  courses: readonly MedicationCourse[],
  sinceMs: number,
  timeZone: string,
): RecentMedicationChanges {
  const wordsOf = (change: CourseChange): MedicationChange => ({
    text: changeText(change),
    name: change.name,
    courseKey: change.courseKey,
    whenText: plannedText(change, timeZone, dateText(change.atMs, change.precision, timeZone)),
  });
  const all = medicationChangesByDate(courses, timeZone).filter(({ sign }) => sign !== '·');
  const recent = all.filter(({ atMs, precision }) => cachedSpan(atMs, precision, timeZone)[1] > sinceMs);
  const last = all.find((change) => !isPlanned(change, timeZone));
  return { since: recent.map(wordsOf), last: last && wordsOf(last) };
}
