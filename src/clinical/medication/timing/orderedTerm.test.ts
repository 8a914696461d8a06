import { describe, expect, test } from 'vitest';
import { dosage, stepFrom } from '../../../testing/eventsFromFhirFixture.ts';

const DAILY = { frequency: 1, period: 1, periodUnit: 'd' };
const start = '2024-03-03';
const order = (dosageInstruction: readonly object[], more: object = {}) =>
  stepFrom('MedicationRequest', { authoredOn: start, dosageInstruction, ...more });
const bounded = (bounds: object) => [dosage(500, { ...DAILY, ...bounds })];
const said = (text: string) => [{ ...dosage(500), text }];

/** Returns after how many days an order that nobody closed was to end; undefined where it goes on. */
function daysOf(step: ReturnType<typeof order>): number | undefined {
  if (step.isOngoing) return undefined;
  expect(step).toMatchObject({ isLeftOpen: true, status: 'active' });
  expect(step.note).toContain('End not known; was planned until');
  return ((step.endMs ?? NaN) - Date.parse(start)) / 86_400_000;
}

describe('an active order that was to end long ago', () => {
  test.each([
    [{ boundsDuration: { value: 7, unit: 'days', code: 'd' } }, 7],
    [{ boundsDuration: { value: 2, unit: 'weeks' } }, 14],
    [{ boundsDuration: { value: 72, code: 'h' } }, 3],
    [{ boundsRange: { low: { value: 5, code: 'd' }, high: { value: 10, code: 'd' } } }, 10],
    [{ count: 21, frequency: 3 }, 7],
    [{ count: 5, countMax: 10 }, 10],
  ])('by its coded bounds %j, is left open', (bounds, days) => {
    expect(daysOf(order(bounded(bounds)))).toBe(days);
  });

  test('and so is a single dose', () => {
    expect(daysOf(order([{ timing: { repeat: { count: 1 } }, text: 'Single dose' }]))).toBe(1);
  });

  test.each([
    ['Take 1 capsule (500 mg total) by mouth 3 (three) times daily for 7 days.', 7],
    ['1 cap PO TID x 10 days', 10],
    ['1 tab BID x7d', 7],
    ['Take 1 tablet every 6 hours as needed for up to 5 days', 5],
    ['Take for 7-10 days before meals', 10],
    ['Apply twice daily for two weeks', 14],
    ['Take 1 capsule for 7 days for infection; with food, until finished.', 7],
    ['Apply 1 patch daily for 6 weeks', 42],
    ['1 cápsula cada 8 horas durante 7 días', 7],
    ['1 comprimido a cada 8 horas por 10 dias', 10],
    ['1 Tablette 3x täglich für 5 Tage', 5],
    ['3x täglich 1 Tablette, 7 Tage lang', 7],
    ['1 comprimé 3 fois par jour pendant 6 jours', 6],
    ['1 compressa ogni 8 ore per 6 giorni', 6],
    ['3x per dag 1 capsule gedurende 7 dagen', 7],
    ['40 mg daily for 5 days, then 20 mg daily for 5 days, then stop', 10],
    ['Take 40 mg daily x 5 days, 20 mg daily x 5 days, 10 mg daily x 5 days', 15],
  ])('by its words "%s", is left open', (text, days) => {
    expect(daysOf(order(said(text)))).toBe(days);
  });

  test('by steps that follow each other, is left open at the end of the last one', () => {
    const step = (sequence: number, value: number) => ({
      ...dosage(40 / sequence, { ...DAILY, boundsDuration: { value, code: 'd' } }),
      sequence,
    });
    expect(daysOf(order([step(1, 5), step(2, 5), step(3, 3)]))).toBe(13);
    expect(daysOf(order([step(1, 5), { ...dosage(5), sequence: 2 }]))).toBeUndefined();
  });

  test('is left open later where it may be handed out again', () => {
    const text = said('Take 1 tablet daily for 90 days');
    expect(daysOf(order(text, { dispenseRequest: { numberOfRepeatsAllowed: 3 } }))).toBe(360);
  });

  test('is left open as a report of what is taken, too', () => {
    const report = (more: object) =>
      stepFrom('MedicationStatement', {
        effectivePeriod: { start },
        dosage: said('1 cap TID x 7 days'),
        ...more,
      });
    expect(daysOf(report({}))).toBe(7);
    expect(daysOf(report({ dateAsserted: '2026-11-01' }))).toBeUndefined();
  });
});

describe('an active order goes on', () => {
  test.each([
    'Take 1 tablet daily',
    'Take 1 tablet every 7 days',
    'Take 2 tablets for 7 days, then 1 tablet daily',
    '40 mg x 5 days, 20 mg x 5 days, 10 mg daily',
    'Take 1 tablet for 21 days, then 7 days off',
    'Take for 5 days of each month',
    'Take 1 tablet daily for 10 days each cycle',
    'Hold for 3 days if bleeding',
    'Call if pain persists for 3 days',
    'Take 1 daily. 90 day supply',
    'Take 1 daily, dispense for 90 days',
    'Take for 5 days before procedure',
    'Leave on skin for 12 hours',
    '3 times per 7 days',
    'Take for pain',
    'Take 1 tablet x 3 daily',
    'Take daily for 5 years',
    'Start after 7 days',
    '2 puffs 4 times a day',
    'Take 1 tablet daily. Take an extra tablet for 3 days if weight rises',
    'Take 1 tablet twice daily for 3 days at first sign of outbreak',
    'Apply for 14 days when eczema flares',
    'Apply 1 patch for 7 days',
    'Insert 1 ring, leave in for 3 weeks, then remove for 1 week',
    'Use 1 sensor for 14 days',
    'Take 1 tablet daily for 21 days then stop for 7 days',
    '1 comprimé par jour pendant 21 jours puis arrêter 7 jours',
    '1 compressa al giorno per 10 giorni al mese',
    'Take 1 tablet for 14 days every 21 days',
    'Take 1 tablet for 5 days a week',
    'Take for 3 days following chemotherapy',
    'Take 1 packet if no bowel movement for 2 days',
    '1 Beutel wenn kein Stuhlgang für 3 Tage',
    'Take 1 tablet daily. Avoid sun for 7 days',
    'Take 15 mg twice daily for 21 days, 20 mg daily thereafter',
    'Use nightly for 2 weeks and twice weekly for maintenance',
    '10 mg 2x täglich für 7 Tage, anschließend 5 mg 2x täglich',
    '10 mg 2 veces al día durante 7 días, a continuación 5 mg',
    '1000 mcg daily x 7 days, weekly x 4 weeks, q month',
    'Take 1 tab daily for 1 week, titrate as directed',
    '1 tablet 2 x a day',
    '70 mg 1 x a week',
    'Take 1 tablet daily for 90 days. Refills: 3',
    'Has been taking it daily for 3 months',
    `Take 1 tablet daily for 7 days. ${'Swallow it whole. '.repeat(20)}`,
  ])('that says "%s"', (text) => {
    expect(daysOf(order(said(text)))).toBeUndefined();
  });

  test.each([
    [bounded({}), { dispenseRequest: { expectedSupplyDuration: { value: 30, code: 'd' } } }],
    [bounded({}), { dispenseRequest: { validityPeriod: { start, end: '2024-04-03' } } }],
    [bounded({ boundsDuration: { value: 7, comparator: '>=', code: 'd' } }), {}],
    [bounded({ boundsDuration: { value: 7, unit: 'tablets' } }), {}],
    [said('for 90 days'), { courseOfTherapyType: { coding: [{ code: 'continuous' }] } }],
    [said('for 90 days'), { courseOfTherapyType: { text: 'Maintenance' } }],
    [said('for 90 days'), { dispenseRequest: { validityPeriod: { start, end: '2027-03-03' } } }],
    [[{ ...dosage(5, { ...DAILY, boundsPeriod: { start, end: '2027-05-01' } }), text: 'for 90 days' }], {}],
    [bounded({ boundsDuration: { value: 2, code: 'h' }, period: 8, periodUnit: 'wk' }), {}],
    [bounded({ boundsDuration: { value: 7, code: 'd' }, period: 1, periodUnit: 'wk' }), {}],
    [bounded({ boundsDuration: { value: 7, code: 'd' } }), { authoredOn: '2026-11-20' }],
    [bounded({ boundsDuration: { value: 7, code: 'd' } }), { authoredOn: '2026-11-17' }],
    [bounded({ boundsDuration: { value: 7, code: 'd' } }), { authoredOn: undefined }],
    [bounded({ count: 30, frequency: undefined, period: undefined }), {}],
  ])('with %j and %j', (dosageInstruction, more) => {
    expect(order(dosageInstruction, more).isOngoing).toBe(true);
  });

  test.each(['completed', 'stopped', 'on-hold', 'cancelled'])(
    'no order that is %s is left open',
    (status) => {
      expect(order(said('x 7 days'), { status })).not.toHaveProperty('isLeftOpen');
    },
  );
});

describe('an order that is completed, and that nobody gave an end', () => {
  const completed = (text: string, more: object = {}) => order(said(text), { status: 'completed', ...more });

  test('says that the time is over for which it was ordered', () => {
    const step = completed('1 capsule 3 times daily x 7 days');
    expect(step).toMatchObject({ isTermOver: true, isOngoing: false, status: 'completed' });
    expect([step.endMs, step.isLeftOpen]).toEqual([undefined, undefined]);
  });

  test.each([
    ['no time', completed('1 capsule daily')],
    ['a time that is not over', completed('1 capsule daily for 7 days', { authoredOn: '2026-11-22' })],
    ['an order that was cancelled', order(said('1 capsule daily for 7 days'), { status: 'cancelled' })],
    [
      'an end',
      completed('1 daily for 7 days', { dispenseRequest: { validityPeriod: { end: '2024-03-08' } } }),
    ],
  ])('but not %s', (_, step) => {
    expect(step.isTermOver).toBeUndefined();
  });
});
