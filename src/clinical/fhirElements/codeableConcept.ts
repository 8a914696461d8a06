/** Reads CodeableConcepts: https://hl7.org/fhir/R4/datatypes.html#CodeableConcept */
import { elementOf, elementsOf, firstTextOf, joinTexts, trimmedText } from './fhirElement.ts';

/** Returns the words of a CodeableConcept for a reader: its text, else the first display, else the first code. */
export function conceptText(value: unknown): string {
  if (value === undefined) return '';
  const concept = elementOf(value);
  const text = trimmedText(concept['text']);
  if (text !== '') return text;
  const codings = elementsOf(concept['coding']);
  return firstTextOf(codings.map(({ display }) => display)) || firstTextOf(codings.map(({ code }) => code));
}

/** Returns the words of several CodeableConcepts, each once, joined by ", ". */
export const conceptTexts = (values: unknown): string =>
  joinTexts([...new Set(elementsOf(values).map(conceptText))], ', ');

/** Returns the codes of a CodeableConcept in lower case, whatever their system. */
export const conceptCodes = (value: unknown): readonly string[] =>
  elementsOf(elementOf(value)['coding'])
    .map(({ code }) => trimmedText(code).toLowerCase())
    .filter(Boolean);
