import { expect, test } from 'vitest';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import { FhirError } from '../../fhir/FhirError.ts';
import { fakeReader, readSession } from '../../testing/fhirReaderFixture.ts';
import type { LaunchError } from '../../smart/errors/LaunchError.ts';
import { changedFacts } from '../../clinical/patient/changedFacts.ts';
import { patientReading } from './patientReading.ts';

const EDWIN = {
  resourceType: 'Patient',
  id: 'p1',
  name: [{ family: 'Marlowe', given: ['Edwin'] }],
  birthDate: '1959-03-14',
  gender: 'male',
};

/** Reads the Patient once for each answer, and returns what is shown then, and how the session ended. */
async function readInTurn(...answers: readonly (object | FhirError)[]) {
  const ends: string[] = [];
  const session = {
    ...readSession(),
    site: { identifierSystem: [] },
    end: ({ code }: LaunchError) => ends.push(code),
  };
  let answer: object | FhirError = EDWIN;
  const reader = fakeReader(() => [], {
    read: () => (answer instanceof FhirError ? Promise.reject(answer) : Promise.resolve(answer)),
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the reading uses these parts of a session
  const reading = patientReading(session as unknown as Parameters<typeof patientReading>[0], reader);
  const shown: (PatientIdentity | undefined)[] = [];
  for (answer of answers)
    // oxlint-disable-next-line no-await-in-loop -- one read follows the other
    shown.push(await reading.read(new AbortController().signal).catch(() => undefined));
  return { ends, first: shown[0], last: shown.at(-1) };
}

const changes = ({ last }: { readonly last: PatientIdentity | undefined }) =>
  last?.firstRead && changedFacts(last.firstRead, last);

test.each([
  ['a corrected name', { name: [{ family: 'Marlow', given: ['Edwin'] }] }, ['name'], 'MARLOW, Edwin'],
  ['a corrected birth date', { birthDate: '1956-03-14' }, ['born'], '14 Mar 1956'],
  ['a death', { deceasedDateTime: '2026-01-07T03:00:00Z' }, ['deceased'], 'Died 7 Jan 2026'],
  ['another number', { identifier: [{ value: '77', type: { text: 'MRN' } }] }, ['identifier'], '77'],
  ['a record that is no longer in use', { active: false }, ['recordState'], 'notInUse'],
  ['another gender', { gender: 'other' }, ['gender'], 'Other'],
  [
    'an unknown person who was identified',
    { name: [{ family: 'Doe', given: ['Unknown'] }], birthDate: '1900-01-01' },
    ['name', 'born'],
    'DOE, Unknown',
  ],
])('rule 47: %s is shown and told when the Patient is read again', async (_, change, facts, shown) => {
  const read = await readInTurn(EDWIN, { ...EDWIN, ...change });
  expect(JSON.stringify(read.last)).toContain(shown);
  expect(changes(read)).toEqual(facts);
  expect(read.last?.firstRead?.name).toBe('MARLOWE, Edwin');
  expect(read.ends).toEqual([]);
});

test('what is as before is told nobody, and judges no result anew', async () => {
  const { first, last } = await readInTurn(EDWIN, { ...EDWIN, meta: { versionId: '2' } });
  expect(last).not.toHaveProperty('firstRead');
  expect(last?.birth).toBe(first?.birth);
});

test('what changes twice is compared with what was shown first, and what changes back is told no more', async () => {
  const other = { ...EDWIN, gender: 'female' };
  expect(changes(await readInTurn(EDWIN, other, { ...other, birthDate: '1960' }))).toEqual([
    'born',
    'gender',
  ]);
  expect((await readInTurn(EDWIN, other, EDWIN)).last).not.toHaveProperty('firstRead');
});

test('from a copy of the server that is behind nothing is taken', async () => {
  const died = { ...EDWIN, meta: { versionId: '3' }, deceasedBoolean: true };
  const { last } = await readInTurn({ ...EDWIN, meta: { versionId: '2' } }, died, {
    ...EDWIN,
    meta: { versionId: '2' },
  });
  expect(last?.deceased).toBe('Deceased');
  const older = { ...EDWIN, meta: { versionId: '2' } };
  expect((await readInTurn(older, died, older, older)).last?.deceased).toBe('Deceased');
});

test('from a copy that is behind nobody learns what a failed read may have missed', async () => {
  const [older, newer] = ['2', '3'].map((versionId) => ({ ...EDWIN, meta: { versionId } }));
  const { last } = await readInTurn(newer!, new FhirError('network', 'Patient'), older!);
  expect(last).toMatchObject({ isOutdated: true });
});

test('of a server that counts its versions anew the second correction is taken', async () => {
  const [held, again] = ['5', '1'].map((versionId) => ({ ...EDWIN, meta: { versionId } }));
  const died = { ...EDWIN, meta: { versionId: '2' }, deceasedBoolean: true };
  expect((await readInTurn(held!, again!, died)).last?.deceased).toBe('Deceased');
  const dated = (versionId: string, lastUpdated: string) => ({ ...EDWIN, meta: { versionId, lastUpdated } });
  const [noon, morning] = [dated('5', '2026-01-07T12:00:00Z'), dated('1', '2026-01-07T08:00:00Z')];
  const late = { ...died, meta: { versionId: '2', lastUpdated: '2026-01-07T09:00:00Z' } };
  expect((await readInTurn(noon, morning, late)).last?.deceased).toBe('');
});

test('a read that was stopped says nothing', async () => {
  const reader = fakeReader(() => [], {
    read: (_type, _address, signal) =>
      signal.aborted ? Promise.reject(new FhirError('aborted', 'Patient')) : Promise.resolve(EDWIN),
  });
  const reading = patientReading(readSession(), reader);
  await reading.read(new AbortController().signal);
  await expect(reading.read(AbortSignal.abort())).rejects.toThrow(FhirError);
  expect(await reading.read(new AbortController().signal)).not.toHaveProperty('isOutdated');
});

test('a read that fails later takes nothing away and says so, until one goes well', async () => {
  const network = new FhirError('network', 'Patient');
  const failed = await readInTurn(EDWIN, network);
  expect(failed.last).toMatchObject({ name: 'MARLOWE, Edwin', isOutdated: true });
  expect((await readInTurn(EDWIN, network, EDWIN)).last).not.toHaveProperty('isOutdated');
  expect((await readInTurn(network)).last).toBeUndefined();
});

test.each([
  ['of another patient', { ...EDWIN, id: 'p2' }, 'E12'],
  [
    'that was merged',
    { ...EDWIN, link: [{ type: 'replaced-by', other: { reference: 'Patient/p9' } }] },
    'E17',
  ],
  ['that is gone', new FhirError('gone', 'Patient', 410), 'E17'],
  ['that may not be read any more', new FhirError('not-allowed', 'Patient', 403), 'E11'],
])('rule 48: a later answer %s ends the session', async (_, answer, code) => {
  const { ends, last } = await readInTurn(EDWIN, answer);
  expect(ends).toEqual([code]);
  expect(last).toBeUndefined();
});
