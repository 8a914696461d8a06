import { expect, test } from 'vitest';
import { FhirError } from '../../fhir/FhirError.ts';
import type { FhirReader } from '../../fhir/reader.ts';
import type { LaunchError } from '../../smart/errors/LaunchError.ts';
import type { Session } from '../../smart/session/session.ts';
import { patientReading } from './patientReading.ts';

const signal = new AbortController().signal;

async function outcome(answer: object | FhirError): Promise<string> {
  let ended = '';
  const session = {
    patientId: 'p1',
    site: { label: 'General Hospital' },
    end: (error: LaunchError) => (ended = error.code),
  };
  const reader = {
    read: () => (answer instanceof FhirError ? Promise.reject(answer) : Promise.resolve(answer)),
  };
  const shown = await patientReading(session as unknown as Session, reader as unknown as FhirReader)
    .read(signal)
    .then(
      ({ name }) => name,
      () => 'nobody',
    );
  return `${shown} ${ended}`.trim();
}

test('the patient of the session is shown', async () => {
  expect(
    await outcome({ resourceType: 'Patient', id: 'p1', name: [{ family: 'Marlowe', given: ['Edwin'] }] }),
  ).toBe('MARLOWE, Edwin');
});

test('rule 48: another id than the session’s ends the session, and nobody is shown', async () => {
  expect(await outcome({ resourceType: 'Patient', id: 'p2', name: [{ family: 'Other' }] })).toBe(
    'nobody E12',
  );
  expect(await outcome({ resourceType: 'Patient', name: [{ family: 'Other' }] })).toBe('nobody E12');
});

test('fixture 77: a record that was merged into another ends the session, and nobody is shown', async () => {
  const merged = {
    resourceType: 'Patient',
    id: 'p1',
    active: false,
    name: [{ family: 'Before' }],
    link: [{ other: { reference: 'Patient/p9' }, type: 'replaced-by' }],
  };
  expect(await outcome(merged)).toBe('nobody E17');
  const survivor = {
    ...merged,
    active: true,
    link: [{ other: { reference: 'Patient/p8' }, type: 'replaces' }],
  };
  expect(await outcome(survivor)).toBe('BEFORE');
});

test('a record that is gone, or must not be read, ends the session; a lost network does not', async () => {
  expect(await outcome(new FhirError('refused', 'Patient', 404))).toBe('nobody E17');
  expect(await outcome(new FhirError('gone', 'Patient', 410))).toBe('nobody E17');
  expect(await outcome(new FhirError('not-allowed', 'Patient', 403))).toBe('nobody E11');
  expect(await outcome(new FhirError('network', 'Patient'))).toBe('nobody');
});
