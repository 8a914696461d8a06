/** A fraction under the name of a percentage is in doubt, and a small share that a patient may have is not (rule 17, decision 31). */
import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { quantity, readRow } from '../observationFixture.ts';

const kindOf = (code: string, value: number, more: object = {}) =>
  readRow({ code: loinc(code), valueQuantity: quantity(value, '%'), ...more }).kind;
type Case = readonly [name: string, code: string, value: number, more: object];
const ranged = (low: number, high: number) => ({
  referenceRange: [{ low: quantity(low, '%'), high: quantity(high, '%') }],
});

test.each<Case>([
  ['neutrophils', '770-8', 0.6, {}],
  ['neutrophils beside a range in percent', '770-8', 0.6, ranged(40, 70)],
  ['lymphocytes', '736-9', 0.3, {}],
  ['CD4 cells', '8123-2', 0.3, {}],
  ['a prothrombin time that may be an INR', '5894-1', 0.9, {}],
  ['protein C', '27818-4', 0.9, {}],
])('%s', (_, code, value, more) => {
  expect(kindOf(code, value, more)).toMatchObject({ check: 'check value', drawing: 'line', reason: '' });
});

test('the saturation of transferrin has a fraction among its units, which the words name', () => {
  expect(kindOf('2502-3', 0.3)).toMatchObject({
    check: 'check unit: may be a fraction, as 0.97 is 97 %',
    drawing: 'line',
  });
});

test('a number in a text is drawn with the same words', () => {
  const { kind } = readRow({ code: loinc('770-8'), valueString: '0.6 %' });
  expect(kind).toMatchObject({ check: 'check value', drawing: 'line', isParsedFromText: true });
});

test.each<[name: string, code: string, value: number, unit: string]>([
  ['neutrophils of a severe neutropenia', '751-8', 0.3, '10*3/uL'],
  ['lymphocytes', '731-0', 0.5, '10*3/uL'],
  ['a heparin level', '3274-8', 0.6, '[IU]/mL'],
  ['antibodies', '32218-0', 0.9, 'U/mL'],
])('a count or a level below 1 is no fraction of a share: %s', (_, code, value, unit) => {
  expect(readRow({ code: loinc(code), valueQuantity: quantity(value, unit) }).kind).toMatchObject({
    unit,
    check: '',
    reason: '',
  });
});

describe('no doubt', () => {
  test.each<Case>([
    ['one percent', '770-8', 1, {}],
    ['none', '770-8', 0, {}],
    ['a low share', '736-9', 3, {}],
    ['monocytes', '5905-5', 0.6, {}],
    ['eosinophils', '713-8', 0.3, {}],
    ['basophils', '706-2', 0.5, {}],
    ['reticulocytes', '17849-1', 0.5, {}],
    ['methaemoglobin', '2614-6', 0.4, {}],
    ['carboxyhaemoglobin', '20563-3', 0.9, {}],
    ['blasts', '709-6', 0.5, {}],
    ['factor VIII of severe haemophilia', '3209-4', 0.6, {}],
    ['prothrombin time', '5894-1', 90, {}],
    ['a range that has moved with it', '770-8', 0.6, ranged(0.4, 0.7)],
    ['a flag on its side', '770-8', 0.6, { interpretation: [{ coding: [{ code: 'LL' }] }] }],
    ['an upper limit', '770-8', 0.5, { valueQuantity: { ...quantity(0.5, '%'), comparator: '<' } }],
  ])('%s', (_, code, value, more) => {
    expect(kindOf(code, value, more)).toMatchObject({ check: '', reason: '' });
  });
});
