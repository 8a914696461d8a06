import { describe, expect, test } from 'vitest';
import { catalogMatch } from '../catalog/catalog.ts';
import { UCUM } from '../../testing/codes.ts';
import { asSentText, hasValue, noValue, quantityText, readValue, valueTextOf } from './value.ts';
import { observationTexts } from './observation.messages.ts';

const potassium = catalogMatch('2823-3')!.target;
const valueOf = (source: object) => readValue({ ...source }, potassium);
const ofQuantity = (fields: object) => valueOf({ valueQuantity: { value: 5.8, unit: 'mmol/L', ...fields } });

describe('a quantity', () => {
  test('has its number, unit, code and system as they were sent', () => {
    expect(ofQuantity({ code: 'mmol/L', system: UCUM, comparator: ' >= ' })).toEqual({
      ...noValue,
      reason: '',
      value: 5.8,
      text: '5.8',
      comparator: '>=',
      unit: 'mmol/L',
      unitCode: 'mmol/L',
      unitSystem: UCUM,
    });
  });

  test.each([
    ['a comparator that R4 does not have', { comparator: 'ad' }, 'ad 5.8'],
    ['a comparator in a list', { comparator: ['<'] }, '["<"] 5.8'],
    ['a comparator that is a thing', { comparator: { code: '<' } }, '{"code":"<"} 5.8'],
    ['a number too large for a computer', { value: Infinity, valueText: '1e400' }, '1e400'],
    ['a number in words', { value: 'five' }, 'five'],
    ['a number in words with a comparator', { value: 'five', comparator: '<' }, '< five'],
    ['a thing', { value: { a: 1 } }, '{"a":1}'],
  ])('%s is shown as it was sent and is never drawn', (_, fields, text) => {
    expect(ofQuantity(fields)).toMatchObject({
      value: Number.NaN,
      comparator: '',
      text,
      unit: 'mmol/L',
      reason: 'not-a-number',
    });
  });

  test('what is nested too deeply to be written is named', () => {
    let value: unknown = 1;
    for (let i = 0; i < 100_000; i++) value = [value];
    expect(ofQuantity({ value })).toMatchObject({
      text: observationTexts('anotherKindOfValue'),
      reason: 'not-a-number',
    });
  });

  test.each([undefined, null])('without a number (%s) there is no value, and its reason stands', (value) => {
    expect(ofQuantity({ value })).toMatchObject({ text: '', reason: 'no-value', unit: 'mmol/L' });
    expect(
      valueOf({ valueQuantity: { value }, dataAbsentReason: { text: 'Not performed' } }).absentReason,
    ).toBe('Not performed');
  });
});

test.each([
  ['≥5.8 mmol/L', '>=', 5.8],
  ['≤ 0.1 mmol/L', '<=', 0.1],
  ['>=5.8 mmol/L', '>=', 5.8],
  ['> 5.8 mmol/L', '>', 5.8],
])('rule 20: the text "%s" is a limit', (valueString, comparator, value) => {
  expect(valueOf({ valueString })).toMatchObject({ comparator, value, reason: '', isParsedFromText: true });
});

test.each(['≥5.8', '≥ 5.8 furlong', '≥ 5.8 mmol/L or less', '≥', '±5.8 mmol/L', '5.8≥ mmol/L', '≥-'])(
  'rule 19: the text "%s" is none',
  (valueString) => {
    expect(valueOf({ valueString })).toMatchObject({ value: Number.NaN, text: valueString });
  },
);

describe('rule 14: the length of what is read', () => {
  test('a number of 64 digits is one, and a longer one is listed', () => {
    const digits = (length: number) => `5.8${'0'.repeat(length - 3)}`;
    expect(ofQuantity({ valueText: digits(64) })).toMatchObject({ text: digits(64), reason: '' });
    expect(ofQuantity({ valueText: digits(65), comparator: '<' })).toMatchObject({
      text: `<${digits(62)}…`,
      reason: 'too-long',
    });
  });

  test.each(['unit', 'code'])('a %s of 64 characters is kept, and of a longer one the beginning', (name) => {
    expect(ofQuantity({ [name]: 'u'.repeat(64) })).toMatchObject({ reason: '', value: 5.8 });
    const long = ofQuantity({ [name]: 'u'.repeat(65) });
    expect(long.reason).toBe('too-long');
    expect([long.unit, long.unitCode]).toContain(`${'u'.repeat(63)}…`);
  });

  test('a system of 512 characters is kept, and of a longer one the beginning', () => {
    expect(ofQuantity({ system: 's'.repeat(512) })).toMatchObject({ reason: '' });
    expect(ofQuantity({ system: 's'.repeat(513) })).toMatchObject({
      reason: 'too-long',
      unitSystem: `${'s'.repeat(511)}…`,
    });
  });

  test('a text is as long as a report may be', () => {
    expect(valueOf({ valueString: 'x'.repeat(32_768) })).toMatchObject({ reason: 'text' });
    expect(valueOf({ valueString: 'x'.repeat(32_769) })).toMatchObject({ reason: 'too-long' });
  });
});

describe('a text that is exactly a number and a unit', () => {
  test.each(['1.500 /mm3', '250.000 /uL', '<1.000 cells/uL'])(
    'is none where its point may part thousands of a count: "%s"',
    (valueString) => {
      const neutrophils = catalogMatch('751-8')!.target;
      expect(readValue({ valueString }, neutrophils)).toMatchObject({ reason: 'text', text: valueString });
      expect(readValue({ valueString: '1.500 10*3/uL' }, neutrophils).value).toBe(1.5);
      expect(readValue({ valueString: '1500.5 /mm3' }, neutrophils).value).toBe(1500.5);
    },
  );

  test.each([
    ['5.8 mmol/L', 5.8, 'mmol/L', ''],
    ['  5.8mmol/L ', 5.8, 'mmol/L', ''],
    ['>= 5.8 mmol/L', 5.8, 'mmol/L', '>='],
    ['-.5 mmol/L', -0.5, 'mmol/L', ''],
    ['5. mmol/L', 5, 'mmol/L', ''],
  ])('"%s" is %d %s', (valueString, value, unit, comparator) => {
    const text = valueString.trim().slice(comparator.length);
    expect(valueOf({ valueString })).toEqual({
      ...noValue,
      reason: '',
      isParsedFromText: true,
      value,
      unit,
      comparator,
      text,
    });
  });

  test('a unit that begins with a digit has no blank before it', () => {
    const whiteCells = catalogMatch('6690-2')!.target;
    expect(readValue({ valueString: '7.2 10*3/uL' }, whiteCells)).toMatchObject({
      value: 7.2,
      unit: '10*3/uL',
    });
  });

  test.each([
    [64, ''],
    [65, 'text'],
  ])('with %d characters it is a number or a text: "%s"', (length, reason) => {
    expect(valueOf({ valueString: `5.${'0'.repeat(length - 9)} mmol/L` }).reason).toBe(reason);
  });

  test.each(['+5.8 mmol/L', '=5.8 mmol/L', '5.8.1 mmol/L', '. mmol/L', '5,8 mmol/L', '> mmol/L'])(
    '"%s" is none, and stays a text',
    (valueString) => {
      expect(valueOf({ valueString })).toEqual({ ...noValue, reason: 'text', text: valueString });
    },
  );

  test('as a text again it has its comparator and no unit', () => {
    expect(asSentText(valueOf({ valueString: '<5.8 mmol/L' }))).toEqual({
      ...noValue,
      reason: 'text',
      text: '<5.8 mmol/L',
    });
  });
});

describe('other kinds of value', () => {
  test.each([
    [{ valuePeriod: { start: '2026-01-01', end: '2026-01-02' } }, '2026-01-01/2026-01-02'],
    [{ valuePeriod: { start: '2026-01-01' } }, '2026-01-01/'],
    [{ valueReference: { reference: 'MolecularSequence/1' } }, observationTexts('anotherKindOfValue')],
    [{ valueConcept: { text: 'Words of a later version' } }, 'Words of a later version'],
    [{ valueTime: '08:15:00' }, '08:15:00'],
    [{ valueAttachment: ['a list'] }, '["a list"]'],
  ])('%j is listed as "%s"', (source, text) => {
    expect(valueOf(source)).toEqual({ ...noValue, reason: 'not-a-number', text });
  });

  test.each([
    {},
    { valueString: '' },
    { valueString: ' \u00A0' },
    { valueString: '\u200B' },
    { valueTime: ' ' },
    { valueString: null },
    { valueDateTime: null },
    { valueDateTime: undefined },
    { valueTime: '' },
    { valueRange: {} },
    { valueRatio: { numerator: { value: null }, denominator: {} } },
    { valuePeriod: { extension: [{ url: 'urn:x' }] } },
    { valuetext: 'no element of FHIR' },
    { values: 1 },
  ])('%j is no value', (source) => {
    expect(valueOf(source)).toEqual(noValue);
  });

  test('a panel has members and no value, unless a reason says that a value is missing', () => {
    const hasMember = [{ reference: 'Observation/o1' }];
    expect(valueOf({ hasMember })).toEqual({ ...noValue, reason: 'panel' });
    expect(valueOf({ hasMember: [] }).reason).toBe('no-value');
    expect(valueOf({ hasMember, dataAbsentReason: { text: 'Refused' } })).toEqual({
      ...noValue,
      absentReason: 'Refused',
    });
  });

  test('a panel and a missing value are no value, and every other one is', () => {
    expect([{ hasMember: [{}] }, {}].map((source) => hasValue(valueOf(source)))).toEqual([false, false]);
    const sent = [{ valueString: 'x' }, { valueBoolean: false }, { valueInteger: 0 }];
    expect(sent.map((source) => hasValue(valueOf(source)))).toEqual([true, true, true]);
  });
});

test.each([undefined, null, '', ' ', [], {}])(
  'a comparator that holds nothing (%j) says nothing',
  (comparator) => {
    expect(ofQuantity({ comparator })).toMatchObject({ value: 5.8, comparator: '', reason: '' });
  },
);

describe('a value in words', () => {
  test.each([
    [{ value: 3.5, unit: 'mmol/L', code: 'mol' }, '3.5 mmol/L'],
    [{ value: 3.5, code: 'mmol/L' }, '3.5 mmol/L'],
    [{ value: 7, valueText: '7.0', comparator: '<' }, '<7.0'],
    [{ value: 'seven', unit: 'mmol/L' }, 'seven mmol/L'],
    [{ value: 7, unit: 'mmol/L', comparator: ['<'] }, '["<"]7 mmol/L'],
    [{ value: true, unit: 'mmol/L' }, 'mmol/L'],
    [{}, ''],
    [undefined, ''],
  ])('the quantity %j is "%s"', (sent, text) => {
    expect(quantityText(sent)).toBe(text);
  });

  test.each([
    [{ valueQuantity: { value: 2, unit: 'L/min', code: 'l' } }, '2 L/min'],
    [{ valueQuantity: { value: 2, code: 'L/min', comparator: '>' } }, '>2 L/min'],
    [{ valueQuantity: { value: 2 } }, '2'],
    [{ valueQuantity: { unit: 'L/min' } }, ''],
    [{ valueString: 'room air' }, 'room air'],
    [{}, ''],
  ])('the value of %j is "%s"', (source, text) => {
    expect(valueTextOf({ ...source })).toBe(text);
  });
});
