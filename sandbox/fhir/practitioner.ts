import type { Practitioner } from 'fhir/r4';
import type { TokenAccess } from '../authorization/authorizationServer.ts';
import { parseClinicalScope } from '../authorization/scopes.ts';
import { CLINICIAN_ID } from '../launchRegistry.ts';
import { insufficientScopeError, FhirError } from './fhirError.ts';

export const CLINICIAN_NAME = 'Sandbox Clinician';

const practitioner: Practitioner = {
  resourceType: 'Practitioner',
  id: CLINICIAN_ID,
  active: true,
  name: [{ use: 'official', text: CLINICIAN_NAME, family: 'Clinician', given: ['Sandbox'] }],
};

/** Whoever was told who signed in may read that Practitioner, beside the usual scopes. */
export function readPractitioner(access: TokenAccess, id: string): Practitioner {
  if (!access.scopes.some(allowsReading)) {
    throw insufficientScopeError('No scope of this token allows to read Practitioner.');
  }
  if (id !== CLINICIAN_ID) throw new FhirError(404, 'not-found', 'There is no Practitioner of this id.');
  return practitioner;
}

function allowsReading(scope: string): boolean {
  if (scope === 'fhirUser') return true;
  const clinical = parseClinicalScope(scope);
  if (clinical?.level !== 'user' || clinical.query !== '') return false;
  return ['*', 'Practitioner'].includes(clinical.type) && clinical.permissions.includes('r');
}
