import { expect, test } from 'vitest';
import { personOf } from './personOf.ts';

const SERVER = 'https://ehr.example/fhir';

test.each([
  [{ resourceType: 'Patient', id: 'p' }, 'p'],
  [{ subject: { reference: 'Patient/p' } }, 'p'],
  [{ patient: { reference: `${SERVER}/Patient/p` } }, 'p'],
  [{ subject: { reference: 'Patient/p/_history/3' } }, 'p'],
  [{ subject: { reference: 'Group/g' } }, undefined],
  [{ subject: { reference: '#contained' } }, undefined],
  [{ subject: { display: 'somebody' } }, undefined],
  [{}, undefined],
])('%j is about the person %s', (elements, person) => {
  expect(personOf({ resourceType: 'Observation', id: 'o', ...elements }, SERVER)).toBe(person);
});

test('a resource about a person of another server is refused', () => {
  const subject = { reference: 'https://ehr.example.evil/fhir/Patient/p' };
  expect(() => personOf({ resourceType: 'Observation', id: 'o', subject }, SERVER)).toThrow('another server');
});
