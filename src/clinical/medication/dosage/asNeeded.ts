/** Tells a dose that is taken only when it is needed from one that is taken every time: https://hl7.org/fhir/R4/dosage-definitions.html#Dosage.asNeeded_x_ */
import {
  elementOf,
  elementsOf,
  isElement,
  isTrue,
  trimmedText,
  type FhirElement,
} from '../../fhirElements/fhirElement.ts';
import { addedWordsOf, furtherWordsOf } from './furtherWords.ts';
import { MAX_INSTRUCTION_LETTERS } from './instructionLength.ts';

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in instructions that were sent */
/**
 * These words stand in an order that is taken only when it is needed, in the languages of the orders that were seen. Advice to call a doctor then, or to take
 * more, is no such order, and "not just when needed" is the opposite.
 */
export const AS_NEEDED =
  /(?<!\b(?:not|nicht|no|pas) (?:just |only |nur |s[oó]lo |solamente |seulement )?)(?:\b(?:as|when|if|where) (?:needed|required|necessary)\b|\bp\.? ?r\.? ?n\b|\bsi (?:precisa|(?:(?:es|fuera|fuese) )?necesario|dolor)\b|\bseg[uú]n (?:necesidad|sea necesario|precise)\b|\b(?:bei|b\.) ?bed(?:arf\b|\.)|\bau besoin\b|\bal bisogno\b|\bse necess[aá]rio\b|\ba demanda\b|\bsos\b(?! m[eé]d)|\b(?:si (?:tiene dolor|besoin|n[eé]cessaire)|(?:[ei]n|em) cas[eo]? d[ei] (?:besoin|d(?:ouleur|olore|or))|(?<!nicht (?:ein)?nehmen |nicht anwenden |absetzen )bei (?:schmerzen|fieber)|zo nodig|v[ei]d behov)\b(?![^.;]{0,60}\b(?:augment|appel|consult|[ck]onta[ck]?t|llam|procur|ophog|verhog|arzt|absetz)))/i;

/** Only these stand before such words where they tell of the dose itself: "Drink water as needed" is about something else. */
const OF_THE_DOSE: ReadonlySet<string> = new Set(
  [
    'please only just take use give inject inhale apply chew swallow insert place dissolve this your the medicine medication it a an one two half',
    'tablet tablets tab tabs capsule capsules cap caps pill pills puff puffs spray sprays drop drops patch dose doses mg mcg ml g units unit',
    'by mouth po orally oral under tongue up to every daily twice once times time day h hr hrs hour hours and or at night bedtime for pain',
    'morning evening d x max bid tid qid each per in',
    'tomar tome use solo sólo solamente una un dos tableta tabletas comprimido comprimidos cápsula cada horas por vía oral al día hasta',
    'bei nur nehmen einnehmen eine zwei tablette tabletten alle stunden täglich bis zu',
    'prendre prenez seulement comprimé comprimés toutes les heures prendere compressa ogni ore innemen tablet',
  ]
    .join(' ')
    .split(' '),
);
/** Such words are about something else where one of these stands behind them: "If needed, take a second tablet". */
const OTHER_ACTION =
  /(?<!\p{L})(?:take|use|give|call|contact|tell|ask|see|increase|decrease|repeat|add|double|adjust|monitor|check|second|another|extra|by your|tomar|llam\p{L}*|nehmen|prendre|prendere)(?!\p{L})/iu;
/** A short form with points ends no sentence. */
const POINTED = /\bp\. ?r\. ?n\b\.?/gi;
const SENTENCE_END = /[.;\n]/;
/* oxlint-enable longview/texts-in-catalogs */

/** Returns whether words beside those of an order say that its dose is taken only when it is needed. */
export const saysAsNeeded = (words: string): boolean =>
  words
    .slice(0, MAX_INSTRUCTION_LETTERS)
    .replaceAll(POINTED, 'prn')
    .split(SENTENCE_END)
    .some((sentence) => {
      const found = AS_NEEDED.exec(sentence);
      if (found === null) return false;
      const before =
        sentence
          .slice(0, found.index)
          .toLowerCase()
          .match(/\p{L}+/gu) ?? [];
      const behind = sentence.slice(found.index + found[0].length);
      return before.every((word) => OF_THE_DOSE.has(word)) && !OTHER_ACTION.test(behind);
    });

/** Returns all names of the code of a timing: "Q6H PRN". */
const timingNames = ({ timing }: FhirElement): readonly string[] => {
  const { text, coding } = elementOf(elementOf(timing)['code']);
  return [text, ...elementsOf(coding).flatMap(({ code, display }) => [code, display])].map(trimmedText);
};

/**
 * Returns whether a dose is taken only when it is needed. Many servers say so in words alone, beside a timing that reads as if
 * it were taken every time: in those of the order, of its timing, for the patient or in added ones.
 */
export const isAsNeeded = (dosage: FhirElement): boolean =>
  isTrue(dosage['asNeededBoolean']) ||
  isTrue(dosage['asNeeded']) ||
  isElement(dosage['asNeededCodeableConcept']) ||
  elementsOf(dosage['asNeededFor']).length > 0 ||
  [trimmedText(dosage['text']), ...timingNames(dosage)].some((text) => AS_NEEDED.test(text)) ||
  [...furtherWordsOf(dosage), ...addedWordsOf(dosage)].some(saysAsNeeded);
