import { describe, expect, test } from 'vitest';
import { catalogMatch } from '../catalog/catalog.ts';
import { canonicalUnit } from './canonicalUnit.ts';

const GLUCOSE_IN_MG_PER_DL = '2345-7';

describe('rule 15: what leads to no unit stays as it was sent', () => {
  test.each(['furlongs', 'mg/kg/min', 'see note', '', '10*3/mL', 'Units/smear', 'furlongs/lb'])(
    '%j',
    (sent) => expect(canonicalUnit(sent)).toBe(sent),
  );

  test('but for the signs that are one and the same in UCUM', () => {
    expect(canonicalUnit('µg/kg/min')).toBe('ug/kg/min');
    expect(canonicalUnit('\u03BCmol/kg')).toBe('umol/kg');
    for (const litre of ['/l', '/dl', '/ml', '/ul'])
      expect(canonicalUnit(`furlongs${litre}`)).toBe(`furlongs${litre.replace('l', 'L')}`);
  });

  test('a text longer than any unit is not read', () => {
    const long = `mg/dL${' '.repeat(60)}`;
    expect(canonicalUnit(long)).toBe(long);
    expect(canonicalUnit(long.slice(0, 64))).toBe('mg/dL');
    expect(canonicalUnit(long, catalogMatch(GLUCOSE_IN_MG_PER_DL)?.target)).toBe(long);
    expect(canonicalUnit('('.repeat(100_000))).toHaveLength(100_000);
  });

  test('a remark that says nothing of the unit is left out', () => {
    for (const [sent, unit] of [
      ['mmol/L{fasting}', 'mmol/L'],
      ['mg/dL{Calc}', 'mg/dL'],
      ['mg{total}/dL', 'mg/dL'],
      ['10*3/uL{automated}', '10*3/uL'],
      ['{cells}/uL', '/uL'],
    ] as const)
      expect(canonicalUnit(sent)).toBe(unit);
  });
});

test('rule 15: a micro sign and a Greek mu are both the u of every unit, and nothing else is', () => {
  for (const unit of ['10*3/uL', '/uL', 'umol/L', 'ug/dL', 'ug/L', 'ug/mL', 'ug/mg', 'u[IU]/mL', 'ukat/L']) {
    expect(canonicalUnit(unit.replace('u', '\u00B5'))).toBe(unit);
    expect(canonicalUnit(unit.replace('u', '\u03BC'))).toBe(unit);
  }
  expect(canonicalUnit('\u03BCIU/mL')).toBe('u[IU]/mL');
  expect(canonicalUnit('mU/L')).toBe('mU/L');
});
