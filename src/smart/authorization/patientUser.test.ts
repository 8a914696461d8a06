// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { granted, siteOf } from '../../testing/sessionFixture.ts';
import { openSession } from '../session/session.ts';
import { isPatientUser, viewerOf } from './patientUser.ts';

const tokenOf = (claims: object): string =>
  ['e30', Buffer.from(JSON.stringify(claims)).toString('base64url'), 'x'].join('.');
const isPatient = (idToken: string | undefined): boolean =>
  isPatientUser(openSession(siteOf(), { ...granted('p1'), idToken }));

test.each([
  ['Patient/p1', true],
  ['https://fhir.general.example/r4/Patient/p1', true],
  ['RelatedPerson/r7', true],
  ['https://fhir.general.example/r4/Practitioner/d3', false],
  ['PractitionerRole/9', false],
  ['Person/5', false],
  ['', false],
])('the user "%s" is a patient: %s', (fhirUser, expected) => {
  expect(isPatient(tokenOf({ sub: 'u', fhirUser }))).toBe(expected);
});

test('the older claim "profile" counts, also with letters outside of ASCII around it', () => {
  expect(isPatient(tokenOf({ profile: 'Patient/p1', name: 'Zoë Ångström' }))).toBe(true);
});

test.each([undefined, '', 'x', 'a.b.c', 'a.e30.c'])('of the token %s nothing is known', (token) => {
  expect(isPatient(token)).toBe(false);
});

test.each([
  ['Patient/p1', 'self'],
  ['https://fhir.general.example/r4/Patient/p1', 'self'],
  ['https://FHIR.General.example:443/r4/Patient/p1', 'self'],
  ['https://fhir.general.example/r4/Patient/p1/_history/2', 'self'],
  ['Patient/p1/_history/1', 'self'],
  ['Patient/p1/_history/1/', 'self'],
  ['Patient/p1/', 'self'],
  ['https://fhir.general.example/r4//Patient/p1/', 'self'],
  ['Patient/p1?_format=json', 'self'],
  ['Patient/p1#me', 'self'],
  ['patient/p1', 'self'],
  ['PATIENT/p1', 'self'],
  // Another server may have given the same id to somebody else.
  ['https://other.example/r4/Patient/p1', 'proxy'],
  ['https://fhir.general.example/r5/Patient/p1', 'proxy'],
  ['http://fhir.general.example/r4/Patient/p1', 'proxy'],
  ['https://fhir.general.example.evil.example/r4/Patient/p1', 'proxy'],
  ['//other.example/r4/Patient/p1/', 'proxy'],
  ['Patient/P1', 'proxy'],
  ['Patient/p1/Patient/p2', 'proxy'],
  ['https://other.example/r4/relatedperson/r1/', 'proxy'],
  ['https://staff.example/r4/practitioner/d3/?x=1', 'clinician'],
  ['https://fhir.general.example/patient/api/Practitioner/d3', 'clinician'],
  ['https://user:word@', 'unknown'],
  ['urn:uuid:9b0f5c1e-1111-4a4a-8a8a-000000000000', 'unknown'],
  ['Patient/p2', 'proxy'],
  ['RelatedPerson/p1', 'proxy'],
  ['PractitionerRole/9', 'clinician'],
  ['Person/5', 'unknown'],
  ['Device/1', 'unknown'],
])('of the record of p1 the user "%s" is %s', (fhirUser, viewer) => {
  expect(viewerOf(openSession(siteOf(), { ...granted('p1'), idToken: tokenOf({ fhirUser }) }))).toBe(viewer);
});

test.each([
  ['https://fhir.general.example/patient/r4', undefined, 'unknown'],
  ['https://fhir.general.example/practitioner/r4', '', 'unknown'],
  ['https://fhir.general.example/patient/r4', '#me', 'unknown'],
  ['https://fhir.general.example/patient', 'p1', 'unknown'],
  ['https://fhir.general.example/patient/r4', 'Practitioner/d3', 'clinician'],
  ['https://fhir.general.example/patient/r4', 'Patient/p1', 'self'],
  ['https://fhir.general.example//r4/', 'Patient/p1', 'self'],
  ['https://fhir.general.example//r4/', 'https://fhir.general.example//r4/Patient/p1', 'self'],
])('the address of the server (%s) says nothing of the user: of %j it is %s', (iss, fhirUser, viewer) => {
  const session = openSession(siteOf(), { ...granted('p1'), iss, idToken: tokenOf({ fhirUser }) });
  expect(viewerOf(session)).toBe(viewer);
});
