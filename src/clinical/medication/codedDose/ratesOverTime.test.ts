import { expect, test } from 'vitest';
import { stepFrom } from '../../../testing/eventsFromFhirFixture.ts';
import { contradicts, contradictsRate } from './contradictedDose.ts';

const dose = (value: number, unit: string) => ({ value, unit, text: `${value} ${unit}` });

test.each([
  ['1000 mL/8 h', 250, 'mL/h'],
  ['1000 mL/8h', 12.5, 'mL/h'],
  ['1000 mL / 8 hrs', 1000, 'mL/h'],
  ['1,000 mL over 8 hours', 1000, 'mL/h'],
  ['1 L over 8 hours', 250, 'mL/h'],
  ['1 L over 8 hours', 125, 'mL/min'],
  ['Infuse 500 mg in 250 mL over 30 min', 250, 'mL/h'],
  ['Infuse 500 mg in 250 mL over 30 min', 50, 'mL/h'],
  ['Infuse 500 mg in 250 mL over 30 min', 500, 'mg/h'],
  ['500 mg diluted in 250 mL NS, infuse over 30 minutes', 50, 'mL/h'],
  ['1000 ml über 8 Stunden', 250, 'mL/h'],
  ['1000 ml NaCl in 8 Std', 250, 'mL/h'],
  ['1000 ml en 8 horas', 250, 'mL/h'],
  ['1000 ml sur 8 heures', 12.5, 'mL/h'],
  ['1000 ml in 8 ore', 250, 'mL/h'],
  ['1000 ml in 8 uur', 250, 'mL/h'],
  ['2 g over 20 minutes', 2, 'g/h'],
  ['40 mEq in 100 mL over 4 hours', 100, 'mL/h'],
  ['250 mL over 30 minutes', 250, 'mL/h'],
  ['100 mL over half an hour', 100, 'mL/h'],
  ['100 mL over 1/2 hour', 100, 'mL/h'],
  ['1 L over 8-12 hours', 200, 'mL/h'],
  ['500-1000 mL over 8 hours', 500, 'mL/h'],
  ['1 L normal saline over 8 hours', 1000, 'mL/h'],
])('"%s" beside a coded %d %s names another rate', (words, value, unit) => {
  expect(contradictsRate(words, dose(value, unit))).toBe(true);
});

test.each([
  ['1000 mL/8 h', 125, 'mL/h'],
  ['1000 mL/8 h', 2.08, 'mL/min'],
  ['1 L over 8 hours', 125, 'mL/h'],
  ['1.000 ml über 8 Stunden', 125, 'mL/h'],
  ['1000 mL over 12 hours', 83, 'mL/h'],
  ['Infuse 500 mg in 250 mL over 30 min', 500, 'mL/h'],
  ['Infuse 500 mg in 250 mL over 30 min', 1000, 'mg/h'],
  ['Infuse 500 mg in 250 mL over 30 min', 8.3, 'mL/min'],
  ['40 mEq in 100 mL over 4 hours', 25, 'mL/h'],
  ['1 L over 8-12 hours', 100, 'mL/h'],
  ['500-1000 mL over 8 hours', 100, 'mL/h'],
  ['100 mL over half an hour', 200, 'mL/h'],
  ['Infuse 100 mL/h over 10 hours', 100, 'mL/h'],
  ['1 L bag over 13 hours, run at 75 mL/h', 75, 'mL/h'],
  ['1000 mL every 8 hours', 500, 'mL/h'],
  ['125 mL/h for 8 hours', 125, 'mL/h'],
  ['1 unit over 4 hours', 75, 'mL/h'],
  ['125 mL/h, max 1 L over 24 hours', 125, 'mL/h'],
  ['max 1 L over 24 hours', 125, 'mL/h'],
  ['do not exceed 2 L in 24 hours', 125, 'mL/h'],
  ['May repeat 250 mL in 2 hours', 500, 'mL/h'],
  ['500 mL bolus over 30 min, then 125 mL/h', 125, 'mL/h'],
  ['1 g over 1 hour, then 1 g over 8 hours', 125, 'mg/h'],
  ['1 mg/min for 6 hours, then 0.5 mg/min', 0.5, 'mg/min'],
  ['70 kg, 100 mL over 1 hour', 100, 'mL/h'],
])('"%s" beside a coded %d %s names the same rate, or none', (words, value, unit) => {
  expect(contradictsRate(words, dose(value, unit))).toBe(false);
});

test.each([
  ['150 mg over 10 min, then 1 mg/min for 6 h, then 0.5 mg/min', 1, 'mg/min'],
  ['1 mg/min for 6 hours, then 0.5 mg/min', 1, 'mg/min'],
  ['15 mL/h for 1 h, then 30 mL/h', 15, 'mL/h'],
  ['1 g over 1 hour, then 1 g over 8 hours', 1, 'g/h'],
  ['50 ml/h für 1 Stunde, danach 100 ml/h', 50, 'mL/h'],
  ['50 ml/h 1 h, luego 100 ml/h', 50, 'mL/h'],
])('"%s" goes on with another rate than %d %s', (words, value, unit) => {
  expect(contradictsRate(words, dose(value, unit))).toBe(true);
});

test.each([
  ['1000 mL/8 h', 500, 'mL', true],
  ['1000 mL/8 h', 100, 'mL', true],
  ['1000 mL/8 h', 1000, 'mL', false],
  ['1000 mL/8 h', 1, 'L', false],
  ['500 mg/8 h', 50, 'mg', true],
  ['500 mg/8 h', 500, 'mg', false],
  ['1 g/8 h', 1000, 'mg', false],
  ['1 g/8 h', 10, 'g', true],
  ['20 mg/24 h', 200, 'mg', true],
  ['20 mg/24 h', 40, 'mg', true],
  ['20 mg/24 h', 20, 'mg', false],
  ['2 g/24 h', 500, 'mg', false],
  ['25 mcg/72 h', 25, 'mcg', false],
  ['500 mg in 250 mL over 30 min', 500, 'mg', false],
  ['500 mg in 250 mL over 30 min', 250, 'mL', false],
  ['500 mg in 250 mL over 30 min', 50, 'mg', true],
  ['250 mg/5 mL, 5 mL/8 h', 5, 'mL', false],
  ['250 mg/5 mL, 5 mL/8 h', 250, 'mg', false],
  ['10 mg/5 mL', 5, 'mL', false],
])('the dose of "%s" beside a coded %d %s: contradicted %s', (words, value, unit, isOther) => {
  expect(contradicts(words, dose(value, unit))).toBe(isOther);
});

const ratio = (value: number, hours: number) => ({
  rateRatio: { numerator: { value, unit: 'mL' }, denominator: { value: hours, unit: 'h' } },
});

test.each([
  ['1000 mL/8 h', ratio(1000, 8), 125],
  ['1 L over 8 hours', { rateQuantity: { value: 125, unit: 'mL/h' } }, 125],
])('the order "%s" has its coded rate %j', (text, doseAndRate, amount) => {
  const step = stepFrom('MedicationRequest', { dosageInstruction: [{ text, doseAndRate: [doseAndRate] }] });
  expect([step.amount, step.doseText]).toEqual([amount, text]);
});

test.each([
  ['1000 mL/8 h', ratio(1000, 4), '1000 mL/8 h (also sent as 1000 mL/4 h)'],
  [
    '1 L over 8 hours',
    { rateQuantity: { value: 12.5, unit: 'mL/h' } },
    '1 L over 8 hours (also sent as 12.5 mL/h)',
  ],
])('the order "%s" whose rate is coded as another one has no amount', (text, doseAndRate, told) => {
  const request = stepFrom('MedicationRequest', {
    dosageInstruction: [{ text, doseAndRate: [doseAndRate] }],
  });
  const given = stepFrom('MedicationAdministration', {
    status: 'completed',
    dosage: { text, ...doseAndRate },
  });
  expect([request.amount, request.doseText]).toEqual([undefined, told]);
  expect([given.amount, given.doseText]).toEqual([undefined, told]);
});
