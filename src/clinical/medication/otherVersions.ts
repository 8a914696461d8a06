/** Reads the shapes that other versions of FHIR have for a medication: https://hl7.org/fhir/R5/medicationrequest.html */
import { elementOf, elementsOf, trimmedText, type FhirElement } from '../fhirElements/fhirElement.ts';
import { medicationTexts } from './medication.messages.ts';

/**
 * R5 has one instruction in words beside the coded ones: https://hl7.org/fhir/R5/medicationrequest.html#MedicationRequest.renderedDosageInstruction. It counts
 * where no other words were sent, and stands beside them else. Of several instructions nobody knows which part of it is about which.
 */
function withRendered(sent: unknown, rendered: string): unknown {
  const [only, ...more] = elementsOf(sent);
  if (rendered === '' || more.length > 0) return sent;
  if (trimmedText(only?.['text']) === '') return [{ ...only, text: rendered }];
  return [{ ...only, renderedDosageInstruction: rendered }];
}

/** Returns the words into which R5 puts several instructions; '' where they stand with the only one. */
export function renderedOfSeveral(resource: FhirElement): string {
  const { dosage, dosageInstruction, renderedDosageInstruction } = resource;
  const isOfSeveral = [dosage, dosageInstruction].some((sent) => elementsOf(sent).length > 1);
  const text = isOfSeveral ? trimmedText(renderedDosageInstruction) : '';
  return text && medicationTexts('inWords', { text });
}

/** Returns the dosages with the words into which R5 puts them, under the name that they have. */
function dosagesOf({
  resourceType,
  dosage,
  dosageInstruction,
  renderedDosageInstruction,
}: FhirElement): FhirElement {
  const rendered = trimmedText(renderedDosageInstruction);
  return resourceType === 'MedicationStatement' || resourceType === 'MedicationAdministration'
    ? { dosage: withRendered(dosage, rendered) }
    : { dosageInstruction: withRendered(dosageInstruction, rendered) };
}

/** Returns a resource about a medication under the names of R4. R5 spells "occurence" so. */
export function inR4Shape(resource: FhirElement): FhirElement {
  const { concept, reference } = elementOf(resource['medication']);
  return {
    ...resource,
    medicationCodeableConcept: resource['medicationCodeableConcept'] ?? concept,
    medicationReference: resource['medicationReference'] ?? reference,
    reportedBoolean: resource['reportedBoolean'] ?? resource['reported'],
    ...dosagesOf(resource),
    effectiveDateTime:
      resource['effectiveDateTime'] ?? resource['occurenceDateTime'] ?? resource['effectiveTimeDateTime'],
    effectivePeriod:
      resource['effectivePeriod'] ?? resource['occurencePeriod'] ?? resource['effectiveTimePeriod'],
  };
}
