import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { quantity, readRow } from '../observationFixture.ts';

const UNITS: Readonly<Record<string, string>> = {
  '2823-3': 'mmol/L',
  '2160-0': 'mg/dL',
  '6690-2': '10*3/uL',
  '8867-4': '/min',
};
const seriesIdOf = (code: string, text: string): string =>
  readRow({ code: { ...loinc(code), text }, valueQuantity: quantity(36, UNITS[code]) }).kind.seriesId;

describe('rule 18: words that name another specimen than a code of blood keep a number off its line', () => {
  test.each([
    ['2823-3', 'Kalium (Sammelurin)', 'k~specimen urine, unlike its code'],
    ['2823-3', 'U-Kalium', 'k~specimen urine, unlike its code'],
    ['2160-0', 'Kreatinin i.U.', 'creat~specimen urine, unlike its code'],
    ['6690-2', 'Leukozyten im Aszites', 'wbc~specimen peritoneal fluid, unlike its code'],
    ['6690-2', 'Liquor Leukozyten', 'wbc~specimen CSF, unlike its code'],
    ['6690-2', 'WBC, joint fluid', 'wbc~specimen synovial fluid, unlike its code'],
  ])('%s "%s" stands in %s', (code, text, expected) => {
    expect(seriesIdOf(code, text)).toBe(expected);
  });

  test.each([
    ['2823-3', 'S-Kalium', 'k'],
    ['2823-3', 'Kalium i.S.', 'k'],
    ['2823-3', 'Kalium i.P.', 'k'],
    ['2160-0', 'Kreatinin bei Allopurinol', 'creat'],
    ['6690-2', 'WBC under mercaptopurine', 'wbc'],
  ])('near it, %s "%s" stays in %s', (code, text, expected) => {
    expect(seriesIdOf(code, text)).toBe(expected);
  });

  test('a rate of breaths with the code of a pulse is of neither', () => {
    expect(seriesIdOf('8867-4', 'Respiratory rate')).not.toBe('hr');
  });
});
