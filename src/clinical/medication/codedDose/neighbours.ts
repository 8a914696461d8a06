/** Finds medications that go on beside each other and may be one drug, which was sent under several codes and names. */
import type { MedicationCourse, Neighbour } from '../../events/careEvent.ts';
import { hasKnownExtent, latestEndMs } from '../stepTimes.ts';
import { drugWords, releaseOf, type Release } from './releaseForms.ts';

const MAX_NAMES = 3;
/** No record has so many medications of one name. Of more, each would be compared with all others until the memory is full. */
const MOST_OF_ONE_NAME = 500;

const IN_ROUND_BRACKETS = /\([^()]*\)/g;

type DrugName = Omit<Release, 'rest'> & {
  readonly words: string;
  /** These stand in brackets and say a brand or a kind: "(NPH)"; '' without any. */
  readonly kind: string;
};

function drugNameOf({ name }: MedicationCourse): DrugName {
  const { rest, ...release } = releaseOf(name);
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

type Told = { readonly course: MedicationCourse; readonly drug: DrugName; readonly neighbour: Neighbour };

/**
 * Returns the courses, of which those beside another one that may be the same drug name it. They are not joined: two names with
 * the same words may be two drugs, and two codes two forms of one.
 */
export function withNeighbours(courses: readonly MedicationCourse[]): readonly MedicationCourse[] {
  const named = courses.map((course) => ({ course, drug: drugNameOf(course) }));
  const byWords = new Map<string, Told[]>();
  for (const { course, drug } of named) {
    const known = byWords.get(drug.words) ?? [];
    byWords.set(drug.words, known);
    if (drug.words !== '' && known.length < MOST_OF_ONE_NAME)
      known.push({ course, drug, neighbour: { name: course.name, spansMs: spansOf(course) } });
  }
  return named.map(({ course, drug }) => {
    // Two names that say two kinds are two medicines: "insulin (regular)" and "insulin (NPH)".
    const others = (byWords.get(drug.words) ?? []).filter(
      (one) => one.course !== course && mayBeSame(one.drug.kind, drug.kind),
    );
    const neighbours = others
      .filter(({ neighbour }) => neighbour.spansMs.length > 0)
      .map((one) =>
        isOtherForm(one.drug, drug) ? { ...one.neighbour, isOtherForm: true as const } : one.neighbour,
      );
    return neighbours.length === 0 ? course : { ...course, neighbours };
  });
}
