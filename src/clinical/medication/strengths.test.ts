import { describe, expect, test } from 'vitest';
import { changesIn, dosage, medicationStepFrom } from '../../testing/eventsFromFhirFixture.ts';
import { courseChanges } from './courseChanges.ts';
import { coursesOf } from './courses.ts';
import type { MedicationStep } from './medicationSteps.ts';

const ATC = 'http://www.whocc.no/atc';
const daily = { frequency: 1, period: 1, periodUnit: 'd' };

/** Reads an order for a drug by one code of its substance. */
const orderOf = (
  id: string,
  text: string,
  start: string,
  end: string | undefined,
  more: object,
): MedicationStep =>
  medicationStepFrom('MedicationRequest', {
    id,
    status: end === undefined ? 'active' : 'completed',
    medicationCodeableConcept: { coding: [{ system: ATC, code: 'C09AA02' }], text },
    dispenseRequest: { validityPeriod: { start, end } },
    ...more,
  });

const counted = (count: number, unit = 'tablet') => ({ dosageInstruction: [dosage(count, daily, unit)] });
const said = (text: string) => ({ dosageInstruction: [{ text }] });

const twoOrders = (
  [first, firstDose]: readonly [string, object],
  [second, secondDose]: readonly [string, object],
) => [
  orderOf('o1', first, '2026-01-01', '2026-02-01', firstDose),
  orderOf('o2', second, '2026-02-01', undefined, secondDose),
];

const told = (steps: readonly MedicationStep[]): readonly string[] =>
  coursesOf(steps).flatMap((course) =>
    courseChanges(course).map(({ sign, name, dose }) => [sign, name, dose].filter(Boolean).join(' ')),
  );

describe('strengths of several drugs without units', () => {
  const countOf = (first: string, second: string): number =>
    coursesOf(twoOrders([first, counted(1)], [second, counted(1)])).length;

  test.each([
    ['Diovan HCT 160/12.5', 'Diovan HCT 320/25'],
    ['Diovan HCT 160/12.5', 'Valsartan-hydrochlorothiazide 320-25 mg tablet'],
    ['Oxycodone 5 mg / acetaminophen 325 mg', 'Percocet 10/325'],
    ['Sinemet 25-100', 'Sinemet 25-250'],
    ['Valsartan 160 mg / HCT 12,5 mg', 'Diovan 320/12,5'],
  ])('"%s" and "%s" are two', (first, second) => {
    expect(countOf(first, second)).toBe(2);
  });

  test.each([
    ['Diovan HCT 160/12.5', 'Valsartan-hydrochlorothiazide 160-12.5 mg tablet'],
    ['Diovan HCT 160/12.5', 'Valsartan 160 mg / hydrochlorothiazide 12.5 mg'],
    ['Diovan HCT 160 / 12,5', 'Hydrochlorothiazide 12.5 mg / valsartan 160 mg'],
    ['Augmentin 875/125', 'Amoxicillin 0.875 g / clavulanate 0.125 g'],
    ['Diovan HCT 160/12.5', 'Diovan HCT'],
    ['Diovan HCT 160/12.5', 'Valsartan 160 mg'],
    ['Novolin 70/30', 'Novolin 100 unit/mL'],
    ['Vitamin D3 1000', 'Vitamin D3 25 mcg'],
    ['Influenza vaccine 1/2', 'Influenza vaccine'],
  ])('"%s" and "%s" are not surely two', (first, second) => {
    expect(countOf(first, second)).toBe(1);
  });

  test('are not read in a dose', () => {
    const half = { dosageInstruction: [{ text: 'Take 1/2 tablet daily' }] };
    expect(coursesOf(twoOrders(['Enalapril 5 mg', half], ['Enalapril 20 mg', half]))).toHaveLength(2);
  });
});

describe('doses that count tablets of two strengths under one code are never compared', () => {
  test.each([
    ['two of 5 mg, then one of 20 mg', counted(2), counted(1), '2 tablet/day', '1 tablet/day'],
    ['one of 5 mg, then one of 20 mg', counted(1), counted(1), '1 tablet/day', '1 tablet/day'],
    ['in words alone', said('Take 1 tablet daily'), said('Take 1 tablet daily'), '', ''],
    ['without any dose', {}, {}, '', ''],
  ])('%s', (_, first, second, firstDose, secondDose) => {
    expect(told(twoOrders(['Enalapril 5 mg tablet', first], ['Enalapril 20 mg tablet', second]))).toEqual([
      ['+ Enalapril 5 mg tablet', firstDose].filter(Boolean).join(' '),
      '− Enalapril 5 mg tablet',
      ['+ Enalapril 20 mg tablet', secondDose].filter(Boolean).join(' '),
    ]);
  });

  test.each([
    ['a suspension', 'Amoxicillin 125 mg/5 mL', 'Amoxicillin 250 mg/5 mL', 'mL'],
    ['a cream', 'Hydrocortisone 1 % cream', 'Hydrocortisone 2,5 % cream', 'application'],
    ['a patch', 'Fentanyl 25 mcg/h patch', 'Fentanyl 50 µg/h patch', 'patch'],
    ['an insulin by volume', 'Insulin 100 units/mL', 'Insulin 300 units/mL', 'mL'],
  ])('%s', (_, first, second, unit) => {
    expect(told(twoOrders([first, counted(1, unit)], [second, counted(1, unit)]))).toEqual([
      `+ ${first} 1 ${unit}/day`,
      `− ${first}`,
      `+ ${second} 1 ${unit}/day`,
    ]);
  });
});

describe('doses are one course', () => {
  test.each([
    ['of two strengths that say the milligrams', 'Enalapril 5 mg tablet', 'Enalapril 20 mg tablet', 'mg'],
    ['of two strengths of insulin in units', 'Insulin 100 units/mL', 'Insulin 300 units/mL', 'units'],
    ['of one strength that is written in two ways', 'Enalapril 0.5 mg tablet', 'ENALAPRIL 500mcg', 'tablet'],
    ['of two sizes of one bottle', 'Timolol 5 mg/ml 5 ml', 'Timolol 5 mg/ml 10 ml', 'drop'],
    ['of a name that says no strength', 'Enalapril', 'Enalapril 20 mg tablet', 'tablet'],
    ['of thousands with a comma', 'Metformin 1,000 mg tablet', 'metformin 1000 MG Oral Tablet', 'tablet'],
    ['of thousands with a point', 'Metformin 1.000 mg', 'Metformin 1000 mg', 'tablet'],
    ['of thousands of units', 'Vitamin D3 50,000 unit', 'Vitamin D3 50000 IU', 'capsule'],
    ['of units by several names', 'Insulin 100 units/mL', 'Insulin 100 U/mL', 'mL'],
    ['of units and of micrograms', 'Vitamin D3 1000 IU', 'Vitamin D3 25 mcg', 'capsule'],
    ['of one suspension by 5 mL and by 1', 'Amoxicillin 400 mg/5 mL', 'amoxicillin 80 MG/ML', 'mL'],
    ['of one suspension, per', 'Amoxicillin 400 mg per 5 mL', 'amoxicillin 80 MG/ML', 'mL'],
    ['of one puff', 'Salbutamol 90 mcg/actuation', 'salbutamol 0.09 MG/ACTUAT Inhaler', 'puff'],
    ['of one spray', 'Fluticasone 50 mcg/actuation', 'Fluticasone 50 mcg/spray', 'spray'],
    ['of one hour', 'Fentanyl 25 mcg/hr patch', 'Fentanyl 25 mcg/hour patch', 'patch'],
    ['of one day of a patch', 'Estradiol 0.1 mg/24 hr', 'Estradiol 0.1 mg/24h', 'patch'],
    ['of per cent and milligrams', 'Timolol 0.5 % drops', 'timolol 5 MG/ML Solution', 'drop'],
    ['of two drugs, by one unit', 'Valsartan-HCT 160-12.5 mg', 'valsartan 160 MG / HCT 12.5 MG', 'tablet'],
    [
      'of two drugs in another order',
      'HCT 12.5 mg / valsartan 160 mg',
      'valsartan 160 mg / HCT 12.5 mg',
      'tablet',
    ],
    ['of a salt and its metal', 'Ferrous sulfate 325 mg (65 mg iron)', 'Ferrous sulfate 325 mg', 'tablet'],
    ['of a syringe', 'Enoxaparin 40 mg/0.4 mL', '0.4 ML enoxaparin 100 MG/ML Syringe', 'syringe'],
  ])('%s', (_, first, second, unit) => {
    expect(changesIn(...twoOrders([first, counted(2, unit)], [second, counted(1, unit)]))).toHaveLength(2);
  });

  test('in words that say the milligrams', () => {
    expect(
      changesIn(
        ...twoOrders(
          ['Enalapril 5 mg tablet', said('Take 2 tablets (10 mg) daily')],
          ['Enalapril 20 mg tablet', said('Take 1 tablet (20 mg) daily')],
        ),
      ),
    ).toHaveLength(2);
  });

  test('of an order, and of what was given and dispensed for it', () => {
    const given = (id: string, type: string, text: string, more: object) =>
      medicationStepFrom(type, {
        id,
        status: 'completed',
        medicationCodeableConcept: { coding: [{ system: ATC, code: 'C09AA02' }], text },
        ...more,
      });
    const steps = [
      orderOf('o1', 'Enalapril 20 mg tablet', '2026-02-01', undefined, counted(1)),
      given('d1', 'MedicationDispense', 'Enalapril 10 mg tablet', { whenHandedOver: '2026-02-02' }),
      given('a1', 'MedicationAdministration', 'Enalapril', {
        effectiveDateTime: '2026-02-03T08:00:00Z',
        dosage: { dose: { value: 20, unit: 'mg' } },
      }),
    ];
    expect(coursesOf(steps)).toHaveLength(1);
  });
});

describe('a report or an order that names no strength holds for all of them, so that they are one course', () => {
  const taken = twoOrders(['Enalapril 5 mg tablet', counted(1)], ['Enalapril 20 mg tablet', counted(1)]);
  const without = (type: string, more: object): MedicationStep =>
    medicationStepFrom(type, {
      id: 's1',
      medicationCodeableConcept: { coding: [{ system: ATC, code: 'C09AA02' }], text: 'Enalapril' },
      ...more,
    });

  test.each([
    ['stopped', without('MedicationStatement', { status: 'stopped', effectiveDateTime: '2026-05-01' })],
    ['not taken', without('MedicationStatement', { status: 'not-taken', effectiveDateTime: '2026-05-01' })],
    [
      'not to be given',
      without('MedicationRequest', { status: 'active', doNotPerform: true, authoredOn: '2026-05-01' }),
    ],
    ['on hold', without('MedicationRequest', { status: 'on-hold', authoredOn: '2026-05-01' })],
  ])('%s', (_, report) => {
    expect(coursesOf([...taken, report])).toHaveLength(1);
  });
});

test('what was cancelled does not part the orders that count', () => {
  const cancelled = orderOf('o0', 'Enalapril 5 mg tablet', '2026-01-01', undefined, {
    ...counted(1),
    status: 'cancelled',
  });
  const taken = orderOf('o1', 'Enalapril 20 mg tablet', '2026-02-01', undefined, counted(1));
  expect(coursesOf([cancelled, taken])).toHaveLength(1);
});

describe('a course keeps its other keys, by which an address may name it', () => {
  const [first, second] = twoOrders(['Enalapril 5 mg', counted(1)], ['Enalapril 20 mg', counted(1)]);
  const keysOf = (...steps: readonly (MedicationStep | undefined)[]) =>
    coursesOf(steps.filter((one) => one !== undefined)).map(({ key, otherKeys = [] }) => [key, ...otherKeys]);
  const [[alone = ''] = []] = keysOf(first);

  test('of the drug, once it has two strengths', () => {
    expect(keysOf(first, second)).toEqual([
      [`${alone} Enalapril 5 mg`, alone],
      [`${alone} Enalapril 20 mg`, alone],
    ]);
  });

  test('of each strength, where a report says of all of them that it is not taken', () => {
    const report = medicationStepFrom('MedicationStatement', {
      id: 's',
      status: 'not-taken',
      medicationCodeableConcept: { coding: [{ system: ATC, code: 'C09AA02' }], text: 'Enalapril' },
    });
    expect(keysOf(first, second, report)).toEqual([
      [alone, `${alone} Enalapril`, `${alone} Enalapril 20 mg`, `${alone} Enalapril 5 mg`],
    ]);
  });

  test('and a course of one name has no others', () => {
    expect(keysOf(first)).toEqual([[alone]]);
  });
});

describe('the name of a course is that of the dose that is taken, and not of', () => {
  const taken = orderOf('o1', 'Enalapril 5 mg', '2026-03-01', undefined, counted(1));
  const other = (more: object) => orderOf('o2', 'Enalapril 20 mg', '2026-05-01', undefined, more);

  test.each([
    ['an order that is on hold', { status: 'on-hold' }],
    ['an order not to give another strength', { doNotPerform: true }],
    ['an order that was cancelled', { status: 'cancelled' }],
    ['a proposal', { intent: 'proposal' }],
  ])('%s', (_, more) => {
    expect(coursesOf([taken, other(more)]).map(({ name }) => name)).toEqual(['Enalapril 5 mg']);
  });

  test.each([
    ['stopped', {}],
    ['completed', { dispenseRequest: { validityPeriod: { start: '2026-05-01', end: '2026-06-01' } } }],
  ])('a newer order in milligrams that is %s', (status, more) => {
    const ended = orderOf('o2', 'Enalapril 20 mg', '2026-05-01', undefined, {
      status,
      dosageInstruction: [dosage(20)],
      ...more,
    });
    expect(coursesOf([taken, ended]).map(({ name }) => name)).toEqual(['Enalapril 5 mg']);
  });

  test('an older order that is over, where a report says what is taken now', () => {
    const ended = orderOf('o2', 'Enalapril 20 mg', '2026-01-01', '2026-02-01', {
      dosageInstruction: [dosage(20)],
    });
    const report = medicationStepFrom('MedicationStatement', {
      id: 's',
      effectivePeriod: { start: '2026-05-01' },
      dosage: [{ text: '1 tablet daily' }],
      medicationCodeableConcept: { coding: [{ system: ATC, code: 'C09AA02' }], text: 'Enalapril 5 mg' },
    });
    expect(coursesOf([ended, report]).map(({ name }) => name)).toEqual(['Enalapril 5 mg']);
  });

  test('a newer report beside an order that goes on, which says best what is meant to be taken', () => {
    const report = medicationStepFrom('MedicationStatement', {
      id: 's',
      status: 'active',
      effectivePeriod: { start: '2026-05-01' },
      medicationCodeableConcept: { coding: [{ system: ATC, code: 'C09AA02' }], text: 'Zestoretic' },
    });
    expect(coursesOf([taken, report]).map(({ name }) => name)).toEqual(['Enalapril 5 mg']);
  });

  test('a dispense without a dose, or an order that lies ahead', () => {
    const dispensed = medicationStepFrom('MedicationDispense', {
      id: 'd',
      status: 'completed',
      whenHandedOver: '2026-05-01',
      medicationCodeableConcept: { coding: [{ system: ATC, code: 'C09AA02' }], text: 'Enalapril 20 mg' },
    });
    const ahead = orderOf('o3', 'Zestril', '2026-12-20', undefined, counted(1));
    for (const one of [dispensed, ahead])
      expect(coursesOf([taken, one]).map(({ name }) => name)).toEqual(['Enalapril 5 mg']);
  });
});
