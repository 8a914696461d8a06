import { expect, test } from 'vitest';
import { dosage, medicationStepFrom, RXNORM } from '../../../testing/eventsFromFhirFixture.ts';
import { coursesOf } from '../courses.ts';

const order = (id: string, name: string, code?: string, more: object = {}) =>
  medicationStepFrom('MedicationRequest', {
    id,
    authoredOn: '2026-01-10',
    dosageInstruction: [dosage(5)],
    medicationCodeableConcept: { ...(code && { coding: [{ system: RXNORM, code }] }), text: name },
    ...more,
  });
const neighboursOf = (...steps: Parameters<typeof coursesOf>[0]) =>
  coursesOf(steps).map(({ name, neighbours }) => [name, ...(neighbours ?? [])]);

test('one drug under several codes and as plain text names its neighbours', () => {
  expect(
    neighboursOf(
      order('a', 'Amlodipine 5 MG Oral Tablet', '197361'),
      order('b', 'Amlodipine 10 MG Oral Tablet [Norvasc]', '308135'),
      order('c', 'amLODIPine besylate'),
    ),
  ).toEqual([
    ['Amlodipine 5 MG Oral Tablet', 'Amlodipine 10 MG Oral Tablet [Norvasc]', 'amLODIPine besylate'],
    ['Amlodipine 10 MG Oral Tablet [Norvasc]', 'Amlodipine 5 MG Oral Tablet', 'amLODIPine besylate'],
    ['amLODIPine besylate', 'Amlodipine 5 MG Oral Tablet', 'Amlodipine 10 MG Oral Tablet [Norvasc]'],
  ]);
});

test.each([
  ['insulin glargine', 'insulin lispro'],
  ['Sodium chloride 0.9 %', 'Potassium chloride 20 mEq'],
  ['vitamin D3', 'vitamin B12'],
  ['Amlodipine 5 MG', 'Amlodipine 5 MG / Benazepril 10 MG'],
  ['Metoprolol succinate', 'Metoprolol tartrate'],
  ['Hydrocortisone 1 % cream', 'Hydrocortisone 10 mg tablet'],
  ['Diltiazem ER 120 mg', 'Diltiazem 30 mg'],
  ['Lisinopril', 'Losartan'],
  ['Insulin, human (Regular)', 'Insulin, human (NPH)'],
  ['Oxycodone (immediate release)', 'Oxycodone (extended release) 10 mg'],
  ['cyclosporine (modified)', 'cyclosporine (non-modified)'],
  ['vitamin B 12', 'vitamin B 6'],
  ['Omega-3', 'omega-6'],
  ['5 mg', '10 mg'],
])('%s and %s are no neighbours', (one, other) => {
  for (const names of neighboursOf(order('a', one, '1'), order('b', other, '2')))
    expect(names).toHaveLength(1);
});

test.each([
  ['Tacrolimus (Prograf)', 'Tacrolimus'],
  ['Tacrolimus (Prograf) 1 mg', 'tacrolimus (PROGRAF) 0.5 mg'],
  ['Amlodipine (5 mg)', 'Amlodipine (10 mg)'],
  ['Amlodipine 5 MG [Norvasc]', 'Amlodipine 10 MG [Katerzia]'],
  ['Vitamin B-12 1,000 mcg', 'vitamin B12 500 mcg'],
  ['vitamin D 1000 units', 'Vitamin D 2000 units'],
])('%s and %s are neighbours', (one, other) => {
  for (const names of neighboursOf(order('a', one, '1'), order('b', other, '2')))
    expect(names).toHaveLength(2);
});

test('one that is over, or was only proposed, is no neighbour', () => {
  const open = order('a', 'Amlodipine 5 MG', '1');
  for (const more of [{ status: 'completed' }, { status: 'stopped' }, { intent: 'proposal' }])
    for (const names of neighboursOf(open, order('b', 'Amlodipine 10 MG', '2', more)))
      expect(names).toHaveLength(1);
});
