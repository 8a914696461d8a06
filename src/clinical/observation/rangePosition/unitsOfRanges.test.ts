/** A range is compared where its unit is that of the value, as the value spells it, and where the value has one unit alone (rules 26 and 30). */
import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { UCUM } from '../../../testing/codes.ts';
import { readRow } from '../observationFixture.ts';
import { rangePosition } from './rangePosition.ts';

const own = { coding: [{ system: 'urn:ward', code: 'q' }], text: 'Own test' };
const glucose = loinc('2345-7');
const inUnits = (value: number, unit?: string, code?: string) => ({
  value,
  ...(unit !== undefined && { unit }),
  ...(code !== undefined && { code, system: UCUM }),
});
const sideOf = (code: object, valueQuantity: object, range: object) =>
  rangePosition(readRow({ code, valueQuantity, referenceRange: [range] })).byRange;

describe('a limit in the unit as the value spells it', () => {
  const limits = (unit: string) => ({ low: inUnits(13, unit), high: inUnits(20, unit) });
  test.each([
    ['points', '{score}'],
    ['Punkte', '{score}'],
    ['furlongs', '{furlong}'],
    ['cells', '{cells}'],
  ])('%s beside the code %s is compared', (unit, code) => {
    expect(sideOf(own, inUnits(15, unit, code), limits(unit))).toBe('inside');
    expect(sideOf(own, inUnits(12, unit, code), limits(unit))).toBe('below');
    expect(sideOf(own, inUnits(21, unit, code), limits(unit))).toBe('above');
  });
  test.each([
    ['points', '{score}', 'stars'],
    ['points', '{score}', 'Points per day'],
    ['mg/dL', 'mg/dL', 'mmol/L'],
  ])('%s beside the code %s is not compared with limits in %s', (unit, code, other) => {
    expect(sideOf(own, inUnits(15, unit, code), limits(other))).toBe('unknown');
  });
});

describe('a value in two units', () => {
  const ranges: readonly (readonly [string, object])[] = [
    ['limits in its words', { low: inUnits(70, 'mg/dL'), high: inUnits(110, 'mg/dL') }],
    [
      'limits in its code',
      { low: inUnits(70, undefined, 'mmol/L'), high: inUnits(110, undefined, 'mmol/L') },
    ],
    ['limits in both', { low: inUnits(70, 'mg/dL', 'mmol/L'), high: inUnits(110, 'mg/dL', 'mmol/L') }],
    ['limits without a unit', { low: inUnits(70), high: inUnits(110) }],
    ['words in its words', { text: '70-110 mg/dL' }],
    ['words in its code', { text: '70-110 mmol/L' }],
    ['words without a unit', { text: '70-110' }],
    ['one limit in words', { text: '<110 mg/dL' }],
  ];
  test.each(ranges)('is not judged by %s', (_, range) => {
    for (const code of [own, glucose]) {
      expect(sideOf(code, inUnits(100, 'mg/dL', 'mmol/L'), range)).toBe('unknown');
      expect(sideOf(code, inUnits(300, 'mg/dL', 'mmol/L'), range)).toBe('unknown');
    }
  });
  test('is judged by the mark of its laboratory', () => {
    const row = readRow({
      code: glucose,
      valueQuantity: inUnits(100, 'mg/dL', 'mmol/L'),
      referenceRange: [{ text: '70-110 mg/dL' }],
      interpretation: [{ coding: [{ code: 'H' }] }],
    });
    expect(rangePosition(row)).toMatchObject({ side: 'above', isDisputed: false });
  });
  test.each([
    ['mg/dL', 'mg/dL'],
    ['milligrams per deciliter', 'mg/dL'],
    ['mg/dl', 'mg/dL'],
  ])('is none where "%s" may be the same as %s', (unit, code) => {
    expect(sideOf(glucose, inUnits(100, unit, code), { text: '70-110 mg/dL' })).toBe('inside');
  });
});

describe('a limit that is said again with its sign', () => {
  const potassium = loinc('2823-3');
  const pair = { low: inUnits(3.5, 'mmol/L'), high: inUnits(5.1, 'mmol/L') };
  const of = (value: number, text: string, range: object = pair) =>
    sideOf(potassium, inUnits(value, 'mmol/L'), { ...range, text });
  test.each([
    [5.1, '<5.1', 'above'],
    [5.09, '<5.1', 'inside'],
    [5.2, '<5.1', 'above'],
    [3.5, '<5.1', 'inside'],
    [3.4, '<5.1', 'below'],
    [5.1, '<5.1 mmol/L', 'above'],
    [5.1, 'less than 5.1', 'above'],
    [3.5, '>3.5', 'below'],
    [5.1, '>3.5', 'inside'],
    [5.1, '<=5.1', 'inside'],
    [5.1, '≤5.1', 'inside'],
    [5.1, '3.5-5.1', 'inside'],
    [5.1, '', 'inside'],
    [5.1, 'fasting', 'inside'],
  ] as const)('%d beside 3.5 to 5.1 with the words "%s" is %s', (value, text, side) => {
    expect(of(value, text)).toBe(side);
  });
  test('and of another number is another range', () => {
    expect(of(5.1, '<6')).not.toBe('above');
  });
});
