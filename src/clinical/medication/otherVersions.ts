/** Reads the shapes that other versions of FHIR have for a medication: https://hl7.org/fhir/R5/medicationrequest.html */
import { elementOf, elementsOf, trimmedText, type FhirElement } from '../fhirElements/fhirElement.ts';

/** R5 has one instruction in words beside the coded ones. It counts where none was sent. */
const dosagesOf = ({ dosageInstruction, renderedDosageInstruction }: FhirElement): unknown => {
  const text = trimmedText(renderedDosageInstruction);
  return elementsOf(dosageInstruction).length === 0 && text !== '' ? [{ text }] : dosageInstruction;
};

/** Returns a resource about a medication under the names of R4. R5 spells "occurence" so. */
export function inR4Shape(resource: FhirElement): FhirElement {
  const { concept, reference } = elementOf(resource['medication']);
  return {
    ...resource,
    medicationCodeableConcept: resource['medicationCodeableConcept'] ?? concept,
    medicationReference: resource['medicationReference'] ?? reference,
    reportedBoolean: resource['reportedBoolean'] ?? resource['reported'],
    dosageInstruction: dosagesOf(resource),
    effectiveDateTime:
      resource['effectiveDateTime'] ?? resource['occurenceDateTime'] ?? resource['effectiveTimeDateTime'],
    effectivePeriod:
      resource['effectivePeriod'] ?? resource['occurencePeriod'] ?? resource['effectiveTimePeriod'],
  };
}
