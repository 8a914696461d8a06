import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { quantity } from '../observationFixture.ts';
import { circumstancesOf, collectionWords } from './circumstances.ts';

const extended = (name: string, value: object) =>
  circumstancesOf({ extension: [{ url: `https://x.example/StructureDefinition/${name}`, ...value }] });
const component = (code: object, value: object) => circumstancesOf({ component: [{ code, ...value }] });
const numbered = (count: number) => Array.from({ length: count }, (_, i) => String(i));

describe('an extension', () => {
  test.each([
    ['a concept', { valueCodeableConcept: { text: 'Supine' } }, 'Supine'],
    ['a display', { valueCoding: { display: 'Supine', code: '1' } }, 'Supine'],
    ['a code with a system', { valueCoding: { code: 'supine' } }, 'supine'],
    ['a text', { valueString: 'Supine' }, 'Supine'],
    ['a code', { valueCode: 'supine' }, 'supine'],
    ['a concept before a flag', { valueCode: 'supine', valueBoolean: true }, 'supine'],
  ])('has %s in words', (_, value, words) => {
    expect(extended('observation-bodyPosition', value)).toEqual([words]);
  });

  test.each([
    ['sleep-status', { valueBoolean: true }, 'sleep-status: yes'],
    ['sleep-status', { valueBoolean: false }, 'sleep-status: no'],
    ['meal', { valueString: 'unknown' }, 'meal: unknown'],
    ['meal', { valueString: '2 hours' }, 'meal: 2 hours'],
    ['meal', { valueString: 'after breakfast' }, 'after breakfast'],
    ['meal', { valueString: '2 hours after breakfast' }, '2 hours after breakfast'],
    ['cuff-size', { valueString: 'large' }, 'cuff-size: large'],
    ['cuff-size', { valueString: 'Cuff-Size: large' }, 'Cuff-Size: large'],
    ['situation-cuff', { valueString: 'large' }, 'large'],
  ])('%s with %j is named where its value alone says too little', (name, value, words) => {
    expect(extended(name, value)).toEqual([words]);
  });

  test('has its parts in words, up to four', () => {
    const parts = ['a', '', 'b', 'c', 'd', 'e'].map((valueString) => ({ valueString }));
    expect(extended('exercise', { extension: parts })).toEqual(['a b c d']);
    expect(extended('exercise', { valueString: 'running', extension: parts })).toEqual(['running']);
  });

  test.each([
    ['exercise', {}],
    ['cuff', {}],
    ['cuff', { valueQuantity: quantity(12, 'cm') }],
    ['exercise', { valueBoolean: 'true' }],
    ['instrument', { valueString: 'of another subject' }],
    [`exercise/${'x'.repeat(90)}`, { valueString: 'in a long path' }],
    [`meal${'-x'.repeat(50)}`, { valueString: 'at the end of a long name' }],
  ])('%s with %j says nothing', (name, value) => {
    expect(extended(name, value)).toEqual([]);
    expect(circumstancesOf({ extension: [value] })).toEqual([]);
  });

  test('of the body site is read as one of the result', () => {
    const extension = [{ url: 'https://x.example/laterality', valueCodeableConcept: { text: 'Left' } }];
    expect(circumstancesOf({ bodySite: { extension } })).toEqual(['Left']);
  });
});

describe('a component', () => {
  test.each([
    ['a place by its code', loinc('8361-8'), { valueString: 'Supine' }, ['Supine']],
    ['a place by one of its codes', loinc('1-8', '8361-8'), { valueString: 'Supine' }, ['Supine']],
    ['a place by its name', { text: 'Body position' }, { valueString: 'Supine' }, ['Supine']],
    ['a side by its name', { text: 'Laterality' }, { valueCode: 'left' }, ['left']],
    ['a state by its code', loinc('49541-6'), { valueString: 'Yes' }, ['fasting: Yes']],
    ['a state by one of its codes', loinc('1-8', '8358-4'), { valueString: 'L' }, ['cuff: L']],
    [
      'a state by its name',
      { text: 'Hours fasted' },
      { valueQuantity: quantity(10, 'h') },
      ['Hours fasted: 10 h'],
    ],
    [
      'a state with a code and a name',
      { ...loinc('8358-4'), text: 'Size' },
      { valueString: 'L' },
      ['Size: L'],
    ],
    ['a place without a value', { text: 'Body position' }, {}, []],
    ['a state without a value', { text: 'Meal' }, {}, []],
    ['a number at a place', { text: 'Body position' }, { valueQuantity: quantity(30, 'deg') }, []],
    ['another result', loinc('8480-6'), { valueString: '120' }, []],
    ['a nameless one', {}, { valueString: 'Supine' }, []],
  ])('is %s', (_, code, value, words) => {
    expect(component(code, value)).toEqual(words);
  });
});

test('of hundreds of extensions and components the first two hundred are searched', () => {
  const extension = numbered(201).map((valueString) => ({
    url: 'position',
    valueString: `lying ${valueString}`,
  }));
  const all = numbered(201).map((valueString) => ({ code: { text: 'Body position' }, valueString }));
  const posture = extension.map((one) => ({ ...one, url: 'https://x.example/posture' }));
  expect(circumstancesOf({ component: all })).toEqual(numbered(200).map((one) => `Body position: ${one}`));
  expect(circumstancesOf({ extension: posture })).toHaveLength(200);
  expect(circumstancesOf({ bodySite: { extension: posture } })).toHaveLength(200);
  expect(circumstancesOf({ extension })).toEqual([]);
});

describe('how a specimen was collected', () => {
  const fasting = (code: string) => ({ fastingStatusCodeableConcept: { coding: [{ code }] } });

  test.each([
    [fasting('f'), ['fasting']],
    [fasting('NF'), ['not fasting']],
    [fasting('NG'), []],
    [{ fastingStatusCodeableConcept: { text: 'yes' } }, ['fasting: yes']],
    [{ fastingStatusCodeableConcept: { text: 'since midnight' } }, ['since midnight']],
    [{ fastingStatusDuration: { value: 8, unit: 'h' } }, ['fasting 8 h']],
    [
      { ...fasting('F'), bodySite: { text: 'Arm' }, method: { text: 'Line draw' } },
      ['Line draw', 'Arm', 'fasting'],
    ],
    [{}, []],
  ])('%j is %j', (collection, words) => {
    expect(collectionWords({ collection })).toEqual(words);
  });

  test('nothing is said without a collection', () => {
    expect(collectionWords({})).toEqual([]);
  });
});

test.each([
  [{ text: 'improper-body-position' }, { valueBoolean: true }, 'improper-body-position: yes'],
  [{ text: 'Body position changed' }, { valueCodeableConcept: { text: 'No' } }, 'Body position changed: No'],
  [{ text: 'Body position' }, { valueCodeableConcept: { text: 'Sitting' } }, 'Sitting'],
])('a place of a component that is only a yes or no is named: %j', (code, value, words) => {
  expect(component(code, value)).toEqual([words]);
});
