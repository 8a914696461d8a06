import { describe, expect, test } from 'vitest';
import { stepFrom } from '../../../testing/eventsFromFhirFixture.ts';
import { medicationIn } from '../medication.ts';

const DAILY = { repeat: { frequency: 1, period: 1, periodUnit: 'd' } };
const per = (value: number, unit: string, count = 1, of = 'tablet') => ({
  strength: { numerator: { value, unit }, denominator: { value: count, unit: of } },
});
const inR5 = (value: number, unit: string) => ({ strengthQuantity: { value, unit } });
const ratioInR5 = (value: number, unit: string) => ({ strengthRatio: per(value, unit).strength });

const orderOf = (ingredients: readonly object[], value: number, unit: string, text?: string, more = {}) =>
  stepFrom('MedicationRequest', {
    medicationCodeableConcept: undefined,
    medicationReference: { reference: '#m', display: 'Drug' },
    contained: [
      { resourceType: 'Medication', id: 'm', code: { text: 'Drug' }, ingredient: ingredients, ...more },
    ],
    dosageInstruction: [
      {
        timing: DAILY,
        doseAndRate: [{ doseQuantity: { value, unit } }],
        ...(text !== undefined && { text }),
      },
    ],
  });

describe('a coded dose in another step than the strength of its Medication', () => {
  test.each([
    ['a thousandfold of a tablet', [per(50, 'ug')], 50, 'mg', '50 ug'],
    ['a thousandfold of two tablets', [per(50, 'ug')], 100, 'mg', '50 ug'],
    ['a thousandth of a capsule', [per(500, 'mg', 1, '{capsule}')], 0.5, 'mg', '500 mg'],
    ['a quantity of R5', [inR5(50, 'ug')], 50, 'mg', '50 ug'],
    ['a ratio of R5', [ratioInR5(50, 'ug')], 50, 'mg', '50 ug'],
    ['one of two drugs', [per(875, 'mg'), per(125, 'mg')], 875, 'g', '875 mg'],
    ['their sum', [per(875, 'mg'), per(125, 'mg')], 1000, 'g', '1000 mg'],
    ['a liquid', [per(250, 'mg', 5, 'mL')], 250, 'g', '250 mg'],
    ['a tenth of a tablet', [per(5, 'mg')], 0.5, 'mg', '5 mg'],
    ['a tenth of two tablets', [per(5, 'mg')], 1, 'mg', '5 mg'],
    ['thirty tablets at once', [per(5, 'mg')], 150, 'mg', '5 mg'],
  ])('%s', (_, ingredients, value, unit, strength) => {
    const { amount, doseText, isDoseUnclear } = orderOf(ingredients, value, unit);
    expect([amount, isDoseUnclear, doseText]).toEqual([
      undefined,
      true,
      `${value} ${unit} daily (also sent as ${strength})`,
    ]);
  });

  test.each([
    ['Take 1 tablet daily', [per(5, 'mg')], 50, 'mg', '5 mg'],
    ['Take one tablet daily', [per(50, 'ug')], 0.5, 'mg', '50 ug'],
    ['Take 2 tablets daily', [per(5, 'mg')], 100, 'mg', '5 mg'],
    ['Take 1 capsule daily', [per(100, 'mg', 1, 'capsule')], 1000, 'mg', '100 mg'],
  ])('"%s" of %j is not %d %s', (text, ingredients, value, unit, strength) => {
    const { amount, doseText } = orderOf(ingredients, value, unit, text);
    expect([amount, doseText]).toEqual([undefined, `${text} (also sent as ${value} ${unit}, ${strength})`]);
  });
});

describe('is none', () => {
  test.each([
    ['one tablet', [per(50, 'ug')], 50, 'ug'],
    ['one tablet in other steps', [per(50, 'ug')], 0.05, 'mg'],
    ['two tablets', [per(50, 'ug')], 100, 'ug'],
    ['half a tablet', [per(5, 'mg')], 2.5, 'mg'],
    ['a quarter', [per(5, 'mg')], 1.25, 'mg'],
    ['a third', [per(6, 'mg')], 2, 'mg'],
    ['ten tablets, as of methotrexate', [per(2.5, 'mg')], 25, 'mg'],
    ['twenty tablets', [per(2.5, 'mg')], 50, 'mg'],
    ['a dose that no tablets make', [per(5, 'mg')], 7, 'mg'],
    ['the sum of two drugs', [per(875, 'mg'), per(125, 'mg')], 1000, 'mg'],
    ['one of two drugs', [per(875, 'mg'), per(125, 'mg')], 875, 'mg'],
    ['the other of two drugs', [per(100, 'mg'), per(10, 'mg')], 10, 'mg'],
    ['a tenth of a vial', [per(500, 'mg', 1, 'vial')], 50, 'mg'],
    ['a tenth of a liquid', [per(250, 'mg', 5, 'mL')], 25, 'mg'],
    ['a gram of cream', [per(10, 'mg', 1, 'g')], 10, 'g'],
    ['a litre of an infusion', [per(9, 'g', 1, 'L')], 9, 'mg'],
    ['tablets', [per(50, 'ug')], 1, 'tablet'],
    ['millilitres', [per(250, 'mg', 5, 'mL')], 5, 'mL'],
    ['units', [per(100, 'U', 1, 'mL')], 10, 'U'],
    ['a strength without a unit', [{ strength: { numerator: { value: 50 } } }], 50, 'mg'],
    ['a limit', [{ strength: { numerator: { value: 50, unit: 'ug', comparator: '<' } } }], 50, 'mg'],
    ['no strength', [{ itemCodeableConcept: { text: 'Drug' } }], 50, 'mg'],
    ['a strength of nothing', [per(0, 'mg')], 50, 'mg'],
    ['a count of nothing', [per(50, 'ug', 0)], 50, 'mg'],
  ])('%s', (_, ingredients, value, unit) => {
    const { amount, isDoseUnclear } = orderOf(ingredients, value, unit);
    expect([amount, isDoseUnclear]).toEqual([value, undefined]);
  });

  test.each([
    ['Take 1 tablet daily', [per(5, 'mg')], 5, 'mg'],
    ['Take 10 tablets daily', [per(5, 'mg')], 50, 'mg'],
    ['Take 1 to 2 tablets daily', [per(5, 'mg')], 50, 'mg'],
    ['Take 1 tablet (50 mg) daily', [per(5, 'mg')], 50, 'mg'],
    ['Take daily', [per(5, 'mg')], 50, 'mg'],
    ['Take 1 tablet in the morning and 1 tablet at night', [per(5, 'mg')], 10, 'mg'],
  ])('"%s" of %j beside %d %s', (text, ingredients, value, unit) => {
    expect(orderOf(ingredients, value, unit, text).isDoseUnclear).toBeUndefined();
  });
});

test('a Medication that is read later tells its strengths, too', () => {
  expect(medicationIn({ code: { text: 'Drug' }, ingredient: [per(50, 'ug')] })?.strengths).toEqual([
    { number: '50', unit: 'ug', value: 50, isPiece: true },
  ]);
});
