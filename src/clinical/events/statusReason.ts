/** Reads why something has its status. Earlier versions of FHIR have other names for why it was not done. */
import { conceptTexts } from '../fhirElements/codeableConcept.ts';
import { elementOf, elementsOf, type FhirElement } from '../fhirElements/fhirElement.ts';
import { cappedWords } from './longName.ts';
import { meansNotDone } from './notDoneWords.ts';

/** Returns why something has its status, as concepts. */
export const reasonsOf = (resource: FhirElement): readonly FhirElement[] => [
  ...['statusReason', 'statusReasonCodeableConcept'].flatMap((name) => elementsOf(resource[name])),
  // A dispense may name an issue that was found instead, which has words of its own.
  ...elementsOf(resource['statusReasonReference']).map(({ display }) => ({ text: display })),
];

/**
 * Returns the reasons why something was not done, which FHIR knows under these names alone.
 * https://hl7.org/fhir/STU3/procedure-definitions.html#Procedure.notDoneReason and, in R5,
 * https://hl7.org/fhir/R5/medicationdispense-definitions.html#MedicationDispense.notPerformedReason
 */
const refusalsOf = (resource: FhirElement): readonly FhirElement[] => [
  ...[
    'notDoneReason',
    'notDoneReasonCodeableConcept',
    'reasonNotPerformed',
    'reasonNotGiven',
    'reasonNotTaken',
  ].flatMap((name) => elementsOf(resource[name])),
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

/** A reason may have words of its own, such as "see note", beside those of its codes. */
const displaysOf = ({ coding }: FhirElement): readonly FhirElement[] =>
  elementsOf(coding).map(({ display }) => ({ text: display }));

/** Returns whether the reason of a status says that something was not done, whatever the status is. */
export function isDeniedByReason(resource: FhirElement): boolean {
  const isProcedure = resource['resourceType'] === 'Procedure';
  return (
    refusalsOf(resource).length > 0 ||
    reasonsOf(resource).some(
      (reason) =>
        [reason, ...displaysOf(reason)].some((one) => meansNotDone(one, isProcedure)) ||
        isVaccineRefusal(reason),
    )
  );
}
