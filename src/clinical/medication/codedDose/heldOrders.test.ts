import { describe, expect, test } from 'vitest';
import { stepFrom } from '../../../testing/eventsFromFhirFixture.ts';

const rate = (value: number, unit = 'mL/h') => ({ rateQuantity: { value, unit } });
const ratio = {
  rateRatio: { numerator: { value: 100, unit: 'mL' }, denominator: { value: 1, unit: 'h' } },
};
const range = {
  rateRange: { low: { value: 5, unit: 'mL/h' }, high: { value: 10, unit: 'mL/h' } },
};
const dose = { doseQuantity: { value: 500, unit: 'mg' } };
const doses = { doseRange: { low: { value: 5, unit: 'mg' }, high: { value: 10, unit: 'mg' } } };
const DAILY = { repeat: { frequency: 1, period: 1, periodUnit: 'd' } };
const orderOf = (text: string, given: object, more: object = {}) =>
  stepFrom('MedicationRequest', { dosageInstruction: [{ text, doseAndRate: [given], ...more }] });
const givenOf = (text: string, given: object) =>
  stepFrom('MedicationAdministration', { status: 'completed', dosage: { text, ...given } });

describe('an order on hold has no amount beside its code, and both are told', () => {
  test.each([
    ['On hold', rate(10), '10 mL/h'],
    ['Discontinued', ratio, '100 mL/h'],
    ['Held for surgery', rate(10), '10 mL/h'],
    ['Heparin 1000 units/h, held for surgery', rate(1000, 'units/h'), '1000 units/h'],
    ['10 mL/h - on hold', rate(10), '10 mL/h'],
    ['Infusion stopped', rate(10), '10 mL/h'],
    ['10 mL/h. Infusion paused', rate(10), '10 mL/h'],
    ['10 mL/h (hold)', rate(10), '10 mL/h'],
    ['10 mL/h - discontinued', rate(10), '10 mL/h'],
    ['10 mL/h (stopped 3/2/2026)', rate(10), '10 mL/h'],
    ['10 mL/h, held by anesthesia', rate(10), '10 mL/h'],
    ['Suspendido', rate(10), '10 mL/h'],
    ['pausiert', rate(10), '10 mL/h'],
    ['Hold until surgery', { ...dose, ...rate(100) }, '500 mg at 100 mL/h'],
    ['On hold', range, '5–10 mL/h'],
    ['On hold', doses, '5–10 mg'],
    ['5-10 mg, on hold until after surgery', doses, '5–10 mg'],
  ])('"%s" beside %j', (text, given, coded) => {
    const { amount, shortDose, doseText, isDoseUnclear } = orderOf(text, given);
    expect([amount, shortDose, isDoseUnclear]).toEqual([undefined, '', true]);
    expect(doseText).toBe(`${text} (also sent as ${coded})`);
  });

  test.each(['500 mg daily, held for surgery', '500 mg daily, held since Monday', 'Held pending cath'])(
    '"%s" beside a coded dose',
    (text) => {
      expect(orderOf(text, dose, { timing: DAILY })).toMatchObject({
        amount: undefined,
        isDoseUnclear: true,
      });
    },
  );

  test.each([
    ['Held for low pulse rate by nurse, on hold', { dose: { value: 500, unit: 'mg' } }, '500 mg'],
    ['On hold', rate(10), '10 mL/h'],
    ['10 mL/h, held for surgery', rate(10), '10 mL/h'],
  ])('nor has a dose that was given: "%s" beside %j', (text, given, coded) => {
    const { amount, doseText, isDoseUnclear } = givenOf(text, given);
    expect([amount, isDoseUnclear]).toEqual([undefined, true]);
    expect(doseText).toBe(`${text} (also sent as ${coded})`);
  });
});

describe('an order that names a hold for later, or another one, keeps its amount', () => {
  test.each([
    ['10 mL/h, hold if SBP < 90', rate(10)],
    ['10 mL/h, stop infusion if pulse < 50', rate(10)],
    ['10 mL/h. Call if infusion stopped', rate(10)],
    ['10 mL/h, titrate to MAP > 65', rate(10)],
    ['10 mL/h, increase by 5 mL/h every 4 hours', rate(10)],
    ['100 mL/h', ratio],
    ['500 mg, breath held for 10 seconds', { ...dose, ...rate(10) }],
    ['10 mL/h, discontinue after 24 hours', rate(10)],
    ['10 mL/h. Stopped smoking', rate(10)],
    ['10 mL/h, discontinued heparin before', rate(10)],
    ['10 mL/h. Stop if infusion held for an hour', rate(10)],
    ['10 mL/h, not to be stopped', rate(10)],
    ['10 mL/h continuous', rate(10)],
  ])('"%s" beside %j', (text, given) => {
    const order = orderOf(text, given, 'doseQuantity' in given ? { timing: DAILY } : {});
    expect(order.isDoseUnclear).toBeUndefined();
    expect(order.amount).toBeGreaterThan(0);
  });
});
