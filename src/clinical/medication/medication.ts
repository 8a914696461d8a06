import { conceptText } from '../fhirElements/codeableConcept.ts';
import {
  elementOf,
  elementsOf,
  trimmedText,
  type FhirElement,
  resourceId,
} from '../fhirElements/fhirElement.ts';
import { medicationTexts } from './medication.messages.ts';

/** This is a medication with the key of the course that it belongs to. */
export type Medication = { readonly key: string; readonly name: string };

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';

/**
 * Returns the medication of a resource: by RxNorm code, else by any code, else by its words. A contained Medication
 * is looked up; any other reference is known by its display alone. A medication without a name is a course of its
 * own.
 */
export function medicationOf(resource: FhirElement): Medication {
  const reference = elementOf(resource['medicationReference']);
  const concept = elementOf(resource['medicationCodeableConcept'] ?? containedCode(resource, reference));
  const name = conceptText(concept) || trimmedText(reference['display']);
  const codings = elementsOf(concept['coding']).filter(({ code }) => trimmedText(code) !== '');
  const coding = codings.find(({ system }) => trimmedText(system) === RXNORM) ?? codings[0];
  if (coding !== undefined)
    return { key: `${trimmedText(coding['system'])}|${trimmedText(coding['code'])}`, name };
  if (name !== '') return { key: `text:${name.toLowerCase()}`, name };
  const target =
    trimmedText(reference['reference']) || `${trimmedText(resource['resourceType'])}/${resourceId(resource)}`;
  return { key: `text:${target.toLowerCase()}`, name: medicationTexts('withoutName') };
}

function containedCode(resource: FhirElement, { reference }: FhirElement): unknown {
  const [, id] = /^#(.+)$/.exec(trimmedText(reference)) ?? [];
  if (id === undefined) return undefined;
  return elementsOf(resource['contained']).find((one) => trimmedText(one['id']) === id)?.['code'];
}
