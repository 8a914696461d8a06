import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import table from '../catalog/loinc-catalog.json?table';
import { catalogMatch } from '../catalog/catalog.ts';
import { canonicalUnit, fillUnitSpellings, isKnownUnit } from './canonicalUnit.ts';

const file = {
  unitRules: '^stones?$\tst\n(\\d)st$\t$1 st',
  unitSpellings: 'st|rock\nfur/L|furlong per litre\naB/L\nAb/L\ng/Fur\ns/Fur\nmU/Fur\nx2/L',
  unitsWhereListed: 'st|s\nfur/L|s|f',
};
const measuredIn = (unit: string) => ({ ...catalogMatch('2823-3')!.target, unit, conversions: new Map() });

beforeEach(() => fillUnitSpellings(file));
afterAll(() => fillUnitSpellings(table));

describe('the spellings of units in the file of the catalog', () => {
  test('are each the unit that stands first on their line', () => {
    expect(['st', 'rock', 'furlong per litre'].map((sent) => canonicalUnit(sent))).toEqual([
      'st',
      'st',
      'fur/L',
    ]);
    expect(['st', 'fur/L', 'aB/L', 'rock', '', 'pebble'].map(isKnownUnit)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('follow from the rules, in any case', () => {
    expect(['stone', 'STONES', 'Stone'].map((sent) => canonicalUnit(sent))).toEqual(['st', 'st', 'st']);
    expect(canonicalUnit('stones away')).toBe('stones away');
  });

  test('in capitals are the unit with these letters, unless two have them', () => {
    expect(canonicalUnit('FUR/L')).toBe('fur/L');
    expect(['aB/L', 'Ab/L', 'AB/L'].map((sent) => canonicalUnit(sent))).toEqual(['aB/L', 'Ab/L', 'AB/L']);
  });

  test('in capitals are nothing where the first letter is another prefix or unit in capitals', () => {
    expect(['S/FUR', 'G/FUR', 'MU/FUR'].map((sent) => canonicalUnit(sent))).toEqual([
      's/Fur',
      'G/FUR',
      'MU/FUR',
    ]);
  });

  test('may have other signs and any number of blanks', () => {
    expect(canonicalUnit('×2/L')).toBe('x2/L');
    expect(canonicalUnit(' furlong   per\u00A0 litre ')).toBe('fur/L');
  });

  test('may be one thing or another by what was measured', () => {
    expect(canonicalUnit('s')).toBe('s');
    expect(canonicalUnit('s', measuredIn('st'))).toBe('st');
    expect(canonicalUnit('s', measuredIn('fur/L'))).toBe('fur/L');
    expect(canonicalUnit('f', measuredIn('st'))).toBe('f');
  });

  test('of a later file take the place of those read before', () => {
    expect(canonicalUnit('rock')).toBe('st');
    fillUnitSpellings({ unitRules: 'x\ty', unitSpellings: 'pebble', unitsWhereListed: 'pebble|p' });
    expect(['rock', 'stone', 'FUR/L'].map((sent) => canonicalUnit(sent))).toEqual(['rock', 'stone', 'FUR/L']);
    expect(canonicalUnit('s', measuredIn('st'))).toBe('s');
    expect(isKnownUnit('pebble')).toBe(true);
  });
});

describe('a file of another shape is refused, and the spellings that were read before stay', () => {
  test.each(['unitRules', 'unitSpellings', 'unitsWhereListed'])('without %s', (column) => {
    for (const value of [undefined, '', 7, ['st']])
      expect(() => fillUnitSpellings({ ...file, [column]: value })).toThrow(`The catalog has no ${column}.`);
    expect([canonicalUnit('rock'), canonicalUnit('stones')]).toEqual(['st', 'st']);
  });

  test.each([undefined, null, 'text', {}])('%s', (wrong) => {
    expect(() => fillUnitSpellings(wrong)).toThrow('The catalog has no unitRules.');
  });
});
