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
import { isSameBase, type PatientOfServer } from '../fhirElements/subject.ts';
import { ingredientStrengths, type IngredientStrength } from './codedDose/ingredientStrengths.ts';
import { otherDrugNames } from './codedDose/otherNames.ts';
import { medicationTexts } from './medication.messages.ts';

/** This is a medication with the key of the course that it belongs to. */
export type Medication = {
  readonly key: string;
  readonly name: string;
  /** The whole name, where it is longer than any name is shown; absent for any other. */
  readonly fullName?: string;
  /** It was sent without a name, and this is the path of the Medication of the same server that may have one: "Medication/9". */
  readonly path?: string;
  /** These names of its other codes share no word with its own; absent without any. */
  readonly otherNames?: readonly string[];
  /** Its Medication tells these strengths of its drugs; absent without any. */
  readonly strengths?: readonly IngredientStrength[];
  /** It was sent without a name and names a resource that is not read. */
  readonly isElsewhere?: true;
};

/** A code of these systems stands for one drug wherever it is sent. */
const DRUG_SYSTEMS: ReadonlySet<string> = new Set(['rxnorm', 'snomed', 'ndc', 'atc']);

/**
 * Returns the medication of a resource: by RxNorm code, else by any code, else by its words. A contained Medication is looked up,
 * and one without a code is named by its ingredients; any other reference is known by its display alone. A code of the server's
 * own may stand for whatever was typed in ("free text"), so it names one drug only together with the first word of its name. A
 * medication without a name is a course of its own, and says where its name may be read (decision 68).
 */
export function medicationOf(resource: FhirElement, server: Pick<PatientOfServer, 'fhirBase'>): Medication {
  const reference = elementOf(resource['medicationReference']);
  const contained = containedMedication(resource, reference);
  const concept = elementOf(resource['medicationCodeableConcept'] ?? contained['code']);
  const named = namedMedication(
    concept,
    conceptName(concept) || trimmedText(reference['display']) || ingredientNames(contained),
    contained,
  );
  if (named !== undefined) return named;
  const target = exactText(reference['reference']);
  const unnamed = (key: string) => ({ key: `text:${key}`, name: medicationTexts('withoutName') });
  // A contained resource has an id inside of its container alone, so two orders with "#1" may mean two drugs.
  if (target === '' || target.startsWith('#')) return unnamed(ownKey(resource));
  const path = medicationPath(target, server);
  return path === undefined ? { ...unnamed(target), isElsewhere: true } : { ...unnamed(path), path };
}

/** Returns the medication that a Medication describes, by its code or its ingredients; undefined where it names none. */
export function medicationIn(medication: FhirElement): Medication | undefined {
  const { code } = medication;
  return namedMedication(elementOf(code), conceptName(code) || ingredientNames(medication), medication);
}

function namedMedication(concept: FhirElement, name: string, described: FhirElement): Medication | undefined {
  const codings = knownCodings(concept);
  const coding = codings.find(({ system }) => codeSystemKey(system) === 'rxnorm') ?? codings[0];
  if (coding === undefined && name === '') return undefined;
  const key = coding === undefined ? `text:${name.toLowerCase()}` : codeKey(coding, name);
  const otherNames = otherDrugNames(concept);
  const strengths = ingredientStrengths(described);
  return {
    key,
    name: shownName(name),
    ...(shownName(name) !== name && { fullName: name }),
    ...(otherNames.length > 0 && { otherNames }),
    ...(strengths.length > 0 && { strengths }),
  };
}

const MEDICATION =
  /^(?:(https?:\/\/[^#?]+)\/)?(Medication\/[A-Za-z0-9.-]{1,64}(?:\/_history\/[A-Za-z0-9.-]{1,64})?)$/;

/** Returns the path of a Medication on the server of the patient; undefined for any other resource and any other server. */
function medicationPath(
  reference: string,
  { fhirBase }: Pick<PatientOfServer, 'fhirBase'>,
): string | undefined {
  const [, base, path] = MEDICATION.exec(reference) ?? [];
  return path !== undefined &&
    !/\/\.+(?:\/|$)/.test(path) &&
    (base === undefined || isSameBase(base, fhirBase))
    ? path
    : undefined;
}

function codeKey({ system, code }: FhirElement, name: string): string {
  const key = `${trimmedText(system)}|${trimmedText(code)}`;
  if (DRUG_SYSTEMS.has(codeSystemKey(system))) return key;
  return `${key} ${/\p{L}{3,}/u.exec(name)?.[0].toLowerCase() ?? name}`;
}

function ownKey(resource: FhirElement): string {
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
      ({ itemCodeableConcept, itemReference, item }) =>
        conceptName(itemCodeableConcept ?? elementOf(item)['concept']) ||
        trimmedText(elementOf(itemReference ?? elementOf(item)['reference'])['display']),
    ),
    ' + ',
  );
