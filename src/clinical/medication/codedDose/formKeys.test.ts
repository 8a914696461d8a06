import { expect, test } from 'vitest';
import { dosage, medicationStepFrom, RXNORM } from '../../../testing/eventsFromFhirFixture.ts';
import { courseChanges } from '../courseChanges.ts';
import { coursesOf } from '../courses.ts';
import type { MedicationStep } from '../medicationSteps.ts';
import { neighboursAt } from './neighbours.ts';

const ATC = 'http://www.whocc.no/atc';
const DURING_BOTH = Date.parse('2026-03-01T12:00:00Z');

const orderOf = (id: string, text: string, start: string, end?: string, system = ATC): MedicationStep =>
  medicationStepFrom('MedicationRequest', {
    id,
    status: end === undefined ? 'active' : 'completed',
    medicationCodeableConcept: { coding: [{ system, code: 'L04AD02' }], text },
    dispenseRequest: { validityPeriod: { start, end } },
    dosageInstruction: [dosage(5)],
  });

const told = (steps: readonly MedicationStep[]): readonly string[] =>
  coursesOf(steps).flatMap((course) => courseChanges(course).map(({ sign, name }) => `${sign} ${name}`));

test.each([
  ['Tacrolimus 1 mg Hartkapseln', 'Tacrolimus 1 mg Hartkapseln, retardiert'],
  ['Tacrolimus 1 mg', 'Tacrolimus retard 1 mg'],
  ['Metoprolol 50 mg Filmtabletten', 'Metoprolol 50 mg Retardtabletten'],
  ['Metoprolol 50 mg', 'Metoprolol ret. 50 mg'],
  ['Morphine 10 mg gélules', 'Morphine LP 10 mg'],
  ['Tramadol 50 mg', 'Tramadol 50 mg à libération prolongée'],
  ['Tramadol 50 mg cápsulas', 'Tramadol 50 mg comprimidos de liberación prolongada'],
  ['Tramadolo 50 mg', 'Tramadolo 50 mg compresse a rilascio prolungato'],
  ['Tramadol 50 mg tabletten', 'Tramadol 50 mg tabletten met gereguleerde afgifte'],
  ['Metoprolol 50 mg tabletter', 'Metoprolol 50 mg depottabletter'],
  ['Gliclazide 30 mg', 'Gliclazide MR 30 mg'],
  ['Quetiapine 50 mg tablet', 'Quetiapine prolonged-release 50 mg tablet'],
  ['Metformin 500 mg', 'metformin 500 mg er'],
  ['Bupropion 150 mg', 'Bupropion SR 150 MG'],
  ['Methylphenidate 20 mg', 'Methylphenidate SR 20'],
])('a change from %s to %s at one dose is told', (fast, slow) => {
  const change = (one: string, other: string) => [
    orderOf('1', one, '2026-01-01', '2026-02-01'),
    orderOf('2', other, '2026-02-01'),
  ];
  expect(told(change(fast, slow))).toEqual([`+ ${fast}`, `− ${fast}`, `+ ${slow}`]);
  expect(told(change(slow, fast))).toEqual([`+ ${slow}`, `− ${slow}`, `+ ${fast}`]);
});

test.each([
  ['Tacrolimus 1 mg Hartkapseln', 'Tacrolimus 1 mg'],
  ['Metoprolol retard 50 mg', 'Metoprolol 50 mg Retardtabletten'],
  ['Metoprolol 50 mg unretardiert', 'Metoprolol 50 mg Tabletten'],
  ['Metoprolol 50 mg nicht retardiert', 'Metoprolol 50 mg'],
  ['Tramadol 50 mg liberación inmediata', 'Tramadol 50 mg'],
  ['Omeprazol 20 mg magensaftresistente Hartkapseln', 'Omeprazol 20 mg'],
  ['Omeprazol 20 mg cápsulas gastrorresistentes', 'Omeprazol 20 mg'],
  ['Tretinoin 10 mg', 'Vitamin A acid 10 mg'],
  ['Paracetamol 1 g every 8 hours', 'Paracetamol 1 g'],
  ['Fentanyl 25 mcg/h', 'Fentanyl 25 mcg/h 72 h'],
  ['Skenan LP 30 mg', 'Skenan L.P. 30 mg'],
  ['Tramadol ohne Retard 50 mg', 'Tramadol 50 mg'],
  ['Morphine (pas LP)', 'Morphine'],
  ['Morphin nicht ret. 10 mg', 'Morphin 10 mg'],
  ['Morfin ikke depot', 'Morfin'],
  ['SALBUTAMOL SOLUCION PARA LA INHALACION', 'SALBUTAMOL SOLUCION PARA INHALACION'],
  ['Metoprolol lib. prolongada 50 mg', 'Metoprolol retard 50 mg'],
  ['Metoprolol 50 mg met vertraagde afgifte', 'Metoprolol retard 50 mg'],
  ['Beloc-Zok 50 mg', 'Metoprolol retard 50 mg'],
  ['Seroquel Prolong 50 mg', 'Quetiapin 50 mg Retardtabletten'],
  ['Diclofenac retard', 'Diclofenac magensaftresistent retard'],
  ['Metoprolol 50 mg 50 er Packung', 'Metoprolol 50 mg'],
  ['Metoprolol 50 mg, 100-er OP', 'Metoprolol 50 mg'],
  ['Strontium chloride Sr-89', 'Strontium chloride'],
  ['Strontium Sr 89 chloride', 'Strontium chloride'],
  ['Metformin er 500 mg', 'Metformin ER 500 mg'],
  ['Bupropion SR 150 MG', 'Bupropion sr 150'],
])('a change from %s to %s is none', (one, other) => {
  const steps = [orderOf('1', one, '2026-01-01', '2026-02-01'), orderOf('2', other, '2026-02-01')];
  expect(coursesOf(steps)).toHaveLength(1);
});

test('a code of a product stands for its form, whatever a name leaves out', () => {
  const steps = [
    orderOf('1', 'metoprolol succinate ER 50 mg', '2026-01-01', '2026-02-01', RXNORM),
    orderOf('2', 'metoprolol succinate 50 mg', '2026-02-01', undefined, RXNORM),
  ];
  expect(coursesOf(steps)).toHaveLength(1);
});

test('a report that names no form holds for both, and keeps them together', () => {
  const report = medicationStepFrom('MedicationStatement', {
    id: 's',
    status: 'not-taken',
    effectiveDateTime: '2026-03-01',
    medicationCodeableConcept: { coding: [{ system: ATC, code: 'L04AD02' }], text: 'Tacrolimus' },
  });
  const both = [
    orderOf('1', 'Tacrolimus 1 mg', '2026-01-01'),
    orderOf('2', 'Tacrolimus retard 1 mg', '2026-02-01'),
  ];
  expect(coursesOf([...both, report])).toHaveLength(1);
});

const administration = (id: string, text: string, orderId: string): MedicationStep =>
  medicationStepFrom('MedicationAdministration', {
    id,
    status: 'completed',
    effectiveDateTime: '2026-03-01T08:00:00Z',
    request: { reference: `MedicationRequest/${orderId}` },
    medicationCodeableConcept: { coding: [{ system: ATC, code: 'L04AD02' }], text },
  });

test('a dose that is named without its form, or by a brand, is no second drug beside its order', () => {
  for (const [ordered, given] of [
    ['Metoprolol retard 50 mg', 'Metoprolol 50 mg'],
    ['Metoprolol 50 mg', 'Metoprolol retard 50 mg'],
  ] as const) {
    const steps = [orderOf('1', ordered, '2026-01-01'), administration('2', given, '1')];
    expect(coursesOf(steps)).toHaveLength(1);
  }
});

test('a dose that is named without its form stands with the order it was given for', () => {
  const steps = [
    orderOf('1', 'Tacrolimus 1 mg', '2026-01-01'),
    orderOf('2', 'Tacrolimus retard 1 mg', '2026-02-01'),
    administration('3', 'Tacrolimus', '2'),
  ];
  expect(coursesOf(steps).map((course) => course.steps.map(({ id }) => id))).toEqual([['1'], ['2', '3']]);
});

test('both forms beside each other name each other, and an address of before leads to them', () => {
  const fast = orderOf('1', 'Tacrolimus 1 mg', '2026-01-01');
  const slow = orderOf('2', 'Tacrolimus retard 1 mg', '2026-02-01');
  const courses = coursesOf([fast, slow]);
  expect(courses.map((course) => neighboursAt(course, DURING_BOTH, true))).toEqual([
    ['Tacrolimus retard 1 mg'],
    ['Tacrolimus 1 mg'],
  ]);
  const key = `${ATC}|L04AD02`;
  expect(courses.every((course) => course.key === key || course.otherKeys?.includes(key))).toBe(true);
});

test('what is handed out for an order has its form, whatever its name leaves out', () => {
  const dispense = (orderId: string, text = 'Metoprolol 50 mg'): MedicationStep =>
    medicationStepFrom('MedicationDispense', {
      id: 'd',
      status: 'completed',
      whenHandedOver: '2026-03-01',
      authorizingPrescription: [{ reference: `MedicationRequest/${orderId}` }],
      medicationCodeableConcept: { coding: [{ system: ATC, code: 'L04AD02' }], text },
    });
  const orders = [
    orderOf('1', 'Metoprolol 50 mg', '2026-01-01', '2026-02-01'),
    orderOf('2', 'Metoprolol retard 50 mg', '2026-02-01'),
  ];
  const idsBeside = (id: string, text?: string) =>
    coursesOf([...orders, dispense(id, text)])
      .map(({ steps }) => steps.map((step) => step.id))
      .find((ids) => ids.includes('d'));
  expect(idsBeside('2')).toEqual(['2', 'd']);
  expect(idsBeside('1')).toEqual(['1', 'd']);
  expect(idsBeside('of another server')).toEqual(['1', 'd']);
  // A slow form that was handed out for an order without a form is no fast one.
  expect(idsBeside('1', 'Metoprolol retard 50 mg')).toEqual(['2', 'd']);
});
