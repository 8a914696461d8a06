import type { Practitioner } from 'fhir/r4';
import type { Access } from '../authorization/authorizationServer.ts';
import { clinicalScope } from '../authorization/scopes.ts';
import { CLINICIAN } from '../launchRegistry.ts';
import { insufficientScope, Refusal } from './fhirError.ts';

export const CLINICIAN_NAME = 'Sandbox Clinician';

const practitioner: Practitioner = {
  resourceType: 'Practitioner',
  id: CLINICIAN,
  active: true,
  name: [{ use: 'official', text: CLINICIAN_NAME, family: 'Clinician', given: ['Sandbox'] }],
};

/** Who signed in may be read by anybody who was allowed to know it, beside the usual scopes. */
export function readPractitioner(access: Access, id: string): Practitioner {
  if (!access.scopes.some(allowsReading)) {
    throw insufficientScope('No scope of this token allows to read Practitioner.');
  }
  if (id !== CLINICIAN) throw new Refusal(404, 'not-found', 'There is no Practitioner of this id.');
  return practitioner;
}

function allowsReading(scope: string): boolean {
  if (scope === 'fhirUser') return true;
  const clinical = clinicalScope(scope);
  if (clinical?.level !== 'user' || clinical.query !== '') return false;
  return ['*', 'Practitioner'].includes(clinical.type) && clinical.letters.includes('r');
}
