import { describe, expect, test } from 'vitest';
import { UCUM } from '../../testing/codes.ts';
import type { AnalyteTarget, UnitConversion } from '../catalog/analyteTarget.ts';
import { catalogMatch } from '../catalog/catalog.ts';
import { applyConversion, fitUnit } from './units.ts';

const targetOf = (loinc: string) => catalogMatch(loinc)!.target;
const [POTASSIUM, WEIGHT, GLUCOSE, CREATININE, PLATELETS] = [
  '2823-3',
  '29463-7',
  '2345-7',
  '2160-0',
  '777-3',
].map(targetOf) as [AnalyteTarget, AnalyteTarget, AnalyteTarget, AnalyteTarget, AnalyteTarget];

const words = (target: AnalyteTarget | undefined, unit: string, unitCode = '') =>
  fitUnit(target, { unit, unitCode, unitSystem: '' });
const coded = (target: AnalyteTarget | undefined, unit: string, unitCode: string) =>
  fitUnit(target, { unit, unitCode, unitSystem: UCUM });
/** Returns a target of potassium that the catalog gives this unit and, without a conversion, these ones. */
const made = (
  unit: string,
  conversions: readonly (readonly [string, UnitConversion])[] = [],
): AnalyteTarget => ({
  ...POTASSIUM,
  unit,
  conversions: new Map(conversions),
});

describe('of a unit that was sent as a code and in words', () => {
  test('the code is read first when it is one of UCUM, and else the words', () => {
    expect(coded(POTASSIUM, 'furlong', 'stone')).toMatchObject({ fit: 'mismatch', unit: 'stone' });
    expect(words(POTASSIUM, 'furlong', 'stone')).toMatchObject({ fit: 'mismatch', unit: 'furlong' });
    expect(coded(undefined, 'Stein', 'g')).toMatchObject({ fit: 'same', unit: 'g' });
    expect(words(undefined, 'mg', 'Stein')).toMatchObject({ fit: 'same', unit: 'mg' });
  });

  test('the other one is read where the first is missing or unknown', () => {
    expect(coded(WEIGHT, 'kg', '')).toMatchObject({ fit: 'same', unit: 'kg' });
    expect(coded(WEIGHT, 'kg', 'x')).toMatchObject({ fit: 'same', unit: 'kg' });
    expect(words(WEIGHT, '', 'g')).toMatchObject({ fit: 'converted', unit: 'kg', sentUnit: 'g' });
    expect(words(POTASSIUM, '', 'stone')).toMatchObject({ fit: 'mismatch', unit: 'stone' });
  });

  test('rule 17: both must be the same measure, or the unit fits nothing', () => {
    expect(coded(WEIGHT, 'kg', '[lb_av]')).toMatchObject({ fit: 'mismatch', unit: '[lb_av]' });
    expect(coded(GLUCOSE, 'mmol/L', 'mg/dL')).toMatchObject({ fit: 'mismatch', unit: 'mg/dL' });
    expect(coded(PLATELETS, '10*9/L', '10*3/uL')).toMatchObject({ fit: 'same', unit: '10*3/uL' });
    expect(coded(PLATELETS, 'K/uL', '10*9/L')).toMatchObject({ fit: 'converted', unit: '10*3/uL' });
    expect(coded(WEIGHT, 'kilogram', 'kg')).toMatchObject({ fit: 'same', unit: 'kg' });
  });

  test('rule 17: a spelling with two readings puts no unit right that the analyte lacks', () => {
    const million = coded(PLATELETS, 'mil/uL', '10*6/uL');
    expect(million).toMatchObject({ fit: 'mismatch', unit: '10*6/uL', conversion: undefined });
    expect(coded(PLATELETS, 'mil/mm3', '10*3/uL')).toMatchObject({ fit: 'same', unit: '10*3/uL' });
    expect(words(PLATELETS, 'mil/mm3')).toMatchObject({ unit: '10*3/uL' });
  });

  test('rule 17: two scales that agree in one number are not the same measure', () => {
    const other = { factor: 2, offset: -1, isExact: true };
    expect(coded(made('mmol/L', [['g/L', other]]), 'g/L', 'mmol/L').fit).toBe('mismatch');
  });
});

describe('how a unit fits what was measured', () => {
  test('without a known measure any unit is that of the series, and nothing is known of it', () => {
    expect(words(undefined, 'furlong')).toEqual({
      fit: 'same',
      unit: 'furlong',
      sentUnit: 'furlong',
      conversion: undefined,
      plausibleBounds: undefined,
      target: undefined,
    });
  });

  test('rule 16: its own unit and an exact factor join the line, with the bounds of the catalog', () => {
    const { plausibleBounds } = WEIGHT;
    expect(plausibleBounds).toBeDefined();
    expect(words(WEIGHT, 'kg')).toEqual({
      fit: 'same',
      unit: 'kg',
      sentUnit: 'kg',
      conversion: undefined,
      plausibleBounds,
      target: WEIGHT,
    });
    expect(words(WEIGHT, 'g')).toMatchObject({
      fit: 'converted',
      unit: 'kg',
      sentUnit: 'g',
      conversion: { factor: 0.001, offset: 0 },
      plausibleBounds,
    });
  });

  test('rule 16: what needs another factor is a series of its own, with the bounds in its unit', () => {
    const [low, high] = CREATININE.plausibleBounds!;
    const fit = words(CREATININE, 'umol/L');
    expect(fit).toMatchObject({ fit: 'other', unit: 'umol/L', sentUnit: 'umol/L', conversion: undefined });
    expect(fit.plausibleBounds).toHaveLength(2);
    expect(fit.plausibleBounds![0]).toBeCloseTo(low * 88.42, 0);
    expect(fit.plausibleBounds![1] / (high * 88.42)).toBeCloseTo(1, 2);
    const withoutBounds = { ...CREATININE, plausibleBounds: undefined };
    expect(words(withoutBounds, 'umol/L').plausibleBounds).toBeUndefined();
  });

  test('no unit is none, and is never guessed', () => {
    expect(words(POTASSIUM, '')).toMatchObject({ fit: 'none', unit: '', plausibleBounds: undefined });
  });

  test.each([
    ['{ratio}', ''],
    ['{ratio}', '1'],
    ['{ratio}', 'ratio'],
    ['{ratio}', 'RATIO'],
    ['{furlong}', 'furlong'],
    ['{furlong}', 'Furlong'],
    ['{Furlong}', '[FURLONG]'],
    ['[pH]', 'pH'],
    ['[pH]', '[ph]'],
    ['[pH]', ''],
  ])('a number in %s may be sent with the unit "%s"', (unit, sent) => {
    expect(words({ ...made(unit), plausibleBounds: [1, 9] }, sent)).toMatchObject({
      fit: 'same',
      unit,
      plausibleBounds: [1, 9],
    });
  });

  test.each([
    ['{ratio}', 'INR'],
    ['{ratio}', '%'],
    ['{furlong}', 'stone'],
    ['mg', '1'],
    ['{ratio}/mg', 'ratio/mg'],
  ])('a number in %s is not in "%s"', (unit, sent) => {
    expect(words(made(unit), sent).fit).toBe('mismatch');
  });

  test('where the catalog gives no unit, each unit is a series of its own', () => {
    expect(words(made(''), '', 'mg/dL')).toMatchObject({ fit: 'other', unit: 'mg/dL' });
    expect(words(made(''), 'mg/dL')).toMatchObject({ fit: 'other', unit: 'mg/dL' });
    expect(words(made(''), '')).toMatchObject({ fit: 'same', unit: '' });
  });

  test.each(['ug/mL', 'mg/L', 'ug/dL', 'ug/L'])(
    'a D-dimer in %s is a mass that says neither FEU nor DDU',
    (sent) => {
      for (const unit of ['ng/mL{FEU}', 'ng/mL{DDU}'])
        expect(words(made(unit), sent)).toMatchObject({ fit: 'other', unit: sent });
      expect(words(made('ng/mL'), sent).fit).toBe('mismatch');
    },
  );

  test.each(['pg/mL', 'ng/mL/h', '2 ng/mL', 'mg', 'mmol/L'])('a D-dimer in %s is refused', (sent) => {
    expect(words(made('ng/mL{FEU}'), sent).fit).toBe('mismatch');
  });

  test('a mass beside a unit that only counts FEU is refused', () => {
    expect(words(made('{FEU}/mL'), 'ng/mL').fit).toBe('mismatch');
  });
});

test('a converted number has nine digits, and one that is not converted every digit', () => {
  expect(applyConversion(0.1 + 0.2, undefined)).toBe(0.1 + 0.2);
  expect(applyConversion(98.6, { factor: 5 / 9, offset: -160 / 9, isExact: true })).toBe(37);
  expect(applyConversion(1.23456789012, { factor: 10, offset: 0, isExact: true })).toBe(12.3456789);
});
