import { expect, test } from 'vitest';
import { spokenUnit, spokenComparator } from './spokenUnit.ts';

test.each([
  ['mmol/L', 'millimoles per litre'],
  ['mg/g', 'milligrams per gram'],
  ['mmHg', 'millimetres of mercury'],
  ['%', 'percent'],
  ['/min', 'per minute'],
  ['beats/min', 'beats per minute'],
  ['µg/L', 'micrograms per litre'],
  ['μmol/L', 'micromoles per litre'],
  ['mL/min/1.73m2', 'millilitres per minute per 1.73 square metres'],
  ['mL/min/1.73 m²', 'millilitres per minute per 1.73 square metres'],
  ['mL/min/{1.73_m2}', 'millilitres per minute per 1.73 square metres'],
  ['10*3/uL', 'ten to the third per microlitre'],
  ['10³/µL', 'ten to the third per microlitre'],
  ['10⁶/µL', 'ten to the sixth per microlitre'],
  ['×10⁹/L', 'ten to the ninth per litre'],
  ['×10¹²/L', 'ten to the twelfth per litre'],
  ['µIU/mL', 'micro-international units per millilitre'],
  ['cmH2O', 'centimetres of water'],
  ['kg/m2', 'kilograms per square metre'],
  ['U/L', 'units per litre'],
])('%s is said as %s', (sent, aloud) => {
  expect(spokenUnit(sent)).toBe(aloud);
});

test.each([
  '',
  'INR',
  '{score}',
  'K/mm3',
  'x10E3/uL',
  'mg/dL FEU',
  'MG/DL',
  'mmol/l',
  'toString',
  'g/constructor',
])('rule 15: “%s” is said as it was sent', (sent) => {
  expect(spokenUnit(sent)).toBe(sent);
});

test('rule 20: the sign of a limit is said in words', () => {
  expect(['<12', '<=5', '> 60', '>=90', '5.4', '134/72'].map(spokenComparator)).toEqual([
    'less than 12',
    'at most 5',
    'greater than 60',
    'at least 90',
    '5.4',
    '134/72',
  ]);
});
