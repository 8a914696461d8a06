import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantity, readRow, readPotassium } from './observationFixture.ts';
import { loinc } from '../../testing/codes.ts';

const bandOf = (referenceRange: unknown, valueQuantity: object = quantity(4.2, 'mmol/L')) =>
  readPotassium({ referenceRange, valueQuantity }).kind;

const limits = (low: number, high: number, unit = 'mmol/L') => ({
  low: quantity(low, unit),
  high: quantity(high, unit),
});

describe('range', () => {
  test.each([
    ['36: "<=200"', '<=200', { low: undefined, high: 200 }],
    ['36: "3.5-5.1"', '3.5-5.1', { low: 3.5, high: 5.1 }],
    ['36: a pair with the unit', '3.5 – 5.1 mmol/L', { low: 3.5, high: 5.1 }],
    ['36: ">59"', '>59', { low: 59, high: undefined }],
    ['36: "<5.7"', '<5.7', { low: undefined, high: 5.7 }],
  ])('%s is a band from the text, which is kept', (_, text, band) => {
    expect(bandOf([{ text }])).toMatchObject({ rangeText: text, band: { ...band, isFromText: true } });
  });

  test.each(['M 13-17, F 12-15', 'Normal Range: 0-99 pg/mL (adults)', '<150 mg/dL', 'negative', '5-3'])(
    'rule 30: "%s" is printed and not drawn',
    (text) => {
      expect(bandOf([{ text }])).toMatchObject({ rangeText: text, band: undefined });
    },
  );

  test('37: an upper limit alone', () => {
    expect(bandOf([{ high: quantity(0.6, 'mmol/L') }])).toMatchObject({
      rangeLow: '',
      rangeHigh: '0.6',
      band: { low: undefined, high: 0.6 },
    });
  });

  test('38: of several ranges none is drawn unless exactly one applies, and all are printed', () => {
    const female = { ...limits(12, 15), appliesTo: [{ text: 'Female' }] };
    const male = { ...limits(13, 17), appliesTo: [{ text: 'Male' }] };
    expect(bandOf([female, male])).toMatchObject({
      band: undefined,
      rangeText: '12 mmol/L–15 mmol/L (Female); 13 mmol/L–17 mmol/L (Male)',
    });
    const critical = { ...limits(2.5, 6.5), type: { coding: [{ code: 'critical' }] } };
    expect(bandOf([limits(3.5, 5.1), critical]).band).toMatchObject({ low: 3.5, high: 5.1 });
  });

  test.each([
    ['pregnancy', { appliesTo: [{ text: 'Pregnancy, third trimester' }] }, ' (Pregnancy, third trimester)'],
    [
      'an age',
      { age: { low: { value: 0, unit: 'mo' }, high: { value: 6, unit: 'mo' } } },
      ' (age 0 mo–6 mo)',
    ],
  ])(
    'rule 28: beside a range for %s nobody knows that the other one is the one that applies',
    (_, of, words) => {
      const some = { ...limits(0.1, 2.5), ...of };
      for (const ranges of [
        [limits(0.4, 4), some],
        [some, limits(0.4, 4)],
      ]) {
        const read = bandOf(ranges);
        expect(read.band).toBeUndefined();
        expect(read).toMatchObject({ rangeLow: '', rangeHigh: '' });
        expect(read.rangeText).toContain(`0.1 mmol/L–2.5 mmol/L${words}`);
        expect(read.rangeText).toContain('0.4 mmol/L–4 mmol/L');
      }
      // A critical limit for some people is no range, and leaves the one range alone.
      const critical = { ...some, type: { coding: [{ code: 'critical' }] } };
      expect(bandOf([limits(0.4, 4), critical]).band).toMatchObject({ low: 0.4, high: 4 });
    },
  );

  test('39: a range in another unit is no band, and its numbers keep their unit', () => {
    expect(bandOf([limits(3.9, 5.5, 'mg/dL')])).toMatchObject({ band: undefined, rangeLow: '3.9 mg/dL' });
  });

  test('a range in the sent unit is converted with the value', () => {
    const kind = readRow({
      code: loinc('29463-7'),
      valueQuantity: quantity(70000, 'g'),
      referenceRange: [limits(60000, 80000, 'g')],
    }).kind;
    expect(kind).toMatchObject({ band: { low: 60, high: 80 }, rangeLow: '60000' });
  });
});

describe('a range that is none', () => {
  const rangeOf = (low: unknown, high: unknown, more: object = {}) => {
    const sent = {
      ...(low !== undefined && { low: limit(low) }),
      ...(high !== undefined && { high: limit(high) }),
    };
    return readPotassium({ referenceRange: [{ ...sent, ...more }] }).kind;
  };
  const limit = (value: unknown) => ({ value, unit: 'mmol/L' });
  const nothing = { band: undefined, outsideRange: '', rangeLow: '', rangeHigh: '', rangeText: '' };

  test.each([
    [0, 0],
    [0, 9999],
    [0, 999_999],
    [0, 99_999.99],
    [-1, -1],
    [-9999, 9999],
    [0, 1e12],
  ])('%s–%s fills a field: nothing is drawn, marked or said', (low, high) => {
    expect(rangeOf(low, high)).toMatchObject(nothing);
  });

  test.each(['0 - 0', '0-0 mmol/L', '0.00–9999', '-1 - -1', '--', 'null', 'N/A', '( )'])(
    'the text "%s" says nothing',
    (text) => {
      expect(readPotassium({ referenceRange: [{ text }] }).kind).toMatchObject(nothing);
    },
  );

  test.each([
    [5.1, 3.5],
    [4.2, 4.2],
    [7, 7],
    [100, 3],
  ])('%s–%s is no range: it is not drawn, marks nothing, and is shown as sent', (low, high) => {
    expect(rangeOf(low, high)).toMatchObject({
      ...nothing,
      rangeText: `${low} mmol/L–${high} mmol/L`,
    });
    expect(readPotassium({ referenceRange: [{ text: `${low}-${high}` }] }).kind).toMatchObject({
      ...nothing,
      rangeText: `${low}-${high}`,
    });
  });

  test('words beside limits that say nothing are kept', () => {
    expect(rangeOf(0, 0, { text: 'Negative' })).toMatchObject({ ...nothing, rangeText: 'Negative' });
    expect(rangeOf(0, 0, { text: '0-0, see comment' })).toMatchObject({
      ...nothing,
      rangeText: '0-0, see comment',
    });
  });

  test('one real limit beside a filler is one limit', () => {
    expect(rangeOf(3.5, 99_999)).toMatchObject({
      rangeLow: '3.5',
      rangeHigh: '',
      band: { low: 3.5, high: undefined },
    });
    expect(rangeOf(5, 9999).outsideRange).toBe('below');
  });

  test('a filler beside the range of this patient takes nothing away from it', () => {
    const referenceRange = [
      { low: limit(0), high: limit(0) },
      { low: limit(3.5), high: limit(4) },
    ];
    expect(readPotassium({ referenceRange }).kind).toMatchObject({ rangeLow: '3.5', outsideRange: 'above' });
  });

  test('a range is drawn only when its lower limit is below its upper one, and then both stand as sent', () => {
    const number = fc.integer({ min: -50, max: 5000 });
    fc.assert(
      fc.property(number, number, (low, high) => {
        const { band, outsideRange } = rangeOf(low, high);
        expect(band?.low).toBe(low < high ? low : undefined);
        expect(band?.high).toBe(low < high ? high : undefined);
        expect(outsideRange === '' || low < high).toBe(true);
      }),
    );
  });
});

describe('rule 30: a range in the words of a laboratory', () => {
  const read = (text: string, unit = 'mg/dL', code = '2345-7') =>
    readRow({ code: loinc(code), valueQuantity: quantity(40, unit), referenceRange: [{ text }] }).kind;
  const limitsOf = (text: string, unit?: string, code?: string) => {
    const { band, outsideRange, rangeText } = read(text, unit, code);
    expect(rangeText).toBe(text);
    return band && [band.low, band.high, outsideRange];
  };

  test.each([
    ['< OR = 40', [undefined, 40, '']],
    ['<OR=39.0 mg/dL', [undefined, 39, 'above']],
    ['< or equal to 40', [undefined, 40, '']],
    ['=<40', [undefined, 40, '']],
    ['≤ 40', [undefined, 40, '']],
    ['> OR = 40 mg/dL', [40, undefined, '']],
    ['>OR=60', [60, undefined, 'below']],
    ['=> 60', [60, undefined, 'below']],
    ['≥ 40', [40, undefined, '']],
    ['LESS THAN 40', [undefined, 40, 'above']],
    ['less than or equal to 40 mg/dL', [undefined, 40, '']],
    ['Greater than 40', [40, undefined, 'below']],
    ['GREATER THAN OR EQUAL TO 60', [60, undefined, 'below']],
    ['Up to 40', [undefined, 40, '']],
    ['bis 40', [undefined, 40, '']],
    ['bis zu 39 mg/dl', [undefined, 39, 'above']],
    ["jusqu'à 40", [undefined, 40, '']],
    ['jusqu’à 39', [undefined, 39, 'above']],
    ['hasta 40', [undefined, 40, '']],
    ['fino a 40', [undefined, 40, '']],
    ['tot 40', [undefined, 40, '']],
    ['136 to 145', [136, 145, 'below']],
    ['136 TO 145 mg/dL', [136, 145, 'below']],
    ['3 bis 50', [3, 50, '']],
    ['von 30 bis 39', [30, 39, 'above']],
    ['de 30 à 39', [30, 39, 'above']],
    ['entre 30 y 39', [30, 39, 'above']],
    ['entre 30 et 39 mg/dL', [30, 39, 'above']],
    ['de 3 a 50', [3, 50, '']],
    ['zwischen 30 und 39', [30, 39, 'above']],
    ['Between 30 and 39', [30, 39, 'above']],
    ['from 30 to 39', [30, 39, 'above']],
    ['(65-99)', [65, 99, 'below']],
    ['[65 - 99]', [65, 99, 'below']],
    ['[65 - 99] mg/dL', [65, 99, 'below']],
    ['(< 39)', [undefined, 39, 'above']],
    ['30,5 bis 39,5', [30.5, 39.5, 'above']],
    ['3,50 – 50,00 mg/dL', [3.5, 50, '']],
    ['< 40,5', [undefined, 40.5, '']],
    ['unter 40', [undefined, 40, 'above']],
    ['Menor de 40', [undefined, 40, 'above']],
    ['inférieur à 40 mg/dL', [undefined, 40, 'above']],
    ['inferior a 40,5', [undefined, 40.5, '']],
    ['até 40', [undefined, 40, '']],
    ['über 60', [60, undefined, 'below']],
    ['mayor de 60', [60, undefined, 'below']],
    ['maior que 39', [39, undefined, '']],
    ['supérieure à 60', [60, undefined, 'below']],
    ['at least 60', [60, undefined, 'below']],
  ])('"%s" is %j', (text, found) => expect(limitsOf(text)).toEqual(found));

  test.each([
    ['0.0-35.0 %', [0, 35, 'above']],
    ['0.0-35.0', [0, 35, 'above']],
    ['0.0-35.0 mmol/mol', undefined],
  ])('"%s" of a share in percent is %j', (text, found) =>
    expect(limitsOf(text, '%', '4544-3')).toEqual(found),
  );

  test.each([
    '65 - 99 mg/dL (fasting)',
    '136 to 145 mmol/L',
    '< OR = 5.0 mmol/L',
    'Up to 40 years',
    'bis 40 Jahre',
    'Up to 40 years: 65-99',
    'Males: up to 40',
    'M: < OR = 40',
    '65 to 99 or 70 to 105',
    '65-99 70-105',
    '< 40 or > 60',
    '> 3 to 5',
    '< 3 to 5',
    'up to 3-5',
    'from 40',
    'between 3',
    'entre 3',
    '3 and 5',
    '3 y 5',
    '3 a 5 años',
    'up to',
    '1 to 2 to 3',
    'less than 5 or equal to 40',
    '1,000 to 2,000',
    'bis 1.000,0',
    '3.5 bis 5,1',
    '145 to 136',
    '65-99)',
    '((65-99))',
    'not less than 5',
    'no hasta 40',
    'no menor de 5',
    'menor de 5 años',
    'unter 40.000',
    '3,500 - 5,100',
    '1,50,000 - 4,00,000',
    '3,5',
    'über 5 bis 10',
  ])('"%s" stands as words, and nothing is compared with it', (text) =>
    expect(limitsOf(text)).toBeUndefined(),
  );

  test.each(['0 to 0', '0 TO 9999', 'from 0 to 99999 mg/dL', '(0-0)'])('"%s" fills a field', (text) =>
    expect(read(text)).toMatchObject({ rangeText: '', band: undefined, outsideRange: '' }),
  );

  test('a pair in words that differs from the numbers beside it leaves open which is the range', () => {
    const band = (text: string) => bandOf([{ ...limits(3.5, 5.1), text }]).band;
    expect(band('3.5 to 5.1 mmol/L')).toEqual({ low: 3.5, high: 5.1, isFromText: false });
    expect(band('von 2.0 bis 3.0')).toBeUndefined();
  });
});
