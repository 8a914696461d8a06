import { expect, test } from 'vitest';
import { stepFrom } from '../../../testing/eventsFromFhirFixture.ts';
import { contradicts, contradictsRate } from './contradictedDose.ts';
import { namesAmount } from './namedDose.ts';

const dose = (value: number, unit: string) => ({ value, unit, text: `${value} ${unit}` });

test.each([
  ['the most of a day', 'Take 10 mg daily, max 40 mg', 10, 'mcg'],
  ['the most of a day', 'Metamizol 1 g bei Bedarf, max. 4 g in 24 h', 1, 'mg'],
  ['a course', 'L-Thyroxin 100 Mikrogramm 1-0-0', 100, 'mg'],
  ['a range', 'Take 0.5-1 g, up to 4 times daily', 0.5, 'mg'],
  ['its time', '50 microgram per dag', 50, 'mg'],
  ['its time', '50 mcg/day', 50, 'mg'],
  ['a thousand units', 'Vitamin D3 1000 IU (25 mcg) daily', 25, 'mg'],
  ['a thousand millilitres', 'Magnesium sulfate 2 g in 1000 mL NS', 2, 'mg'],
  ['a dilution', 'epinephrine 1 mg/mL (1:1000), 0.5 mg IM', 0.5, 'g'],
  ['a dilution', 'Inject 0.3 mg (1:1000) IM', 300, 'mg'],
  ['a decimal comma', 'Digoxin 0,125 mg täglich', 125, 'mg'],
])('%s does not hide that "%s" is coded as %d %s', (_, words, value, unit) => {
  expect(contradicts(words, dose(value, unit))).toBe(true);
});

test.each([
  ['Take 10 mg daily, max 40 mg', 10, 'mg'],
  ['Take 2 tablets every 6 hours, maximum 4 g in 24 hours', 1000, 'mg'],
  ['Apply 4 g (40 mg) to knee', 40, 'mg'],
  ['Vitamin D3 1000 IU (25 mcg) daily', 0.025, 'mg'],
  ['Cyanocobalamin 1,000 mcg monthly', 1, 'mg'],
  ['Digoxin 0,125 mg täglich', 125, 'ug'],
  ['Take 0.5-1 g, up to 4 times daily', 500, 'mg'],
  ['50 mcg/day', 0.05, 'mg'],
  ['Magnesium sulfate 2 g in 1000 mL NS', 1000, 'mL'],
  ['Inject 0.3 mg (1:1000) IM', 300, 'mcg'],
])('"%s" is coded as %d %s', (words, value, unit) => {
  expect(contradicts(words, dose(value, unit))).toBe(false);
});

test.each([
  ['Fentanyl 25 mcg/hr patch every 72 hours', 25, 'mg/h', true],
  ['Fentanyl 25 mcg/hr patch every 72 hours', 25, 'mcg/h', false],
  ['Gentamicin 5 mg/kg daily', 5, 'mcg/kg', true],
  ['Gentamicin 5 mg/kg daily', 5, 'mg/kg', false],
  ['Gentamicin 5 mg/kg daily', 350, 'mg', false],
])(
  'the dose of a time or a weight "%s" beside a coded %d %s: contradicted %s',
  (words, value, unit, isOther) => {
    expect(contradicts(words, dose(value, unit))).toBe(isOther);
  },
);

test.each([
  ['75 mL per hour', 125, 'mL/h', true],
  ['75 mL per hour', 75, 'mL/h', false],
  ['75 mL/h', 125, 'milliliter per hour', true],
  ['75 mL/h', 75, 'milliliter per hour', false],
  ['75 ml/Std.', 75, 'mL/min', true],
  ['75 ml pro Stunde', 75, 'mL/min', true],
  ['75 ml pro Stunde', 75, 'mL/h', false],
  ['75 ml por hora', 75, 'mL/min', true],
  ['75 ml par heure', 75, 'mL/min', true],
  ['75 ml/ora', 75, 'mL/min', true],
  ['75 ml/uur', 75, 'mL/min', true],
  ['5 ml/Minute', 300, 'mL/h', false],
  ['5 ml por minuto', 5, 'mL/h', true],
  ['2-20 mcg/min titrate to MAP', 2, 'mg/min', true],
  ['2-20 mcg/min titrate to MAP', 0.005, 'mg/min', false],
  ['0.05-0.5 mcg/kg/min', 0.05, 'mg/kg/min', true],
  ['0.05-0.5 mcg/kg/min', 0.05, 'ug/kg/min', false],
  ['5 mcg/min, max 20 mcg/min', 5, 'mg/min', true],
  ['5 mcg/min, max 20 mcg/min', 5, 'mcg/min', false],
  ['1-120 mL/h', 1, 'mL/min', false],
])('the rate "%s" beside a coded %d %s: contradicted %s', (words, value, unit, isOther) => {
  expect(contradictsRate(words, dose(value, unit))).toBe(isOther);
});

test.each([
  'Give once IM, birth weight 3200 g',
  'Einmalig, Geburtsgewicht: 850 g',
  'Inject with 25 G needle',
  'Inject with 27G x 1/2 inch syringe',
])('"%s" names no dose', (words) => {
  expect([contradicts(words, dose(1, 'mg')), namesAmount(words)]).toEqual([false, false]);
});

test.each([
  ['20 g x 5 days', 20, 'mg'],
  ['1 g by weight, 1 g daily', 1, 'mg'],
])('"%s" names one', (words, value, unit) => {
  expect(contradicts(words, dose(value, unit))).toBe(true);
});

test('an order of a day whose unit slipped has no amount, and both are told', () => {
  const { amount, doseText } = stepFrom('MedicationRequest', {
    dosageInstruction: [
      {
        text: 'Take 10 mg daily, max 40 mg',
        timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } },
        doseAndRate: [{ doseQuantity: { value: 10, unit: 'mcg' } }],
      },
    ],
  });
  expect(amount).toBeUndefined();
  expect(doseText).toBe('Take 10 mg daily, max 40 mg (also sent as 10 mcg)');
});
