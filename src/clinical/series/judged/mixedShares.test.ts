/** A share that came as a fraction and as a percentage of one code that no catalog knows (rule 17, decision 31). */
import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { observation, readRecord } from '../../../testing/readRecordFixture.ts';
import { lineSegments } from '../gaps/lineSegments.ts';
import { latestChange } from '../newest/latest.ts';

const FRACTION = 'check unit: may be a fraction, as 0.97 is 97 %';
const PERCENT = 'check unit: may be %';

function seriesOf(name: string, values: readonly number[], unit = '', code: object = {}) {
  const { series } = readRecord(
    values.map((value, i) =>
      observation({
        id: `o${i}`,
        code: { coding: [{ system: 'urn:ward', code: 'S' }], text: name, ...code },
        effectiveDateTime: `2026-01-02T0${i}:00:00Z`,
        valueQuantity: { value, ...(unit && { unit }) },
      }),
    ),
  );
  expect(series).toHaveLength(1);
  return series[0]!;
}
const checksOf = (...given: Parameters<typeof seriesOf>) =>
  seriesOf(...given).rows.map(({ kind }) => kind.check);

describe('the odd one stands off the line and says so', () => {
  test.each([
    ['FiO2', 0.4, 50],
    ['FiO₂ set', 0.4, 50],
    ['Fraction of inspired oxygen', 0.21, 40],
    ['Inhaled oxygen concentration', 1, 60],
    ['Inspired O2', 0.3, 30],
    ['Inspiratorische Sauerstoffkonzentration', 0.3, 30],
    ['SpO2', 0.97, 97],
    ['SaO2', 0.97, 97],
    ['ScvO2', 0.7, 70],
    ['O2 sat', 0.93, 93],
    ['Oxygen saturation', 0.97, 97],
    ['Sauerstoffsättigung', 0.97, 97],
    ['Saturación de oxígeno', 0.97, 97],
    ['Hematocrit', 0.42, 42],
    ['Haematocrit', 0.42, 42],
    ['Hämatokrit', 0.42, 42],
    ['HCT', 0.42, 42],
    ['PCV', 0.42, 42],
    ['Ejection fraction', 0.55, 55],
    ['LVEF', 0.55, 55],
    ['Auswurffraktion', 0.55, 55],
    ['Transferrin saturation', 0.3, 30],
    ['TSAT', 0.3, 30],
    ['Neutrophils %', 0.6, 60],
    ['Lymphocytes percent', 0.3, 30],
  ])('%s: %d beside %d', (name, fraction, percent) => {
    expect(checksOf(name, [percent, fraction, percent])).toEqual(['', FRACTION, '']);
    expect(checksOf(name, [percent, fraction])).toEqual(['', FRACTION]);
    expect(checksOf(name, [fraction, percent, fraction])).toEqual(['', PERCENT, '']);
  });

  test.each(['%', '1', '{fraction}', '{ratio}', 'fraction', ''])('in the unit "%s" of both', (unit) => {
    expect(checksOf('FiO2', [50, 0.4, 60], unit)).toEqual(['', FRACTION, '']);
  });

  test('by its LOINC alone', () => {
    expect(checksOf('', [50, 0.4, 60], '', { ...loinc('3150-6'), text: undefined })).toEqual([
      '',
      FRACTION,
      '',
    ]);
  });

  test('and is joined and compared with no other', () => {
    const series = seriesOf('FiO2', [50, 60, 0.4]);
    expect(lineSegments(series)).toEqual([[0, 2]]);
    expect(latestChange(series)).toMatchObject({ from: { value: 50 }, to: { value: 60 } });
  });
});

describe('no doubt', () => {
  test.each([
    ['Reticulocytes', 0.5, 1.5],
    ['Reticulocytes %', 0.5, 1.5],
    ['Monocytes %', 0.6, 6],
    ['Eosinophils %', 0.5, 3],
    ['Basophils', 0.5, 2],
    ['Blasts %', 0.5, 40],
    ['Neutrophils', 0.6, 6],
    ['Lymphocytes absolute', 0.6, 3],
    ['INR', 0.9, 3],
    ['Creatinine', 0.8, 3],
    ['Methemoglobin', 0.4, 2],
    ['Carboxyhemoglobin', 0.9, 4],
    ['Fractional excretion of sodium', 0.5, 2],
    ['Ejection time', 0.3, 300],
    ['Oxygen flow', 0.5, 4],
    ['Lactate', 0.9, 4],
    ['Saturated fat', 0.9, 9],
    ['PEEP', 0, 5],
  ])('%s: %d beside %d', (name, one, other) => {
    expect(checksOf(name, [one, other, one])).toEqual(['', '', '']);
  });
  test.each([
    ['fractions alone', [0.4, 0.5, 1]],
    ['percentages alone', [40, 50, 100]],
    ['a zero', [0, 40, 50]],
    ['one result', [0.4]],
  ])('%s', (_, values) => {
    expect(new Set(checksOf('FiO2', values))).toEqual(new Set(['']));
  });
  test('in another unit', () => {
    expect(checksOf('FiO2', [0.5, 4], 'L/min')).toEqual(['', '']);
  });
});
