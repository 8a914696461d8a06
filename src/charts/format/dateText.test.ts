import { describe, expect, it } from 'vitest';
import { agoText, dateText, dateTimeText } from './dateText.ts';
import { wallClockMs, zoneText } from './timeZone.ts';
import { DAY_MS, HOUR_MS } from '../../clinical/time/durations.ts';

const at = Date.parse('2026-11-12T14:10:00Z');
const CHICAGO = 'America/Chicago';
const hour = (text: string) => new Date(wallClockMs(Date.parse(text), CHICAGO)).toISOString().slice(11, 16);

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
    [1_096, '3 years ago'],
    [1_095, '2 years ago'],
    [1_461, '4 years ago'],
    [1_460, '3 years ago'],
    [3_652, '10 years ago'],
    [3_651, '9 years ago'],
  ])('says an age of %i days in the unit that a person would use', (days, text) => {
    const now = Date.parse('2026-11-24T12:00:00Z');
    expect(agoText(now - days * DAY_MS, 'day', now, CHICAGO)).toBe(text);
  });
});
