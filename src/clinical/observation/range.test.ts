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
