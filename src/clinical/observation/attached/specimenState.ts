/** Collects what an Observation says of the state of its specimen, wherever it says it. */
import { conceptText } from '../../fhirElements/codeableConcept.ts';
import { elementOf, elementsOf, trimmedText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { shortText } from '../../fhirElements/shortText.ts';
import { observationTexts } from '../observation.messages.ts';
import { isClottedElsewhere, OF_CLOT } from './clottedElsewhere.ts';
import { doubtsOfNote } from '../specimen/doubtedValue.ts';
import { partTakenBack } from '../specimen/takenBack.ts';
import { NO_TEST, type OwnTest } from './ownName.ts';
import { textsBeside } from './notMeasured.ts';
import {
  conditionsOfConcept,
  conditionWords,
  isHarmlessCondition,
  joinConditions,
  readSpecimenCondition,
} from './specimenCondition.ts';

/** These are the words about one specimen by where they are shown. */
export type SpecimenState = {
  /** These words say that the result may be wrong: "hemolyzed"; '' when nothing says so. */
  readonly condition: string;
  /** These hold for other results of the specimen. Of this one the laboratory says that they did not move it. */
  readonly taken: readonly string[];
  readonly harmless: readonly string[];
  /** These texts are too long, or too exact, to be more than notes. */
  readonly notes: readonly string[];
  /** These are the words of notes, flags and the condition of the specimen, which may say that there is no result. */
  readonly beside: readonly string[];
};

/** A result has a few notes. More than these are not searched for the state of the specimen. */
const MAX_SEARCHED_NOTES = 200;

const ABOUT_SPECIMEN = /\b(?:specimen|sample) (?:condition|integrity|quality|appearance)\b/i;
const ABOUT_INDEX = /\bh(?:a?e)?molysis\b|\blip(?:a?e)?mia\b|\bicter(?:us|ic)\b/i;

/** Returns the words of a component about the specimen. An index in numbers is a result of its own, and is none. */
function wordsOfComponent(component: FhirElement): readonly string[] {
  const name = shortText(conceptText(component['code']), 60);
  const isIndex = ABOUT_INDEX.test(name);
  if (!isIndex && !ABOUT_SPECIMEN.test(name)) return [];
  const concept = elementOf(component['valueCodeableConcept']);
  const words = shortText(conceptText(concept) || trimmedText(component['valueString']), 40);
  if (words === '' || isHarmlessCondition(words) || /^[<>=]*[\d.]+$/.test(words)) return [];
  const known = [...conditionsOfConcept(concept), ...conditionWords(words)];
  if (known.length > 0) return known;
  return [isIndex ? `${name}: ${words}` : words];
}

/** Hemolysis moves none of these by much, or they have a tube of their own. */
const UNDISTURBED = /^(?:na|cl|hgb|hct|wbc|plt)$/;

/** A laboratory says of these which results they moved. */
const DISTURBS = /m[oó]l|lip|i[ckt]+ter/i;

/** A laboratory may write of the clots in the tube of other tests beside each result of an order. Its own notes are of the specimen. */
function conditionsOfNote(text: string, own: () => OwnTest): readonly string[] {
  const words = conditionWords(text, () => !UNDISTURBED.test(own().targetId));
  return words.some((one) => OF_CLOT.test(one)) && isClottedElsewhere(text, own())
    ? words.filter((one) => !OF_CLOT.test(one))
    : words;
}

/** Returns what the notes of a result say of it and its specimen, and apart from it what did not move the result. */
function statesOfNotes(
  notes: readonly FhirElement[],
  own: () => OwnTest,
): { readonly words: readonly string[]; readonly taken: readonly string[] } {
  const words: string[] = [];
  const taken: string[] = [];
  for (const { text: sent } of notes) {
    const text = trimmedText(sent);
    const said = conditionsOfNote(text, own);
    const takenBack = said.some((one) => DISTURBS.test(one)) ? partTakenBack(text, own) : '';
    for (const one of said) (DISTURBS.test(one) && takenBack.includes(one) ? taken : words).push(one);
    words.push(...doubtsOfNote(text, own));
  }
  return { words, taken };
}

/** Returns the state of the specimen as the Observation, its specimen, notes, flags and components tell it. */
export function specimenStateOf(
  observation: FhirElement,
  specimen: FhirElement,
  specimenText: string,
  own: () => OwnTest = () => NO_TEST,
): SpecimenState {
  const { bad, harmless, notes } = readSpecimenCondition(specimen['condition']);
  const words = [...bad, ...conditionWords(specimenText)];
  const status = shortText(specimen['status']).toLowerCase();
  if (/^(?:unsatisfactory|entered-in-error)$/.test(status))
    words.push(observationTexts('specimenStatus', { status: status.replaceAll('-', ' ') }));
  for (const concept of elementsOf(observation['interpretation']))
    words.push(...conditionsOfConcept(concept));
  // Laboratories in Germany send what disturbs a result as an extension that may change its meaning.
  for (const { valueCoding, valueCodeableConcept } of elementsOf(observation['modifierExtension']))
    words.push(...conditionsOfConcept(elementOf(valueCodeableConcept ?? { coding: valueCoding })));
  const noted = statesOfNotes(elementsOf(observation['note']).slice(0, MAX_SEARCHED_NOTES), own);
  words.push(...noted.words);
  for (const { text } of elementsOf(specimen['note']).slice(0, MAX_SEARCHED_NOTES))
    words.push(...conditionWords(text));
  for (const component of elementsOf(observation['component'])) words.push(...wordsOfComponent(component));
  const beside = [
    ...textsBeside(observation['note'], observation['interpretation']),
    ...textsBeside(specimen['note'], specimen['condition']),
  ].slice(0, MAX_SEARCHED_NOTES);
  return { condition: joinConditions(words), taken: noted.taken, harmless, notes, beside };
}
