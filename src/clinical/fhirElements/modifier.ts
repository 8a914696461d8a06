import { elementsOf, trimmedText, type FhirElement } from './fhirElement.ts';

/**
 * Returns whether a modifier extension or rules of the server were sent, either of which may turn the meaning around:
 * https://hl7.org/fhir/R4/extensibility.html#modifierExtension, https://hl7.org/fhir/R4/resource.html#Resource.implicitRules
 */
export const hasModifier = (source: FhirElement): boolean =>
  elementsOf(source['modifierExtension']).length > 0 || trimmedText(source['implicitRules']) !== '';
