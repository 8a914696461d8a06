/** Reads the sex for which a growth reference holds. */
import { elementOf, elementsOf, trimmedText } from '../fhirElements/fhirElement.ts';

type Sex = 'male' | 'female';

/** This is the sex of the record, as far as the references know it. `contradicted`: sex and gender differ. */
export type RecordedSex = Sex | 'notKnown' | 'contradicted';

/** The older extension says the sex at birth, the newer one, which has had two names, the sex of the record. */
const SEX_EXTENSION = /\/us-core-(?:birth|individual-)?sex$/;

/** The numbers are those of SNOMED CT. Neither girl nor boy is an answer too, which any other contradicts; no answer is none. */
const SEXES = new Map<string, Sex | 'other'>([
  ['male', 'male'],
  ['m', 'male'],
  ['248153007', 'male'],
  ['female', 'female'],
  ['f', 'female'],
  ['248152002', 'female'],
  ['other', 'other'],
  ['oth', 'other'],
]);

const sexOf = (code: unknown) => SEXES.get(trimmedText(code).toLowerCase()) ?? [];

/**
 * Reads the sex for which a reference holds from any JSON as a Patient: what the administrative gender and the extensions of US Core
 * say alike. Where they differ it is open which of the two tables is meant.
 *
 * @see https://hl7.org/fhir/R4/patient.html, https://hl7.org/fhir/us/core/StructureDefinition-us-core-birthsex.html and
 * https://hl7.org/fhir/us/core/StructureDefinition-us-core-sex.html
 */
export function recordedSex(resource: unknown): RecordedSex {
  const { gender, extension } = elementOf(resource);
  const sent = elementsOf(extension).filter(({ url }) => SEX_EXTENSION.test(trimmedText(url)));
  const codes = sent.map(({ valueCode, valueCoding }) => valueCode ?? elementOf(valueCoding)['code']);
  const [sex, ...others] = new Set([gender, ...codes].flatMap(sexOf));
  if (others.length > 0) return 'contradicted';
  return sex === undefined || sex === 'other' ? 'notKnown' : sex;
}
