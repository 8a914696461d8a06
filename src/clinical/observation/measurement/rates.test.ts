import { expect, test } from 'vitest';
import { LOINC, UCUM, loinc } from '../../../testing/codes.ts';
import { readRow } from '../observationFixture.ts';

/** These are amounts in a time, or amounts of one thing for an amount of another, that are sent as a Ratio. */
const ratio = (code: string, value: number, unit: string, time: number, timeUnit: string) => {
  const {
    kind,
    value: number,
    valueText,
  } = readRow({
    code: { coding: [{ system: LOINC, code }] },
    valueRatio: {
      numerator: { value, unit, code: unit, system: UCUM },
      denominator: { value: time, unit: timeUnit, code: timeUnit, system: UCUM },
    },
  });
  return { drawing: kind.drawing, seriesId: kind.seriesId, number, valueText };
};

test.each([
  ['2889-4', 240, 'mg', 24, 'h', 'uprot24', 240],
  ['2889-4', 240, 'mg', 1, 'd', 'uprot24', 240],
  ['2889-4', 1.2, 'g', 24, 'h', 'uprot24', 1200],
  ['9192-6', 1850, 'mL', 24, 'h', 'urine-24h', 1850],
  ['19935-6', 410, 'L', 1, 'min', 'pef', 410],
  ['9318-7', 28, 'mg', 1, 'g', 'uacr', 28],
  ['8867-4', 72, '{beats}', 1, 'min', 'hr', 72],
])('%s: %d %s in %d %s is drawn', (code, value, unit, time, timeUnit, seriesId, number) => {
  expect(ratio(code, value, unit, time, timeUnit)).toMatchObject({ seriesId, drawing: 'line', number });
});

test.each([
  ['2889-4', 120, 'mg', 12, 'h'],
  ['9192-6', 900, 'mL', 8, 'h'],
  ['2889-4', 240, 'mg', 2, 'd'],
  ['9318-7', 28, 'mg', 10, 'g'],
  ['2888-6', 240, 'mg', 24, 'h'],
  ['9192-6', 1850, 'mg', 24, 'h'],
])('%s: %d %s in %d %s is listed, with its time', (code, value, unit, time, timeUnit) => {
  const found = ratio(code, value, unit, time, timeUnit);
  expect(found.drawing).toBe('listed');
  expect(found.valueText).toContain(String(value));
  expect(found.valueText).toContain(`${time} ${timeUnit}`);
});

test('a titer, a ratio of numbers and a time that is only bounded stay words', () => {
  const read = (code: string, valueRatio: object) => readRow({ code: loinc(code), valueRatio }).kind;
  const words = { drawing: 'listed' };
  expect(read('5048-4', { numerator: { value: 1 }, denominator: { value: 80 } })).toMatchObject(words);
  expect(read('9830-1', { numerator: { value: 4 }, denominator: { value: 1 } })).toMatchObject(words);
  const day = { value: 24, unit: 'h', comparator: '>' };
  expect(read('2889-4', { numerator: { value: 240, unit: 'mg' }, denominator: day })).toMatchObject(words);
  expect(read('2889-4', { numerator: { unit: 'mg' }, denominator: { value: 24, unit: 'h' } })).toMatchObject(
    words,
  );
  expect(
    read('99999-1', { numerator: { value: 240, unit: 'mg' }, denominator: { value: 24, unit: 'h' } }),
  ).toMatchObject(words);
});

test('a limit of a rate is a limit', () => {
  const valueRatio = {
    numerator: { value: 4, unit: 'mg', comparator: '<' },
    denominator: { value: 24, unit: 'h' },
  };
  expect(readRow({ code: loinc('2889-4'), valueRatio }).kind).toMatchObject({
    comparator: '<',
    drawing: 'point',
  });
});
