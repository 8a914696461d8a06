/** Finds medications that go on beside each other and may be one drug, which was sent under several codes and names. */
import type { MedicationCourse, Neighbour } from '../../events/careEvent.ts';
import { hasKnownExtent, latestEndMs } from '../stepTimes.ts';

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

/** Forms that let a drug go over so many hours; '' where a name does not say over how many. */
const RELEASES: readonly (readonly [RegExp, hours: string])[] = [
  [/(?<![\p{L}\d])(?:[Xx][Ll]|LA|CD)(?![\p{L}\d])/gu, '24'],
  [/(?<![\p{L}\d])[Ss][Rr](?![\p{L}\d])/gu, '12'],
  [/(?<![\p{L}\d])(?:[EeXx][Rr]|CR)(?![\p{L}\d])/gu, ''],
  [/(?:extended|sustained|controlled)[- ]release/gi, ''],
];
const HOURS = /(?<![\p{L}\d/.])(\d{1,2})[ -]?(?:hours?|hr?)(?![\p{L}\d])/giu;
const DELAYED =
  /(?<![\p{L}\d])(?:DR|EC)(?![\p{L}\d])|[Dd](?:elayed|ELAYED)[- ][Rr](?:elease|ELEASE)|[Ee]nteric[- ][Cc]oated/gu;
const IMMEDIATE = /(?<![\p{L}\d])IR(?![\p{L}\d])|[Ii](?:mmediate|MMEDIATE)[- ][Rr](?:elease|ELEASE)/gu;

type DrugName = {
  readonly words: string;
  /** These stand in brackets and say a brand or a kind: "(NPH)"; '' without any. */
  readonly kind: string;
  /** It lets the drug go slowly, late, or at once. */
  readonly release: 'slow' | 'late' | 'atOnce';
  /** It lets the drug go over so many hours; '' where the name does not say it. */
  readonly hours: string;
};

/** Returns how a form lets its drug go, and its name without the words for that. */
function releaseOf(name: string): Pick<DrugName, 'release' | 'hours'> & { readonly rest: string } {
  const said = RELEASES.find(([pattern]) => name.search(pattern) >= 0);
  const hours = name.matchAll(HOURS).next().value?.[1] ?? said?.[1] ?? '';
  const isLate = name.search(DELAYED) >= 0;
  const patterns = [...RELEASES.map(([pattern]) => pattern), HOURS, DELAYED, IMMEDIATE];
  return {
    release: isLate ? 'late' : said !== undefined || hours !== '' ? 'slow' : 'atOnce',
    hours,
    rest: patterns.reduce((rest, pattern) => rest.replaceAll(pattern, ' '), name),
  };
}

function drugNameOf({ name }: MedicationCourse): DrugName {
  const { rest, ...release } = releaseOf(name.slice(0, MAX_LETTERS));
  const text = rest.toLowerCase().replaceAll(/\[[^[\]]*\]/g, ' ');
  return {
    ...release,
    words: drugWords(text.replaceAll(IN_ROUND_BRACKETS, ' ')),
    kind: drugWords((text.match(IN_ROUND_BRACKETS) ?? []).join(' ')),
  };
}

const mayBeSame = (one: string, other: string): boolean => one === '' || other === '' || one === other;

/** Two ways to let a drug go are two forms of it. */
const isOtherForm = (one: DrugName, other: DrugName): boolean =>
  one.release !== other.release || !mayBeSame(one.hours, other.hours);

/** Returns the times in epoch ms in which a course is known to go on. */
const spansOf = ({ steps }: MedicationCourse): Neighbour['spansMs'] =>
  steps
    .filter((step) => step.isNotDone !== true && hasKnownExtent(step))
    .map((step) => [Number.isNaN(step.startMs) ? -Infinity : step.startMs, latestEndMs(step)]);

/**
 * Returns the names of the courses that go on at a moment (epoch ms) beside this one, and may be the same drug; or, where `areForms` is true,
 * of those that are the same drug in another form.
 */
export const neighboursAt = (
  { neighbours = [] }: MedicationCourse,
  atMs: number,
  areForms = false,
): readonly string[] => {
  const names = neighbours
    .filter((one) => (one.isOtherForm === true) === areForms)
    .filter(({ spansMs }) => spansMs.some(([fromMs, toMs]) => fromMs <= atMs && atMs <= toMs))
    .map(({ name }) => name);
  return [...new Set(names)].slice(0, MAX_NAMES);
};

/**
 * Returns the courses, of which those beside another one that may be the same drug name it. They are not joined: two names with
 * the same words may be two drugs, and two codes two forms of one.
 */
export function withNeighbours(courses: readonly MedicationCourse[]): readonly MedicationCourse[] {
  const named = courses.map((course) => ({ course, drug: drugNameOf(course) }));
  const byWords = new Map<string, (typeof named)[number][]>();
  for (const one of named) {
    const { words } = one.drug;
    if (words !== '') byWords.set(words, [...(byWords.get(words) ?? []), one]);
  }
  return named.map(({ course, drug }) => {
    // Two names that say two kinds are two medicines: "insulin (regular)" and "insulin (NPH)".
    const others = (byWords.get(drug.words) ?? []).filter(
      (one) => one.course !== course && mayBeSame(one.drug.kind, drug.kind),
    );
    const neighbours = others
      .map((one): Neighbour => ({
        name: one.course.name,
        spansMs: spansOf(one.course),
        ...(isOtherForm(one.drug, drug) && { isOtherForm: true }),
      }))
      .filter(({ spansMs }) => spansMs.length > 0);
    return neighbours.length === 0 ? course : { ...course, neighbours };
  });
}
