import { expect, test } from 'vitest';
import { careEventFrom } from '../../testing/eventsFromFhirFixture.ts';

const noteOf = (fields: object) =>
  careEventFrom('Immunization', {
    status: 'completed',
    vaccineCode: { text: 'MMR' },
    occurrenceDateTime: '2026-10-01',
    ...fields,
  }).note;

test.each([
  [{ protocolApplied: [{ doseNumberPositiveInt: 2 }] }, 'Dose: 2'],
  [{ protocolApplied: [{ doseNumberString: '2' }] }, 'Dose: 2'],
  [{ protocolApplied: [{ doseNumber: '2' }] }, 'Dose: 2'],
  [{ reportOrigin: { text: 'Parent' } }, 'Reported by: Parent'],
  [{ informationSource: { concept: { text: 'Parent' } } }, 'Reported by: Parent'],
  [{ isSubpotent: true }, 'Given with reduced potency (subpotent dose)'],
  [
    { isSubpotent: true, subpotentReason: [{ text: 'Cold chain break' }] },
    'Given with reduced potency (subpotent dose)\nReason: Cold chain break',
  ],
  [
    { isSubpotent: false, subpotentReason: [{ text: 'Not known' }], reportOrigin: { text: 'Parent' } },
    'Reported by: Parent',
  ],
])('a vaccine in the shape of R4 or R5 tells %j', (fields, told) => {
  expect(noteOf(fields)).toBe(told);
});
