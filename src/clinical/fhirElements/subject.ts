import { elementOf, trimmedText, type FhirElement } from './fhirElement.ts';

/** Whose result it is: this patient's, another patient's, or not said in a form that can be trusted. */
export type SubjectMatch = 'this-patient' | 'other-patient' | 'no-subject';

type Whose = { readonly patientId: string; readonly fhirBase: string };

const REFERENCE = /^(?:(https?:\/\/[^#?]+?)\/+)?Patient\/([^/#?]+)(?:\/_history\/[^/]+)?$/;

/**
 * Relative, absolute on the same server and versioned references name the patient. A reference by identifier alone,
 * contained or by URN is not trusted (fixture 69).
 */
export function readSubject(observation: FhirElement, { patientId, fhirBase }: Whose): SubjectMatch {
  const reference = trimmedText(elementOf(observation['subject'])['reference']);
  if (reference === `Patient/${patientId}`) return 'this-patient';
  const [, base, id] = REFERENCE.exec(reference) ?? [];
  if (id === undefined) return 'no-subject';
  return id === patientId && (base === undefined || isSameBase(base, fhirBase))
    ? 'this-patient'
    : 'other-patient';
}

/** Also when one of them spells out the default port or ends in a slash. */
function isSameBase(base: string, fhirBase: string): boolean {
  return URL.canParse(base) && URL.canParse(fhirBase) && plainUrl(base) === plainUrl(fhirBase);
}

function plainUrl(text: string): string {
  const { origin, pathname } = new URL(text);
  return origin + pathname.replace(/\/+$/, '');
}
