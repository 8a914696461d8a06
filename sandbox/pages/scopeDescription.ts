import { parseClinicalScope } from '../authorization/scopes.ts';

const RESOURCE_DESCRIPTIONS: Readonly<Record<string, string>> = {
  '*': 'everything in the record',
  Patient: 'name, birth date and contact details',
  Observation: 'test results and measurements',
  Encounter: 'visits and hospital stays',
  MedicationRequest: 'prescribed medicines',
  MedicationStatement: 'medicines that you say you take',
  MedicationAdministration: 'medicines that were given',
  MedicationDispense: 'medicines that were handed out',
  Condition: 'diagnoses and health problems',
  Procedure: 'procedures and operations',
  Immunization: 'vaccinations',
  AllergyIntolerance: 'allergies and intolerances',
  DiagnosticReport: 'reports of tests and scans',
};

const IDENTITY_DESCRIPTIONS: Readonly<Record<string, string>> = {
  openid: 'Know who is signed in',
  fhirUser: 'Know how you are listed in this hospital',
  profile: 'Know your name',
  offline_access: 'Stay connected while you are away',
  online_access: 'Stay connected while you are signed in',
  launch: 'Know which patient is open',
  'launch/patient': 'Know whose record you choose',
};

/** Describes a scope as somebody who is asked to allow it would say it. */
export function describeScope(scope: string): string {
  const clinical = parseClinicalScope(scope);
  if (!clinical) return IDENTITY_DESCRIPTIONS[scope] ?? scope;
  const verbs = [
    /[rs]/.test(clinical.permissions) && 'Read',
    /[cu]/.test(clinical.permissions) && 'change',
    clinical.permissions.includes('d') && 'delete',
  ].filter((verb) => verb !== false);
  const resourceDescription = RESOURCE_DESCRIPTIONS[clinical.type] ?? clinical.type;
  const limit = clinical.query === '' ? '' : `, only where ${clinical.query}`;
  return `${verbs.join(' and ')} ${resourceDescription}${limit}`;
}
