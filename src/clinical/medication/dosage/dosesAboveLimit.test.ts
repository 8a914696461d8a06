import { describe, expect, test } from 'vitest';
import { dosage, stepFrom } from '../../../testing/eventsFromFhirFixture.ts';

const q = (value: number, unit: string) => ({ value, unit });
const atOnce = (value: number, unit = 'mg') => ({ maxDosePerAdministration: q(value, unit) });
const inPeriod = (value: number, unit: string, count: number, time: string) => ({
  maxDosePerPeriod: { numerator: q(value, unit), denominator: q(count, time) },
});
const times = (frequency: number, period: number, periodUnit: string) => ({ frequency, period, periodUnit });
const orderOf = (more: object, value = 20, repeat: object = times(1, 1, 'd')) =>
  stepFrom('MedicationRequest', { dosageInstruction: [{ ...dosage(value, repeat), ...more }] });

describe('a dose above its own limit has no amount, and both numbers are told', () => {
  test.each([
    [orderOf(atOnce(10)), '20 mg daily, at most 10 mg at once'],
    [orderOf(atOnce(0.01, 'g')), '20 mg daily, at most 0.01 g at once'],
    [
      orderOf({ ...atOnce(10), text: '2 tablets daily' }),
      '2 tablets daily, at most 10 mg at once (also sent as 20 mg)',
    ],
    [orderOf({ ...atOnce(10), text: 'Take 20 mg every day' }), 'Take 20 mg every day, at most 10 mg at once'],
    [orderOf({ ...atOnce(10), asNeededBoolean: true }), '20 mg daily, as needed, at most 10 mg at once'],
    [orderOf(inPeriod(10, 'mg', 1, 'd')), '20 mg daily, at most 10 mg in 1 d'],
    [orderOf(inPeriod(10, 'mg', 24, 'h')), '20 mg daily, at most 10 mg in 24 h'],
    [
      orderOf(inPeriod(4000, 'mg', 1, 'd'), 1000, times(6, 1, 'd')),
      '1000 mg 6 times a day, at most 4000 mg in 1 d',
    ],
    [orderOf(inPeriod(4, 'g', 1, 'day'), 1000, times(1, 4, 'h')), '1000 mg every 4 h, at most 4 g in 1 day'],
    [
      orderOf({ maxDosePerPeriod: { numerator: q(5, 'mg') } }),
      '20 mg daily, at most 5 mg in a time that was not sent',
    ],
    [orderOf(inPeriod(50, 'mg', 1, 'wk')), '20 mg daily, at most 50 mg in 1 wk'],
    [
      orderOf({ ...inPeriod(10, 'mg', 1, 'd'), asNeededBoolean: true }),
      '20 mg daily, as needed, at most 10 mg in 1 d',
    ],
  ])('%#', ({ amount, shortDose, doseText, isDoseUnclear }, told) => {
    expect([amount, shortDose, isDoseUnclear, doseText]).toEqual([undefined, '', true, told]);
  });

  test('a range whose lower end is above it', () => {
    const doseRange = { low: q(20, 'mg'), high: q(40, 'mg') };
    const step = orderOf({ ...atOnce(10), doseAndRate: [{ doseRange }] });
    expect([step.doseText, step.isDoseUnclear]).toEqual(['20–40 mg daily, at most 10 mg at once', true]);
  });
});

describe('a dose up to its limit keeps its amount', () => {
  test.each([
    [orderOf(atOnce(20))],
    [orderOf(atOnce(0.02, 'g'))],
    [orderOf(atOnce(2, 'tablet'))],
    [orderOf(inPeriod(20, 'mg', 1, 'd'))],
    [orderOf(inPeriod(4, 'g', 24, 'h'), 1000, times(4, 1, 'd'))],
    [orderOf(inPeriod(4, 'g', 24, 'h'), 1000, times(1, 6, 'h'))],
    [orderOf(inPeriod(20, 'mg', 1, 'wk'), 20, times(1, 1, 'wk'))],
    [orderOf(inPeriod(20, 'mg', 1, 'd'), 20, times(1, 1, 'wk'))],
    [orderOf(inPeriod(240, 'mg', 1, 'a'), 20, times(1, 1, 'mo'))],
    [orderOf(inPeriod(8, 'tablet', 1, 'd'), 1000, times(6, 1, 'd'))],
    [orderOf({ maxDosePerPeriod: { numerator: q(500, 'mg') } })],
  ])('%#', ({ amount, isDoseUnclear }) => {
    expect(isDoseUnclear).toBeUndefined();
    expect(amount).toBeGreaterThan(0);
  });

  test('one as needed may be taken as often as its limit lets it', () => {
    const more = { ...inPeriod(4, 'g', 1, 'd'), asNeededBoolean: true };
    const { shortDose, isDoseUnclear } = orderOf(more, 1000, times(1, 4, 'h'));
    expect([shortDose, isDoseUnclear]).toEqual(['1000 mg as needed', undefined]);
  });
});
