import { describe, expect, test } from 'vitest';
import { dosage, mg, stepFrom } from '../../../testing/eventsFromFhirFixture.ts';
import { orderedDose } from './dosage.ts';

const doseOf = (...dosageInstruction: readonly object[]) => {
  const { doseText, shortDose, amount, unit } = stepFrom('MedicationRequest', { dosageInstruction });
  return [doseText, shortDose, amount, unit];
};
const given = (fields: object) => {
  const { doseText, shortDose, amount, unit } = stepFrom('MedicationAdministration', { dosage: fields });
  return [doseText, shortDose, amount, unit];
};
const every = (frequency: number, period: number, periodUnit: string) => ({ frequency, period, periodUnit });
const NOTHING = ['', undefined, ''];

test('a dose and its frequency are an amount per day, week or month', () => {
  expect(doseOf(dosage(25))).toEqual(['25 mg daily', '25 mg/day', 25, 'mg/day']);
  expect(doseOf(dosage(12.5, every(2, 1, 'd')))).toEqual([
    '12.5 mg 2 times a day',
    '25 mg/day',
    25,
    'mg/day',
  ]);
  expect(doseOf(dosage(500, every(1, 8, 'h')))).toEqual(['500 mg every 8 h', '1500 mg/day', 1500, 'mg/day']);
  expect(doseOf(dosage(0.1, every(3, 1, 'd')))).toEqual([
    '0.1 mg 3 times a day',
    '0.3 mg/day',
    0.3,
    'mg/day',
  ]);
});

test('a weekly dose stays weekly: it is never said as so much a day', () => {
  expect(doseOf(dosage(15, every(1, 1, 'wk')))).toEqual(['15 mg weekly', '15 mg/week', 15, 'mg/week']);
  expect(doseOf(dosage(150, every(1, 1, 'mo')))).toEqual(['150 mg monthly', '150 mg/month', 150, 'mg/month']);
  expect(doseOf(dosage(40, every(1, 2, 'wk')))).toEqual(['40 mg every 2 wk', '40 mg/2 wk', 20, 'mg/week']);
});

test('a dose every few days is said as it was ordered', () => {
  expect(doseOf(dosage(50, every(1, 3, 'd')))).toEqual([
    '50 mg every 3 d',
    '50 mg/3 d',
    16.6666666667,
    'mg/day',
  ]);
  expect(doseOf(dosage(50, every(1, 48, 'h')))).toEqual(['50 mg every 48 h', '50 mg/48 h', 25, 'mg/day']);
});

test('what is not exact has its words and no amount', () => {
  const inexact = [
    { ...every(1, 1, 'd'), frequencyMax: 2 },
    { ...every(1, 4, 'h'), periodMax: 6 },
    { ...every(1, 1, 'd'), dayOfWeek: ['mon', 'wed', 'fri'] },
    { ...every(2, 1, 'd'), timeOfDay: ['08:00', '12:00', '20:00'] },
    { ...every(1, 1, 'd'), count: 1 },
    { frequency: 1 },
    { frequency: '1', period: 1, periodUnit: 'd' },
    every(1, 1, 'fortnight'),
    every(1, 0, 'd'),
  ];
  for (const repeat of inexact)
    expect(doseOf({ ...dosage(25, repeat), text: '25 mg as sent' })).toEqual(['25 mg as sent', ...NOTHING]);
  expect(doseOf(dosage(25, { frequency: 1 }))).toEqual(['25 mg (timing: see the EHR)', ...NOTHING]);
  expect(doseOf({ text: 'Two tablets with meals' })).toEqual(['Two tablets with meals', ...NOTHING]);
});

test('a dose as needed says so and is no amount', () => {
  expect(doseOf({ ...dosage(25), asNeededBoolean: true })).toEqual([
    '25 mg daily, as needed',
    '25 mg as needed',
    undefined,
    '',
  ]);
  expect(doseOf({ ...dosage(25), text: '25 mg PRN', asNeededBoolean: true })[0]).toBe('25 mg PRN');
  expect(doseOf({ ...dosage(25), asNeededCodeableConcept: { text: 'pain' } })[0]).toBe(
    '25 mg daily, as needed for pain',
  );
  expect(doseOf({ ...dosage(25), asNeededBoolean: false })[2]).toBe(25);
});

test('several instructions are told one after the other and never added', () => {
  expect(doseOf(dosage(10), dosage(5))).toEqual(['10 mg daily; 5 mg daily', ...NOTHING]);
});

test('of several doses the ordered one counts; where none is called so, none', () => {
  const [tablet, ordered] = [mg(1, 'tablet'), mg(25)];
  const timing = { repeat: every(1, 1, 'd') };
  const doseAndRate = [
    { type: { text: 'admin-amount' }, doseQuantity: tablet },
    { type: { coding: [{ code: 'ordered' }] }, doseQuantity: ordered },
  ];
  expect(doseOf({ timing, doseAndRate })[1]).toBe('25 mg/day');
  expect(
    doseOf({ timing, doseAndRate: [{ doseQuantity: tablet }, { doseQuantity: ordered }] })[2],
  ).toBeUndefined();
});

test('a range, a limit and a number without a unit are no exact dose', () => {
  const timing = { repeat: every(1, 1, 'd') };
  const one = (dose: object) => doseOf({ timing, doseAndRate: [dose] });
  expect(one({ doseRange: { low: mg(5), high: mg(10) } })).toEqual(['5–10 mg daily', ...NOTHING]);
  expect(one({ doseQuantity: { ...mg(5), comparator: '<' } })[2]).toBeUndefined();
  expect(one({ doseQuantity: { value: 5 } })[2]).toBeUndefined();
  expect(one({ doseQuantity: { value: 5, code: 'mg' } })[1]).toBe('5 mg/day');
});

test('a rate is as it was sent', () => {
  const rate = (fields: object) => doseOf({ doseAndRate: [fields] });
  expect(rate({ rateQuantity: mg(0.08, 'ug/kg/min') })).toEqual([
    '0.08 ug/kg/min',
    '0.08 ug/kg/min',
    0.08,
    'ug/kg/min',
  ]);
  expect(rate({ rateRatio: { numerator: mg(100, 'mL'), denominator: mg(1, 'h') } })).toEqual([
    '100 mL/h',
    '100 mL/h',
    100,
    'mL/h',
  ]);
  expect(rate({ rateRatio: { numerator: mg(100, 'mL'), denominator: mg(8, 'h') } })).toEqual([
    '100 mL/8 h',
    '100 mL/8 h',
    12.5,
    'mL/h',
  ]);
  // The rate at which a dose runs in is not how much is given.
  expect(
    doseOf({ doseAndRate: [{ doseQuantity: mg(1, 'g'), rateQuantity: mg(100, 'mL/h') }] })[2],
  ).toBeUndefined();
});

test('a number keeps the digits that were sent', () => {
  const doseQuantity = { ...mg(5), valueText: '5.0' };
  expect(doseOf({ timing: { repeat: every(1, 1, 'd') }, doseAndRate: [{ doseQuantity }] })[1]).toBe(
    '5.0 mg/day',
  );
});

test('an administration is one dose, or a rate', () => {
  expect(given({ dose: mg(500), route: { text: 'IV' } })).toEqual(['500 mg, IV', '500 mg', 500, 'mg']);
  expect(given({ text: 'continuous', rateQuantity: mg(0.1, 'ug/kg/min') })).toEqual([
    'continuous (also sent as 0.1 ug/kg/min)',
    '0.1 ug/kg/min',
    0.1,
    'ug/kg/min',
  ]);
  expect(given({})).toEqual(['', ...NOTHING]);
});

describe('an instruction whose words and coded dose differ', () => {
  const daily = { repeat: { frequency: 1, period: 1, periodUnit: 'd' } };
  const doseOfText = (text: string, value: number, unit: string) =>
    orderedDose([{ text, timing: daily, doseAndRate: [{ doseQuantity: { value, unit } }] }]);

  test.each([
    ['Take 10 mg by mouth daily', 20, 'mg'],
    ['Take one tablet (25 mg total) daily', 50, 'mg'],
    ['1,000 mcg IM daily', 100, 'ug'],
    ['5 mL nightly', 15, 'mL'],
  ])('"%s" beside %d %s has no amount, and both are told', (text, value, unit) => {
    expect(doseOfText(text, value, unit)).toMatchObject({
      amount: undefined,
      shortDose: '',
      doseText: `${text} (also sent as ${value} ${unit})`,
    });
  });

  test.each([
    ['Take 10 mg by mouth daily', 10, 'mg'],
    ['Take 2 tablets (5 mg each) daily', 10, 'mg'],
    ['Take two 5 mg tablets daily', 10, 'mg'],
    ['Take half of a 25 mg tablet daily', 12.5, 'mg'],
    ['1,000 mcg IM daily', 1000, 'ug'],
    ['12.5 mL of 100 mg/5 mL daily', 250, 'mg'],
    ['Take 1 tablet daily', 25, 'mg'],
  ])('"%s" beside %d %s agrees', (text, value, unit) => {
    expect(doseOfText(text, value, unit)).toMatchObject({ amount: value, doseText: text });
  });
});

describe('an administration whose words and coded dose differ', () => {
  const inMg = (value: number) => ({ dose: { value, unit: 'mg' } });
  const atRate = (value: number, unit = 'ug/kg/min') => ({ rateQuantity: { value, unit } });

  test.each([
    ['5 mg IV push', inMg(50), '50 mg'],
    ['0.1 mcg/kg/min', atRate(0.2), '0.2 ug/kg/min'],
    ['100 mL/hr via pump', atRate(10, 'mL/h'), '10 mL/h'],
    ['Rate: 125 mL / hr', { dose: { value: 1000, unit: 'mL' }, ...atRate(12.5, 'mL/h') }, '12.5 mL/h'],
  ])('"%s" beside %j has no amount, and both are told', (text, coded, sent) => {
    expect(given({ text, ...coded })).toEqual([`${text} (also sent as ${sent})`, ...NOTHING]);
  });

  test.each([
    ['10 mg IV push', inMg(10), 10],
    ['0.2 mcg/kg/min', atRate(0.2), 0.2],
    ['titrate 0.01-0.5 mcg/kg/min to MAP 65', atRate(0.2), 0.2],
    ['1000 mL at 125 mL/hr', atRate(125, 'mL/h'), 125],
    ['4 mg in 250 mL, 0.05 mcg/kg/min', atRate(0.05), 0.05],
    ['running at 3 units/h', atRate(3, 'units/h'), 3],
  ])('"%s" beside %j agrees', (text, coded, amount) => {
    expect(given({ text, ...coded })).toMatchObject([text, expect.anything(), amount, expect.anything()]);
  });
});

describe('words of an order that agree with its coded dose', () => {
  test.each([
    ['0,5 mg morgens', 0.5],
    ['12,5 mg cada 24 h', 12.5],
    ['0,125 mg täglich', 0.125],
    ['1,000 mg daily', 1000],
    ['Take 1 1/2 tablets of 5 mg', 7.5],
    ['1/2 tablet of 5 mg', 2.5],
    ['3 tablets of 0.1 mg', 0.3],
    ['Take 1 tablet daily. Max 40 mg daily', 20],
  ])('%s', (text, value) => {
    expect(orderedDose([{ ...dosage(value), text }]).amount).toBe(value);
  });

  test('another amount is contradicted, with a comma too', () => {
    expect(orderedDose([{ ...dosage(20), text: 'Take 12,5 mg' }]).amount).toBeUndefined();
  });
});
