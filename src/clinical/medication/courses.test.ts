import { expect, test } from 'vitest';
import { courseFrom, dosage, mg, order, medicationStepFrom } from '../../testing/eventsFromFhirFixture.ts';
import { coursesOf } from './courses.ts';

test('stretches of one medication are one course, oldest first and undated last, whatever their order', () => {
  const undated = medicationStepFrom('MedicationRequest', { id: 'u', status: 'completed' });
  const steps = [
    undated,
    order('b', '2026-04-01', undefined, 50),
    order('a', '2026-03-01', '2026-04-01', 25),
  ];
  for (const one of [steps, steps.toReversed()])
    expect(courseFrom(...one).steps.map(({ id }) => id)).toEqual(['a', 'b', 'u']);
});

test('courses stand by their first stretch; another medication is another course', () => {
  const other = medicationStepFrom('MedicationRequest', {
    id: 'o',
    medicationCodeableConcept: { text: 'Digoxin' },
    authoredOn: '2025-01-01',
  });
  expect(coursesOf([order('a', '2026-03-01', undefined, 25), other]).map(({ name }) => name)).toEqual([
    'Digoxin',
    'Carvedilol',
  ]);
});

test('amounts of one course have one unit: another one keeps its words and has no amount', () => {
  const weekly = order('w', '2026-05-01', undefined, 100, {
    dosageInstruction: [dosage(100, { frequency: 1, period: 1, periodUnit: 'wk' })],
  });
  const { steps } = courseFrom(
    order('a', '2026-03-01', '2026-04-01', 25),
    order('b', '2026-04-01', '2026-05-01', 50),
    weekly,
  );
  expect(steps.map(({ amount, unit }) => [amount, unit])).toEqual([
    [25, 'mg/day'],
    [50, 'mg/day'],
    [undefined, ''],
  ]);
  expect(steps.at(-1)).toMatchObject({ doseText: '100 mg weekly', shortDose: '100 mg/week' });
});

test('the unit of the orders stands, however many single doses were given', () => {
  const doses = ['1', '2', '3'].map((id) =>
    medicationStepFrom('MedicationAdministration', {
      id,
      status: 'completed',
      effectiveDateTime: `2026-03-0${id}T08:00:00Z`,
      dosage: { dose: mg(25) },
    }),
  );
  const { steps } = courseFrom(order('a', '2026-03-01', undefined, 25), ...doses);
  expect(steps.map(({ amount }) => amount)).toEqual([25, undefined, undefined, undefined]);
});
