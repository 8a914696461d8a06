import { describe, expect, test } from 'vitest';
import { stepFrom } from '../../../testing/eventsFromFhirFixture.ts';

const q = (value: number, unit: string, code?: string) => ({ value, unit, ...(code && { code }) });
const mg = (value: number) => q(value, 'mg');
const mgRange = (low: number, high: number) => ({ low: mg(low), high: mg(high) });
const ratio = (value: number, hours: number) => ({ numerator: q(value, 'mL'), denominator: q(hours, 'h') });
const typed = (code: string, given: object) => ({ type: { coding: [{ code }] }, ...given });
const timing = { repeat: { frequency: 1, period: 1, periodUnit: 'd' } };
const orderOf = (dosage: object) =>
  stepFrom('MedicationRequest', { dosageInstruction: [{ timing, ...dosage }] });
const givenOf = (dosage: object) => stepFrom('MedicationAdministration', { status: 'completed', dosage });
const SEVERAL = '(more than one dose sent)';

describe('an order with two coded doses or rates has no amount, and both are told', () => {
  test.each([
    [[{ rateQuantity: q(10, 'mL/h'), rateRatio: ratio(100, 1) }], `10 mL/h, 100 mL/h ${SEVERAL} daily`],
    [[{ doseQuantity: mg(10), doseRange: mgRange(20, 40) }], `10 mg, 20–40 mg ${SEVERAL} daily`],
    [[{ doseQuantity: mg(10), doseRange: mgRange(5, 10) }], `10 mg, 5–10 mg ${SEVERAL} daily`],
    [
      [{ doseQuantity: mg(500), rateQuantity: q(10, 'mL/h'), rateRatio: ratio(1000, 8) }],
      `500 mg at 10 mL/h, 500 mg at 1000 mL/8 h ${SEVERAL} daily`,
    ],
    [
      [{ rateQuantity: q(10, 'mL/h'), rateRange: { low: q(50, 'mL/h'), high: q(60, 'mL/h') } }],
      `10 mL/h, 50–60 mL/h ${SEVERAL} daily`,
    ],
    [
      [typed('ordered', { doseQuantity: mg(10) }), typed('ordered', { doseQuantity: mg(20) })],
      `10 mg, 20 mg ${SEVERAL} daily`,
    ],
    [
      [typed('calculated', { doseQuantity: mg(10) }), typed('calculated', { doseQuantity: mg(20) })],
      `10 mg, 20 mg ${SEVERAL} daily`,
    ],
    [
      [typed('ordered', { rateQuantity: q(10, 'mL/h') }), typed('ordered', { rateQuantity: q(20, 'mL/h') })],
      `10 mL/h, 20 mL/h ${SEVERAL} daily`,
    ],
  ])('%j', (doseAndRate, told) => {
    const { amount, shortDose, doseText, isDoseUnclear } = orderOf({ doseAndRate });
    expect([amount, shortDose, isDoseUnclear, doseText]).toEqual([undefined, '', true, told]);
  });

  test('also beside words that name one of them', () => {
    const { amount, doseText } = orderOf({
      text: 'Take 10 mg daily',
      doseAndRate: [typed('ordered', { doseQuantity: mg(10) }), typed('ordered', { doseQuantity: mg(20) })],
    });
    expect(amount).toBeUndefined();
    expect(doseText).toBe(`Take 10 mg daily (also sent as 10 mg, 20 mg)`);
  });
});

describe('what was given with two coded doses or rates has no amount, and both are told', () => {
  test.each([
    [{ dose: mg(10), quantity: mg(20) }, `10 mg, 20 mg ${SEVERAL}`],
    [{ rateQuantity: q(10, 'mL/h'), rateRatio: ratio(100, 1) }, `10 mL/h, 100 mL/h ${SEVERAL}`],
    [{ text: 'given', dose: mg(10), quantity: mg(20) }, `given (also sent as 10 mg, 20 mg)`],
    [{ text: '10 mg IV', dose: mg(10), quantity: mg(20) }, `10 mg IV (also sent as 10 mg, 20 mg)`],
  ])('%j', (dosage, told) => {
    const { amount, doseText, isDoseUnclear } = givenOf(dosage);
    expect([amount, doseText, isDoseUnclear]).toEqual([undefined, told, true]);
  });
});

describe('a quantity whose unit and code name two units is in doubt', () => {
  const other = q(10, 'mg', 'g');
  test.each([
    [
      { text: 'Take 10 mg daily', doseAndRate: [{ doseQuantity: other }] },
      'Take 10 mg daily (also sent as 10 mg, 10 g)',
    ],
    [
      { text: 'Take one tablet daily', doseAndRate: [{ doseQuantity: other }] },
      'Take one tablet daily (also sent as 10 mg, 10 g)',
    ],
    [{ doseAndRate: [{ doseQuantity: other }] }, '10 mg (also sent as 10 g) daily'],
    [
      { text: 'as directed', doseAndRate: [{ doseQuantity: other }] },
      'as directed (also sent as 10 mg (also sent as 10 g) daily)',
    ],
  ])('%j', (dosage, told) => {
    const { amount, doseText, isDoseUnclear } = orderOf(dosage);
    expect([amount, doseText, isDoseUnclear]).toEqual([undefined, told, true]);
  });

  test('that was given', () => {
    const { amount, doseText, isDoseUnclear } = givenOf({ text: '10 mg IV', dose: other });
    expect([amount, doseText, isDoseUnclear]).toEqual([
      undefined,
      '10 mg IV (also sent as 10 mg, 10 g)',
      true,
    ]);
  });
});

describe('what is coded twice in the same way keeps its amount', () => {
  test.each([
    [[{ rateQuantity: q(1, 'mL/min'), rateRatio: ratio(60, 1) }], 1],
    [[{ rateQuantity: q(83, 'mL/h'), rateRatio: ratio(1000, 12) }], 83],
    [[{ doseQuantity: q(0.5, 'g'), doseRange: mgRange(500, 500) }], 0.5],
    [[typed('ordered', { doseQuantity: mg(10) }), typed('calculated', { doseQuantity: mg(20) })], 10],
    [[typed('ordered', { doseQuantity: mg(10) }), typed('ordered', { doseQuantity: mg(10) })], 10],
    [[typed('ordered', { doseQuantity: mg(10) }), typed('ordered', { doseQuantity: q(0.01, 'g') })], 10],
    [[typed('ordered', { doseQuantity: q(1, 'tablet') }), typed('ordered', { doseQuantity: mg(500) })], 1],
    [[{ doseQuantity: q(10, 'mg', 'mg') }], 10],
    [[{ doseQuantity: q(1, 'tablet', '{tbl}') }], 1],
    [[{ doseQuantity: q(10, 'mcg', 'ug') }], 10],
  ])('%j', (doseAndRate, amount) => {
    const step = orderOf({ doseAndRate });
    expect([step.amount, step.isDoseUnclear]).toEqual([amount, undefined]);
  });

  test('and both of a count and a mass are told', () => {
    const { doseText } = orderOf({
      doseAndRate: [
        typed('ordered', { doseQuantity: q(1, 'tablet') }),
        typed('ordered', { doseQuantity: mg(500) }),
      ],
    });
    expect(doseText).toBe('1 tablet, 500 mg daily');
  });

  test.each([
    [{ dose: mg(10), quantity: q(0.01, 'g') }, 10],
    [{ dose: mg(10), quantity: q(1, 'tablet') }, 10],
    [{ dose: mg(10) }, 10],
  ])('that was given: %j', (dosage, amount) => {
    expect([givenOf(dosage).amount, givenOf(dosage).isDoseUnclear]).toEqual([amount, undefined]);
  });
});
