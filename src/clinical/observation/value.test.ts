import { describe, expect, test } from 'vitest';
import { quantity, readPotassium, readRow } from './observationFixture.ts';
import { loinc } from '../../testing/codes.ts';
import { reasonText } from './reasons/reasons.ts';

const absentWith = (code: string) =>
  readRow({ code: loinc('2823-3'), dataAbsentReason: { coding: [{ code }] } });

describe('values', () => {
  test('14: the spelling of a number is kept where the page reader kept it, and only if it is that number', () => {
    expect(readPotassium({ valueQuantity: { ...quantity(7, 'mmol/L'), valueText: '7.0' } }).valueText).toBe(
      '7.0',
    );
    expect(readPotassium({ valueQuantity: { ...quantity(7, 'mmol/L'), valueText: '8.0' } }).valueText).toBe(
      '7',
    );
  });

  test('21: a value of 0 is a value', () => {
    const zero = readRow({ code: loinc('1742-6'), valueQuantity: quantity(0, 'U/L') });
    expect([zero.value, zero.valueText, zero.kind.drawing]).toEqual([0, '0', 'line']);
  });

  test('19: a limit is a point off the line', () => {
    const limit = readRow({
      code: loinc('10839-9'),
      valueQuantity: { ...quantity(0.01, 'ng/mL'), comparator: '<' },
    });
    expect(limit.kind).toMatchObject({ comparator: '<', drawing: 'point', outsideRange: '' });
  });

  const textCases: readonly (readonly [string, string, string, string, string, boolean])[] = [
    ['21: number and unit', '26453-1', '5.00 M/mm3', 'line', '', true],
    ['21: number without unit', '2823-3', '4.0', 'listed', 'no-unit', false],
    ['20: limit without unit', '10839-9', '<0.01', 'listed', 'no-unit', false],
    ['20: limit with its unit', '10839-9', '<0.01 ng/mL', 'point', '', true],
    ['21: unit that begins with a digit', '6690-2', '7.2 10*3/uL', 'line', '', true],
    ['6: a blood pressure as text', '8480-6', '120/80', 'listed', 'text', false],
    ['22: a word', '2823-3', 'hemolyzed', 'listed', 'text', false],
    ['haemoglobin in gm/L', '718-7', '15.0 gm/L', 'listed', 'implausible', false],
    ['trap: grams per litre called grams per decilitre', '718-7', '152 g/dL', 'listed', 'implausible', false],
    ['a unit that does not fit', '718-7', '15.0 mmHg', 'listed', 'text', false],
    ['a number with a remark', '718-7', '15.0 g/dL (repeat)', 'listed', 'text', false],
    ['a code that the catalog does not know', '75215-3', '5.0 mg/dL', 'listed', 'text', false],
  ];
  test.each(textCases)('%s: text results', (_, code, valueString, drawing, reason, isParsedFromText) => {
    const result = readRow({ code: loinc(code), valueString });
    expect(result.kind).toMatchObject({ drawing, reason, isParsedFromText });
    expect(result.kind.comparator + result.valueText).toBe(valueString);
  });

  const otherValues: readonly (readonly [string, object, string, string])[] = [
    ['23: a code', { valueCodeableConcept: { text: 'Former smoker' } }, 'coded', 'Former smoker'],
    [
      '24: a range',
      { valueRange: { low: quantity(3, 'mg'), high: quantity(5, 'mg') } },
      'not-a-number',
      '3 mg – 5 mg',
    ],
    [
      '24: a ratio',
      { valueRatio: { numerator: { value: 1 }, denominator: { value: 128 } } },
      'not-a-number',
      '1 : 128',
    ],
    ['24: a boolean', { valueBoolean: false }, 'not-a-number', 'false'],
    ['24: sampled data', { valueSampledData: { data: '1 2 3' } }, 'not-a-number', 'sampled data'],
    ['24: a date', { valueDateTime: '2026-01-01' }, 'not-a-number', '2026-01-01'],
    [
      'a number sent as text inside a quantity',
      { valueQuantity: { value: '5.1', unit: 'mmol/L' } },
      'not-a-number',
      '5.1',
    ],
    ['25: nothing at all', {}, 'no-value', ''],
    ['25: a blank text', { valueString: ' ' }, 'no-value', ''],
    ['25: a text that nobody sees', { valueString: '\u200B' }, 'no-value', ''],
  ];
  test.each(otherValues)('%s is listed in words', (_, fields, reason, text) => {
    const result = readRow({ code: loinc('72166-2'), ...fields });
    expect(result.kind).toMatchObject({ drawing: 'listed', reason });
    expect(result.valueText).toBe(text);
  });

  test('26 and 33: why there is no value is said', () => {
    expect(reasonText(absentWith('not-applicable'))).toBe('no value: not-applicable');
    expect(reasonText(absentWith('masked'))).toBe('no value: withheld by the health system');
  });
});
