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

const IN_ROUND_BRACKETS = /\([^()]*\)/g;
/** These numbers are part of the name: "vitamin B 12", "omega-3". */
const NUMBER_OF_NAME = /(vitamina?e? b|omega)[ -](?=\d)/g;

/** Returns the words of a text that say a drug, in one order; '' where none does. */
function drugWords(text: string): string {
  const words = text.replaceAll(NUMBER_OF_NAME, '$1').match(/\p{L}[\p{L}\d]*/gu);
  return [...new Set((words ?? []).filter((word) => !NO_DRUG.test(word)))].toSorted().join(' ');
}

type DrugName = {
  readonly words: string;
  /** These stand in brackets and say a brand or a kind: "(NPH)", "(extended release)"; '' without any. */
  readonly kind: string;
};

function drugNameOf({ name }: MedicationCourse): DrugName {
  const text = name
    .slice(0, MAX_LETTERS)
    .toLowerCase()
    .replaceAll(/\[[^[\]]*\]/g, ' ');
  return {
    words: drugWords(text.replaceAll(IN_ROUND_BRACKETS, ' ')),
    kind: drugWords((text.match(IN_ROUND_BRACKETS) ?? []).join(' ')),
  };
}

/** Two names that say two kinds are two medicines: "insulin (regular)" and "insulin (NPH)". */
const mayBeOneKind = (one: string, other: string): boolean => one === '' || other === '' || one === other;

const goesOn = ({ steps }: MedicationCourse): boolean =>
  steps.some(({ isOngoing, isNotDone }) => isOngoing && isNotDone !== true);

/**
 * Returns the courses, of which those that go on beside another one that may be the same drug name it. They are not joined: two names with
 * the same words may be two drugs, and two codes two forms of one.
 */
export function withNeighbours(courses: readonly MedicationCourse[]): readonly MedicationCourse[] {
  const byWords = new Map<string, { readonly course: MedicationCourse; readonly kind: string }[]>();
  for (const course of courses.filter(goesOn)) {
    const { words, kind } = drugNameOf(course);
    if (words !== '') byWords.set(words, [...(byWords.get(words) ?? []), { course, kind }]);
  }
  return courses.map((course) => {
    const { words, kind } = drugNameOf(course);
    const group = byWords.get(words) ?? [];
    if (!group.some((one) => one.course === course)) return course;
    const others = group.filter((one) => one.course !== course && mayBeOneKind(one.kind, kind));
    const names = others.map((one) => one.course.name);
    return names.length === 0 ? course : { ...course, neighbours: [...new Set(names)].slice(0, MAX_NAMES) };
  });
}
