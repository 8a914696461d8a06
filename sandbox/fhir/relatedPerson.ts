import type { RelatedPerson } from 'fhir/r4';
import type { TokenAccess } from '../authorization/authorizationServer.ts';
import { parseClinicalScope } from '../authorization/scopes.ts';
import { PROXIES, relatedPersonId, roleFor, userReference, type Proxy } from '../portal/people.ts';
import { FhirError, insufficientScopeError } from './fhirError.ts';

const ROLE_SYSTEM = 'http://terminology.hl7.org/CodeSystem/v3-RoleCode';

/**
 * Returns the person who is related to a patient. Whoever was told who signed in may read that one, and a token with the
 * scopes for it may read those of its patient.
 */
export function readRelatedPerson(access: TokenAccess, id: string): RelatedPerson {
  const found = PROXIES.map((proxy) => ({ proxy, patient: patientOf(proxy, id) })).find(
    ({ proxy, patient }) => patient !== undefined && roleFor(proxy, patient),
  );
  if (found?.patient === undefined)
    throw new FhirError(404, 'not-found', 'There is no RelatedPerson of this id.');
  const isSignedIn = userReference(access.user, access.patient) === `RelatedPerson/${id}`;
  if (!access.scopes.some((scope) => (scope === 'fhirUser' ? isSignedIn : allowsReading(scope))))
    throw insufficientScopeError('No scope of this token allows to read RelatedPerson.');
  if (found.patient !== access.patient) throw insufficientScopeError('This token is for another patient.');
  return resource(found.proxy, found.patient);
}

/** Returns the patient that an id such as `parent-for-child` is about, if it is one of this proxy. */
function patientOf({ id }: Proxy, relatedPerson: string): string | undefined {
  const start = relatedPersonId(id, '');
  return relatedPerson.startsWith(start) ? relatedPerson.slice(start.length) : undefined;
}

function allowsReading(scope: string): boolean {
  const clinical = parseClinicalScope(scope);
  if (!clinical || clinical.query !== '') return false;
  return ['*', 'RelatedPerson'].includes(clinical.type) && clinical.permissions.includes('r');
}

function resource(proxy: Proxy, patient: string): RelatedPerson {
  const role = roleFor(proxy, patient);
  return {
    resourceType: 'RelatedPerson',
    id: relatedPersonId(proxy.id, patient),
    meta: { versionId: '1', lastUpdated: '2026-11-24T12:00:00.000Z' },
    active: true,
    patient: { reference: `Patient/${patient}` },
    ...(role && { relationship: [{ coding: [{ system: ROLE_SYSTEM, ...role }], text: role.display }] }),
    name: [{ use: 'official', family: proxy.family, given: [proxy.given] }],
    gender: proxy.gender,
  };
}
