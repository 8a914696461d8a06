import { describe, expect, test } from 'vitest';
import { dosage, stepFrom } from '../../../testing/eventsFromFhirFixture.ts';

const q = (value: number, unit: string) => ({ value, unit });
const inPeriod = (value: number, unit: string, count: number, time: string) => ({
  numerator: q(value, unit),
  denominator: q(count, time),
});
const orderOf = (more: object, value = 20, unit = 'mg') =>
  stepFrom('MedicationRequest', {
    dosageInstruction: [{ ...dosage(value, undefined, unit), ...more }],
  });

describe('the most of a lifetime', () => {
  const maxDosePerLifetime = q(450, 'mg/m2');

  test('is told beside the dose, which keeps its amount', () => {
    const { doseText, amount } = orderOf({ maxDosePerLifetime }, 60, 'mg/m2');
    expect([doseText, amount]).toEqual(['60 mg/m2 daily, at most 450 mg/m2 in a lifetime', 60]);
  });

  test.each([
    ['60 mg/m2 on day 1, max cumulative dose 450 mg/m2', ''],
    ['60 mg/m2 on day 1, maximum lifetime dose 450 mg/m2', ''],
    ['60 mg/m2 on day 1, max 450 mg/m2 in 24 hours', ', at most 450 mg/m2 in a lifetime'],
    ['60 mg/m2 on day 1', ', at most 450 mg/m2 in a lifetime'],
  ])('is told once beside "%s"', (text, told) => {
    expect(orderOf({ text, maxDosePerLifetime }, 60, 'mg/m2').doseText).toBe(`${text}${told}`);
  });

  test('is compared with the dose', () => {
    expect(orderOf({ maxDosePerLifetime: q(10, 'mg') })).toMatchObject({
      doseText: '20 mg daily, at most 10 mg in a lifetime',
      amount: undefined,
      isDoseUnclear: true,
    });
  });
});

test.each([[inPeriod(400, 'mg', 1, 'd')], [[inPeriod(400, 'mg', 1, 'd')]]])(
  'the most of a day is told in the form of R4 and in that of R5: %j',
  (maxDosePerPeriod) => {
    expect(orderOf({ maxDosePerPeriod }).doseText).toBe('20 mg daily, at most 400 mg in 1 d');
  },
);

const limited = (text: string, value: number, count: number, time: string) =>
  orderOf({ text, timing: undefined, maxDosePerPeriod: inPeriod(value, 'tablet', count, time) }, 1, 'tablet');

describe('a limit is told again where the words name that of another time', () => {
  test.each([
    ['Take up to 2 tablets daily', 2, 1, 'wk'],
    ['Up to 4 tablets a day', 4, 1, 'mo'],
    ['max 4 tablets per week', 4, 1, 'd'],
    ['max 4 tablets', 4, 1, 'wk'],
    ['Take up to 8 tablets in 24 hours', 8, 4, 'h'],
  ])('"%s" beside %d in %d %s', (text, value, count, time) => {
    expect(limited(text, value, count, time).doseText).toContain(
      `, at most ${value} tablet in ${count} ${time}`,
    );
  });

  test.each([
    ['max 8 tablets in 24 hours', 8, 1, 'd'],
    ['max 8 tablets/day', 8, 24, 'h'],
    ['max 8 per day', 8, 24, 'h'],
    ['max 8 daily', 8, 1, 'd'],
    ['Do not exceed 8 tablets', 8, 24, 'h'],
    ['Up to 2 tablets every 4 hours, max 8 tablets every 24 hours', 8, 1, 'd'],
    ['max 12 tablets per week', 12, 7, 'd'],
    ['máx 8 tabletas por día', 8, 1, 'd'],
    ['max 8 tablet(s) a day', 8, 1, 'd'],
  ])('and once where they name it: "%s" beside %d in %d %s', (text, value, count, time) => {
    expect(limited(text, value, count, time).doseText).toBe(text);
  });
});

describe('a range', () => {
  const range = (more: object) =>
    orderOf({ ...more, doseAndRate: [{ doseRange: { low: q(10, 'mg'), high: q(40, 'mg') } }] });

  test('whose most is above the limit of one time is in doubt', () => {
    expect(range({ maxDosePerAdministration: q(20, 'mg') })).toMatchObject({
      doseText: '10–40 mg daily, at most 20 mg at once',
      isDoseUnclear: true,
    });
  });

  test.each([
    [{ maxDosePerAdministration: q(40, 'mg') }],
    [{ maxDosePerPeriod: inPeriod(20, 'mg', 1, 'd') }],
    [{ maxDosePerLifetime: q(400, 'mg') }],
  ])('up to its limit is not: %j', (more) => {
    expect(range(more).isDoseUnclear).toBeUndefined();
  });
});

const rateOf = (doseAndRate: object, more: object) =>
  stepFrom('MedicationRequest', { dosageInstruction: [{ doseAndRate: [doseAndRate], ...more }] });
const rate = (value: number, unit: string) => ({ rateQuantity: q(value, unit) });

describe('a rate above its own limit has no amount, and both are told', () => {
  test.each([
    [rate(20, 'mL/h'), { text: 'max 10 mL/h' }, 'max 10 mL/h (also sent as 20 mL/h)'],
    [rate(20, 'mL/h'), { text: 'Do not exceed 10 mL/hr' }, 'Do not exceed 10 mL/hr (also sent as 20 mL/h)'],
    [
      rate(100, 'mg/min'),
      { text: 'no faster than 50 mg/min' },
      'no faster than 50 mg/min (also sent as 100 mg/min)',
    ],
    [
      rate(1, 'ug/kg/min'),
      { text: 'Titrate to MAP above 65, start 0.05 mcg/kg/min, max 0.5 mcg/kg/min' },
      'Titrate to MAP above 65, start 0.05 mcg/kg/min, max 0.5 mcg/kg/min (also sent as 1 ug/kg/min)',
    ],
    [
      rate(0.5, 'mL/min'),
      { text: 'maximum rate: 10 mL/h' },
      'maximum rate: 10 mL/h (also sent as 0.5 mL/min)',
    ],
    [
      { rateRange: { low: q(5, 'mL/h'), high: q(20, 'mL/h') } },
      { text: 'max 10 mL/h' },
      'max 10 mL/h (also sent as 5–20 mL/h)',
    ],
    [rate(20, 'mL/h'), { maxDosePerPeriod: inPeriod(10, 'mL', 1, 'h') }, '20 mL/h, at most 10 mL in 1 h'],
    [rate(20, 'mL/h'), { maxDosePerPeriod: [inPeriod(10, 'mL', 1, 'h')] }, '20 mL/h, at most 10 mL in 1 h'],
    [rate(20, 'mL/h'), { maxDosePerPeriod: inPeriod(10, 'mL/h', 1, 'h') }, '20 mL/h, at most 10 mL/h in 1 h'],
    [
      rate(100, 'mg/min'),
      { maxDosePerPeriod: inPeriod(50, 'mg', 1, 'min') },
      '100 mg/min, at most 50 mg in 1 min',
    ],
    [
      { rateRange: { low: q(5, 'mL/h'), high: q(20, 'mL/h') } },
      { maxDosePerPeriod: inPeriod(10, 'mL', 1, 'h') },
      '5–20 mL/h, at most 10 mL in 1 h',
    ],
  ])('%j %j', (sent, more, told) => {
    const { amount, shortDose, doseText, isDoseUnclear } = rateOf(sent, more);
    expect([amount, shortDose, isDoseUnclear, doseText]).toEqual([undefined, '', true, told]);
  });
});

describe('a rate up to its limit, or beside one that is none of it, keeps its amount', () => {
  test.each([
    [rate(10, 'mL/h'), { text: 'max 10 mL/h' }],
    [rate(5, 'mL/h'), { text: 'Titrate, max 10 mL/h' }],
    [rate(0.1, 'ug/kg/min'), { text: 'Titrate to MAP above 65, max 0.5 mcg/kg/min' }],
    [rate(100, 'mL/h'), { text: 'Do not exceed 10 mEq/h' }],
    [rate(8, 'mL/h'), { text: 'Start 5 mL/h, up to 10' }],
    [rate(120, 'mL/h'), { text: 'Max 50 mL/h for the first 15 minutes, advance as tolerated' }],
    [rate(20, 'mL/h'), { text: 'Infuse at 20 mL/h, max 30 mL/h' }],
    [rate(10, 'mL/h'), { maxDosePerPeriod: inPeriod(10, 'mL', 1, 'h') }],
    [rate(100, 'mL/h'), { maxDosePerPeriod: inPeriod(1000, 'mL', 24, 'h') }],
    [rate(20, 'mL/h'), { maxDosePerPeriod: inPeriod(10, 'mmol', 1, 'h') }],
    [rate(20, 'mL/h'), { maxDosePerPeriod: { numerator: q(10, 'mL') } }],
    [rate(20, 'mL/h'), { maxDosePerAdministration: q(10, 'mL') }],
    [rate(20, 'mL/h'), { maxDosePerLifetime: q(10, 'mL') }],
  ])('%j %j', (sent, more) => {
    const { amount, isDoseUnclear } = rateOf(sent, more);
    expect([amount, isDoseUnclear]).toEqual([sent.rateQuantity.value, undefined]);
  });
});
