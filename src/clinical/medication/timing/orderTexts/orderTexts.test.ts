import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dosage, stepFrom } from '../../../../testing/eventsFromFhirFixture.ts';

const times = (frequency: number, period: number, periodUnit: string) => ({ frequency, period, periodUnit });
const DAILY = times(1, 1, 'd');

/** Returns the orders of a file, one a line, in which "\\n" is the end of a line within an order. */
const ordersOf = (name: string): readonly string[] =>
  readFileSync(new URL(`${name}.fixture.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('\\n', '\n'));

const amountOf = (text: string, repeat: object): number | undefined =>
  stepFrom('MedicationRequest', { dosageInstruction: [{ ...dosage(5, repeat, 'mg'), text }] }).amount;

test.each([
  ['notDaily.english1', DAILY],
  ['notDaily.english2', DAILY],
  ['notDaily.germanAndDutch', DAILY],
  ['notDaily.romance', DAILY],
  ['onHold', DAILY],
  ['singleDoses', DAILY],
  ['dailyBesideWeekly', times(1, 1, 'wk')],
])('an order in %s has no amount of the coded time, %o', (name, repeat) => {
  const orders = ordersOf(name);
  expect(orders.length).toBeGreaterThan(5);
  expect(orders.filter((text) => amountOf(text, repeat) !== undefined)).toEqual([]);
});

test.each([
  ['daily', DAILY],
  ['twiceDaily', times(2, 1, 'd')],
])('an order in %s has the amount of its coded time, %o', (name, repeat) => {
  const orders = ordersOf(name);
  expect(orders.length).toBeGreaterThan(5);
  expect(orders.filter((text) => amountOf(text, repeat) === undefined)).toEqual([]);
});

test.each([
  'Once a week',
  'Weekly at bedtime',
  'Every 7 days in the morning',
  'Every Sunday night',
  '1x wöchentlich',
  '1-0-0 jeden Montag',
  'Cada lunes por la noche',
  '1 fois par semaine le matin',
  'Once a week, not every day',
  // One hour of a day says nothing of the days.
  'At bedtime',
  'Take at bedtime',
  'In the morning',
  'Morgens',
  'Zur Nacht',
  'Por la noche',
  'Au coucher',
  'Nocte',
  'In the morning, 30 min before breakfast',
  'In the morning, not at night',
  'In the morning or at bedtime',
  'With a meal',
  'With food',
  'Once a week with meals',
  'Weekly qhs',
  'Mondays in the morning and at night',
  'Weekly, morning and evening',
  '1-0-0, einmal pro Woche',
])('an order of a week beside a weekly code has its amount: "%s"', (text) => {
  expect(amountOf(text, times(1, 1, 'wk'))).toBeGreaterThan(0);
});
