/** Braces hold any word in UCUM, so what stands in them is a unit, a word, or the number one (rules 15 and 17). */
import { describe, expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { observation, readRecord, ucum } from '../../testing/readRecordFixture.ts';

const only = (code: string, value: number, unit: string) =>
  readRecord([observation({ code: loinc(code), valueQuantity: ucum(value, unit) })]).series[0];

describe('a unit that does not fit is named as it was sent', () => {
  test.each([
    ['59408-5', '{breaths}', 'Oxygen saturation, in breaths'],
    ['9279-1', '{breaths}', 'Respiratory rate, in breaths'],
    ['9279-1', '{ratio}', 'Respiratory rate, in ratio'],
    ['9279-1', '1', 'Respiratory rate, unit not given'],
    ['2951-2', '1', 'Sodium, unit not given'],
    ['4544-3', '1', 'Hematocrit, as a fraction'],
    ['59408-5', '{proportion}', 'Oxygen saturation, as a fraction'],
    ['4544-3', '{ratio}', 'Hematocrit, as a fraction'],
  ])('%s in %s is "%s"', (code, unit, name) => {
    expect(only(code, 0.5, unit)?.name).toBe(name);
  });
});

describe('a unit in braces is that unit', () => {
  test.each([
    ['59408-5', 97, '{%}', 'spo2', '%'],
    ['8480-6', 120, '{mmHg}', 'bp-sys', 'mmHg'],
    ['8480-6', 120, '{mm[Hg]}', 'bp-sys', 'mmHg'],
    ['2345-7', 97, '{mg/dL}', 'glucose', 'mg/dL'],
    ['9279-1', 16, '{breaths}/min', 'rr', 'breaths/min'],
    ['6301-6', 2.5, '{INR}', 'inr', ''],
    ['6301-6', 2.5, '{ratio}', 'inr', ''],
  ])('%s of %d %s', (code, value, unit, id, unitText) => {
    const series = only(code, value, unit);
    expect([series?.id, series?.rows.length, series?.unitText]).toEqual([id, 1, unitText]);
  });
});
