import { cappedText, MAX_FACT_LENGTH } from '../fhirElements/cappedText.ts';
import { conceptText } from '../fhirElements/codeableConcept.ts';
import { elementOf, elementsOf, trimmedText, type FhirElement } from '../fhirElements/fhirElement.ts';
import { observationTexts } from './observation.messages.ts';

const ABSENT_REASON_EXTENSION = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
const ABSENT_REASON_SYSTEM = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';

/**
 * Returns why there is no value, in the words of the server; '' when it gave none. The reason is sent as
 * `dataAbsentReason`, or as an extension in the place of the value or of its number (rule 21):
 * https://hl7.org/fhir/R4/extension-data-absent-reason.html. Where nothing else `isTold`, another extension there may say it in a code
 * or in words, as a null flavor does, or "below detection".
 */
export function absentValueText(source: FhirElement, isTold = true): string {
  const reason = source['dataAbsentReason'];
  return (
    absentReasonText(reason) ||
    (Object.keys(source)
      .map((name) => extensionReason(name, source[name], isTold))
      .find(Boolean) ??
      // Some servers put it on the Observation or the component itself.
      extensionReason('valueX', source, true))
  );
}

/** Returns the reason for a missing value that was sent although there is a value; '' for nearly all results. */
export function absentTextBeside(source: FhirElement): string {
  const { extension, _value: number } = elementOf(source['valueQuantity']);
  const sent = source['dataAbsentReason'] ?? extension ?? number ?? source['_valueInteger'];
  return sent === undefined ? '' : absentValueText(source);
}

/**
 * Returns whether a CodeableConcept holds a data-absent reason in the place of its code, as US Core asks for:
 * https://hl7.org/fhir/us/core/general-requirements.html#missing-data
 */
export const isAbsentCode = (concept: FhirElement): boolean =>
  elementsOf(concept['coding']).some(({ system }) => system === ABSENT_REASON_SYSTEM);

/** Returns a data-absent reason in words. A masked value exists, but may not be shown to this app. */
export function absentReasonText(concept: unknown): string {
  const isMasked = elementsOf(elementOf(concept)['coding']).some(({ code }) => code === 'masked');
  return isMasked ? observationTexts('masked') : cappedText(conceptText(concept), MAX_FACT_LENGTH);
}

function extensionReason(name: string, value: unknown, isTold: boolean): string {
  if (!/^_?value[A-Z]/.test(name)) return '';
  const { extension, _value: number } = elementOf(value);
  const all = [...elementsOf(extension), ...elementsOf(elementOf(number)['extension'])];
  const reason = all.find(({ url }) => url === ABSENT_REASON_EXTENSION) ?? (isTold ? undefined : all[0]);
  const code = trimmedText(reason?.['valueCode'] ?? reason?.['valueString']);
  return absentReasonText({ coding: [{ code }] });
}
