import { expect, test } from 'vitest';
import { changesIn, dosage, medicationStepFrom, RXNORM } from '../../testing/eventsFromFhirFixture.ts';
import { courseChanges } from './courseChanges.ts';
import { coursesOf } from './courses.ts';
import { medicationTexts } from './medication.messages.ts';

const stepFor = (fields: object) =>
  medicationStepFrom('MedicationRequest', { medicationCodeableConcept: undefined, ...fields });
const medicationFor = (fields: object) => stepFor(fields).medication;
const concept = (text: string | undefined, ...coding: readonly object[]) => ({
  medicationCodeableConcept: { coding, text },
});
const name = medicationTexts('withoutName');

/** Returns the courses of two orders, of 5 mg and of 81 mg daily. */
const coursesOfTwo = (first: object, second: object) =>
  coursesOf([
    stepFor({ id: 'a', authoredOn: '2026-03-01', dosageInstruction: [dosage(5)], ...first }),
    stepFor({ id: 'b', authoredOn: '2026-06-01', dosageInstruction: [dosage(81)], ...second }),
  ]);

test('a medication is known by RxNorm, else by any code, else by its words', () => {
  const local = { system: 'urn:local', code: '7' };
  expect(medicationFor(concept('Carvedilol', local, { system: RXNORM, code: '20352' }))).toEqual({
    key: `${RXNORM}|20352`,
    name: 'Carvedilol',
  });
  expect(medicationFor(concept('Carvedilol', local)).key).toBe('urn:local|7 carvedilol');
  expect(medicationFor(concept('Carvedilol')).key).toBe('text:carvedilol');
});

test('a medication by reference is looked up where it is contained, else called by its words', () => {
  const code = { coding: [{ system: RXNORM, code: '1' }], text: 'Lisinopril' };
  const contained = [{ resourceType: 'Medication', id: 'a', code }];
  expect(medicationFor({ contained, medicationReference: { reference: '#a' } })).toEqual({
    key: `${RXNORM}|1`,
    name: 'Lisinopril',
  });
  expect(
    medicationFor({ medicationReference: { reference: 'Medication/9', display: 'Lisinopril 5 mg' } }),
  ).toEqual({ key: 'text:lisinopril 5 mg', name: 'Lisinopril 5 mg' });
});

test('a mixture without a code of its own is named by its ingredients', () => {
  const ingredient = [
    { itemCodeableConcept: { text: 'Norepinephrine' } },
    { itemReference: { display: 'Dextrose 5 %' } },
  ];
  const contained = [{ resourceType: 'Medication', id: 'mix', ingredient }];
  expect(medicationFor({ contained, medicationReference: { reference: '#mix' } }).name).toBe(
    'Norepinephrine + Dextrose 5 %',
  );
});

test('a code without words is named with its system, and never reads as a bare number', () => {
  expect(medicationFor(concept(undefined, { system: RXNORM, code: '860975' })).name).toBe('RxNorm 860975');
  expect(medicationFor(concept(' ', { system: 'urn:local', code: '40' })).name).toBe('Code 40');
  expect(medicationFor(concept(undefined, { display: 'Lisinopril' })).name).toBe('Lisinopril');
});

test('two medications without a name are not taken for one', () => {
  expect(medicationFor({ medicationReference: { reference: 'Medication/9' } })).toEqual({
    key: 'text:Medication/9',
    name,
    path: 'Medication/9',
  });
  expect(medicationFor({ id: 'a' })).toEqual({ key: 'text:MedicationRequest/a', name });
});

test.each([
  ['what each contains under one id', { reference: '#1' }, { reference: '#1' }],
  ['ids that differ in case alone', { reference: 'Medication/aB' }, { reference: 'Medication/Ab' }],
  ['an identifier alone', { identifier: { value: '1' } }, { identifier: { value: '1' } }],
])('two orders for what cannot be read are no change of dose: %s', (_, first, second) => {
  const courses = coursesOfTwo({ medicationReference: first }, { medicationReference: second });
  expect(courses.map((course) => [course.name, courseChanges(course).length])).toEqual([
    [name, 1],
    [name, 1],
  ]);
});

test('a name that is a whole text is cut where it is shown, and stands whole in the note', () => {
  const text = 'Free text of an order. '.repeat(1000);
  const { medication, step } = stepFor(concept(text));
  expect(medication.name).toMatch(/^Free text.{250,300}…$/);
  expect(step.note).toContain(text.trim());
  const other = `${text} and another one`;
  expect(coursesOfTwo(concept(text), concept(other))).toHaveLength(2);
  expect(medicationFor(concept(`${'💊'.repeat(149)}a${'💊'.repeat(9)}`)).name).toMatch(/^💊+a…$/u);
  expect(medicationFor(concept('a'.repeat(300))).name).toBe('a'.repeat(300));
});

test('two orders without an id and without a name are two', () => {
  expect(coursesOfTwo({ id: undefined }, { id: undefined })).toHaveLength(2);
});

const NULL_FLAVOR = { system: 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor', code: 'UNK' };
const ABSENT = {
  system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  code: 'unknown',
  display: 'Unknown',
};
const FREE_TEXT = { system: 'urn:oid:1.2.3', code: 'FREETEXT' };

test.each([NULL_FLAVOR, ABSENT, FREE_TEXT])(
  'a code that stands for no drug joins no two drugs: $code',
  (coding) => {
    const courses = coursesOfTwo(concept('Warfarin', coding), concept('Aspirin', coding));
    expect(courses.map((course) => [course.name, courseChanges(course).map(({ dose }) => dose)])).toEqual([
      ['Warfarin', ['5 mg/day']],
      ['Aspirin', ['81 mg/day']],
    ]);
  },
);

test('a code that says why nothing is known is no name', () => {
  for (const coding of [NULL_FLAVOR, ABSENT])
    expect(medicationFor(concept(undefined, coding)).name).toBe(name);
});

test('a code of the server keeps one drug together, however its name is written', () => {
  const coding = { system: 'urn:oid:1.2.3', code: '17' };
  const two = [concept('LISINOPRIL 5 mg TABS', coding), concept('lisinopril (Zestril)', coding)] as const;
  expect(coursesOfTwo(...two)).toHaveLength(1);
  expect(changesIn(stepFor({ id: 'a', ...two[0] }), stepFor({ id: 'b', ...two[1] }))).toEqual([]);
});

test('of a brand and its substance under one code, each order says the name that it was sent with', () => {
  const coding = { system: RXNORM, code: '104377' };
  const [course] = coursesOfTwo(concept('Zestril 5 mg', coding), concept('lisinopril 5 mg', coding));
  expect(course?.name).toBe('lisinopril 5 mg');
  expect(course?.steps.map(({ note = '' }) => note.split('\n')[0])).toEqual([
    medicationTexts('sentAs', { name: 'Zestril 5 mg' }),
    medicationTexts('dateOfOrder'),
  ]);
});
