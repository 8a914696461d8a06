import { shownName } from '../events/longName.ts';
import { codeSystemKey, conceptName, knownCodings } from '../events/conceptName.ts';
import {
  elementOf,
  elementsOf,
  exactText,
  joinTexts,
  resourceId,
  trimmedText,
  type FhirElement,
} from '../fhirElements/fhirElement.ts';
import { medicationTexts } from './medication.messages.ts';

/** This is a medication with the key of the course that it belongs to. */
export type Medication = {
  readonly key: string;
  readonly name: string;
  /** The whole name, where it is longer than any name is shown; absent for any other. */
  readonly fullName?: string;
};

/** A code of these systems stands for one drug wherever it is sent. */
const DRUG_SYSTEMS: ReadonlySet<string> = new Set(['rxnorm', 'snomed', 'ndc', 'atc']);

/**
 * Returns the medication of a resource: by RxNorm code, else by any code, else by its words. A contained Medication is looked up,
 * and one without a code is named by its ingredients; any other reference is known by its display alone. A code of the server's
 * own may stand for whatever was typed in ("free text"), so it names one drug only together with the first word of its name. A
 * medication without a name is a course of its own.
 */
export function medicationOf(resource: FhirElement): Medication {
  const reference = elementOf(resource['medicationReference']);
  const contained = containedMedication(resource, reference);
  const concept = elementOf(resource['medicationCodeableConcept'] ?? contained['code']);
  const name = conceptName(concept) || trimmedText(reference['display']) || ingredientNames(contained);
  const codings = knownCodings(concept);
  const coding = codings.find(({ system }) => codeSystemKey(system) === 'rxnorm') ?? codings[0];
  const key = coding === undefined ? `text:${name.toLowerCase()}` : codeKey(coding, name);
  if (coding === undefined && name === '')
    return { key: `text:${unnamedKey(resource, reference)}`, name: medicationTexts('withoutName') };
  return { key, name: shownName(name), ...(shownName(name) !== name && { fullName: name }) };
}

function codeKey({ system, code }: FhirElement, name: string): string {
  const key = `${trimmedText(system)}|${trimmedText(code)}`;
  if (DRUG_SYSTEMS.has(codeSystemKey(system))) return key;
  return `${key} ${/\p{L}{3,}/u.exec(name)?.[0].toLowerCase() ?? name}`;
}

/** A contained resource has an id inside of its container alone, so two orders with "#1" may mean two drugs. */
function unnamedKey(resource: FhirElement, reference: FhirElement): string {
  const target = exactText(reference['reference']);
  if (target !== '' && !target.startsWith('#')) return target;
  const id = resourceId(resource);
  return `${trimmedText(resource['resourceType'])}/${id === '' ? JSON.stringify(resource) : id}`;
}

function containedMedication(resource: FhirElement, { reference }: FhirElement): FhirElement {
  const [, id] = /^#(.+)$/.exec(trimmedText(reference)) ?? [];
  return (
    elementsOf(resource['contained']).find((one) => id !== undefined && trimmedText(one['id']) === id) ?? {}
  );
}

/** A mixture that the pharmacy makes has ingredients and no code: https://hl7.org/fhir/R4/medication.html */
const ingredientNames = (medication: FhirElement): string =>
  joinTexts(
    elementsOf(medication['ingredient']).map(
      ({ itemCodeableConcept: item, itemReference: of }) =>
        conceptName(item) || trimmedText(elementOf(of)['display']),
    ),
    ' + ',
  );
