import { describe, expect, it } from 'vitest';
import {
  agoText,
  dateText,
  dateTimeText,
  flagDescription,
  numberText,
  rangeText,
  unitText,
  valueText,
  truncatedNumber,
} from './format.ts';
import { madeRow, madeSeries } from '../../testing/seriesFixture.ts';
import { wallClockMs, zoneText } from './timeZone.ts';
import { DAY_MS, HOUR_MS } from '../../clinical/time/durations.ts';

const at = Date.parse('2026-11-12T14:10:00Z');
const CHICAGO = 'America/Chicago';

const range = (changes: Partial<Parameters<typeof madeRow>[0]>) =>
  rangeText(madeRow({ at: '2026-01-01', text: '1', ...changes }).kind);
const hour = (text: string) => new Date(wallClockMs(Date.parse(text), CHICAGO)).toISOString().slice(11, 16);

describe('numbers', () => {
  it('rule 14: keep the precision sent, with a leading zero and thousands separators', () => {
    expect(['.5', '-.5', '5.1', '7.0', '1234567', '12345.678', '1e3'].map(numberText)).toEqual([
      '0.5',
      '-0.5',
      '5.1',
      '7.0',
      '1,234,567',
      '12,345.678',
      '1e3',
    ]);
  });

  it('rule 14: a spelling with an exponent stays as it was sent, without separators that would tear it', () => {
    expect(['9500e-1', '1.10E+3', '12345e2', '1e-12'].map(numberText)).toEqual([
      '9500e-1',
      '1.10E+3',
      '12345e2',
      '1e-12',
    ]);
  });

  it('leave what is not a number as it is', () => {
    expect(['hemolyzed', '120/80', '++', '', '1,5'].map(numberText)).toEqual([
      'hemolyzed',
      '120/80',
      '++',
      '',
      '1,5',
    ]);
  });

  it('rule 59: a long fraction is visibly cut, and never the digits before the point', () => {
    expect(truncatedNumber('10.123456789012')).toBe('10.12345…');
    expect(truncatedNumber('1,234,567,890.12')).toBe('1,234,567,890…');
    expect(['1,234,567,890', '4.7', '123456.78', 'no growth after 5 days.'].map(truncatedNumber)).toEqual([
      '1,234,567,890',
      '4.7',
      '123456.78',
      'no growth after 5 days.',
    ]);
  });

  it('rules 15, 16, 19: a value stands with the unit it is in', () => {
    const weight = madeSeries([], { unit: 'kg', unitText: 'kg' });
    const pounds = madeRow({ at: '2026-01-01', text: '182', value: 82.5538, unit: 'lb', isConverted: true });
    expect([valueText(pounds, weight), unitText(pounds, weight)]).toEqual(['82.6', 'kg']);
    const grams = madeRow({ at: '2026-01-01', text: '850', value: 0.85, unit: 'g', isConverted: true });
    expect(valueText(grams, weight)).toBe('0.850');
    const parsed = madeRow({
      at: '2026-01-01',
      text: '5.00 M/mm3',
      value: 5,
      unit: '',
      isParsedFromText: true,
    });
    expect(valueText(parsed, weight)).toBe('5.00');
    const limit = madeRow({ at: '2026-01-01', text: '0.01', comparator: '<', unit: 'ng/mL' });
    expect([valueText(limit, weight), unitText(limit, weight)]).toEqual(['<0.01', 'ng/mL']);
  });

  it('rules 29 and 30: a range sent as text stands in quotation marks, a lone limit is named', () => {
    expect(range({ rangeLow: '3.5', rangeHigh: '5.1' })).toBe('3.5–5.1');
    expect(range({ rangeHigh: '.6' })).toBe('upper limit 0.6');
    expect(range({ rangeLow: '60' })).toBe('lower limit 60');
    expect(range({ rangeText: '<5.7' })).toBe('“<5.7”');
    expect(range({})).toBe('');
  });

  it('rule 30: a text is printed beside the numbers too, unless it is the same pair again', () => {
    const both = { rangeLow: '4', rangeHigh: '6' };
    expect(range({ ...both, rangeText: 'Normal Range: 4.0-6.0 M/mm3' })).toBe(
      '4–6 “Normal Range: 4.0-6.0 M/mm3”',
    );
    expect(range({ rangeHigh: '200', rangeText: 'desirable <200' })).toBe('upper limit 200 “desirable <200”');
    expect(range({ ...both, rangeText: '4 – 6' })).toBe('4–6');
    expect(range({ ...both, rangeText: '4.0-6.0' })).toBe('4–6 “4.0-6.0”');
  });

  it('rule 10: beside a converted value a range has the unit in which it was sent', () => {
    const grams = { unit: 'g/L', isConverted: true };
    expect(range({ rangeLow: '130', rangeHigh: '170', ...grams })).toBe('130–170 g/L');
    expect(range({ rangeText: '130-170 g/L', ...grams })).toBe('“130-170 g/L”');
    expect(range(grams)).toBe('');
  });
});

it('fixture 2: a flag of a whole panel has no direction, and says what was sent', () => {
  expect(flagDescription({ flag: 'AA', flagText: 'HH (whole panel)' })).toBe(
    'critically abnormal, direction not given (lab: HH (whole panel))',
  );
  expect(flagDescription({ flag: 'H', flagText: 'H' })).toBe('high');
});

describe('dates', () => {
  it('rule 45: the month is a word and the clock has 24 hours', () => {
    expect(dateTimeText(at, 'instant', CHICAGO)).toBe('12 Nov 2026, 08:10');
    expect(dateTimeText(Date.parse('2026-11-13T04:05:00Z'), 'instant', CHICAGO)).toBe('12 Nov 2026, 22:05');
  });

  it('rule 44: an imprecise date is the same in every zone and has no time', () => {
    const first = Date.parse('2021-03-01');
    for (const zone of ['Pacific/Auckland', CHICAGO, 'UTC']) {
      expect(dateTimeText(first, 'day', zone)).toBe('1 Mar 2021');
      expect(dateTimeText(first, 'month', zone)).toBe('Mar 2021');
      expect(dateTimeText(first, 'year', zone)).toBe('2021');
    }
    expect(dateText(Number.NaN, 'none', CHICAGO)).toBe('no date');
  });

  it('rule 41: names the zone with its offset at that moment', () => {
    expect(zoneText(at, CHICAGO)).toBe('CST, UTC−06:00');
    expect(zoneText(Date.parse('2026-07-01'), CHICAGO)).toBe('CDT, UTC−05:00');
    expect(zoneText(at, 'Asia/Kolkata')).toBe('IST, UTC+05:30');
    expect(zoneText(at, 'UTC')).toBe('UTC');
    expect(zoneText(at, 'America/Sao_Paulo')).toBe('UTC−03:00');
  });

  it('reads a clock across the change to winter time and before 1970', () => {
    expect([hour('2026-11-01T06:30:00Z'), hour('2026-11-01T07:30:00Z')]).toEqual(['01:30', '01:30']);
    expect(hour('1959-03-14T06:00:00Z')).toBe('00:00');
  });

  it('counts days of the calendar, not spans of 24 hours', () => {
    const now = Date.parse('2026-11-24T06:30:00Z');
    expect(agoText(now - HOUR_MS, 'instant', now, CHICAGO)).toBe('yesterday');
    expect(agoText(now, 'instant', now, CHICAGO)).toBe('today');
    expect(agoText(Date.parse('2026-11-12'), 'day', now, CHICAGO)).toBe('12 days ago');
    expect(agoText(Date.parse('2023-03-01'), 'day', now, CHICAGO)).toBe('3 years ago');
    expect(agoText(Date.parse('2026-11-01'), 'month', now, CHICAGO)).toBe('');
    expect(agoText(now + DAY_MS, 'instant', now, CHICAGO)).toBe('');
  });

  it.each([
    [13, '13 days ago'],
    [14, '2 weeks ago'],
    [60, '8 weeks ago'],
    [61, '2 months ago'],
    [91, '3 months ago'],
    [364, '12 months ago'],
    [729, '24 months ago'],
    [730, '2 years ago'],
    [1_461, '4 years ago'],
  ])('says an age of %i days in the unit that a person would use', (days, text) => {
    const now = Date.parse('2026-11-24T12:00:00Z');
    expect(agoText(now - days * DAY_MS, 'day', now, CHICAGO)).toBe(text);
  });
});

it.each([
  ['HH', 'Critical high', 'critically high'],
  ['LL', 'Critical low', 'critically low'],
  ['HH', 'Critical high, called', 'critically high (lab: Critical high, called)'],
  ['HH', 'High', 'critically high (lab: High)'],
  ['AA', 'Critical, see note', 'critically abnormal, direction not given (lab: Critical, see note)'],
  ['L', 'LOW', 'low'],
  ['H', 'H', 'high'],
] as const)('rule 27: the flag %s sent as "%s" keeps the words that say more', (flag, flagText, expected) => {
  expect(flagDescription({ flag, flagText })).toBe(expected);
});
