import { expect, test } from 'vitest';
import { courseFrom, dosage, medicationStepFrom } from '../../testing/eventsFromFhirFixture.ts';
import { courseChanges } from './courseChanges.ts';

const STARTED_MS = Date.UTC(2026, 0, 1);
const MINUTE_MS = 60_000;

/** Returns so many orders a minute apart, of which nobody has closed one, with doses in turn. */
const neverClosed = (count: number, doses: readonly number[]) =>
  Array.from({ length: count }, (_, i) =>
    medicationStepFrom('MedicationRequest', {
      id: `o${i}`,
      authoredOn: new Date(STARTED_MS + i * MINUTE_MS).toISOString(),
      dosageInstruction: [dosage(doses[i % doses.length] ?? 0)],
    }),
  );

test('of thousands of orders that nobody closed only those of another dose are changes', () => {
  const changes = courseChanges(courseFrom(...neverClosed(5000, [1, 2, 3])));
  expect(changes.map(({ sign, dose }) => `${sign} ${dose}`)).toEqual([
    '+ 1 mg/day',
    '= 2 mg/day',
    '= 3 mg/day',
  ]);
});

test('of a hundred doses at once each is a change, with the four before it', () => {
  const doses = Array.from({ length: 100 }, (_, i) => i + 1);
  const changes = courseChanges(courseFrom(...neverClosed(100, doses)));
  expect(changes.map(({ dose }) => dose)).toEqual(doses.map((dose) => `${dose} mg/day`));
  expect(changes.at(-1)?.previousDose).toBe('1 mg/day + 2 mg/day + 3 mg/day + 4 mg/day + …');
});
