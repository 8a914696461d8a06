import { expect, test } from 'vitest';
import { dosage, stepFrom } from '../../../testing/eventsFromFhirFixture.ts';
import { contradicts, contradictsRate } from './contradictedDose.ts';
import { factorBetween } from './doseScales.ts';

const dose = (value: number, unit: string) => ({ value, unit, text: `${value} ${unit}` });

test.each([
  ['10 mg daily', 10, 'mcg'],
  ['10 mg daily', 10, 'g'],
  ['50 mcg of levothyroxine every morning', 50, 'mg'],
  ['Take 500 mg twice daily', 5, 'g'],
  ['0.25 mg daily', 2.5, 'mcg'],
  ['125 micrograms once daily', 125, 'mg'],
  ['125 microgramos al día', 125, 'mg'],
  ['100 Mikrogramm täglich', 100, 'mg'],
  ['Take 1 tablet (62.5 mcg) daily', 62.5, 'mg'],
  ['Take 2 grams daily', 2, 'mg'],
  ['2 tablets of 500 mg', 10, 'g'],
  ['5 mL daily', 5, 'L'],
  ['20 mmol daily', 20, 'umol'],
  ['1 g now, then 500 mg daily', 1, 'g'],
])('"%s" beside a coded %d %s names another dose, in another step of its unit', (words, value, unit) => {
  expect(contradicts(words, dose(value, unit))).toBe(true);
});

test.each([
  ['50 mcg daily', 0.05, 'mg'],
  ['100 µg daily', 0.1, 'mg'],
  ['125 mcg daily', 0.125, 'mg'],
  ['0.5 g daily', 500, 'mg'],
  ['1,000 mg daily', 1, 'g'],
  ['Take 2 grams daily', 2000, 'mg'],
  ['2 tablets of 500 mg', 1, 'g'],
  ['Take 2 x 50 mcg tablets', 0.1, 'mg'],
  ['half a 1 g tablet', 500, 'mg'],
  ['25-50 mcg', 0.04, 'mg'],
  ['1 L over 8 hours', 1000, 'mL'],
  ['1 g in 100 mL', 1000, 'mg'],
  ['5 ml (250 mg)', 250, 'mg'],
  ['5 ml (250 mg)', 5, 'mL'],
])('"%s" beside a coded %d %s names the same dose', (words, value, unit) => {
  expect(contradicts(words, dose(value, unit))).toBe(false);
});

test.each([
  ['a piece may hold one', '1 tablet daily', 1, 'mg'],
  ['a millilitre may hold one', '5 mL daily', 5, 'mg'],
  ['a unit of activity has no mass', '10 units daily', 10, 'mL'],
  ['it is the weight of the patient', '1 tablet, weight 70 kg', 500, 'mg'],
  ['it is a dose by weight', '10 mg/kg daily', 700, 'mcg'],
  ['it is the most of a day', '1 tablet every 6 hours, max 4 g per day', 650, 'mg'],
])('an amount in another unit contradicts nothing where %s ("%s")', (_, words, value, unit) => {
  expect(contradicts(words, dose(value, unit))).toBe(false);
});

test.each([
  ['10 mL/h', 10, 'mL/min', true],
  ['100 mL/hr', 100, 'mL/min', true],
  ['5 mg/h', 5, 'mcg/h', true],
  ['0.05 mg/kg/min', 0.05, 'mcg/kg/min', true],
  ['5 mcg/kg/min', 5, 'mg/kg/min', true],
  ['5 mcg/kg/min', 5, 'mcg/kg/h', true],
  ['100 mL/h', 1.67, 'mL/min', false],
  ['100 mL/hr', 100, 'mL/h', false],
  ['0.05 mg/kg/min', 50, 'mcg/kg/min', false],
  ['5 mcg/kg/min', 5, 'ug/kg/min', false],
  ['5 mcg/kg/min', 300, 'mcg/kg/h', false],
  ['2.4 L/day', 100, 'mL/h', false],
  ['10 units/h', 10, 'mL/h', false],
  ['5 mcg/min', 5, 'mcg/kg/min', false],
])('the rate "%s" beside a coded %d %s: contradicted %s', (words, value, unit, isContradicted) => {
  expect(contradictsRate(words, dose(value, unit))).toBe(isContradicted);
});

test.each([
  ['g', 'mg', 1000],
  ['mcg', 'mg', 0.001],
  ['mL/min', 'mL/h', 60],
  ['mg/kg/min', 'mcg/kg/min', 1000],
  ['mg', 'mL', undefined],
  ['mg/kg', 'mg', undefined],
  ['tablet', 'tablets', undefined],
  ['mL/h/min', 'mL/h', undefined],
])('a number in %s is multiplied for %s by %s', (from, to, factor) => {
  expect(factorBetween(from, to)).toBe(factor);
});

test('an order whose words and code are a thousandfold apart has no amount, and both are told', () => {
  const daily = { frequency: 1, period: 1, periodUnit: 'd' };
  const { amount, doseText } = stepFrom('MedicationRequest', {
    dosageInstruction: [{ ...dosage(10, daily, 'mcg'), text: '10 mg daily' }],
  });
  expect(amount).toBeUndefined();
  expect(doseText).toBe('10 mg daily (also sent as 10 mcg)');
});

test.each([
  [
    'Infuse at 10 mL/h',
    { rateQuantity: { value: 10, unit: 'mL/min' } },
    'Infuse at 10 mL/h (also sent as 10 mL/min)',
  ],
  [
    'Infuse at 75 mL/h',
    { rateQuantity: { value: 125, unit: 'mL/h' } },
    'Infuse at 75 mL/h (also sent as 125 mL/h)',
  ],
  [
    '5 mcg/kg/min',
    { rateRatio: { numerator: { value: 5, unit: 'mg/kg' }, denominator: { value: 1, unit: 'min' } } },
    '5 mcg/kg/min (also sent as 5 mg/kg/min)',
  ],
])('the order "%s" whose rate is coded as another one has no amount', (text, doseAndRate, told) => {
  const { amount, doseText } = stepFrom('MedicationRequest', {
    dosageInstruction: [{ text, doseAndRate: [doseAndRate] }],
  });
  expect(amount).toBeUndefined();
  expect(doseText).toBe(told);
});

test.each([
  ['Infuse at 100 mL/h', { rateQuantity: { value: 100, unit: 'mL/h' } }],
  ['Infuse at 100 mL/hr over 10 hours', { rateQuantity: { value: 1.67, unit: 'mL/min' } }],
  ['Start at 5 mcg/min, titrate 2-20 mcg/min', { rateQuantity: { value: 5, unit: 'mcg/min' } }],
  ['Continuous infusion', { rateQuantity: { value: 20, unit: 'mL/h' } }],
  ['1 L normal saline', { rateQuantity: { value: 125, unit: 'mL/h' } }],
])('the order "%s" has the rate that is coded', (text, doseAndRate) => {
  const { amount } = stepFrom('MedicationRequest', {
    dosageInstruction: [{ text, doseAndRate: [doseAndRate] }],
  });
  expect(amount).toBe(doseAndRate.rateQuantity.value);
});
