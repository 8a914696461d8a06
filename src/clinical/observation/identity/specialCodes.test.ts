import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantity, readRow } from '../observationFixture.ts';
import { LOINC, loinc } from '../../../testing/codes.ts';

const kindOf = (codes: readonly string[], value: number, unit: string) =>
  readRow({ code: loinc(...codes), valueQuantity: quantity(value, unit) }).kind;
const named = (code: string, text: string, value: number, unit: string) =>
  readRow({ code: { coding: [{ system: LOINC, code }], text }, valueQuantity: quantity(value, unit) }).kind;

describe('two codes on one result', () => {
  const SPECIAL = [
    [['8310-5', '8329-5'], 37.2, 'Cel', 'temp-core'],
    [['8867-4', '8889-8'], 88, '/min', 'hr-ox'],
    [['59408-5', '2708-6'], 97, '%', 'spo2'],
    [['1988-5', '30522-7'], 2, 'mg/L', 'hscrp'],
    [['8480-6', '8490-5'], 128, 'mm[Hg]', 'sbp-24h'],
    [['2339-0', '41653-7'], 140, 'mg/dL', 'glucose-poc'],
    [['11557-6', '2021-4'], 48, 'mm[Hg]', 'pco2-ven'],
    [['8310-5', '8716-3', '8332-9'], 38.9, 'Cel', 'temp-rect'],
    [['8310-5', '8329-5', '8331-1'], 37.2, 'Cel', 'temp-oral'],
    [['8329-5', '8328-7'], 36.4, 'Cel', 'temp-ax'],
    [['8480-6', '8440-0'], 24, 'mm[Hg]', 'pap-sys'],
    [['8478-0', '60985-9'], 8, 'mm[Hg]', 'cvp'],
    [['8478-0', '60956-0'], 8, 'mm[Hg]', 'icp'],
    [['8478-0', '8414-5'], 18, 'mm[Hg]', 'pap-mean'],
    [['8462-4', '8385-7'], 9, 'mm[Hg]', 'pap-dia'],
    [['8329-5', '8332-9'], 37.5, 'Cel', 'temp-rect'],
    [['8329-5', '8333-7'], 37.5, 'Cel', 'temp-tymp'],
    [['8329-5', '75539-7'], 37.5, 'Cel', 'temp-temporal'],
  ] as const;

  test.each(SPECIAL)('%j: the special one counts', (codes, value, unit, seriesId) => {
    expect(kindOf(codes, value, unit)).toMatchObject({ seriesId, reason: '' });
  });

  test('in any order, and sent twice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SPECIAL).chain(([codes, value, unit, seriesId]) =>
          fc.record({
            codes: fc.shuffledSubarray([...codes, ...codes], { minLength: codes.length * 2 }),
            value: fc.constant(value),
            unit: fc.constant(unit),
            seriesId: fc.constant(seriesId),
          }),
        ),
        ({ codes, value, unit, seriesId }) => {
          expect(kindOf(codes, value, unit).seriesId).toBe(seriesId);
        },
      ),
    );
  });

  test.each([
    [['8328-7', '8333-7'], 37, 'Cel'],
    [['8462-4', '8440-0'], 24, 'mm[Hg]'],
    [['2744-1', '2746-6'], 7.3, '[pH]'],
    [['18262-6', '13457-7'], 100, 'mg/dL'],
    [['33914-3', '98979-8'], 60, 'mL/min/{1.73_m2}'],
    [['2951-2', '2947-0'], 140, 'mmol/L'],
    [['3663-2', '3665-7'], 4, 'ug/mL'],
    [['17856-6', '4549-2'], 7, '%'],
    [['1558-6', '2339-0'], 99, 'mg/dL'],
  ] as const)('%j contradict each other, so it is neither', (codes, value, unit) => {
    expect(kindOf(codes, value, unit)).toMatchObject({ reason: 'two-measures', drawing: 'listed' });
    expect(kindOf(codes.toReversed(), value, unit)).toMatchObject({ reason: 'two-measures' });
  });
});

describe('a code of another method, specimen or position is a line of its own', () => {
  test.each([
    ['18262-6', 100, 'mg/dL', 'ldl-direct'],
    ['34714-6', 2.4, '{INR}', 'inr-bld'],
    ['2708-6', 84, '%', 'sao2-art'],
    ['49563-0', 0.02, 'ng/mL', 'tni-dl001'],
    ['8328-7', 36.4, 'Cel', 'temp-ax'],
    ['22664-7', 7.5, 'mmol/L', 'urea~mmol/L'],
    ['3091-6', 45, 'mg/dL', 'urea'],
    ['24373-3', 120, 'ng/mL', 'ferritin~24373-3'],
    ['38875-1', 2.1, '{INR}', 'inr~38875-1'],
    ['17855-8', 7.1, '%', 'a1c~17855-8'],
    ['1963-8', 24, 'mmol/L', 'hco3-ser'],
    ['20565-8', 25, 'mmol/L', 'tco2-bld'],
    ['2888-6', 30, 'mg/dL', 'u-prot'],
  ])('%s', (code, value, unit, seriesId) => {
    expect(kindOf([code], value, unit)).toMatchObject({ seriesId, drawing: 'line' });
  });
});

describe('a code of the same line that differs in method or condition carries a mark', () => {
  test.each([
    ['1558-6', 99, 'mg/dL', 'glucose', 'fasting'],
    ['804-5', 6, '10*3/uL', 'wbc', 'manual count'],
    ['17856-6', 7, '%', 'a1c', 'HPLC'],
    ['8459-0', 130, 'mm[Hg]', 'bp-sys', 'sitting'],
    ['2089-1', 100, 'mg/dL', 'ldl', 'method not given'],
    ['46418-0', 2.3, '{INR}', 'inr-bld', 'capillary'],
    ['6690-2', 6, '10*3/uL', 'wbc', ''],
    ['26464-8', 6, '10*3/uL', 'wbc', ''],
  ])('%s', (code, value, unit, seriesId, mark) => {
    expect(kindOf([code], value, unit)).toMatchObject({ seriesId, mark });
  });

  test.each([
    [0.04, 'detection limit 0.05'],
    [0.099, 'detection limit 0.05'],
    [0.1, ''],
    [2.5, ''],
  ])('a thyrotropin of the second generation: %d', (value, mark) => {
    expect(kindOf(['11579-0'], value, 'm[IU]/L').mark).toBe(mark);
  });
});

describe('words that contradict the code', () => {
  test.each([
    ['26476-2', 'Lymphocytes (%)', 31, '%'],
    ['731-0', 'Lymphocytes %', 31, '%'],
    ['770-8', 'Abs. Neutrophils #', 4.1, '10*3/uL'],
    ['3094-0', 'Urea', 45, 'mg/dL'],
    ['3091-6', 'Urea nitrogen (BUN)', 21, 'mg/dL'],
    ['2823-3', 'Sodium', 140, 'mmol/L'],
    ['718-7', 'Platelets', 210, '10*3/uL'],
  ])('%s sent as "%s" maps to nothing and keeps the words of the sender', (code, text, value, unit) => {
    expect(named(code, text, value, unit)).toMatchObject({ codeText: text, code });
    expect(named(code, text, value, unit).seriesId).toMatch(new RegExp(`^http://loinc.org\\|${code}`));
  });

  test.each([
    ['2823-3', 'K', 4, 'mmol/L', 'k'],
    ['2823-3', 'Potassium, S/P', 4, 'mmol/L', 'k'],
    ['8867-4', 'Pulse', 80, '/min', 'hr'],
    ['3094-0', 'Urea Nitrogen', 20, 'mg/dL', 'bun'],
    ['3094-0', 'BUN/Urea-N', 20, 'mg/dL', 'bun'],
    ['6690-2', 'WBC count', 6, '10*3/uL', 'wbc'],
    ['770-8', 'Neutrophils', 60, '%', 'neut-pct'],
    ['2160-0', 'Kreatinin', 1, 'mg/dL', 'creat'],
    ['8331-1', 'Body temperature', 37, 'Cel', 'temp-oral'],
    ['2345-7', 'Glucose', 90, 'mg/dL', 'glucose'],
    ['2339-0', 'Glucose', 90, 'mg/dL', 'glucose-bld'],
  ])('%s sent as "%s" is what its code says', (code, text, value, unit, seriesId) => {
    expect(named(code, text, value, unit).seriesId).toBe(seriesId);
  });

  test('a code that is never mapped wins over one that is', () => {
    expect(kindOf(['26476-2', '736-9'], 31, '%').seriesId).toBe(`${LOINC}|26476-2`);
  });
});

test.each([
  ['5048-4', { valueQuantity: quantity(160, '{titer}') }],
  ['16935-9', { valueQuantity: quantity(250, 'm[IU]/mL') }],
  ['5334-8', { valueQuantity: quantity(30, '[IU]/mL') }],
])('%s is a titer or an answer: listed and never a line', (code, value) => {
  expect(readRow({ code: loinc(code), ...value }).kind).toMatchObject({
    drawing: 'listed',
    reason: 'listed-only',
  });
});

test.each([
  ['718-7', 1.8, 'g/dL'],
  ['2345-7', 8, 'mg/dL'],
  ['2744-1', 6.45, '[pH]'],
  ['8867-4', 0, '/min'],
  ['2276-4', 180_000, 'ng/mL'],
  ['3016-3', 750, 'm[IU]/L'],
  ['8310-5', 20.5, 'Cel'],
  ['2823-3', 0.9, 'mmol/L'],
  ['2524-7', 38, 'mmol/L'],
  ['1742-6', 41_000, 'U/L'],
  ['8480-6', 0, 'mm[Hg]'],
  ['6301-6', 28, '{INR}'],
])('an extreme result is drawn: %s %d %s', (code, value, unit) => {
  expect(kindOf([code], value, unit)).toMatchObject({ reason: '', drawing: 'line' });
});
