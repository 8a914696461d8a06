import { expect, test } from 'vitest';
import { coursesOf } from '../../../clinical/medication/courses.ts';
import { dosage, medicationStepFrom } from '../../../testing/eventsFromFhirFixture.ts';
import { courseText } from '../courseText.ts';

test('a lane names what goes on beside it and may be the same drug', () => {
  const [course, other] = coursesOf(
    ['Amlodipine 5 MG', 'amlodipine'].map((text) =>
      medicationStepFrom('MedicationRequest', {
        id: text,
        authoredOn: '2026-01-10',
        dosageInstruction: [dosage(5)],
        medicationCodeableConcept: { text },
      }),
    ),
  );
  const said = [course!, other!].map((one) => courseText(one, Date.parse('2026-11-24T12:00:00Z'), 'UTC')[1]);
  expect(said.toSorted()).toEqual([
    'since 10 Jan 2026; see also Amlodipine 5 MG',
    'since 10 Jan 2026; see also amlodipine',
  ]);
});
