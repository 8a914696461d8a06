/** Words say over how long an amount was collected where its time is a moment (rule 18, decision 74). */
import { describe, expect, test } from 'vitest';
import { readRow } from '../observationFixture.ts';

const LOINC = 'http://loinc.org';
const urine = (text = 'Urine output') => ({ coding: [{ system: LOINC, code: '9187-6' }], text });
const drain = (text: string) => ({ coding: [{ system: 'urn:ward', code: 'D1' }], text });
const amount = (fields: object, unit = 'mL') =>
  readRow({ code: urine(), valueQuantity: { value: 1500, unit }, ...fields }).kind;
const noted = (text: string) => amount({ note: [{ text }] });

describe('the name of the test', () => {
  test.each([
    ['Urine output 24 h total', '24 h'],
    ['24-hour urine volume', '24 h'],
    ['24h urine output', '24 h'],
    ['Urine output, 24 hr', '24 h'],
    ['Urine output (8 hour shift)', '8 h'],
    ['Urine output 12 hrs', '12 h'],
    ['Hourly urine output', '1 h'],
    ['Urine output per hour', '1 h'],
    ['Daily urine output', '24 h'],
    ['Urine output per day', '24 h'],
    ['Urinmenge 24 Stunden', '24 h'],
    ['Urinausscheidung 24 Std', '24 h'],
    ['Diuresis 24 horas', '24 h'],
    ['Diurèse des 24 heures', '24 h'],
    ['Diuresi 24 ore', '24 h'],
  ])('"%s": over %s', (text, time) => {
    for (const code of [urine(text), drain(text)])
      expect(amount({ code })).toMatchObject({ mark: `over ${time}`, context: `over ${time}` });
  });

  test.each([
    'Urine output',
    'Chest drain 2',
    'Jackson-Pratt drain #24',
    'Drain output 24 h after surgery',
    'Urine output 6 hours post void',
    'Drain 14 Fr',
    'Drain 24 Ch',
    'Urine output 2 hr before',
    'Output via 24hFoley',
  ])('"%s" says nothing', (text) => {
    for (const code of [urine(text), drain(text)]) expect(amount({ code }).mark).toBe('');
  });
});

describe('a note or the method', () => {
  test.each([
    ['24 h total', '24 h'],
    ['24-hour total', '24 h'],
    ['24h total.', '24 h'],
    ['Total for last 24 hours', '24 h'],
    ['Total over the past 24 h', '24 h'],
    ['total: 12 h', '12 h'],
    ['Collected over 2 hours', '2 h'],
    ['24-hour collection', '24 h'],
    ['8 hr output', '8 h'],
    ['Sum of 24 h', '24 h'],
    ['Daily total', '24 h'],
    ['Hourly total', '1 h'],
    ['24 Std Sammelmenge', '24 h'],
    ['Gesamtmenge 24 Stunden', '24 h'],
    ['total 24 horas', '24 h'],
    ['Bag emptied. 24 h total', '24 h'],
  ])('"%s": over %s', (text, time) => {
    for (const kind of [noted(text), amount({ method: { text } })]) expect(kind.mark).toBe(`over ${time}`);
  });

  test.each([
    'Bag emptied after 24 hours',
    'Last voided 6 hours ago',
    'Recheck in 4 h',
    'Output low, recheck in 4 h',
    'NPO for 24 hours',
    'Furosemide given 2 h before',
    'Collected 2 hours after surgery',
    'Total output adequate',
    'Catheter day 3',
    'Given daily',
    'Hourly rounding done',
    '24 hours post op',
    'Total drained so far, recheck in 4 h',
  ])('"%s" says nothing', (text) => {
    for (const kind of [noted(text), amount({ method: { text } })]) expect(kind.mark).toBe('');
  });
});

describe('where both speak', () => {
  const period = (hours: number) => ({
    effectiveDateTime: undefined,
    effectivePeriod: {
      start: new Date(Date.UTC(2026, 0, 9, 12 - hours)).toISOString(),
      end: '2026-01-09T12:00:00Z',
    },
  });
  test('the period is more exact than the words', () => {
    expect(amount({ ...period(8), code: urine('24h urine output') }).mark).toBe('over 8 h');
    expect(amount({ ...period(24), note: [{ text: '24 h total' }] }).mark).toBe('over 24 h');
  });
});

test.each([
  ['Post-void residual 24 h total', 'mL'],
  ['Creatinine 24 h total', 'mg'],
  ['Tidal volume 24 h', 'mL'],
  ['Urine flow 24 h', 'mL/h'],
])('what is no amount has no such time: %s', (text, unit) => {
  expect(amount({ code: { text } }, unit).mark).toBe('');
});
