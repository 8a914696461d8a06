import { parseClinicalScope } from '../authorization/scopes.ts';

const RESOURCE_DESCRIPTIONS: Readonly<Record<string, string>> = {
  '*': 'everything in the record',
  Patient: 'name, birth date and contact details',
  Observation: 'results and measurements',
  Encounter: 'visits and stays',
  MedicationRequest: 'prescriptions',
  MedicationStatement: 'medicines that are said to be taken',
  MedicationAdministration: 'medicines that were given',
  MedicationDispense: 'medicines that were handed out',
  Condition: 'diagnoses and problems',
  Procedure: 'procedures and operations',
  Immunization: 'vaccinations',
  AllergyIntolerance: 'allergies and intolerances',
  DiagnosticReport: 'reports of laboratories and of imaging',
};

const IDENTITY_DESCRIPTIONS: Readonly<Record<string, string>> = {
  openid: 'Know who is signed in',
  fhirUser: 'Know the signed-in person’s own entry in the record system',
  profile: 'Know the signed-in person’s name',
  offline_access: 'Stay connected while you are away',
  online_access: 'Stay connected while you are signed in',
  launch: 'Know which patient is open',
  'launch/patient': 'Know which patient you choose',
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
