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

test.each([
  ['stopped', 'until 1 Oct 2026; see also Warfarin 2 MG'],
  ['on-hold', 'on hold: 5 mg/day; see also Warfarin 2 MG'],
])('so does a lane of what is %s, where another strength goes on', (status, text) => {
  const order = (name: string, value: number, start: string, more: object) =>
    medicationStepFrom('MedicationRequest', {
      id: name,
      medicationCodeableConcept: { text: name },
      dosageInstruction: [
        {
          ...dosage(value, { frequency: 1, period: 1, periodUnit: 'd', boundsPeriod: { start, ...more } }),
        },
      ],
      ...more,
    });
  const courses = coursesOf([
    order('Warfarin 5 MG', 5, '2026-09-01', { status, ...(status === 'stopped' && { end: '2026-10-01' }) }),
    order('Warfarin 2 MG', 2, '2026-10-01', { status: 'active' }),
  ]);
  const ofFive = courses.find(({ name }) => name === 'Warfarin 5 MG')!;
  expect(courseText(ofFive, Date.parse('2026-11-24T12:00:00Z'), 'UTC')).toEqual(['', text]);
  // Nothing went on beside it before the other one began.
  expect(courseText(ofFive, Date.parse('2026-09-10T12:00:00Z'), 'UTC').join(' ')).not.toContain('see also');
});
