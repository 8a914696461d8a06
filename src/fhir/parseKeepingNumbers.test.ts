import { expect, test } from 'vitest';
import { parseKeepingNumbers } from './parseKeepingNumbers.ts';

test.each([
  ['{"value":7.0}', { value: 7, valueText: '7.0' }],
  ['{"value" : 10.50 ,"unit":"g"}', { value: 10.5, valueText: '10.50', unit: 'g' }],
  ['{"value":-0.0}', { value: -0, valueText: '-0.0' }],
  ['{"value":1.20e3}', { value: 1200, valueText: '1.20e3' }],
  ['{"value":5.1}', { value: 5.1 }],
  ['{"value":140}', { value: 140 }],
  ['{"value":"7.0"}', { value: '7.0' }],
])('rule 14: %s keeps the spelling of its number', (text, expected) => {
  expect(parseKeepingNumbers(text)).toEqual(expected);
});

test('a note that quotes JSON is not touched', () => {
  const note = {
    note: 'he wrote "value":7.0} and "value": 3.50, twice',
    text: String.raw`back\"value":7.0,`,
  };
  expect(parseKeepingNumbers(JSON.stringify(note))).toEqual(note);
});
