import { expect, test } from 'vitest';
import { missingGrants } from './missingGrants.ts';
import { grantedParts, isGranted } from './scopes.ts';
import { scopesFor } from './scopesFor.ts';
import type { Site } from '../site/site.ts';
import { siteOf } from '../../testing/sessionFixture.ts';

const site = (scopes: Site['scopes'], more: Partial<Site> = {}): Site => siteOf({ scopes, ...more });
const v1 = { capabilities: ['permission-v1'], scopesSupported: [] };
const v2 = { capabilities: ['permission-v1', 'permission-v2'], scopesSupported: [] };

test('row 17: an EHR launch asks for launch, a standalone one for launch/patient, never both', () => {
  expect(scopesFor(site('auto'), 'ehr', v2)).toBe(
    'launch patient/Patient.r patient/Observation.rs patient/Encounter.rs',
  );
  expect(scopesFor(site('auto'), 'standalone', v2)).toBe(
    'launch/patient patient/Patient.r patient/Observation.rs patient/Encounter.rs',
  );
  expect(scopesFor(site(['launch', 'launch/patient', 'patient/*.read']), 'ehr', v2)).toBe(
    'launch patient/*.read',
  );
});

test('the form follows what the server speaks, unless the site says', () => {
  expect(scopesFor(site('auto'), 'ehr', v1)).toBe(
    'launch patient/Patient.read patient/Observation.read patient/Encounter.read',
  );
  expect(scopesFor(site('auto'), 'ehr', { capabilities: [], scopesSupported: [] })).toContain('.read');
  expect(scopesFor(site('auto'), 'ehr', { capabilities: [], scopesSupported: ['patient/*.rs'] })).toContain(
    'Observation.rs',
  );
  expect(scopesFor(site('v2'), 'ehr', v1)).toContain('Observation.rs');
  expect(scopesFor(site('v1'), 'ehr', v2)).toContain('Observation.read');
});

test.each([
  ['patient/Observation.read', true],
  ['patient/Observation.rs', true],
  ['patient/Observation.s', true],
  ['patient/*.cruds', true],
  ['user/Observation.*', true],
  ['patient/Observation.Read', true],
  [
    'patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory',
    true,
  ],
  ['patient/Observation.write', false],
  ['patient/Observation.r', false],
  ['patient/Observation.sr', false],
  ['patient/Patient.read launch openid', false],
  ['', false],
  // Cloud directories allow no slash within a scope, or put the address of the server before it, and write `all` for `*`.
  ['patient.Observation.read', true],
  ['user.Observation.rs', true],
  ['api://0a1b-2c3d/patient.Observation.read', true],
  ['https://fhir.example/r4/patient/Observation.read', true],
  ['patient.all.read', true],
  ['patient.*.read', true],
  // Some versions of Epic answer without a context, or with a word for each right.
  ['Patient.read Patient.search Observation.read Observation.search', true],
  ['Observation.Search', true],
  ['patient/Observation.search', true],
  ['Observation.create', false],
  ['*.read', false],
  ['observation.read', false],
  ['fhircast/Observation-open.read', false],
  ['fhircast/Observation.read', false],
  ['mypatient.Observation.read', false],
  ['openid.Observation.read', false],
  ['patientObservation.read', false],
  ['patient.Observation.write', false],
  ['patient.all.write', false],
  ['patient.Observation.sr', false],
  ['patient.Observationread', false],
  ['patient.Observation.read.all', false],
  ['patient..read', false],
  ['patient.read', false],
  ['https://fhir.example/patient.read', false],
  ['launch/patient?patient/Observation.read', false],
  ['launch.Observation', false],
])('row 42: "%s" lets results be searched: %s', (granted, expected) => {
  expect(isGranted(granted, 'Observation', 's')).toBe(expected);
});

test.each([
  ['patient.Patient.read', true],
  ['Patient.read', true],
  ['Patient.search', false],
  ['patient/Patient.s', false],
])('row 42: "%s" lets the Patient be read: %s', (granted, expected) => {
  expect(isGranted(granted, 'Patient', 'r')).toBe(expected);
});

test('rows 50 and 62: staying signed in and identity are asked for only where the site says so', () => {
  expect(scopesFor(site('auto'), 'ehr', v2)).not.toMatch(/access|openid/);
  expect(scopesFor(site('auto', { refresh: 'online' }), 'ehr', v2).split(' ')).toContain('online_access');
  expect(scopesFor(site('auto', { refresh: 'offline' }), 'standalone', v2).split(' ')).toContain(
    'offline_access',
  );
  const own = scopesFor(site(['patient/*.rs', 'openid'], { identity: true }), 'ehr', v2);
  expect(own).toBe('launch patient/*.rs openid fhirUser');
});

test('row 18: no wildcard, no write and nothing of other people', () => {
  expect(scopesFor(site('auto', { refresh: 'online', identity: true }), 'ehr', v2)).not.toMatch(
    /\*|user\/|system\/|\.[a-z]*[cud]|write/,
  );
});

test('row 42: what was asked and not granted is known, and what was granted in part', () => {
  const asked = 'launch patient/Patient.r patient/Observation.rs patient/Encounter.rs patient/Condition.rs';
  expect(missingGrants(asked, asked)).toEqual({ denied: [], partial: [] });
  expect(missingGrants(asked, 'patient/*.read')).toEqual({ denied: [], partial: [] });
  expect(
    missingGrants(
      asked,
      'patient/Patient.read patient/Observation.rs?category=x|vital-signs patient/Condition.r',
    ),
  ).toEqual({ denied: ['Encounter', 'Condition'], partial: ['Observation'] });
});

test('row 42: what was asked for in a form of the server is looked for in any form', () => {
  const asked = 'launch patient.Patient.read patient.Observation.read patient.Encounter.read';
  expect(missingGrants(asked, asked)).toEqual({ denied: [], partial: [] });
  expect(missingGrants(asked, 'patient/*.read')).toEqual({ denied: [], partial: [] });
  expect(missingGrants(asked, 'api://x/patient.Patient.read api://x/patient.Observation.read')).toEqual({
    denied: ['Encounter'],
    partial: [],
  });
  // What is no right to a type of resource is asked for and never missed.
  const others = 'launch openid fhirUser fhircast/UserLogout.read fhircast/SyncError.write offline_access';
  expect(missingGrants(others, '')).toEqual({ denied: [], partial: [] });
});

test.each([
  ['User.Read'],
  ['Directory.Read'],
  ['Device.Read Group.Read Mail.Read'],
  ['https://graph.example/User.Read'],
])('row 42: %s is a right of the directory where people sign in, and no resource that is missed', (scope) => {
  const own = 'patient/Patient.r Observation.Search';
  expect(missingGrants(`${own} ${scope}`, 'patient/Patient.r')).toEqual({
    denied: ['Observation'],
    partial: [],
  });
  expect(missingGrants(`${own} ${scope}`, own)).toEqual({ denied: [], partial: [] });
});

test('decision 68: the names of medicines alone are nothing that a launch must be granted', () => {
  expect(missingGrants('patient/Medication.rs patient/Condition.rs', 'patient/Condition.rs')).toEqual({
    denied: [],
    partial: [],
  });
});

test('row 42: all types that Longview reads are asked for with a wildcard', () => {
  const asked = 'launch patient/*.rs';
  expect(missingGrants(asked, 'patient/*.read')).toEqual({ denied: [], partial: [] });
  expect(
    missingGrants(
      asked,
      'patient/Patient.r patient/Observation.rs?category=laboratory patient/MedicationRequest.rs patient/Encounter.rs',
    ),
  ).toEqual({
    denied: [
      'Procedure',
      'DiagnosticReport',
      'Condition',
      'Immunization',
      'MedicationAdministration',
      'MedicationStatement',
      'MedicationDispense',
    ],
    partial: ['Observation'],
  });
  expect(missingGrants('patient/*.rs?category=laboratory', 'patient/*.rs?category=laboratory')).toEqual({
    denied: [],
    partial: [],
  });
});

const OBSERVATION_CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
const scopeOf = (...categories: string[]) =>
  categories.map((one) => `patient/Observation.rs?category=${OBSERVATION_CATEGORY}|${one}`).join(' ');

test.each([
  ['fewer categories than asked for', scopeOf('laboratory', 'vital-signs'), scopeOf('laboratory'), true],
  ['another category', scopeOf('laboratory'), scopeOf('survey'), true],
  [
    'the categories that were asked for',
    scopeOf('laboratory', 'survey'),
    scopeOf('survey', 'laboratory'),
    false,
  ],
  ['the same category without its system', scopeOf('exam'), 'patient/Observation.rs?category=exam', false],
  ['more than was asked for', scopeOf('laboratory'), 'patient/Observation.rs', false],
  ['a part of what was asked for whole', 'patient/Observation.rs', scopeOf('laboratory'), true],
  ['a narrower query', 'patient/Observation.rs?code=a', 'patient/Observation.rs?code=a&date=ge2020', true],
])('row 42: granular scopes, %s', (_, requested, granted, isPartial) => {
  expect(missingGrants(requested, granted)).toEqual({
    denied: [],
    partial: isPartial ? ['Observation'] : [],
  });
});

test('the site file passes granular scopes on as they are written', () => {
  const own = [`patient/Observation.rs?category=${OBSERVATION_CATEGORY}|laboratory`, 'patient/Patient.r'];
  expect(scopesFor(site(own), 'ehr', v1)).toBe(`launch ${own.join(' ')}`);
});

test.each([
  ['patient/Observation.rs?category=a%7Clab,b', ['category=a%7Clab', 'category=b']],
  ['patient/Observation.s?category=a user/Observation.rs?category=b', ['category=a', 'category=b']],
  ['patient/Observation.r?category=a', undefined],
  ['patient/Observation.rs?category=a patient/*.rs', undefined],
  ['patient/Condition.rs?category=a', undefined],
])('the parts of a type that "%s" allows to search', (scope, parts) => {
  expect(grantedParts(scope, 'Observation', 's')).toEqual(parts);
});

test('a sign-in without a chart asks who signs in where the server can say so and the site file leaves it open', () => {
  const tells = { ...v2, scopesSupported: ['openid', 'fhirUser', 'launch/patient'] };
  expect(scopesFor(site('auto'), 'standalone', tells)).toMatch(/ openid fhirUser$/);
  expect(scopesFor(site('auto', { audience: 'ask' }), 'standalone', tells)).toMatch(/ openid fhirUser$/);
  for (const without of [
    scopesFor(site('auto'), 'ehr', tells),
    scopesFor(site('auto'), 'standalone', v2),
    scopesFor(site('auto'), 'standalone', { ...v2, scopesSupported: ['openid'] }),
    scopesFor(site('auto', { audience: 'patient' }), 'standalone', tells),
    scopesFor(site(['patient/*.rs']), 'standalone', tells),
  ])
    expect(without).not.toContain('openid');
});

test('the scopes of a hub are asked for only where the site says so, in a chart, and beside no list of its own', () => {
  const hub =
    'fhircast/Patient-open.read fhircast/Patient-close.read fhircast/Encounter-open.read fhircast/SyncError.write';
  const asked = (more: Partial<Site>, kind: 'ehr' | 'standalone' = 'ehr', scopes: Site['scopes'] = 'auto') =>
    scopesFor(site(scopes, more), kind, v2);
  expect(asked({})).not.toContain('fhircast/');
  expect(asked({ fhircast: true })).toContain(hub);
  expect(asked({ fhircast: true }, 'standalone')).not.toContain('fhircast/');
  const named = { ...v2, scopesSupported: ['fhircast/UserLogout.read'] };
  expect(asked({ fhircast: true })).not.toContain('UserLogout');
  expect(scopesFor(site('auto', { fhircast: true }), 'ehr', named)).toContain('fhircast/UserLogout.read');
  expect(scopesFor(site('auto'), 'ehr', named)).not.toContain('fhircast/');
  const own = ['patient/*.rs', 'fhircast/patient-open.read'];
  expect(asked({ fhircast: true }, 'ehr', own)).toBe('launch patient/*.rs fhircast/patient-open.read');
});
