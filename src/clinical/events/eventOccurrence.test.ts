import { expect, test } from 'vitest';
import { hasOccurred, notGivenText } from './eventOccurrence.ts';

test.each(['active', 'completed', 'stopped', 'finished', 'in-progress', 'final', 'resolved'])(
  'what is %s was given, done or final',
  (status) => expect(hasOccurred({ status })).toBe(true),
);

test.each(['draft', 'on-hold', 'cancelled', 'not-done', 'not-taken', 'planned', 'preliminary', 'unknown'])(
  'what is %s is not',
  (status) => expect(hasOccurred({ status })).toBe(false),
);

test('a mark that it was not done outweighs every status', () => {
  expect(hasOccurred({ status: 'active', isNotDone: true })).toBe(false);
});

test('a status that reads as given is not the word for what was not', () => {
  expect(notGivenText({ type: 'MedicationRequest', status: 'on-hold' })).toBe('on-hold');
  expect(notGivenText({ type: 'MedicationRequest', status: 'active', isNotDone: true })).toBe(
    'not counted as given',
  );
  expect(notGivenText({ type: 'Procedure', status: '', isNotDone: true })).toBe('not counted as done');
});
