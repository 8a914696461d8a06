/** Finds names of a medication that its other codes have, and that share no word with the name that is shown. */
import { codeSystemKey, conceptName, knownCodings } from '../../events/conceptName.ts';
import { shownName } from '../../events/longName.ts';
import { medicationTexts } from '../medication.messages.ts';
import { trimmedText } from '../../fhirElements/fhirElement.ts';

/** A longer name is read up to here. */
const MAX_LETTERS = 200;
const MAX_NAMES = 3;

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in names that were sent */
/** These words say a form, a way or a salt, which two drugs may share. */
const SHARED =
  /^(?:tablets?|capsules?|oral|solution|injecti\w+|suspension|cream|ointment|extended|delayed|release|film|coated|chewable|prefilled|syringe|inhaler|hours?|actuat\w+|sodium|potassium|calcium|hydrochl\w+|sulfate|acetate|maleate|tartrate|succinate|pack|unit|units|dose|drug|medication)$/;
/* oxlint-enable longview/texts-in-catalogs */

/** Languages and systems spell the end of a name in their own ways. */
const LETTERS_COMPARED = 8;

const wordsOf = (name: string): readonly string[] =>
  (
    name
      .slice(0, MAX_LETTERS)
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? []
  )
    .filter((word) => !SHARED.test(word))
    .map((word) => word.slice(0, LETTERS_COMPARED));

/** Says each of them, for the note of a step. */
export const otherNamesTexts = (
  medication: { readonly otherNames?: readonly string[] } | undefined,
): readonly string[] =>
  (medication?.otherNames ?? []).map((name) => medicationTexts('alsoCodedAs', { name }));

/**
 * Returns the names that other codes for drugs have and that share no word with the one that is shown. It may be a brand of the same substance, or
 * another drug, which nobody may take for the first one in silence.
 */
export function otherDrugNames(concept: unknown): readonly string[] {
  const shown = wordsOf(conceptName(concept));
  if (shown.length === 0) return [];
  const names = knownCodings(concept)
    .filter(({ system }) => codeSystemKey(system) !== '')
    .map(({ display }) => trimmedText(display));
  const isOther = (name: string): boolean => {
    const words = wordsOf(name);
    return words.length > 0 && !words.some((word) => shown.includes(word));
  };
  return [...new Set(names.filter(isOther))].slice(0, MAX_NAMES).map(shownName);
}
