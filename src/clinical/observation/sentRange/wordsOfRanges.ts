/** Says the ranges of a result, with whom each is for. */
import { cappedText, MAX_REFERENCE_LENGTH } from '../../fhirElements/cappedText.ts';
import { conceptText } from '../../fhirElements/codeableConcept.ts';
import { elementOf, elementsOf, joinTexts, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { observationTexts } from '../observation.messages.ts';
import { textAndLimits } from '../usableRanges.ts';
import { limitWords } from '../value.ts';

/** More ranges than these do not fit into a text that is read. */
const MAX_RANGES = 100;

/** Returns all ranges in words, with whom they are for, cut with "…" where they are more than can be read. */
export const wordsOfRanges = (ranges: readonly FhirElement[]): string =>
  cappedText(
    joinTexts([...ranges.slice(0, MAX_RANGES).map(rangeWords), ranges.length > MAX_RANGES ? '…' : ''], '; '),
    MAX_REFERENCE_LENGTH,
  );

/** Returns the range, and whom it is for. */
function rangeWords(range: FhirElement): string {
  const text = textAndLimits(range);
  const applicability = [
    ...elementsOf(range['appliesTo']).map(conceptText),
    conceptText(range['type']),
    ageWords(range['age']),
  ];
  return [text, ...applicability.filter(Boolean).map((word) => `(${word})`)].join(' ');
}

/** UCUM has the letter a for a year, which nobody writes (https://ucum.org/ucum#para-31). */
const ageWords = (age: unknown): string => {
  const range = limitWords(elementOf(age)).replaceAll(/ a(?=–|$)/g, ' y');
  return range && observationTexts('age', { range });
};
