import { expect, test } from 'vitest';
import fc from 'fast-check';
import { launchContext } from './launchContext.ts';
import { isLaunchError } from '../errors/LaunchError.ts';
import type { Site } from '../site/site.ts';

const site = { label: 'General Hospital' } as Site;
const granted = 'launch patient/Patient.r patient/Observation.rs';
const token = { access_token: 'x', patient: 'p1', scope: granted };
const asked = { site, kind: 'ehr' as const, iss: 'https://fhir.general.example/r4', scope: granted };
const contextOf = (more: object) => launchContext({ ...token, ...more }, asked);
const codeOf = (more: object): string => {
  try {
    contextOf(more);
    return 'none';
  } catch (error) {
    return isLaunchError(error) ? error.code : 'a fault';
  }
};

test.each([
  [undefined],
  [null],
  [''],
  [7],
  [{ id: 'p1' }],
  ['.'],
  ['..'],
  [' '],
  ['p\n1'],
  ['p\u{D800}1'],
  ['Patient/'],
  ['xPatient/p1'],
  ['Encounter/p1'],
  ['Patient/..'],
  ['p1,p2'],
  ['Practitioner/p1'],
  ['https://fhir.general.example/r4/Patient/p1'],
  ['a/b'],
])('row 53: patient %j is no patient: E10', (patient) => {
  expect(codeOf({ patient })).toBe('E10');
});

test('row 53: a server that names the patient by a reference names that patient', () => {
  expect(contextOf({ patient: 'Patient/p1' }).patientId).toBe('p1');
  expect(contextOf({ encounter: 'Encounter/e1' }).encounterId).toBe('e1');
});

test.each([['launch patient/Observation.rs'], ['launch patient/Patient.r'], ['']])(
  'fixture 75: granted "%s" is not enough: E11',
  (scope) => {
    expect(codeOf({ scope })).toBe('E11');
  },
);

test('row 35: a missing scope counts as asked', () => {
  expect(contextOf({ scope: undefined })).toMatchObject({ scope: granted, isScopeSent: false });
});

test('row 42: a scope that is sent as a list is read as the list of its texts', () => {
  expect(contextOf({ scope: granted.split(' ') })).toMatchObject({ scope: granted, isScopeSent: true });
  expect(codeOf({ scope: ['launch', 'patient/Patient.r'] })).toBe('E11');
  expect(contextOf({ scope: ['patient/Patient.r', 7, null, 'patient/Observation.rs'] }).scope).toBe(
    'patient/Patient.r patient/Observation.rs',
  );
});

test.each([[[]], [[7]], [[['patient/Patient.r']]], [{ 0: 'patient/Patient.r' }], [true], [null]])(
  'row 35: a scope of %j names nothing, and counts as missing',
  (scope) => {
    expect(contextOf({ scope })).toMatchObject({ scope: granted, isScopeSent: false });
  },
);

test.each([
  [570, 570_000],
  ['570', 570_000],
  [undefined, undefined],
  ['soon', undefined],
  [-1, undefined],
  [null, undefined],
])('fixture 76: expires_in %j is a life of %j ms', (expires_in, lifeMs) => {
  const { openedAtMs, expiresAtMs } = contextOf({ expires_in });
  expect(expiresAtMs === undefined ? undefined : expiresAtMs - openedAtMs).toBe(lifeMs);
});

test('row 55: fhirContext is read tolerantly; a missing role is "launch"; absolute references are left', () => {
  const fhirContext = [
    { reference: 'ImagingStudy/1' },
    { reference: 'Observation/2', role: 'selected' },
    { reference: 'https://other.example/Patient/3' },
    { canonical: 'https://other.example/q' },
    null,
    'what?',
  ];
  expect(contextOf({ fhirContext }).fhirContext).toEqual(['ImagingStudy:launch', 'Observation:selected']);
  expect(contextOf({ fhirContext: 'no list' }).fhirContext).toEqual([]);
});

test('rows 57 and 59: intent and tenant are text or nothing', () => {
  expect(contextOf({ intent: 'review', tenant: 't1' })).toMatchObject({ intent: 'review', tenant: 't1' });
  expect(contextOf({ intent: 7, tenant: null })).toMatchObject({ intent: undefined, tenant: undefined });
});

test('the hub and the appContext of a launch are text; JSON is text too, and a long one is cut', () => {
  const hub = { 'hub.url': 'https://hub.example/', 'hub.topic': 'topic-1' };
  expect(contextOf({ ...hub, appContext: '#results' })).toMatchObject({
    hubUrl: 'https://hub.example/',
    hubTopic: 'topic-1',
    appContext: '#results',
  });
  expect(contextOf({ 'hub.url': 7, 'hub.topic': ['x'] })).toMatchObject({
    hubUrl: undefined,
    hubTopic: undefined,
    appContext: undefined,
  });
  expect(contextOf({ appContext: { longview: '#results' } }).appContext).toBe('{"longview":"#results"}');
  expect(contextOf({ appContext: '' }).appContext).toBeUndefined();
  expect(contextOf({ appContext: null }).appContext).toBeUndefined();
  expect(contextOf({ appContext: 'x'.repeat(1_000_000) }).appContext).toHaveLength(2000);
});

const STYLED = { ...site, styleOrigins: ['https://ehr.example', 'http://localhost:5300'] };
test.each([
  ['https://ehr.example/style.json?v=3', 'https://ehr.example/style.json?v=3'],
  ['HTTPS://EHR.example:443/style.json', 'https://ehr.example/style.json'],
  ['http://localhost:5300/style.json', 'http://localhost:5300/style.json'],
  ['https://ehr.example.evil.example/style.json', 'https://ehr.example.evil.example'],
  ['https://evil.example/?https://ehr.example/', 'https://evil.example'],
  ['https://ehr.example@evil.example/p1/style.json', 'https://evil.example'],
  ['https://somebody:secret@ehr.example/style.json', 'https://ehr.example'],
  ['http://ehr.example/style.json', 'http://ehr.example'],
  ['https://ehr.example:8443/style.json', 'https://ehr.example:8443'],
  ['blob:https://ehr.example/5b5f', 'https://ehr.example'],
  ['javascript:alert(1)', 'null'],
  ['/style.json', undefined],
  ['', undefined],
  [7, undefined],
  [undefined, undefined],
])('row 58: of smart_style_url %j is kept: %j', (smart_style_url, kept) => {
  const styleUrl = launchContext({ ...token, smart_style_url }, { ...asked, site: STYLED }).styleUrl;
  expect(styleUrl).toBe(kept);
});

test.each([
  [false, 'compact'],
  ['false', 'compact'],
  [true, 'full'],
  ['true', 'full'],
  ['0', 'full'],
  [undefined, 'full'],
])('rule 46: need_patient_banner %j gives the %s line', (need_patient_banner, banner) => {
  expect(contextOf({ need_patient_banner }).banner).toBe(banner);
});

test('rule 46: without an EHR around it the line is full whatever the token says', () => {
  expect(
    launchContext({ ...token, need_patient_banner: false }, { ...asked, kind: 'standalone' }).banner,
  ).toBe('full');
});

test('whatever a token answer holds, there is a patient or an E code', () => {
  const key = fc.constantFrom(
    'patient',
    'scope',
    'expires_in',
    'encounter',
    'need_patient_banner',
    'access_token',
    'refresh_token',
    'id_token',
    'fhirContext',
    'intent',
    'tenant',
  );
  const outcome = (answer: object): string => {
    try {
      return launchContext(answer, asked).patientId === '' ? 'nobody' : 'fine';
    } catch (error) {
      return isLaunchError(error) ? 'fine' : String(error);
    }
  };
  expect(() =>
    fc.assert(fc.property(fc.dictionary(key, fc.anything()), (answer) => outcome(answer) === 'fine')),
  ).not.toThrow();
});
