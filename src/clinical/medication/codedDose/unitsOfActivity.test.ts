import { expect, test } from 'vitest';
import { stepFrom } from '../../../testing/eventsFromFhirFixture.ts';
import { contradicts, contradictsRate } from './contradictedDose.ts';

const dose = (value: number, unit: string) => ({ value, unit, text: `${value} ${unit}` });

test.each([
  ['10 units daily', 100, 'U'],
  ['10 units daily', 100, 'IU'],
  ['10 units daily', 100, '[IU]'],
  ['10 U daily', 100, 'units'],
  ['10 IU daily', 100, 'units'],
  ['10 IE täglich', 100, 'U'],
  ['10 Einheiten zum Frühstück', 100, 'IU'],
  ['10 unidades antes del desayuno', 100, 'U'],
  ['10 unités le soir', 100, 'U'],
  ['10 unità la sera', 100, 'IU'],
  ['10 eenheden voor het slapen', 100, 'U'],
  ['Heparin 5,000 units every 8 hours', 50_000, 'U'],
  ['20.000 IE wöchentlich', 2000, 'IU'],
])('"%s" beside a coded %d %s names another dose', (words, value, unit) => {
  expect(contradicts(words, dose(value, unit))).toBe(true);
});

test.each([
  ['10 units daily', 10, 'U'],
  ['10 Units daily', 10, 'IU'],
  ['10 U daily', 10, 'units'],
  ['5,000 units every 8 hours', 5000, 'U'],
  ['50 000 units weekly', 50_000, 'IU'],
  ['20.000 IE wöchentlich', 20_000, 'IU'],
  ['25.000 UI una vez al mes', 25_000, 'IU'],
  ['1.250 units with food', 1.25, 'U'],
  ['5 units at each of 31 sites', 155, 'U'],
  ['Inject 0.3 mL (30 units)', 30, 'U'],
  ['Inject 0.3 mL (30 units)', 0.3, 'mL'],
  ['Inject 10 units (100 units/mL pen)', 10, 'U'],
  ['2.4 million units once', 2_400_000, 'U'],
  ['Inject 10 units before breakfast', 10, 'pen'],
])('"%s" is coded as %d %s, or in what has no units', (words, value, unit) => {
  expect(contradicts(words, dose(value, unit))).toBe(false);
});

test.each([
  ['Insulin 5 units/hr', 50, 'U/h', true],
  ['Insulin 5 units per hour', 5, 'U/h', false],
  ['Heparin 12 units/kg/hr', 12, 'U/kg/h', false],
  ['Heparin 12 units/kg/hr', 18, 'IU/kg/h', true],
  ['Insulin 5 units/hr', 5, 'U/min', true],
  ['Basal 1.250 units/hr', 1.25, 'U/h', false],
  ['Oxytocin 2 milliunits/min', 2, 'mU/min', false],
])('the rate "%s" beside a coded %d %s: contradicted %s', (words, value, unit, isOther) => {
  expect(contradictsRate(words, dose(value, unit))).toBe(isOther);
});

test.each([
  ['Inject 10 units in the morning and 8 units at night', undefined],
  ['Inject 10 units in the morning and 10 units at night', 20],
])('the order "%s" of a dose coded in UCUM has the amount %s', (text, told) => {
  const { amount } = stepFrom('MedicationRequest', {
    dosageInstruction: [
      {
        text,
        timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } },
        doseAndRate: [
          { doseQuantity: { value: 10, unit: 'U', code: 'U', system: 'http://unitsofmeasure.org' } },
        ],
      },
    ],
  });
  expect(amount).toBe(told);
});
