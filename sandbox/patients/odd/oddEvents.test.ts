import type { Bundle, FhirResource } from 'fhir/r4';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../server.ts';
import { APP_ORIGIN, fhirGet, obtainToken } from '../../testSandbox.ts';
import { odd } from './odd.ts';

let sandbox: Sandbox;
let token = '';
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, appOrigin: APP_ORIGIN, stories: [odd] });
  ({ access_token: token } = await obtainToken(sandbox, { patient: 'odd' }));
});
afterAll(() => sandbox.close());

const searched = async (type: string): Promise<readonly FhirResource[]> => {
  const answer = await fhirGet(`${sandbox.fhirBase}/${type}?patient=odd`, token);
  const bundle: Bundle<FhirResource> = await answer.json();
  return (bundle.entry ?? []).flatMap(({ resource }) => (resource ? [resource] : []));
};
const one = async (type: string, what: string): Promise<FhirResource | undefined> =>
  (await searched(type)).find(({ id }) => id === `odd-${type.toLowerCase()}-${what}`);

test.each([
  'Encounter',
  'Procedure',
  'Immunization',
  'MedicationRequest',
  'MedicationStatement',
  'MedicationAdministration',
  'DiagnosticReport',
])('a search brings a %s that was entered in error', async (type) => {
  expect(await one(type, 'entered-in-error')).toMatchObject({ status: 'entered-in-error' });
});

test.each(['Condition', 'AllergyIntolerance'])(
  'a %s that was entered in error says so in its verification and has no clinical status',
  async (type) => {
    const found = await one(type, 'entered-in-error');
    expect(JSON.stringify(found)).toContain('entered-in-error"}]');
    expect(found).not.toHaveProperty('clinicalStatus');
  },
);

test('a prescription says no dose, a condition no more than the year', async () => {
  expect(await one('MedicationRequest', 'no-dose')).not.toHaveProperty('dosageInstruction');
  expect(await one('Condition', 'year-of-onset')).toMatchObject({ onsetDateTime: '1999' });
});

test('a report of this patient’s search is about another subject, and one about nobody', async () => {
  expect(await one('DiagnosticReport', 'another-subject')).toMatchObject({
    subject: { reference: 'Patient/somebody-else' },
  });
  expect(await one('DiagnosticReport', 'no-subject')).not.toHaveProperty('subject');
});

test('none of the odd visits is the one that an app is launched with', async () => {
  const { encounter } = JSON.parse(
    JSON.stringify(await obtainToken(sandbox, { patient: 'odd' }, { scope: 'launch patient/*.rs' })),
  );
  expect(encounter).toBe('odd-visit-20260106');
});

test('everything odd is told apart by its id, which begins with that of the patient', () => {
  const others = odd.resources().filter(({ resourceType }) => resourceType !== 'Observation');
  const ids = others.map(({ resourceType, id }) => `${resourceType}/${id}`);
  expect(new Set(ids).size).toBe(ids.length);
  expect(others.filter(({ id }) => id !== 'odd' && !id?.startsWith('odd-'))).toEqual([]);
});
