import { expect, test } from 'vitest';
import { dosage, medicationStepFrom, RXNORM } from '../../../testing/eventsFromFhirFixture.ts';
import { coursesOf } from '../courses.ts';
import { neighboursAt } from './neighbours.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');

const order = (id: string, name: string, code?: string, more: object = {}) =>
  medicationStepFrom('MedicationRequest', {
    id,
    authoredOn: '2026-01-10',
    dosageInstruction: [dosage(5)],
    medicationCodeableConcept: { ...(code && { coding: [{ system: RXNORM, code }] }), text: name },
    ...more,
  });
const namesAt = (atMs: number, ...steps: Parameters<typeof coursesOf>[0]) =>
  coursesOf(steps).map((course) => [course.name, ...neighboursAt(course, atMs)]);
const neighboursOf = (...steps: Parameters<typeof coursesOf>[0]) => namesAt(NOW, ...steps);

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
  ['Diltiazem (24 hr)', 'Diltiazem (12 hr)'],
  ['24 HR Diltiazem 120 MG Extended Release Capsule', '12 HR Diltiazem 60 MG Extended Release Capsule'],
  ['dilTIAZem CD 120 mg', 'dilTIAZem SR 60 mg'],
  ['buPROPion XL 150 mg', 'buPROPion SR 150 mg'],
  ['Omeprazole 20 MG Delayed Release Oral Capsule', 'omeprazole 20 mg'],
  ['Divalproex delayed release 250 mg', 'Divalproex extended release 250 mg'],
  ['Morphine ER 15 mg', 'Morphine (immediate release) 15 mg'],
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
  ['Diltiazem (24 hr)', '24 HR Diltiazem 120 MG Extended Release Capsule'],
  ['Diltiazem ER 120 mg', 'dilTIAZem extended-release 180 mg'],
  ['Metoprolol succinate XL 50 mg', 'metoprolol succinate ER 25 mg'],
  ['Morphine (immediate release) 15 mg', 'morphine 30 mg'],
  ['Fentanyl 25 mcg/hr patch', 'fentanyl 50 mcg/hr patch'],
  ['72 HR Fentanyl 0.025 MG/HR', 'fentanyl 72 hr 0.05 mg/hr'],
])('%s and %s are neighbours', (one, other) => {
  for (const names of neighboursOf(order('a', one, '1'), order('b', other, '2')))
    expect(names).toHaveLength(2);
});

test.each([
  ['Oxycodone 5 mg immediate release', 'Oxycodone ER 10 mg'],
  ['Diltiazem 30 mg', 'Diltiazem ER 120 mg'],
  ['Morphine sulfate IR 15 mg', 'Morphine sulfate ER 30 mg'],
  ['buPROPion XL 150 mg', 'buPROPion SR 150 mg'],
  ['omeprazole 20 mg', 'Omeprazole 20 MG Delayed Release Oral Capsule'],
  ['Tramadol 50 mg Kapseln', 'Tramadol 100 mg Retardtabletten'],
  ['Metoprolol 50 mg', 'Metoprolol retard 100 mg'],
  ['Morphine 10 mg', 'Morphine LP 30 mg gélules'],
  ['Tramadol 50 mg cápsulas', 'Tramadol 100 mg comprimidos de liberación prolongada'],
  ['Tramadolo 50 mg compresse', 'Tramadolo 100 mg compresse a rilascio prolungato'],
  ['Oxycodon 5 mg capsules', 'Oxycodon 10 mg tabletten met verlengde afgifte'],
  ['Metoprolol 50 mg tabletter', 'Metoprolol 50 mg depottabletter'],
  ['Naproxen 250 mg Tabletten', 'Naproxen 250 mg magensaftresistente Tabletten'],
])('%s and %s are forms of one drug', (one, other) => {
  const courses = coursesOf([order('a', one, '1'), order('b', other, '2')]);
  expect(courses.map((course) => neighboursAt(course, NOW, true))).toEqual([[other], [one]]);
});

test.each([
  ['Amlodipine 5 MG', 'Amlodipine 10 MG'],
  ['Insulin, human (Regular)', 'Insulin, human (NPH)'],
  ['Metoprolol succinate ER 25 mg', 'Metoprolol tartrate 25 mg'],
  ['Morphine ER 15 mg', 'Oxycodone 5 mg'],
])('%s and %s are no two forms of one', (one, other) => {
  const courses = coursesOf([order('a', one, '1'), order('b', other, '2')]);
  expect(courses.flatMap((course) => neighboursAt(course, NOW, true))).toEqual([]);
});

test('one that is over, or was only proposed, is no neighbour', () => {
  const open = order('a', 'Amlodipine 5 MG', '1');
  for (const more of [{ status: 'completed' }, { status: 'stopped' }, { intent: 'proposal' }])
    expect(neighboursOf(open, order('b', 'Amlodipine 10 MG', '2', more))[0]).toEqual(['Amlodipine 5 MG']);
});

test('a neighbour is one at the times at which it goes on', () => {
  const open = order('a', 'Amlodipine 5 MG', '1');
  const bounds = { boundsPeriod: { start: '2026-03-01', end: '2026-05-01' } };
  const over = order('b', 'Amlodipine 10 MG', '2', {
    dosageInstruction: [dosage(10, { frequency: 1, period: 1, periodUnit: 'd', ...bounds })],
  });
  const later = order('c', 'amlodipine', undefined, { authoredOn: '2026-10-01' });
  const ofFirst = (at: string) => namesAt(Date.parse(at), open, over, later)[0]?.slice(1);
  expect(ofFirst('2026-02-01')).toEqual([]);
  expect(ofFirst('2026-04-01')).toEqual(['Amlodipine 10 MG']);
  expect(ofFirst('2026-06-01')).toEqual([]);
  expect(ofFirst('2026-11-01')).toEqual(['amlodipine']);
});

test('thousands of medications whose names differ by a number fill no memory, and each still names some beside it', () => {
  const steps = Array.from({ length: 1200 }, (_, i) => order(`o${i}`, `Ringer ${i} mL`, `${i}`));
  const courses = coursesOf(steps);
  expect(courses).toHaveLength(1200);
  // Each that names all others would hold 1.4 million.
  expect(courses.reduce((sum, { neighbours = [] }) => sum + neighbours.length, 0)).toBeLessThanOrEqual(
    600_000,
  );
  expect(courses.filter((course) => neighboursAt(course, NOW).length === 3)).toHaveLength(1200);
});
