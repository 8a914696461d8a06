import { describe, expect, test } from 'vitest';
import { UCUM } from '../../testing/codes.ts';
import { catalogMatch } from '../catalog/catalog.ts';
import { areOtherUnits } from './otherUnits.ts';
import { fitUnit } from './units.ts';

/** Returns how a result fits that has a UCUM code, and beside it the unit as the laboratory prints it. */
const fitOf = (loinc: string, printed: string, code: string, unitSystem = UCUM) =>
  fitUnit(catalogMatch(loinc)?.target, { unit: printed, unitCode: code, unitSystem }).fit;

describe('rule 17: a printed unit that counts something else than its code leaves no number to draw', () => {
  test.each([
    ['a D-dimer of FEU, printed as DDU', '48065-7', 'ng/mL DDU', 'ng/mL{FEU}'],
    ['the same, where the code has lost its name', '48065-7', 'ng/mL DDU', 'ng/mL'],
    ['the same in another power of ten', '48065-7', 'mg/L DDU', 'mg/L'],
    ['a D-dimer of DDU, printed as FEU', '48066-5', 'ng/mL FEU', 'ng/mL'],
    ['copies of a virus, printed as a logarithm', '20447-9', 'log copies/mL', '{copies}/mL'],
    ['units of a virus, printed as a logarithm', '11011-4', 'log10 IU/mL', '[IU]/mL'],
    ['units of a virus, printed as copies', '42595-9', 'copies/mL', '[IU]/mL'],
    ['a count, printed as a share', '751-8', '%', '10*3/uL'],
    ['an amount in a day, printed as one in a volume', '2889-4', 'mg/dL', 'mg/(24.h)'],
    ['a ratio to creatinine, printed as an amount in a volume', '9318-7', 'mg/L', 'mg/g'],
    ['a D-dimer of DDU in another spelling', '48065-7', 'ng/mL-DDU', 'ng/mL'],
    ['units of a virus, with the logarithm behind them', '11011-4', 'IU/mL (log)', '[IU]/mL'],
    ['copies of a virus, with the logarithm behind them', '20447-9', 'copies/mL log', '{copies}/mL'],
    ['a count of cells, printed as their share', '24467-3', '% of lymphs', '/uL'],
    ['an amount in a day, printed as one in a volume of equivalents', '2955-3', 'mEq/L', 'mmol/d'],
  ])('%s', (_, loinc, printed, code) => {
    expect(fitOf(loinc, printed, code)).toBe('mismatch');
  });

  test('the same where no system names the code', () => {
    expect(fitOf('48065-7', 'ng/mL DDU', 'ng/mL', '')).toBe('mismatch');
    expect(fitOf('48065-7', 'ng/mL FEU', 'ng/mL', '')).toBe('same');
  });

  test.each([
    ['48065-7', 'ng/mL FEU', 'ng/mL', 'same'],
    ['48065-7', 'mg/L FEU', 'mg/L', 'converted'],
    ['48065-7', 'ng/mL', 'ng/mL{FEU}', 'same'],
    ['48065-7', 'mg/L', 'mg/L', 'other'],
    ['48066-5', 'ng/mL D-DU', 'ng/mL', 'same'],
    ['20447-9', 'cp/mL', '{copies}/mL', 'same'],
    ['751-8', 'K/uL', '10*3/uL', 'same'],
    ['751-8', '10^9/L', '10*3/uL', 'same'],
    ['2889-4', 'mg/24 hr', 'mg/d', 'converted'],
    ['2889-4', 'g/24h', 'g/(24.h)', 'converted'],
    ['9318-7', 'ug/mg creat', 'mg/g', 'same'],
    ['9318-7', 'mg/g creat', 'mg/g{creat}', 'converted'],
    ['98979-8', 'mL/min', 'mL/min/{1.73_m2}', 'same'],
    ['8480-6', 'mmHg', 'mm[Hg]', 'same'],
    ['2915-7', 'ng/mL/h', 'ng/(mL.h)', 'same'],
  ])('%s: "%s" with the code %s is one unit: %s', (loinc, printed, code, fit) => {
    expect(fitOf(loinc, printed, code)).toBe(fit);
  });
});

test.each([
  ['ng/mL FEU', 'ng/mL DDU', true],
  ['log copies/mL', 'log IU/mL', true],
  ['mmol/L', 'mmol/24h', true],
  ['mg/g', 'mg/mmol', true],
  ['ug/mg', 'mg/g', false],
  ['mg/mmol', 'g/mol', false],
  ['mOsm/L', 'mosm/kg', false],
  ['%', 'g/dL', false],
  ['%', 'IU/dL', false],
  ['mg/kg/h', 'mg/(kg.h)', false],
  ['mg/kg/day', 'mg/(kg.d)', false],
  ['g/kg/day', 'g/(kg.24.h)', false],
  ['ug/kg/min', 'ug/(kg.min)', false],
  ['mmol/kg/h', 'mmol/(kg.h)', false],
  ['ng/mL/h', 'ng/(mL.h)', false],
  ['mg/100mL', 'mg/(100.mL)', false],
  ['mg/mL', 'mg/(mL)', false],
  ['g/24h', 'g/(24.h)', false],
  ['10*6/L', '/uL', false],
])('%s and %s surely are other units: %s', (a, b, areOther) => {
  expect([areOtherUnits(a, b), areOtherUnits(b, a)]).toEqual([areOther, areOther]);
});
