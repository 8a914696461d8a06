/** Finds medications that go on beside each other and may be one drug, which was sent under several codes and names. */
import type { MedicationCourse } from '../../events/careEvent.ts';

/** A longer name is read up to here. */
const MAX_LETTERS = 200;
const MAX_NAMES = 3;

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in names that were sent */
/** These words say a form, a way, a unit or a salt, and name no drug. */
const NO_DRUG =
  /^(?:tab(?:let)?s?|tabletas?|cap(?:sule)?s?|c[aá]psulas?|oral|po|film|coated|solution|suspension|mg|mcg|ug|g|ml|iu|units?|besylate|maleate|hydrochloride|hcl|mesylate|fumarate|de|of)$/;
/* oxlint-enable longview/texts-in-catalogs */

/** Returns the words of a name that say the drug, in one order; '' where none does. A brand in brackets is left out. */
function drugWords(name: string): string {
  const words = name
    .slice(0, MAX_LETTERS)
    .toLowerCase()
    .replaceAll(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
    .match(/\p{L}[\p{L}\d]*/gu);
  return [...new Set((words ?? []).filter((word) => !NO_DRUG.test(word)))].toSorted().join(' ');
}

const goesOn = ({ steps }: MedicationCourse): boolean =>
  steps.some(({ isOngoing, isNotDone }) => isOngoing && isNotDone !== true);

/**
 * Returns the courses, of which those that go on beside another one that may be the same drug name it. They are not joined: two names with
 * the same words may be two drugs, and two codes two forms of one.
 */
export function withNeighbours(courses: readonly MedicationCourse[]): readonly MedicationCourse[] {
  const byWords = new Map<string, MedicationCourse[]>();
  for (const course of courses.filter(goesOn)) {
    const words = drugWords(course.name);
    if (words !== '') byWords.set(words, [...(byWords.get(words) ?? []), course]);
  }
  return courses.map((course) => {
    const group = byWords.get(drugWords(course.name)) ?? [];
    if (group.length < 2 || !group.includes(course)) return course;
    const names = group.filter((one) => one !== course).map(({ name }) => name);
    return { ...course, neighbours: [...new Set(names)].slice(0, MAX_NAMES) };
  });
}
