import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { canonicalUnit } from './canonicalUnit.ts';
import { isUnitless, readableDoseUnit, readableUnit, readableUnitsIn } from './readableUnit.ts';

describe('a unit of UCUM is written as a clinician writes it', () => {
  test.each([
    ['Cel', '°C'],
    ['[degF]', '°F'],
    ['mm[Hg]', 'mmHg'],
    ['cm[H2O]', 'cmH2O'],
    ['10*3/uL', '10³/µL'],
    ['10*6/uL', '10⁶/µL'],
    ['10*4/uL', '10⁴/µL'],
    ['10*9/L', '×10⁹/L'],
    ['10*12/L', '×10¹²/L'],
    ['10*12/uL', '10¹²/µL'],
    ['a', 'y'],
    ['10*6/L', '×10⁶/L'],
    ['10*3/mL', '10³/mL'],
    ['/uL', '/µL'],
    ['umol/L', 'µmol/L'],
    ['ug/dL', 'µg/dL'],
    ['ug', 'µg'],
    ['ukat/L', 'µkat/L'],
    ['mg/mmol', 'mg/mmol'],
    ['u[IU]/mL', 'µIU/mL'],
    ['m[IU]/L', 'mIU/L'],
    ['k[IU]/L', 'kIU/L'],
    ['[IU]/mL', 'IU/mL'],
    ['uU/mL', 'µU/mL'],
    ['mL/min/{1.73_m2}', 'mL/min/1.73 m²'],
    ['L/min/m2', 'L/min/m²'],
    ['kg/m2', 'kg/m²'],
    ['m2', 'm²'],
    ['[lb_av]', 'lb'],
    ['[oz_av]', 'oz'],
    ['[in_i]', 'in'],
    ['[ft_i]', 'ft'],
    ['meq/L', 'mEq/L'],
    ['mosm/kg', 'mOsm/kg'],
    ['mg/(24.h)', 'mg/24 h'],
    ['ng/mL{FEU}', 'ng/mL FEU'],
    ['ug/L{DDU}', 'µg/L DDU'],
    ['mg/g{creat}', 'mg/g creat'],
    ['U/g{Hb}', 'U/g Hb'],
    ['{copies}/mL', 'copies/mL'],
    ['{Log_copies}/mL', 'log copies/mL'],
    ['{Log_IU}/mL', 'log IU/mL'],
    ['/100{WBCs}', '/100 WBCs'],
    ['/[HPF]', '/HPF'],
    ['[CFU]/mL', 'CFU/mL'],
    ["[GPL'U]", 'GPL U'],
    ["[arb'U]/mL", 'arb U/mL'],
    ['{beats}/min', 'beats/min'],
    ['mmol/L', 'mmol/L'],
    ['U/L', 'U/L'],
    ['L/L', 'L/L'],
  ])('%s: %s', (sent, words) => expect(readableUnit(sent)).toBe(words));

  test.each(['{ratio}', '{INR}', '{score}', 'score', '{titer}', '[pH]', 'pH', 'INR', '1', ''])(
    '%j has no words',
    (sent) => expect(readableUnit(sent)).toBe(''),
  );
});

test.each([
  'K/uL',
  'x10E3/uL',
  'x10*3/uL',
  'xmeq/L',
  'xmosm/kg',
  '10*6/µL',
  'mcg/dL',
  'µmol/l',
  'IU/L',
  'MG/DL',
  'mL/min/1.73m2',
  'degC',
  'mmHg',
  'lbs',
])('rule 15: the laboratory’s own %s stays as it was sent', (sent) => expect(readableUnit(sent)).toBe(sent));

test.each(['', '[pH]', '{INR}', '{ratio}'])(
  '%j is the unit of a number that may be sent without one',
  (unit) => expect(isUnitless(unit)).toBe(true),
);
test.each(['mg/dL', '%', '1', 'ng/mL{FEU}', '{copies}/mL', '{a}{b}', 'pH'])(
  '%j is a unit to be sent',
  (unit) => expect(isUnitless(unit)).toBe(false),
);

test('a text longer than any unit stays as it was sent', () => {
  const unit = `10*3/${'x'.repeat(59)}`;
  expect(readableUnit(unit)).toBe(`10³/${'x'.repeat(59)}`);
  expect(readableUnit(`${unit}x`)).toBe(`${unit}x`);
});

test('an amount that is counted keeps the word for what is counted', () => {
  expect(['{tbl}', '{puff}', 'ug/h', '[IU]', 'mg'].map(readableDoseUnit)).toEqual([
    'tbl',
    'puff',
    'ug/h',
    'IU',
    'mg',
  ]);
});

type Spellings = {
  readonly spellings: Readonly<Record<string, unknown>>;
  readonly only: Readonly<Record<string, unknown>>;
  readonly units: readonly string[];
};
const read: Spellings = JSON.parse(readFileSync(new URL('./unit-spellings.json', import.meta.url), 'utf8'));
const units = [...Object.keys(read.spellings), ...Object.keys(read.only), ...read.units];

test('no unit that is read shows a bracket, a brace, a star or the words of UCUM', () => {
  expect(units.length).toBeGreaterThan(100);
  for (const unit of units) expect(readableUnit(unit)).not.toMatch(/[[\]{}*_]|Cel\b|\(24/);
});

test('what is shown is never read as another unit', () => {
  fc.assert(
    fc.property(fc.constantFrom(...units), (unit) => {
      const shown = readableUnit(unit);
      expect([unit, canonicalUnit(unit), shown]).toContain(canonicalUnit(shown));
    }),
    { numRuns: 1000 },
  );
});

test('the units inside a range in words are readable too, and its words stay', () => {
  expect(readableUnitsIn('90 mm[Hg]–140 mm[Hg] (male); 4.5 10*3/uL–11 10*3/uL')).toBe(
    '90 mmHg–140 mmHg (male); 4.5 10³/µL–11 10³/µL',
  );
  expect(readableUnitsIn('0 ng/mL{FEU}–500 ng/mL{FEU}, {INR} 2')).toBe('0 ng/mL FEU–500 ng/mL FEU, {INR} 2');
  expect(readableUnitsIn('2 {INR}–3 {INR} (therapeutic)')).toBe('2–3 (therapeutic)');
  expect(readableUnitsIn('7.35 [pH]–7.45 [pH]; ≤1.5 {ratio}')).toBe('7.35–7.45; ≤1.5');
  expect(readableUnitsIn('2 {see note}')).toBe('2 {see note}');
  for (const text of [
    'Normal Range: 0-99 pg/mL (adults)',
    '<=200',
    '3.5 - 5.1',
    'see *note',
    '[see comment]',
  ])
    expect(readableUnitsIn(text)).toBe(text);
});
