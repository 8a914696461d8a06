import type { Patient } from 'fhir/r4';
import { expect, test } from 'vitest';
import type { FhirFault } from '../faults/fhirFault.ts';
import { sandbox, setUpSandbox, token } from '../sandboxFixture.ts';
import { fhirGet, setFaults } from '../testSandbox.ts';

setUpSandbox();

async function read(path: string): Promise<Patient> {
  const response = await fhirGet(sandbox.fhirBase + path, token);
  expect(response.status).toBe(200);
  return response.json();
}

const ADAM = { given: ['Adam'], family: 'Test & Sons' };
const absent = { extension: [{ valueCode: 'unknown' }] };

test.each<[NonNullable<FhirFault['patient']>, object, readonly string[]]>([
  ['merged', { active: false, name: [absent], _gender: absent, link: [{ type: 'replaced-by' }] }, ['gender']],
  ['noName', { name: [absent], gender: 'male' }, []],
  ['oldName', { name: [{ use: 'old', period: { end: '2015-02-01' } }, ADAM] }, []],
  ['oneNameTwice', { name: [ADAM, { ...ADAM, use: 'usual' }] }, []],
  ['usualName', { name: [{ use: 'usual', given: ['Teddy'] }, ADAM] }, []],
  ['noSex', { _gender: absent, name: [ADAM] }, ['gender']],
  ['manySexes', { gender: 'female', extension: [{}, { valueCode: 'F' }, {}, {}] }, []],
  ['manyNumbers', { identifier: [{ value: '7777' }, {}, { value: '00000008230' }, {}] }, []],
  ['textNumbers', { identifier: [{ type: { text: 'EPIC' } }, { value: '     Z6129' }, {}] }, []],
  ['noNumber', { name: [ADAM] }, ['identifier']],
  ['noBirthDate', { _birthDate: absent }, ['birthDate']],
  ['notDeceased', { deceasedBoolean: false, birthDate: '1950-04-03' }, ['deceasedDateTime']],
])('fixtures 77 and 78: the Patient is %s', async (patient, expected, without) => {
  await setFaults(sandbox, { fhir: { patient } });
  const read1 = await read('/Patient/adam');
  expect(read1).toMatchObject({ resourceType: 'Patient', id: 'adam', ...expected });
  for (const name of without) expect(read1).not.toHaveProperty(name);
  expect(await read('/Observation/day')).toMatchObject({ resourceType: 'Observation', id: 'day' });
});

test('fixture 77: the Patient led to has another id, and only the Patient', async () => {
  await setFaults(sandbox, { fhir: { patientId: 'somebody' } });
  expect((await read('/Patient/adam')).id).toBe('somebody');
  expect((await read('/Observation/day')).id).toBe('day');
});
