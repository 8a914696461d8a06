/** Reads the sex for which a growth reference holds. */
import { elementOf, elementsOf, trimmedText } from '../fhirElements/fhirElement.ts';

type Sex = 'male' | 'female';

/** This is the sex of the record, as far as the references know it. `contradicted`: sex at birth and gender differ. */
export type RecordedSex = Sex | 'notKnown' | 'contradicted';

const BIRTH_SEX = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex';
const SEXES = new Map<string, Sex>([
  ['male', 'male'],
  ['m', 'male'],
  ['female', 'female'],
  ['f', 'female'],
]);

/**
 * Reads the sex for which a reference holds from any JSON as a Patient: the administrative gender. A sex at birth that
 * differs from it leaves open which of the two tables is meant.
 *
 * @see https://hl7.org/fhir/R4/patient.html and https://hl7.org/fhir/us/core/StructureDefinition-us-core-birthsex.html
 */
export function recordedSex(resource: unknown): RecordedSex {
  const patient = elementOf(resource);
  const gender = SEXES.get(trimmedText(patient['gender']).toLowerCase());
  const extension = elementsOf(patient['extension']).find(({ url }) => url === BIRTH_SEX);
  const atBirth = SEXES.get(trimmedText(extension?.['valueCode']).toLowerCase());
  if (gender === undefined) return 'notKnown';
  return atBirth === undefined || atBirth === gender ? gender : 'contradicted';
}
