import { expect, test } from 'vitest';
import { contradicts, contradictsRate } from './contradictedDose.ts';

const dose = (value: number, unit: string) => ({ value, unit, text: `${value} ${unit}` });

test.each([
  ['Lorazepam 1.000 mg', 1000, 'mg'],
  ['Lorazepam 1.000 mg', 1, 'mg'],
  ['HCT 12.500 mg', 12.5, 'mg'],
  ['Metformin 1.000 mg (2 x 500 mg)', 1, 'mg'],
  ['Metformin 1.000 mg', 1, 'g'],
  ['Metformin 1.000 g', 1, 'mg'],
  ['Morphine 2.500 mg', 25, 'mg'],
  ['Ringer 1.000 ml', 1, 'ml'],
  ['Vitamin D 1.000 IU', 1, 'IU'],
  ['Metformin 1.000 mg, max 3.000 mg', 1, 'mg'],
  ['Metformin 1.000 mg (2 x 500 mg)', 1000, 'mg'],
  ['Heparin 5.000 units', 500, 'units'],
  ['Metformin 1,000 mg', 1, 'mg'],
  ['Metformin 1.000 mg täglich', 1, 'mg'],
  ['Metformin 1.000 mg, 1 Tablette abends', 1, 'mg'],
  ['Metformin 1.000 mg 1-0-1', 1, 'mg'],
  ['Tomar 1.000 mg cada 12 horas', 1, 'mg'],
  ['Lorazepam 1.000 mg PO BID', 1000, 'mg'],
  ['Lorazepam 1.000 mg tid', 1000, 'mg'],
  ['Lorazepam 1.000 mg nightly', 1000, 'mg'],
])('"%s" does not surely say the coded %d %s', (words, value, unit) => {
  expect(contradicts(words, dose(value, unit))).toBe(true);
});

test.each([
  ['Lorazepam 1.000 mg daily', 1, 'mg'],
  ['Lorazepam 1.000 mg PO BID', 1, 'mg'],
  ['Lorazepam 1.000 mg tid', 1, 'mg'],
  ['Cefazolin 2.000 g', 2, 'g'],
  ['Cefazolin 1.500 g IV', 1.5, 'g'],
  ['Carvedilol 3.125 mg', 3.125, 'mg'],
  ['Metformin 1.000 mg täglich', 1000, 'mg'],
  ['Metformin 1.000 mg, 1 Tablette abends', 1, 'g'],
  ['Metformin 1.000 mg 1-0-1', 1000, 'mg'],
  ['Metformin 1,000 mg', 1000, 'mg'],
  ['Metformin 1,000 mg BID', 1, 'g'],
  ['Bisoprolol 1,250 mg täglich', 1.25, 'mg'],
  ['Metformin 1,000 mg al día', 1000, 'mg'],
  ['Levotiroxina 0,125 mg', 0.125, 'mg'],
  ['Dekristol 20.000 I.E.', 20_000, 'IE'],
])('"%s" is %d %s', (words, value, unit) => {
  expect(contradicts(words, dose(value, unit))).toBe(false);
});

test.each([
  ['1.000 mL/h', 1000, true],
  ['1.000 mL/h', 1, true],
  ['1.000 ml pro Stunde', 1000, false],
  ['Infuse at 1.000 mL/h', 1, false],
  ['1,000 mL/h', 1000, false],
])('the rate "%s" beside a coded %d mL/h: contradicted %s', (words, value, isOther) => {
  expect(contradictsRate(words, dose(value, 'mL/h'))).toBe(isOther);
});

test.each([
  ['1.000 mL/h', 'mL/h'],
  ['Lorazepam 1.000 mg', 'mg'],
  ['Ringer 1.000 mL', 'mL'],
  ['Vitamin D 1.000 IU', 'IU'],
])('"%s" is one %s where that was coded with the same zeros', (words, unit) => {
  const coded = { value: 1, unit, text: `1.000 ${unit}` };
  expect(contradicts(words, coded)).toBe(false);
  expect(contradictsRate(words, coded)).toBe(false);
});
