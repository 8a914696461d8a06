// This file says who can sign in at the patient portal, and whose records each of them may open. A patient opens their own
// record. Some people also open, or only open, the records of others: a parent those of her children, an adult daughter that
// of her father. The clinician opens any record.
import { CLINICIAN_ID } from '../launchRegistry.ts';

/** These say who signs in at the portal: the person of the record that is opened, a proxy, or a clinician. */
export const PORTAL_USERS = ['self', 'proxy', 'clinician'] as const;
export type PortalUser = (typeof PORTAL_USERS)[number];

/** The codes are of http://terminology.hl7.org/CodeSystem/v3-RoleCode. */
const ROLES = {
  mother: { code: 'MTH', display: 'mother' },
  daughter: { code: 'DAUC', display: 'daughter' },
  relative: { code: 'FAMMEMB', display: 'family member' },
} as const;

type Relation = { readonly patient: string; readonly role: keyof typeof ROLES };

export type Proxy = {
  /** A proxy who is also a patient has the id of that story. */
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly gender: 'female' | 'male' | 'unknown';
  readonly relations: readonly Relation[];
  /** This proxy may open every record. */
  readonly isOfEveryone?: true;
};

const HANH: Proxy = {
  id: 'parent',
  given: 'Hanh',
  family: 'Tran',
  gender: 'female',
  relations: [
    { patient: 'child', role: 'mother' },
    { patient: 'preterm', role: 'mother' },
    { patient: 'home', role: 'daughter' },
  ],
};
const ASTRID: Proxy = {
  id: 'astrid',
  given: 'Astrid',
  family: 'Berg',
  gender: 'female',
  relations: [{ patient: 'deceased', role: 'daughter' }],
};
/** Robin lets one try any record as a proxy does. */
const ROBIN: Proxy = {
  id: 'relative',
  given: 'Robin',
  family: 'Sandbox',
  gender: 'unknown',
  relations: [],
  isOfEveryone: true,
};

export const PROXIES: readonly Proxy[] = [HANH, ASTRID, ROBIN];

export const proxyNamed = (id: string): Proxy | undefined => PROXIES.find((proxy) => proxy.id === id);

export const fullName = ({ given, family }: Proxy): string => `${given} ${family}`;

export type Role = (typeof ROLES)[keyof typeof ROLES];

/** Returns what the proxy is to the patient, or undefined where the proxy may not open the record. */
export function roleFor({ id, relations, isOfEveryone }: Proxy, patient: string): Role | undefined {
  const relation = relations.find((one) => one.patient === patient);
  if (relation) return ROLES[relation.role];
  return isOfEveryone && id !== patient ? ROLES.relative : undefined;
}

/** Returns the records of these that somebody may open, their own first. */
export function recordsOf(person: string, patients: readonly string[]): readonly string[] {
  if (person === CLINICIAN_ID) return patients;
  const proxy = proxyNamed(person);
  const own = patients.filter((patient) => patient === person);
  return [...own, ...(proxy ? patients.filter((patient) => roleFor(proxy, patient)) : [])];
}

/** Returns who signs in where only the kind of user was said. */
export function personFor(user: PortalUser, patient: string): string {
  if (user === 'clinician') return CLINICIAN_ID;
  if (user === 'self') return patient;
  return PROXIES.find((proxy) => roleFor(proxy, patient))?.id ?? ROBIN.id;
}

/** Returns the reference that `fhirUser` names: the patient, the person related to the patient, or the clinician. */
export function userReference(person: string, patient: string | undefined): string {
  if (person === CLINICIAN_ID) return `Practitioner/${CLINICIAN_ID}`;
  if (patient === undefined || person === patient) return `Patient/${person}`;
  return `RelatedPerson/${relatedPersonId(person, patient)}`;
}

export const relatedPersonId = (person: string, patient: string): string => `${person}-for-${patient}`;
