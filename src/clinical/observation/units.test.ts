import { describe, expect, test } from 'vitest';
import { quantity, read, readPotassium, readRow, readRows } from './observationFixture.ts';
import { UCUM, loinc } from '../../testing/codes.ts';

describe('units', () => {
  const unitCases: readonly (readonly [string, string, object, string, string, number])[] = [
    [
      '10: breaths in minutes',
      '9279-1',
      { value: 15, unit: 'minutes', system: UCUM },
      'rr~minutes',
      'unit-mismatch',
      15,
    ],
    ['11: potassium in g/dL', '2823-3', quantity(0.7, 'g/dL'), 'k~g/dL', 'unit-mismatch', 0.7],
    ['12: HbA1c without unit', '4548-4', { value: 5.1 }, 'a1c~no unit', 'no-unit', 5.1],
    ['13: glucose in mg/dL', '2345-7', quantity(181, 'mg/dL'), 'glucose', '', 181],
    ['13: glucose in mmol/L', '2345-7', quantity(10, 'mmol/L'), 'glucose~mmol/L', '', 10],
    ['13: glucose without unit', '2345-7', { value: 189 }, 'glucose~no unit', 'no-unit', 189],
    ['14: a micro sign', '789-8', { value: 4.5, unit: '10*6/µL' }, 'rbc', '', 4.5],
    ['15: K/mm3 called UCUM', '6690-2', quantity(7.2, 'K/mm3'), 'wbc', '', 7.2],
    ['16: grams', '29463-7', quantity(85728.958, 'g'), 'weight', '', 85.728958],
    ['17: pounds', '29463-7', quantity(180, 'lbs', '[lb_av]'), 'weight', '', 81.6466266],
    ['18: Fahrenheit', '8310-5', quantity(98.6, '°F', '[degF]'), 'temp', '', 37],
    ['meq/L of a monovalent ion', '2823-3', quantity(4.1, 'mEq/L', 'meq/L'), 'k', '', 4.1],
    ['inches', '8302-2', quantity(70, 'in', '[in_i]'), 'height', '', 177.8],
    ['mmol/l is mmol/L', '2823-3', { value: 4.1, unit: 'mmol/l' }, 'k', '', 4.1],
    ['kPa is no exact factor', '2019-8', quantity(5.3, 'kPa'), 'pco2-art~kPa', '', 5.3],
    ['IFCC beside NGSP', '59261-8', quantity(48, 'mmol/mol'), 'a1c~mmol/mol', '', 48],
    ['INR without unit', '6301-6', { value: 2.3 }, 'inr', '', 2.3],
    ['trap: white cells in 10*3/mL', '6690-2', quantity(7.2, '10*3/mL'), 'wbc~10*3/mL', 'unit-mismatch', 7.2],
    ['haemoglobin 15 g/L, which a bleeding patient may have', '718-7', quantity(15, 'g/L'), 'hgb', '', 1.5],
    ['trap: haemoglobin 150 g/dL', '718-7', quantity(150, 'g/dL'), 'hgb', 'implausible', 150],
    ['potassium 42', '2823-3', quantity(42, 'mmol/L'), 'k', 'implausible', 42],
  ];
  test.each(unitCases)('%s', (_, code, valueQuantity, seriesId, reason, value) => {
    const result = readRow({ code: loinc(code), valueQuantity });
    expect(result.kind).toMatchObject({ seriesId, reason });
    expect(result.value).toBe(value);
  });

  test('16: a converted point says so and keeps what was sent', () => {
    const grams = readRow({ code: loinc('29463-7'), valueQuantity: quantity(85728.958, 'g') });
    expect(grams.kind).toMatchObject({ isConverted: true, unit: 'g' });
    expect(grams.valueText).toBe('85728.958');
    const listed = { code: loinc('29463-7'), valueQuantity: quantity(85728.958, 'g'), status: 'registered' };
    expect(readRow(listed).kind.isConverted).toBe(false);
    expect(readPotassium({ valueQuantity: quantity(4.1, 'mEq/L', 'meq/L') }).kind.isConverted).toBe(false);
  });

  test('10 and 18: extensions are never a second value', () => {
    const rows = readRows(
      read({
        code: loinc('8310-5'),
        valueQuantity: { ...quantity(37, 'Cel'), extension: [{ valueQuantity: quantity(98.6, '[degF]') }] },
      }),
    );
    expect(rows.map(({ value }) => value)).toEqual([37]);
  });
});

describe('a unit that fills a field', () => {
  const sent = (code: string, value: number, unit: string, limitUnit = unit) =>
    readRow({
      code: loinc(code),
      valueQuantity: { value, unit },
      referenceRange: [{ low: { value: 0.9, unit: limitUnit }, high: { value: 1.2, unit: limitUnit } }],
    }).kind;

  test.each([
    '-',
    '--',
    '–',
    '.',
    'N/A',
    'n/a',
    'NA',
    'none',
    'No unit',
    'no units',
    'unitless',
    'Unit less',
    '無',
  ])('"%s" is none: an INR is drawn, its range marks it, and potassium lacks its unit', (unit) => {
    expect(sent('6301-6', 6.5, unit)).toMatchObject({
      seriesId: 'inr',
      reason: '',
      unit: '',
      outsideRange: 'above',
      rangeLow: '0.9',
      rangeHigh: '1.2',
      band: { low: 0.9, high: 1.2 },
    });
    expect(sent('6301-6', 6.5, '', unit)).toMatchObject({ outsideRange: 'above', rangeHigh: '1.2' });
    expect(sent('2823-3', 4.1, unit)).toMatchObject({ seriesId: 'k~no unit', reason: 'no-unit' });
    expect(sent('2823-3', 1.1, 'mmol/L', unit)).toMatchObject({ band: { low: 0.9, high: 1.2 } });
  });

  test('says nothing in the words of several ranges either', () => {
    const referenceRange = [1, 2].map((low) => ({
      low: { value: low, unit: '-' },
      high: { value: 5, unit: '-' },
    }));
    expect(
      readRow({ code: loinc('6301-6'), valueQuantity: { value: 2 }, referenceRange }).kind.rangeText,
    ).toBe('1–5; 2–5');
  });

  test.each([
    ['', '{INR}'],
    ['', '1'],
    ['{INR}', '1'],
    ['1', '{ratio}'],
  ])('and units that say only that it is a number, "%s" and "%s", are one', (unit, limitUnit) => {
    expect(sent('6301-6', 6.5, unit, limitUnit)).toMatchObject({ reason: '', outsideRange: 'above' });
  });

  test.each([
    ["'", "k~'"],
    ['%', 'k~%'],
    ['1', 'k~1'],
  ])('"%s" is one that potassium does not have', (unit, seriesId) => {
    expect(sent('2823-3', 4.1, unit)).toMatchObject({ seriesId, reason: 'unit-mismatch' });
  });
});

describe('a ratio of two amounts in one unit', () => {
  test.each([
    ['9830-1', 'mg/mg', 'cholhdl'],
    ['9830-1', 'g/g', 'cholhdl'],
    ['32309-7', 'mmol/mmol', 'cholhdl'],
    ['32309-7', 'mol/mol', 'cholhdl'],
    ['11054-4', 'mg/mg', 'ldl-hdl'],
    ['1759-0', 'g/g', 'agr'],
    ['3097-3', 'mg/mg', 'bun-cr'],
  ])('%s in %s is drawn as a number', (code, unit, seriesId) => {
    const { kind } = readRow({ code: loinc(code), valueQuantity: quantity(3.4, unit) });
    expect(kind).toMatchObject({ seriesId, reason: '', drawing: 'line' });
  });

  test.each([
    ['3097-3', 'mmol/mmol'],
    ['9830-1', 'mg/g'],
    ['9830-1', 'mg/mmol'],
    ['1759-0', 'mol/mol'],
  ])('%s in %s is another number, and is refused', (code, unit) => {
    expect(readRow({ code: loinc(code), valueQuantity: quantity(3.4, unit) }).kind.reason).toBe(
      'unit-mismatch',
    );
  });
});

test.each(['FINGER SUGAR', 'Finger glucose', 'CBG', 'GRBS random', 'HGT', 'Dextro', 'Hemoglucotest'])(
  'a glucose that is called "%s" is no laboratory’s, whatever its code',
  (text) => {
    const code = { coding: [{ system: 'http://loinc.org', code: '2345-7' }], text };
    expect(readRow({ code, valueQuantity: quantity(181, 'mg/dL') }).kind.seriesId).not.toBe('glucose');
  },
);

test.each([
  'Glucose 2h post 75g dextro',
  'OGTT dextro 75 g',
  'Glucose tolerance 75 g dextro',
  'Glucose post dextro',
  'Glucose 120 min dextro',
])('a glucose that is called "%s" is no meter’s, since it names the sugar that was drunk', (text) => {
  const code = { coding: [{ system: 'http://loinc.org', code: '2345-7' }], text };
  expect(readRow({ code, valueQuantity: quantity(181, 'mg/dL') }).kind.seriesId).not.toBe('glucose-poc');
});

test.each([
  { valueCoding: { system: 'http://snomed.info/sct', code: '1', display: 'Specimen hemolyzed (finding)' } },
  { valueCodeableConcept: { text: 'Probe hämolytisch' } },
])('%j that may change the meaning of a result is said as the state of its specimen', (value) => {
  const { condition, reason } = readPotassium({ modifierExtension: [{ url: 'https://x', ...value }] }).kind;
  expect(condition.toLowerCase()).toMatch(/h(?:e|ä)mol/);
  expect(reason).toBe('modifier');
});
