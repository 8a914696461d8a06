/** Reads why something has its status. Earlier versions of FHIR have other names for why it was not done. */
import { conceptTexts } from '../fhirElements/codeableConcept.ts';
import { elementOf, elementsOf, type FhirElement } from '../fhirElements/fhirElement.ts';
import { cappedWords } from './longName.ts';
import { meansNotDone } from './notDoneWords.ts';

const reasonsOf = (resource: FhirElement): readonly FhirElement[] =>
  ['statusReason', 'statusReasonCodeableConcept'].flatMap((name) => elementsOf(resource[name]));

/**
 * Returns the reasons why something was not done, which FHIR knows under these names alone.
 * https://hl7.org/fhir/STU3/procedure-definitions.html#Procedure.notDoneReason and, in R5,
 * https://hl7.org/fhir/R5/medicationdispense-definitions.html#MedicationDispense.notPerformedReason
 */
const refusalsOf = (resource: FhirElement): readonly FhirElement[] => [
  ...['notDoneReason', 'reasonNotPerformed', 'reasonNotGiven', 'reasonNotTaken'].flatMap((name) =>
    elementsOf(resource[name]),
  ),
  ...elementsOf(elementOf(resource['explanation'])['reasonNotGiven']),
  ...elementsOf(elementOf(resource['notPerformedReason'])['concept']),
];

/** Returns why something has its status, as it was sent; '' where nobody said so. */
export const statusReasonOf = (resource: FhirElement): string =>
  cappedWords(conceptTexts([...reasonsOf(resource), ...refusalsOf(resource)]));

/** The reason of the status of an Immunization says why it was not done: https://hl7.org/fhir/R4/immunization.html */
const VACCINE_REFUSALS = /^(?:IMMUNE|MEDPREC|OSTOCK|PATOBJ)$/;
const isVaccineRefusal = (reason: FhirElement): boolean =>
  elementsOf(reason['coding']).some(({ code }) => typeof code === 'string' && VACCINE_REFUSALS.test(code));

/** Returns whether the reason of a status says that something was not done, whatever the status is. */
export function isDeniedByReason(resource: FhirElement): boolean {
  const isProcedure = resource['resourceType'] === 'Procedure';
  return (
    refusalsOf(resource).length > 0 ||
    reasonsOf(resource).some((reason) => meansNotDone(reason, isProcedure) || isVaccineRefusal(reason))
  );
}
