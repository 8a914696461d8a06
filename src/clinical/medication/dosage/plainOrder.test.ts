import { describe, expect, test } from 'vitest';
import { orderedDose } from './dosage.ts';
import { plainOrderOf } from './plainOrder.ts';

describe('a plain order', () => {
  test.each([
    ['10 mg daily', 10, 1],
    ['12.5 mg daily', 12.5, 1],
    ['0.25 mg weekly', 0.25, 1 / 7],
    ['50 µg daily', 50, 1],
    ['Take 1 tablet by mouth twice a day.', 1, 2],
    ['TAKE 2 CAPSULES BY MOUTH 3 TIMES DAILY', 2, 3],
    ['give 5 ml po every day', 5, 1],
    ['1 tablet once a week', 1, 1 / 7],
    ['500mg 4 times a day', 500, 4],
    ['2 tabs twice weekly', 2, 2 / 7],
  ])('%s', (text, value, timesPerDay) => expect(plainOrderOf(text)).toMatchObject({ value, timesPerDay }));

  test.each([
    '',
    'daily',
    '10 mg',
    '10 daily',
    '10 mg daily as needed',
    '10 mg daily, except Sundays',
    '10 mg daily for 7 days',
    '10 mg daily then 20 mg daily',
    '10-20 mg daily',
    '1 or 2 tablets daily',
    '1/2 tablet daily',
    '1,500 mg daily',
    '10 mg/kg daily',
    '10 mg every other day',
    '10 mg every 2 days',
    '10 mg twice',
    '10 mg a day',
    '10 mg not daily',
    '10 mg bi-weekly',
    '10 mg daily weekly',
    'Do not take 10 mg daily',
    'hold 10 mg daily',
    '10 mg daily\nhold',
    '10 mg monthly',
    'one tablet daily',
  ])('"%s" is none', (text) => expect(plainOrderOf(text)).toBeUndefined());
});

test.each([
  ['its dose', 20, 1, 'd', false],
  ['its time', 10, 1, 'wk', false],
  ['nothing', 10, 1, 'd', true],
])('the coded order that contradicts %s of a plain one', (_, value, period, periodUnit, hasAmount) => {
  const timing = { repeat: { frequency: 1, period, periodUnit } };
  const dose = orderedDose([
    { text: '10 mg daily', timing, doseAndRate: [{ doseQuantity: { value, unit: 'mg' } }] },
  ]);
  expect(dose.amount !== undefined).toBe(hasAmount);
});
