import { describe, expect, test } from 'vitest';
import { stepFrom } from '../../../testing/eventsFromFhirFixture.ts';

const DAILY = { repeat: { frequency: 1, period: 1, periodUnit: 'd' } };
const WEEKLY = { repeat: { frequency: 1, period: 1, periodUnit: 'wk' } };
const mL = (value: number, unit = 'mL/h') => ({ value, unit });
const orderOf = (...dosageInstruction: readonly object[]) =>
  stepFrom('MedicationRequest', { dosageInstruction });

describe('an order of which two things are contradicted tells both', () => {
  test.each([
    [
      '100 mg at 10 mL/h',
      { doseQuantity: { value: 10, unit: 'mg' }, rateQuantity: mL(100) },
      '100 mg at 10 mL/h (also sent as 10 mg at 100 mL/h)',
    ],
    [
      '100 mg at 10 mL/h',
      {
        doseRange: { low: { value: 1, unit: 'mg' }, high: { value: 5, unit: 'mg' } },
        rateQuantity: mL(100),
      },
      '100 mg at 10 mL/h (also sent as 1–5 mg at 100 mL/h)',
    ],
    [
      '100 mg at 10 mL/h',
      {
        doseQuantity: { value: 10, unit: 'mg' },
        rateRange: { low: mL(100), high: mL(200) },
      },
      '100 mg at 10 mL/h (also sent as 10 mg at 100–200 mL/h)',
    ],
    [
      '1 L over 8 hours',
      {
        doseQuantity: { value: 500, unit: 'mL' },
        rateRatio: { numerator: mL(1000, 'mL'), denominator: mL(4, 'h') },
      },
      '1 L over 8 hours (also sent as 500 mL at 1000 mL/4 h)',
    ],
    [
      '100 mg at 10 mL/h',
      { doseQuantity: { value: 100, unit: 'mg' }, rateQuantity: mL(100) },
      '100 mg at 10 mL/h (also sent as 100 mL/h)',
    ],
    [
      '100 mg at 10 mL/h',
      { doseQuantity: { value: 10, unit: 'mg' }, rateQuantity: mL(10) },
      '100 mg at 10 mL/h (also sent as 10 mg)',
    ],
  ])('"%s" beside %j', (text, doseAndRate, told) => {
    const { amount, shortDose, doseText } = orderOf({ text, doseAndRate: [doseAndRate] });
    expect([amount, shortDose, doseText]).toEqual([undefined, '', told]);
  });

  test('a dose and how often it is taken', () => {
    const sent = { doseAndRate: [{ doseQuantity: { value: 100, unit: 'mg' } }], timing: DAILY };
    expect(orderOf({ ...sent, text: '10 mg weekly' }).doseText).toBe(
      '10 mg weekly (also sent as 100 mg daily)',
    );
  });

  test('a dose and how often it is given, where the words name a month', () => {
    const sent = { doseAndRate: [{ doseQuantity: { value: 100, unit: 'ug' } }], timing: DAILY };
    expect(orderOf({ ...sent, text: '1,000 mcg IM monthly' }).doseText).toBe(
      '1,000 mcg IM monthly (also sent as 100 ug daily)',
    );
  });

  test('a rate beside how often it is given', () => {
    const sent = { doseAndRate: [{ rateQuantity: mL(100) }], timing: DAILY };
    expect(orderOf({ ...sent, text: '10 mL/h weekly' }).doseText).toBe(
      '10 mL/h weekly (also sent as 100 mL/h daily)',
    );
  });
});

describe('each of several instructions tells what its own code says', () => {
  test('where it is another dose', () => {
    const { amount, doseText } = orderOf(
      { text: '10 mg in the morning', doseAndRate: [{ doseQuantity: { value: 100, unit: 'mg' } }] },
      { text: '20 mg at night', doseAndRate: [{ doseQuantity: { value: 20, unit: 'mg' } }] },
    );
    expect(amount).toBeUndefined();
    expect(doseText).toBe('10 mg in the morning (also sent as 100 mg); 20 mg at night');
  });

  test('where it is another frequency', () => {
    const { doseText } = orderOf(
      {
        sequence: 1,
        text: '10 mg weekly',
        timing: DAILY,
        doseAndRate: [{ doseQuantity: { value: 10, unit: 'mg' } }],
      },
      {
        sequence: 2,
        text: '20 mg weekly',
        timing: WEEKLY,
        doseAndRate: [{ doseQuantity: { value: 20, unit: 'mg' } }],
      },
    );
    expect(doseText).toBe('10 mg weekly (also sent as 10 mg daily), then 20 mg weekly');
  });

  test('and nothing where the two agree', () => {
    const { doseText } = orderOf(
      { text: '10 mg in the morning', doseAndRate: [{ doseQuantity: { value: 10, unit: 'mg' } }] },
      { text: '20 mg at night', doseAndRate: [{ doseQuantity: { value: 20, unit: 'mg' } }] },
    );
    expect(doseText).toBe('10 mg in the morning; 20 mg at night');
  });
});
