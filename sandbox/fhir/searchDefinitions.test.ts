import type { CapabilityStatement, FhirResource } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGLISH_WORDS } from '../portal/englishWords.ts';
import { describeScope } from '../portal/scopeDescription.ts';
import { SPANISH_WORDS } from '../portal/spanishWords.ts';
import type { PatientStory } from '../patients/story.ts';
import { startSandbox, type Sandbox } from '../server.ts';
import { APP_ORIGIN, fhirGet, obtainToken } from '../testSandbox.ts';
import { SEARCHABLE_TYPES } from './searchDefinitions.ts';

const SUBJECT = { reference: 'Patient/clara' };
const coded = (code: string) => ({ coding: [{ system: 'urn:codes', code }] });
const drug = { subject: SUBJECT, medicationCodeableConcept: coded('D') };

/** There is one resource of each further type. */
const clara: PatientStory = {
  id: 'clara',
  title: 'Clara',
  purpose: 'One of each',
  resources: (): readonly FhirResource[] => [
    { resourceType: 'Patient', id: 'clara' },
    {
      resourceType: 'Condition',
      id: 'condition',
      subject: SUBJECT,
      clinicalStatus: coded('resolved'),
      verificationStatus: coded('confirmed'),
      category: [coded('problem-list-item')],
      code: coded('C'),
      onsetDateTime: '2020',
      abatementDateTime: '2021-03-04',
      recordedDate: '2020-05-06',
    },
    {
      resourceType: 'Procedure',
      id: 'procedure',
      status: 'completed',
      subject: SUBJECT,
      category: coded('surgery'),
      code: coded('P'),
      performedPeriod: { start: '2020-01-02', end: '2020-01-03' },
    },
    {
      resourceType: 'Immunization',
      id: 'immunization',
      status: 'completed',
      patient: SUBJECT,
      vaccineCode: coded('V'),
      occurrenceDateTime: '2020-10-01',
    },
    {
      resourceType: 'AllergyIntolerance',
      id: 'allergy',
      patient: SUBJECT,
      clinicalStatus: coded('active'),
      category: ['medication'],
      code: coded('A'),
      recordedDate: '2020-02-03',
    },
    {
      resourceType: 'DiagnosticReport',
      id: 'report',
      status: 'final',
      subject: SUBJECT,
      category: [coded('RAD')],
      code: coded('R'),
      effectiveDateTime: '2020-06-07T08:00:00Z',
      issued: '2020-06-08T09:00:00Z',
    },
    {
      resourceType: 'MedicationStatement',
      id: 'statement',
      status: 'completed',
      ...drug,
      effectivePeriod: { start: '2020-01-01' },
    },
    {
      resourceType: 'MedicationAdministration',
      id: 'administration',
      status: 'completed',
      ...drug,
      effectiveDateTime: '2020-03-04T05:06:00Z',
    },
    {
      resourceType: 'MedicationDispense',
      id: 'dispense',
      status: 'completed',
      ...drug,
      whenHandedOver: '2020-04-05',
    },
  ],
};

let sandbox: Sandbox;
let token: string;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, appOrigin: APP_ORIGIN, stories: [clara] });
  token = (await obtainToken(sandbox, { patient: 'clara' })).access_token;
});
afterAll(() => sandbox.close());

const get = (path: string): Promise<Response> => fhirGet(sandbox.fhirBase + path, token);

test.each([
  ['Condition', 'condition', 'subject=Patient/clara&category=problem-list-item&code=C'],
  ['Condition', 'condition', 'patient=clara&clinical-status=resolved&verification-status=confirmed'],
  ['Condition', 'condition', 'patient=clara&onset-date=le2020&abatement-date=ge2021&recorded-date=2020-05'],
  ['Procedure', 'procedure', 'subject=clara&status=completed&category=surgery&code=P&date=ge2020-01-02'],
  ['Immunization', 'immunization', 'patient=clara&status=completed&vaccine-code=urn:codes|V&date=2020-10'],
  [
    'AllergyIntolerance',
    'allergy',
    'patient=clara&clinical-status=active&category=medication&code=A&date=2020',
  ],
  [
    'DiagnosticReport',
    'report',
    'subject=clara&status=final&category=RAD&code=R&date=lt2020-06-08&issued=2020-06-08',
  ],
  ['MedicationStatement', 'statement', 'subject=clara&status=completed&code=D&effective=ge2026'],
  [
    'MedicationAdministration',
    'administration',
    'subject=clara&status=completed&code=D&effective-time=2020-03-04',
  ],
  ['MedicationDispense', 'dispense', 'subject=clara&status=completed&code=D&whenhandedover=2020-04'],
])('a %s is searched and read', async (type, id, query) => {
  const page = await (await get(`/${type}?${query}`)).json();
  expect(page.entry?.map(({ resource }: { resource: FhirResource }) => resource.id)).toEqual([id]);
  expect(await (await get(`/${type}/${id}`)).json()).toEqual(page.entry[0].resource);
});

test.each([
  '/Condition?patient=clara&status=active',
  '/Immunization?subject=Patient/clara',
  '/Procedure?patient=clara&date=someday',
  '/MedicationAdministration?patient=clara&date=2020',
  '/DiagnosticReport?status=final',
])('%s is refused: R4 does not define it so', async (path) => {
  expect((await get(path)).status).toBe(400);
});

test('dates of the further types sort, and a cut resource keeps what is mandatory', async () => {
  expect((await get('/Procedure?patient=clara&_sort=-date')).status).toBe(200);
  const page = await (await get('/Immunization?patient=clara&_elements=status')).json();
  expect(Object.keys(page.entry[0].resource).toSorted()).toEqual(
    ['id', 'meta', 'occurrenceDateTime', 'patient', 'resourceType', 'status', 'vaccineCode'].toSorted(),
  );
});

describe('scopes', () => {
  test.each([
    ['patient/Condition.rs', '/Condition?patient=clara', 200],
    ['patient/Condition.rs', '/Procedure?patient=clara', 403],
    ['patient/Procedure.read', '/Procedure/procedure', 200],
    ['patient/MedicationRequest.rs', '/MedicationDispense?patient=clara', 403],
    ['patient/Condition.rs?category=problem-list-item', '/Condition/condition', 200],
    ['patient/Condition.rs?category=encounter-diagnosis', '/Condition/condition', 403],
    ['patient/Immunization.rs?category=none', '/Immunization/immunization', 403],
  ])('%s on %s: %i', async (scope, path, status) => {
    const { access_token: narrow } = await obtainToken(
      sandbox,
      { patient: 'clara' },
      { scope: `launch ${scope}` },
    );
    expect((await fhirGet(sandbox.fhirBase + path, narrow)).status).toBe(status);
  });

  test('every type is said in words to whoever is asked to allow it, and offered by the server', async () => {
    const discovery = await (await fetch(`${sandbox.fhirBase}/.well-known/smart-configuration`)).json();
    for (const type of [...SEARCHABLE_TYPES, 'Medication']) {
      for (const words of [ENGLISH_WORDS, SPANISH_WORDS])
        expect(describeScope(`patient/${type}.rs`, words)).not.toContain(type);
      expect(discovery.scopes_supported).toContain(`patient/${type}.rs`);
    }
  });
});

test('the CapabilityStatement names every type and what it is searched by', async () => {
  const metadata: CapabilityStatement = await (await fetch(`${sandbox.fhirBase}/metadata`)).json();
  const resources = metadata.rest?.[0]?.resource ?? [];
  expect(resources.map(({ type }) => type)).toEqual([
    ...SEARCHABLE_TYPES,
    'Practitioner',
    'RelatedPerson',
    'Device',
    'Medication',
    'Group',
  ]);
  const condition = resources.find(({ type }) => type === 'Condition');
  expect(condition?.searchParam?.map(({ name }) => name)).toEqual([
    'patient',
    'subject',
    '_id',
    '_lastUpdated',
    'category',
    'clinical-status',
    'verification-status',
    'code',
    'onset-date',
    'abatement-date',
    'recorded-date',
  ]);
});
