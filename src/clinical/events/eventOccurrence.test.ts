import { expect, test } from 'vitest';
import { hasOccurred, notGivenText } from './eventOccurrence.ts';

test.each(['active', 'completed', 'stopped', 'finished', 'in-progress', 'final', 'resolved'])(
  'what is %s was given, done or final',
  (status) => expect(hasOccurred({ type: 'Procedure', status })).toBe(true),
);

test.each(['draft', 'on-hold', 'cancelled', 'not-done', 'not-taken', 'planned', 'preliminary', 'unknown'])(
  'what is %s is not',
  (status) => expect(hasOccurred({ type: 'Procedure', status })).toBe(false),
);

test('an encounter of R5 that is on hold has begun', () => {
  expect(hasOccurred({ type: 'Encounter', status: 'on-hold' })).toBe(true);
  expect(hasOccurred({ type: 'Encounter', status: 'planned' })).toBe(false);
});

test('a mark that it was not done outweighs every status', () => {
  expect(hasOccurred({ type: 'Procedure', status: 'active', isNotDone: true })).toBe(false);
});

test('a status that reads as given is not the word for what was not', () => {
  expect(notGivenText({ type: 'MedicationRequest', status: 'on-hold' })).toBe('on hold');
  expect(notGivenText({ type: 'MedicationRequest', status: 'active', isNotDone: true })).toBe(
    'not counted as given',
  );
  expect(notGivenText({ type: 'Procedure', status: '', isNotDone: true })).toBe('not counted as done');
});
