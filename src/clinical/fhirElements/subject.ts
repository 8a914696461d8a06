import { elementOf, exactText, type FhirElement } from './fhirElement.ts';

/**
 * The match says whose resource it is. `no-subject` means that the subject is missing, or was sent in a form that
 * cannot be trusted.
 */
export type SubjectMatch = 'this-patient' | 'other-patient' | 'no-subject';

/** A patient is known by the id and by the address of the FHIR server. */
export type PatientOfServer = { readonly patientId: string; readonly fhirBase: string };

const PATIENT_REFERENCE = /^(?:(https?:\/\/[^#?]+)\/)?Patient\/([^/#?]+)(?:\/_history\/[^/]+)?$/;

/**
 * Returns whether the `subject` of a resource is the patient in context (rule 48). Relative, versioned and absolute references
 * on the same server name the patient; an identifier alone, a contained resource or a URN does not (fixture 69).
 */
export function readSubject(resource: FhirElement, { patientId, fhirBase }: PatientOfServer): SubjectMatch {
  const reference = exactText(elementOf(resource['subject'])['reference']);
  if (reference === `Patient/${patientId}`) return 'this-patient';
  const [, base, id] = PATIENT_REFERENCE.exec(reference) ?? [];
  if (id === undefined) return 'no-subject';
  return id === patientId && (base === undefined || isSameBase(base, fhirBase))
    ? 'this-patient'
    : 'other-patient';
}

/** Returns whether two addresses name one FHIR server. They may differ in a default port or in slashes at the end; one that is no URL names none. */
export function isSameBase(base: string, fhirBase: string): boolean {
  return URL.canParse(base) && URL.canParse(fhirBase) && normalizedUrl(base) === normalizedUrl(fhirBase);
}

function normalizedUrl(text: string): string {
  const { origin, pathname } = new URL(text);
  let end = pathname.length;
  while (pathname[end - 1] === '/') end -= 1;
  return origin + pathname.slice(0, end);
}
