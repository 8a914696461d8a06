/** Reads the words that an instruction has beside its own. */
import { conceptText } from '../../fhirElements/codeableConcept.ts';
import { elementsOf, trimmedText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { MAX_INSTRUCTION_LETTERS } from './instructionLength.ts';

/** Words behind this length are not read, and may hold the dose or change it. */
export const isUnread = (text: string): boolean => text.length > MAX_INSTRUCTION_LETTERS;

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in instructions that were sent */
/** The water that a dose is taken with is no dose. */
const WITH_WATER =
  /(?:with|in|and drink|con|mit|avec|met|com) (?:at least |about )?\d[\d.,]{0,6} ?(?:ml|milliliters?|oz|ounces?|l|liters?|cups?|glass(?:es)?)(?: \([^)]{1,20}\))? (?:of )?(?:\p{L}{1,12} )?(?:water|juice|milk|liquid|fluids?|agua|wasser|eau|acqua)/giu;
/* oxlint-enable longview/texts-in-catalogs */

/** Returns the words for the patient, and those into which R5 puts the whole order, as far as they are not its own words. */
export const furtherWordsOf = (dosage: FhirElement): readonly string[] =>
  ['renderedDosageInstruction', 'patientInstruction']
    .map((name) => trimmedText(dosage[name]))
    .filter((text) => text !== '' && text !== trimmedText(dosage['text']));

/** Returns all words of an instruction that may name a dose. Its own stand first, and are '' without any. */
export const doseWordsOf = (dosage: FhirElement): readonly string[] => [
  trimmedText(dosage['text']),
  ...furtherWordsOf(dosage).map((text) => text.replaceAll(WITH_WATER, ' ')),
];

/** Returns the words that are added to an instruction: "with food". */
export const addedWordsOf = (dosage: FhirElement): readonly string[] =>
  elementsOf(dosage['additionalInstruction']).map(conceptText).filter(Boolean);

/** Returns whether a text has these words as they stand, in any case. "5 mg" does not stand in "0.5 mg", nor "take 1" in "take 10 mg". */
export function tellsWords(text: string, words: string): boolean {
  const at = text.toLowerCase().indexOf(words.toLowerCase());
  if (at < 0) return false;
  const behind = text.slice(at + words.length);
  return !/[\p{L}\d.,/]$/u.test(text.slice(0, at)) && !/^(?:[\p{L}\d/]|[.,]\d)/u.test(behind);
}
