/** Codes and texts of CodeableConcepts of what happened; a result needs no more than `conceptText`. */
import { conceptText, elementOf, elementsOf, joinTexts, trimmedText } from './fhirElement.ts';

/** The codes of a CodeableConcept, lower case, whatever their system. */
export const conceptCodes = (value: unknown): readonly string[] =>
  elementsOf(elementOf(value)['coding'])
    .map(({ code }) => trimmedText(code).toLowerCase())
    .filter(Boolean);

/** What several CodeableConcepts say, once each. */
export const conceptTexts = (values: unknown): string =>
  joinTexts([...new Set(elementsOf(values).map(conceptText))], ', ');
