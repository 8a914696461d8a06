import { conceptText } from '../fhirElements/codeableConcept.ts';
import { elementOf, elementsOf, trimmedText, type FhirElement } from '../fhirElements/fhirElement.ts';

const EXTENSION = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
const CODES = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';

/**
 * Why there is no value, in the words of the server; '' when it gave none. Said by `dataAbsentReason`, or by an extension
 * in the place of the value or of its number (display rule 21).
 */
export function absentValueText(source: FhirElement): string {
  const reason = source['dataAbsentReason'];
  return (
    absentReasonText(reason) ||
    (Object.keys(source)
      .map((name) => inPlaceOf(name, source[name]))
      .find(Boolean) ??
      '')
  );
}

/** Where a code must stand, US Core puts one that says why there is none. */
export const isAbsentCode = (concept: FhirElement): boolean =>
  elementsOf(concept['coding']).some(({ system }) => system === CODES);

/** A masked value is there, and not for us. */
export function absentReasonText(concept: unknown): string {
  const isMasked = elementsOf(elementOf(concept)['coding']).some(({ code }) => code === 'masked');
  return isMasked ? 'hidden by the record system' : conceptText(concept);
}

function inPlaceOf(name: string, value: unknown): string {
  if (!/^_?value[A-Z]/.test(name)) return '';
  const { extension, _value: number } = elementOf(value);
  const all = [...elementsOf(extension), ...elementsOf(elementOf(number)['extension'])];
  const code = trimmedText(all.find(({ url }) => url === EXTENSION)?.['valueCode']);
  return absentReasonText({ coding: [{ code }] });
}
