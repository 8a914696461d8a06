import { describe, expect, test } from 'vitest';
import { mg, stepFrom } from '../../../testing/eventsFromFhirFixture.ts';

const daily = { repeat: { frequency: 1, period: 1, periodUnit: 'd' } };
const doseOf = (instruction: object) => stepFrom('MedicationRequest', { dosageInstruction: [instruction] });

describe('a dose in the shape of an earlier version of FHIR', () => {
  test.each([
    [{ doseQuantity: mg(5) }, '5 mg daily', 5],
    [{ quantityQuantity: mg(5) }, '5 mg daily', 5],
    [{ doseRange: { low: mg(5), high: mg(10) } }, '5–10 mg daily', undefined],
    [{ quantityRange: { low: mg(5), high: mg(10) } }, '5–10 mg daily', undefined],
  ])('is told: %j', (dose, doseText, amount) => {
    expect(doseOf({ timing: daily, ...dose })).toMatchObject({ doseText, amount });
    expect(doseOf({ timing: daily, text: 'as directed', ...dose }).doseText).toBe(
      `as directed (also sent as ${doseText})`,
    );
  });

  test('counts as often as its timing says, under the name of DSTU2', () => {
    const timing = { repeat: { frequency: 2, period: 1, periodUnits: 'd' } };
    expect(doseOf({ timing, doseQuantity: mg(5) })).toMatchObject({
      amount: 10,
      doseText: '5 mg 2 times a day',
    });
  });

  test('was given in the amount that DSTU2 calls a quantity, or at its rate', () => {
    const given = (dosage: object) => stepFrom('MedicationAdministration', { status: 'completed', dosage });
    expect(given({ quantity: mg(5) })).toMatchObject({ amount: 5, doseText: '5 mg' });
    expect(given({ dose: mg(4) }).amount).toBe(4);
  });

  test('does not count beside that of R4', () => {
    const both = { timing: daily, doseQuantity: mg(5), doseAndRate: [{ doseQuantity: mg(10) }] };
    expect(doseOf(both)).toMatchObject({ amount: 10, doseText: '10 mg daily' });
  });
});

describe('several doses of one instruction of which none is called the ordered one', () => {
  const doseAndRate = [{ doseQuantity: mg(5) }, { doseQuantity: mg(10) }];

  test('are all told, and none counts', () => {
    expect(doseOf({ timing: daily, doseAndRate })).toMatchObject({
      doseText: '5 mg, 10 mg (more than one dose sent) daily',
      shortDose: '',
      amount: undefined,
    });
    expect(doseOf({ timing: daily, text: 'as directed', doseAndRate }).doseText).toBe(
      'as directed (also sent as 5 mg, 10 mg (more than one dose sent) daily)',
    );
  });

  test.each([
    ['500 mg, 100 mL/h', [{ doseQuantity: mg(500) }, { rateQuantity: mg(100, 'mL/h') }]],
    ['1 tablet, 500 mg', [{ doseQuantity: mg(1, 'tablet') }, { doseQuantity: mg(500) }]],
    ['1 g, 1000 mg', [{ doseQuantity: mg(1, 'g') }, { doseQuantity: mg(1000) }]],
  ])('are called no two doses where they may be one: %s', (doseText, sent) => {
    expect(doseOf({ timing: daily, doseAndRate: sent }).doseText).toBe(`${doseText} daily`);
  });

  test('are told once where they are the same, and not beside an ordered one', () => {
    const twice = [{ doseQuantity: mg(5) }, { doseQuantity: mg(5) }];
    expect(doseOf({ timing: daily, doseAndRate: twice }).doseText).toBe('5 mg daily');
    const ordered = [{ type: { coding: [{ code: 'ordered' }] }, doseQuantity: mg(5) }, ...doseAndRate];
    expect(doseOf({ timing: daily, doseAndRate: ordered })).toMatchObject({ amount: 5 });
  });
});

describe('an instruction of R5', () => {
  test.each([
    [{ asNeeded: true }, '5 mg daily, as needed'],
    [{ asNeededFor: [{ text: 'pain' }] }, '5 mg daily, as needed for pain'],
    [{ asNeeded: false }, '5 mg daily'],
  ])('is taken when needed: %j', (fields, doseText) => {
    expect(doseOf({ timing: daily, doseAndRate: [{ doseQuantity: mg(5) }], ...fields }).doseText).toBe(
      doseText,
    );
  });
});
