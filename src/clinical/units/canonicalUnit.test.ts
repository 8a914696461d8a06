import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AnalyteTarget, UnitConversion } from '../catalog/analyteTarget.ts';
import { catalogMatch } from '../catalog/catalog.ts';
import { canonicalUnit } from './canonicalUnit.ts';
import { fitUnit } from './units.ts';

const NO_ANALYTE = {
  id: '',
  name: '',
  longName: '',
  shortName: '',
  decimals: 0,
  group: '',
  order: 0,
  axis: undefined,
  maxGapDays: 0,
  isListedOnly: false,
  specialOf: '',
  differsBy: '',
  contradictsGeneral: false,
};
const identity: UnitConversion = { factor: 1, offset: 0, isExact: true };

/** Returns what is measured in this unit and, without a conversion, in the other ones. */
const measuredIn = (unit: string, others: readonly string[] = [], id = 'made'): AnalyteTarget => ({
  id,
  analyte: { ...NO_ANALYTE, id },
  variant: '',
  unit,
  conversions: new Map(others.map((other) => [other, identity])),
  plausibleBounds: undefined,
});

const lines = readFileSync(new URL('./unitSpellings.fixture.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'));
const rows = lines.flatMap(([unit = '', only = '', spellings = '']) =>
  spellings.split('|').map((spelling) => ({ unit, only, spelling })),
);

describe('every spelling that laboratories send is read to its unit', () => {
  test('the list is whole', () => expect(rows).toHaveLength(896));

  // PG is a picogram of haemoglobin in a cell, and a petagram elsewhere.
  const anywhere = rows.filter(({ only, spelling }) => only === '' && spelling !== 'PG');
  test.each(anywhere)('$spelling is $unit', ({ spelling, unit }) =>
    expect(canonicalUnit(spelling)).toBe(unit),
  );

  test.each(rows)('$spelling is $unit where it is measured in that ($only)', ({ spelling, unit }) =>
    expect(canonicalUnit(spelling, measuredIn(unit))).toBe(unit),
  );

  test.each(rows.filter(({ only }) => only !== ''))(
    '$spelling fits nothing that is not $only',
    ({ spelling, unit }) => {
      const target = measuredIn(unit === 'mmol/L' ? 'mg/dL' : 'mmol/L');
      expect(fitUnit(target, { unit: spelling, unitCode: '', unitSystem: '' }).fit).toBe('mismatch');
    },
  );
});

const fitOf = (loinc: string, unit: string, unitCode = '', unitSystem = '') =>
  fitUnit(catalogMatch(loinc)?.target, { unit, unitCode, unitSystem });

describe('what the kind of measurement alone decides', () => {
  test.each([
    ['an enzyme', '1742-6', 'IU/L', 'U/L'],
    ['an enzyme', '1920-8', '[IU]/L', 'U/L'],
    ['an enzyme', '2157-6', 'Int Unit/L', 'U/L'],
    ['an enzyme', '3040-3', 'units/L', 'U/L'],
    ['TSH', '3016-3', 'uU/mL', 'u[IU]/mL'],
    ['TSH', '3016-3', 'mcU/mL', 'u[IU]/mL'],
    ['TSH', '3016-3', 'µU/ml', 'u[IU]/mL'],
    ['TSH', '3016-3', 'MIU/L', 'm[IU]/L'],
    ['insulin', '20448-7', 'mU/L', 'm[IU]/L'],
    ['white cells', '6690-2', 'G/L', '10*9/L'],
    ['white cells', '6690-2', 'B/L', '10*9/L'],
    ['red cells', '789-8', 'T/l', '10*12/L'],
    ['red cells', '789-8', 'M/mcL', '10*6/uL'],
    ['osmolality', '2692-2', 'mmol/kg H2O', 'mosm/kg'],
    ['a D-dimer whose code says FEU', '48065-7', 'ng/mL', 'ng/mL{FEU}'],
    ['temperature', '8310-5', 'C', 'Cel'],
    ['height', '8302-2', 'IN', '[in_i]'],
    ['pulse', '8867-4', 'BPM', '/min'],
    ['potassium', '2823-3', 'mM', 'mmol/L'],
  ])('%s (%s): %s is %s and joins its line', (_, loinc, sent, unit) => {
    const fit = fitOf(loinc, sent);
    expect(fit).toMatchObject({ sentUnit: unit, fit: expect.stringMatching(/^(?:same|converted)$/) });
  });

  test.each([
    ['white cells', '6690-2', 'thous/mcL', '10*3/uL'],
    ['white cells', '6690-2', 'THOUS/UL', '10*3/uL'],
    ['platelets', '777-3', 'Thous./mm3', '10*3/uL'],
    ['red cells', '789-8', 'M/UL', '10*6/uL'],
    ['hemoglobin A1c', '4548-4', '% of total Hgb', '%'],
    ['an enzyme', '1742-6', 'UI/L', 'U/L'],
    ['TSH', '3016-3', 'mUI/L', 'm[IU]/L'],
    ['TSH', '3016-3', 'µUI/mL', 'u[IU]/mL'],
    ['TSH', '3016-3', 'MUI/L', 'm[IU]/L'],
    ['body mass index', '39156-5', 'kg/(m^2)', 'kg/m2'],
    ['eGFR', '62238-1', 'mL/min/1.73m(2)', 'mL/min/{1.73_m2}'],
    ['INR', '6301-6', 'ratio', '{INR}'],
    ['INR', '6301-6', 'RATIO', '{INR}'],
  ])('laboratories send this too: %s (%s) in %s is in %s', (_, loinc, sent, unit) => {
    const fit = fitOf(loinc, sent);
    expect(fit).toMatchObject({ sentUnit: unit, fit: expect.stringMatching(/^(?:same|converted)$/) });
  });

  test.each([
    ['hematocrit', '4544-3', 'ratio'],
    ['hematocrit', '4544-3', '1'],
    ['TSH', '3016-3', 'UI'],
    ['potassium', '2823-3', 'UI/L'],
    ['hemoglobin', '718-7', '% of total Hgb'],
    ['white cells', '6690-2', 'thous/mL'],
    ['red cells', '789-8', 'm/UL'],
    ['white cells', '6690-2', 'x10-3/uL'],
  ])('but %s (%s) in %s is refused', (_, loinc, sent) => {
    expect(fitOf(loinc, sent).fit).toBe('mismatch');
  });

  test('total IgE in kU/L is in kIU/L, and nothing else is', () => {
    expect(canonicalUnit('kU/L', measuredIn('[IU]/mL', ['k[IU]/L'], 'ige'))).toBe('k[IU]/L');
    expect(canonicalUnit('kU/L', measuredIn('[IU]/mL', ['k[IU]/L'], 'tpo'))).toBe('kU/L');
  });

  test('1 kIU/L is 1 IU/mL where the antibody is measured in that', () => {
    expect(canonicalUnit('kIU/l', measuredIn('[IU]/mL'))).toBe('[IU]/mL');
    expect(canonicalUnit('KIU/L', measuredIn('[IU]/mL'))).toBe('[IU]/mL');
    expect(canonicalUnit('kIU/L')).toBe('k[IU]/L');
  });

  test.each([
    ['mg/g', '9318-7'],
    ['mg/g creat', '9318-7'],
    ['mg/gm', '14959-1'],
    ['mg/g{creat}', '14959-1'],
    ['MG/G CREAT', '9318-7'],
    ['mcg/mg creat', '9318-7'],
    ['mg/g Krea', '2890-2'],
  ])('an albumin or protein to creatinine sent as %s (%s) joins its line', (sent, loinc) =>
    expect(fitOf(loinc, sent)).toMatchObject({ unit: 'mg/g', fit: expect.stringMatching(/same|converted/) }),
  );

  test.each(['mg/mmol', 'mg/mmol creat', 'mg/mmolKre'])('%s is a series of its own there', (sent) =>
    expect(fitOf('9318-7', sent)).toMatchObject({ unit: 'mg/mmol', fit: 'other' }),
  );

  test('what is not a ratio to creatinine never loses or gains creatinine', () => {
    const stool = measuredIn('ug/g', ['mg/kg']);
    expect(canonicalUnit('ug/g creat', stool)).toBe('ug/g{creat}');
    expect(canonicalUnit('mcg/g', stool)).toBe('ug/g');
    expect(canonicalUnit('mmol/mol creat', measuredIn('%', ['mmol/mol']))).not.toBe('mmol/mol');
    expect(canonicalUnit('mg/g')).not.toBe(canonicalUnit('mg/g creat'));
  });

  test('a ratio to creatinine is known by either spelling of its own unit', () => {
    expect(canonicalUnit('mg/g creat', measuredIn('mg/g'))).toBe('mg/g');
    expect(canonicalUnit('ug/g creat', measuredIn('mg/g', ['ug/g']))).toBe('ug/g');
    expect(canonicalUnit('ug/g', measuredIn('mg/g', ['ug/g{creat}']))).toBe('ug/g{creat}');
    expect(canonicalUnit('ug/g', measuredIn('ug/g{creat}'))).toBe('ug/g{creat}');
  });

  test('U and IU are one only for an enzyme, TSH and insulin', () => {
    expect(canonicalUnit('mIU/L', measuredIn('mU/L'))).toBe('m[IU]/L');
    expect(canonicalUnit('[IU]/mL', measuredIn('U/L', ['U/mL']))).toBe('U/mL');
    expect(canonicalUnit('mU/L', measuredIn('k[IU]/L', ['m[IU]/L']))).toBe('mU/L');
  });
});

describe('what may be two things is never folded', () => {
  test.each([
    ['MG', 'mg'],
    ['Mg', 'mg'],
    ['mcg', 'mg'],
    ['MCG/DL', 'mg/dL'],
    ['m/uL', '10*6/uL'],
    ['M/uL', '10*6/uL'],
    ['MU/L', 'mU/L'],
    ['MU/L', 'm[IU]/L'],
    ['MIU/mL', 'm[IU]/mL'],
    ['G/L', 'g/L'],
    ['G/L', '10*9/L'],
    ['T/L', '10*12/L'],
    ['t/L', '10*12/L'],
    ['u', 'U'],
    ['IU/L', 'U/L'],
    ['U/mL', '[IU]/mL'],
    ['AU/mL', 'U/mL'],
    ['MS', 'ms'],
    ['mS', 'ms'],
    ['S', 's'],
    ['H', 'h'],
    ['M', 'm'],
    ['MM', 'mm'],
    ['mM', 'mm'],
    ['mo', 'mol'],
    ['A', 'a'],
    ['C', 'Cel'],
    ['F', '[degF]'],
    ['K', '10*3/uL'],
    ['K/kg', '10*3/kg'],
    ['IU/I', '[IU]/L'],
    ['lU/L', '[IU]/L'],
    ['ML', 'mL'],
    ['PG', 'pg'],
    ['PCT', '%'],
    ['PT', 'pg'],
    ['gr', 'g'],
    ['gr/dL', 'g/dL'],
    ['[lb_tr]', '[lb_av]'],
    ['[lb_ap]', '[lb_av]'],
    ['[foz_us]', '[oz_av]'],
    ['oz', '[oz_av]'],
    ['in', '[in_i]'],
    ['IN', '[IU]'],
    ['10*3/mL', '10*3/uL'],
    ['x10^3/mL', '10*3/uL'],
    ['K/mL', '10*3/uL'],
    ['10*9', '10*9/L'],
    ['10^3', '10*3/uL'],
    ['mEq/L', 'mmol/L'],
    ['ng/mL FEU', 'ng/mL'],
    ['ng/mL DDU', 'ng/mL{FEU}'],
    ['ug/mL FEU', 'ng/mL{FEU}'],
    ['%', '{fraction}'],
    ['%', 'mmol/mol'],
    ['mg/g', 'mg/g{creat}'],
    ['mg/mmol', 'mg/g'],
    ['mL/min', 'mL/min/{1.73_m2}'],
    ['mg/24 h', 'mg/dL'],
    ['copies/mL', '[IU]/mL'],
    ['log copies/mL', '{copies}/mL'],
    ['log10 IU/mL', '[IU]/mL'],
    ['{Log_copies}/mL', '/mL'],
    ['1:160', '{titer}'],
    ['EU/mL', 'U/mL'],
    ['AU', "[arb'U]/mL"],
    ['score', '{score}'],
    ['cmH2O', 'mm[Hg]'],
    ['ppm', 'mg/L'],
    ['mm', 'mm[Hg]'],
    ['ratio', '%'],
  ])('%s is not %s', (sent, unit) => expect(canonicalUnit(sent)).not.toBe(unit));

  test.each([
    ['haemoglobin', '718-7', 'G/L'],
    ['albumin', '1751-7', 'T/L'],
    ['white cells', '6690-2', '10*3/mL'],
    ['white cells', '6690-2', 'K/mL'],
    ['white cells', '6690-2', '10*9'],
    ['white cells', '6690-2', 'm/uL'],
    ['TSH', '3016-3', 'MU/L'],
    ['thyroid antibodies', '8099-4', 'U/mL'],
    ['weight', '29463-7', 'gr'],
    ['weight', '29463-7', '[lb_tr]'],
    ['weight', '29463-7', 'Mg'],
    ['height', '8302-2', 'M'],
    ['a pressure', '8480-6', 'cmH2O'],
    ['a pressure', '8480-6', 'mm'],
    ['haematocrit', '4544-3', 'ratio'],
    ['an INR', '6301-6', '%'],
    ['HbA1c', '4548-4', 'mmol/mol creat'],
    ['eGFR', '98979-8', 'mL/min'],
    ['FEU', '48065-7', 'ng/mL DDU'],
    ['DDU', '48066-5', 'ug/mL FEU'],
    ['potassium', '2823-3', 'mm'],
    ['time', '5902-2', 'S'],
    ['phosphate', '2777-1', 'mEq/L'],
  ])('%s (%s) in %s is refused', (_, loinc, sent) => expect(fitOf(loinc, sent).fit).toBe('mismatch'));

  test('a D-dimer whose unit says neither FEU nor DDU is a series of its own', () => {
    expect(fitOf('48065-7', 'ug/mL')).toMatchObject({ fit: 'other', unit: 'ug/mL' });
    expect(fitOf('48065-7', 'mg/L')).toMatchObject({ fit: 'other', unit: 'mg/L' });
    expect(fitOf('48066-5', 'ug/L')).toMatchObject({ fit: 'other', unit: 'ug/L' });
  });
});

test('a unit that only the analyte has is read from its other spellings too', () => {
  expect(canonicalUnit('nmol/24hr', measuredIn('nmol/(24.h)'))).toBe('nmol/(24.h)');
  expect(canonicalUnit('x10^4/µL', measuredIn('10*3/uL', ['10*4/uL']))).toBe('10*4/uL');
  expect(canonicalUnit('mcg/kg', measuredIn('ug/kg'))).toBe('ug/kg');
  expect(canonicalUnit('/nL', measuredIn('10*9/L'))).toBe('10*9/L');
  expect(canonicalUnit('nmol/24hr')).toBe('nmol/24hr');
});

test.each([
  ['L/(min.m2)', 'L/min/m2'],
  ['l/(min.m²)', 'L/min/m2'],
  ['mg/(24.h)', 'mg/(24.h)'],
  ['ug/(kg.min)', 'ug/(kg.min)'],
  ['L/(min.m2.x)', 'L/(min.m2.x)'],
  ['L/min.m2', 'L/min.m2'],
])('%s is %s: a unit is divided by each part of a product, where that is a unit', (sent, unit) => {
  expect(canonicalUnit(sent)).toBe(unit);
});
